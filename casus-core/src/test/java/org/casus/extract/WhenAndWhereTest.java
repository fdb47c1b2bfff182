package org.casus.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.casus.analyze.Analyzer;
import org.casus.extract.SettingExample.Outcome;
import org.casus.model.Report;
import org.junit.jupiter.api.Test;

/**
 * When and where events are in the marked reports, read with the real analyzer from end to end.
 * Every third report is held back: nothing is mended for it, and its share is told apart.
 */
class WhenAndWhereTest {
    private static final int HELD_BACK = 3;
    private static final double TIME = 0.93;
    private static final double PLACE = 0.92;

    @Test
    void marked_events_stand_on_their_day_and_in_their_place() throws IOException {
        Tally all = Tally.of(examples());
        System.out.println(all);

        assertThat(all.size()).isGreaterThan(200);
        assertThat(all.share(Outcome::time, false)).as("time").isGreaterThanOrEqualTo(TIME);
        assertThat(all.share(Outcome::place, false)).as("place").isGreaterThanOrEqualTo(PLACE);
    }

    /** How the marked events were read, report by report. */
    record Tally(List<SettingExample> examples, List<List<Outcome>> outcomes) {
        static Tally of(List<SettingExample> examples) throws IOException {
            Analyzer analyzer = Analyzer.open();
            Extraction extraction = Extraction.load();
            return new Tally(
                    examples,
                    examples.parallelStream()
                            .map(e -> e.outcomes(extraction.read(analyzer.analyze(report(e)))))
                            .toList());
        }

        int size() {
            return outcomes.stream().mapToInt(List::size).sum();
        }

        double share(Predicate<Outcome> right, boolean heldBackOnly) {
            List<Outcome> asked =
                    IntStream.range(0, outcomes.size())
                            .filter(i -> !heldBackOnly || isHeldBack(i))
                            .mapToObj(outcomes::get)
                            .flatMap(List::stream)
                            .toList();
            return (double) asked.stream().filter(right).count() / asked.size();
        }

        private static boolean isHeldBack(int report) {
            return report % HELD_BACK == HELD_BACK - 1;
        }

        private String shares(String name, Predicate<Outcome> right) {
            return String.format(
                    Locale.ROOT,
                    "%-14s %5.3f of all, %5.3f of those held back%n",
                    name,
                    share(right, false),
                    share(right, true));
        }

        /** The shares, and the reports beside those held back that were read otherwise. */
        @Override
        public String toString() {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                for (Outcome o : outcomes.get(i)) {
                    if (!isHeldBack(i) && !o.right()) {
                        wrong.add(
                                "  [%s] %s%n      %s%n"
                                        .formatted(
                                                o.trigger(),
                                                o.read(),
                                                examples.get(i).marked().text()));
                    }
                }
            }
            return "%d events in %d reports%n".formatted(size(), outcomes.size())
                    + shares("right time", Outcome::time)
                    + shares("right place", Outcome::place)
                    + shares("event found", Outcome::found)
                    + String.join("", wrong);
        }
    }

    private static Report report(SettingExample example) {
        return new Report(
                "example",
                "example",
                null,
                null,
                null,
                null,
                example.published(),
                null,
                "en",
                example.marked().text());
    }

    private static List<SettingExample> examples() throws IOException {
        try (InputStream in = WhenAndWhereTest.class.getResourceAsStream("when-and-where.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(SettingExample::parse)
                    .toList();
        }
    }
}
