package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.jspecify.annotations.Nullable;
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
                        .flatMap(e -> Stream.ofNullable(complaint(e, analyzer, matcher)))
                        .toList();

        assertThat(examples).hasSizeGreaterThan(900);
        if (!complaints.isEmpty()) {
            fail(
                    "%d of %d examples fail:%n%s",
                    complaints.size(), examples.size(), String.join("\n", complaints));
        }
    }

    private static @Nullable String complaint(
            FrameExample example, Analyzer analyzer, FrameMatcher matcher) {
        return example.complaint(
                analyzer.analyze(Conll.report(example.marked().text(), null)), matcher);
    }
}
