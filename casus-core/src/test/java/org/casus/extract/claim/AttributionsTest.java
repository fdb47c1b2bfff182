package org.casus.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.extract.Extraction;
import org.casus.model.Analysis;
import org.casus.rule.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who says what in the marked sentences, read with the real analyzer from end to end. */
class AttributionsTest {
    @Test
    void every_marked_sentence_is_read_as_it_is_marked() throws IOException {
        Analyzer analyzer = Analyzer.open();
        Extraction extraction = Extraction.load();
        HedgeFinder hedges = HedgeFinder.load(new Problems());

        List<AttributionExample> examples = examples();
        List<String> complaints =
                examples.parallelStream()
                        .flatMap(e -> Stream.ofNullable(complaint(e, analyzer, extraction, hedges)))
                        .toList();

        assertThat(examples).hasSizeGreaterThan(150);
        if (!complaints.isEmpty()) {
            fail(
                    "%d of %d sentences are read otherwise:%n%s",
                    complaints.size(), examples.size(), String.join("\n", complaints));
        }
    }

    static @Nullable String complaint(
            AttributionExample example,
            Analyzer analyzer,
            Extraction extraction,
            HedgeFinder hedges) {
        Analysis analysis = analyzer.analyze(Conll.report(example.marked().text(), null));
        return example.complaint(extraction.read(analysis).claims(), hedges.find(analysis));
    }

    static List<AttributionExample> examples() throws IOException {
        try (InputStream in = AttributionsTest.class.getResourceAsStream("attributions.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(AttributionExample::parse)
                    .toList();
        }
    }
}
