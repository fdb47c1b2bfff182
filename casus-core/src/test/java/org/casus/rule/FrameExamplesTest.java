package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Objects;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.junit.jupiter.api.Test;

/** Whether every frame says what its examples say, and nothing of what its counter-examples say. */
class FrameExamplesTest {
    @Test
    void every_frame_finds_its_examples_and_leaves_its_counter_examples_alone() {
        Problems problems = new Problems();
        List<Frame> frames = Frames.load(problems);
        FrameMatcher matcher = new FrameMatcher(frames, Lexicon.load(problems), problems);
        Analyzer analyzer = Analyzer.open();

        List<FrameExample> examples = frames.stream().flatMap(FrameExample::of).toList();
        List<String> complaints =
                examples.parallelStream()
                        .map(
                                e ->
                                        e.complaint(
                                                analyzer.analyze(
                                                        Conll.report(e.marked().text(), null)),
                                                matcher))
                        .filter(Objects::nonNull)
                        .toList();

        assertThat(examples).hasSizeGreaterThan(900);
        if (!complaints.isEmpty()) {
            fail(
                    "%d of %d examples fail:%n%s",
                    complaints.size(), examples.size(), String.join("\n", complaints));
        }
    }
}
