package org.casus.extract.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.casus.extract.OwnSentences;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Reading;
import org.junit.jupiter.api.Test;

/** Events told as happened in 120 short reports of conflict and of other things. */
class SubjectSetTest {
    private static final double SILENT = 0.60;
    private static final double HEARD = 0.90;

    private static final Set<Factuality> TOLD =
            Set.of(Factuality.HAPPENED, Factuality.ONGOING, Factuality.ATTEMPTED);

    /** A report and what it was taken to tell. */
    record Outcome(boolean ofConflict, List<String> events, String text) {
        @Override
        public String toString() {
            return (ofConflict ? "conflict: " : "other: ") + events + " " + text;
        }

        boolean right() {
            return ofConflict != events.isEmpty();
        }
    }

    @Test
    void reports_of_other_things_tell_no_event_of_conflict() {
        OwnSentences<Outcome> set =
                OwnSentences.read(SubjectSetTest.class, "reports.txt", SubjectSetTest::outcomes);
        System.out.println(
                set.shares("of conflict, with an event", Outcome::ofConflict, Outcome::right)
                        + set.shares("of other, without", o -> !o.ofConflict(), Outcome::right)
                        + OwnSentences.line(
                                "events of other reports", wrong(set, false), wrong(set, true))
                        + set.wrong(Outcome::right));

        assertThat(set.outcomes()).hasSize(120);
        for (boolean heldBack : new boolean[] {false, true}) {
            assertThat(set.share(heldBack, Outcome::ofConflict, Outcome::right))
                    .isGreaterThanOrEqualTo(HEARD);
            assertThat(set.share(heldBack, o -> !o.ofConflict(), Outcome::right))
                    .isGreaterThanOrEqualTo(SILENT);
        }
    }

    private static double wrong(OwnSentences<Outcome> set, boolean heldBack) {
        return set.part(heldBack).stream()
                .filter(o -> !o.ofConflict())
                .mapToInt(o -> o.events().size())
                .sum();
    }

    private static List<Outcome> outcomes(String line, Function<String, Reading> reader) {
        String[] cells = line.split(" *\\| *", 2);
        List<String> told =
                reader.apply(cells[1]).events().stream()
                        .filter(e -> TOLD.contains(e.factuality()))
                        .map(Event::text)
                        .toList();
        return List.of(new Outcome(cells[0].equals("conflict"), told, cells[1]));
    }
}
