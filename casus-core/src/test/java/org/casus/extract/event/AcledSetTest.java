package org.casus.extract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.extract.OwnSentences;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Reading;
import org.junit.jupiter.api.Test;

/** The ACLED sub-event type of 306 short reports written for it. */
class AcledSetTest {
    private static final double OPEN = 0.90;
    private static final double HELD_BACK = 0.80;
    private static final String NONE = "NONE";

    private static final Set<Factuality> TOLD =
            Set.of(Factuality.HAPPENED, Factuality.ONGOING, Factuality.ATTEMPTED);
    private static final Set<Factuality> NEVER =
            Set.of(Factuality.NOT_HAPPENED, Factuality.HYPOTHETICAL);

    /** A report with the type marked and the type read. */
    record Outcome(String wanted, String read, String text) {
        @Override
        public String toString() {
            return wanted + " <- " + read + ": " + text;
        }

        boolean right() {
            return wanted.equals(read);
        }
    }

    @Test
    void short_reports_are_filed_under_their_sub_event_type() {
        OwnSentences<Outcome> set =
                OwnSentences.read(AcledSetTest.class, "acled.txt", AcledSetTest::outcomes);
        System.out.println(
                OwnSentences.line("weighted F1", f1(set.part(false)), f1(set.part(true)))
                        + set.shares("sub-event type right", o -> true, Outcome::right)
                        + set.wrong(Outcome::right));

        assertThat(set.outcomes()).hasSize(306);
        assertThat(f1(set.part(false))).isGreaterThanOrEqualTo(OPEN);
        assertThat(f1(set.part(true))).isGreaterThanOrEqualTo(HELD_BACK);
    }

    private static List<Outcome> outcomes(String line, Function<String, Reading> reader) {
        String[] cells = line.split(" *\\| *", 2);
        return List.of(new Outcome(cells[0], first(reader.apply(cells[1])), cells[1]));
    }

    /** The first event told to have come about, else the first that may. */
    private static String first(Reading reading) {
        return reading.events().stream()
                .filter(e -> e.acled() != null && !NEVER.contains(e.factuality()))
                .min(Comparator.comparing(e -> !TOLD.contains(e.factuality())))
                .map(Event::acled)
                .orElse(NONE);
    }

    /** F1 of each type, weighted by how often the type is marked. */
    private static double f1(List<Outcome> outcomes) {
        List<Outcome> typed = outcomes.stream().filter(o -> !o.wanted().equals(NONE)).toList();
        return typed.stream().collect(Collectors.groupingBy(Outcome::wanted)).entrySet().stream()
                        .mapToDouble(type -> f1(type.getKey(), type.getValue(), outcomes))
                        .sum()
                / typed.size();
    }

    private static double f1(String type, List<Outcome> marked, List<Outcome> all) {
        long right = marked.stream().filter(Outcome::right).count();
        long read = all.stream().filter(o -> o.read().equals(type)).count();
        return marked.size() * 2.0 * right / (marked.size() + read);
    }
}
