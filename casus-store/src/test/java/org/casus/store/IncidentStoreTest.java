package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.junit.jupiter.api.io.TempDir;

class IncidentStoreTest {
    private static final Merger MERGER = Merger.load();

    /** Orders of arrival that are tried: -Dcasus.orders=50 for a careful run. */
    private static final int ORDERS = Integer.getInteger("casus.orders", 4);

    @TempDir Path folder;
    private final Ticking clock = new Ticking();

    /** A clock that is a day later every time that it is told so. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void nextDay() {
            now = now.plus(Duration.ofDays(1));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Ledger open(Dialect dialect) {
        return Ledger.write(Databases.fresh(dialect, folder), clock);
    }

    private static void take(Ledger ledger, ReadReport... reports) {
        Run run = ledger.runs().begin();
        for (ReadReport report : reports) {
            ledger.reports().take(run, report);
        }
        ledger.incidents().settle(MERGER);
        ledger.runs().end(run);
    }

    private static List<Incident> all(Ledger ledger) {
        List<Incident> all = new ArrayList<>();
        ledger.incidents().each((incident, accounts) -> all.add(incident));
        return all;
    }

    private static ReadReport gao(String file, String outlet, String published, int killed) {
        return new Story().killing("Gao", "MLI", "2013-03-04", killed).in(file, outlet, published);
    }

    @OnBoth
    void what_two_papers_tell_is_one_incident_with_both_numbers(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(
                    ledger,
                    gao("a.txt", "Courier", "2013-03-05", 5),
                    gao("b.txt", "Herald", "2013-03-06", 7));

            List<Incident> incidents = all(ledger);
            assertThat(incidents).hasSize(1);
            assertThat(incidents.get(0).independentSources()).isEqualTo(2);
            assertThat(incidents.get(0).accounts())
                    .extracting(Incident.Member::outlet)
                    .containsExactly("Courier", "Herald");
            assertThat(Verification.of(ledger, null).faults()).isEmpty();
        }
    }

    @OnBoth
    void the_order_of_arrival_makes_no_difference(Dialect dialect) {
        List<ReadReport> reports = new ArrayList<>(Story.month(5, 40));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String expected = null;
        for (int order = 0; order < ORDERS; order++) {
            try (Ledger ledger = open(dialect)) {
                int from = 0;
                while (from < reports.size()) {
                    int to =
                            order == 0
                                    ? reports.size()
                                    : Math.min(reports.size(), from + 1 + random.nextInt(15));
                    take(ledger, reports.subList(from, to).toArray(ReadReport[]::new));
                    from = to;
                }
                String export = Export.of(ledger);
                expected = expected == null ? export : expected;
                assertThat(export).as("seed %d", seed).isEqualTo(expected);
                assertThat(Verification.of(ledger, null).faults()).isEmpty();
            }
            Collections.shuffle(reports, random);
        }
    }

    @OnBoth
    void a_new_version_takes_the_place_of_the_old_one(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(ledger, gao("a.txt", "Courier", "2013-03-05", 5));
            clock.nextDay();
            take(ledger, gao("a.txt", "Courier", "2013-03-06", 9));

            List<Incident> incidents = all(ledger);
            assertThat(incidents).hasSize(1);
            assertThat(incidents.get(0).text()).contains("9 people");
            assertThat(ledger.history().all("2026-01-01").get(0).text()).contains("5 people");
            assertThat(ledger.history().all("2025-12-31")).isEmpty();
            assertThat(Verification.of(ledger, null).faults()).isEmpty();
        }
    }

    @OnBoth
    void an_older_report_that_comes_late_renames_the_incident_and_the_old_name_holds(
            Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(ledger, gao("late.txt", "Herald", "2013-03-07", 5));
            String first = all(ledger).get(0).uid();
            clock.nextDay();
            take(ledger, gao("early.txt", "Courier", "2013-03-05", 5));

            assertThat(all(ledger)).hasSize(1);
            String now = all(ledger).get(0).uid();
            assertThat(now).isNotEqualTo(first);
            assertThat(ledger.incidents().uid(first)).isEqualTo(now);
            assertThat(ledger.history().of(now)).hasSize(2);
            assertThat(ledger.history().of(now).get(0).what()).startsWith("began");
            assertThat(ledger.history().of(now, "2026-01-01"))
                    .extracting(Incident::uid)
                    .containsExactly(first);
        }
    }

    @OnBoth
    void incidents_are_found_by_what_they_have(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(
                    ledger,
                    gao("a.txt", "Courier", "2013-03-05", 5),
                    new Story()
                            .killing("Mosul", "IRQ", "2016-10-20", 3)
                            .in("b.txt", "Herald", "2016-10-21"));

            assertThat(
                            asked(
                                    ledger,
                                    new IncidentQuery(
                                            Map.of("country", List.of("irq")), null, null, false)))
                    .hasSize(1);
            assertThat(
                            asked(
                                    ledger,
                                    IncidentQuery.of(
                                            List.of("country=IRQ,MLI", "type=assault"),
                                            null,
                                            "2015-01-01",
                                            false)))
                    .extracting(Incident::text)
                    .allMatch(text -> text.contains("Gao"));
            assertThat(asked(ledger, IncidentQuery.of(List.of(), "2020-01-01", null, false)))
                    .isEmpty();
            assertThatThrownBy(() -> IncidentQuery.of(List.of("colour=red"), null, null, false))
                    .hasMessageContaining("colour")
                    .hasMessageContaining("country");
        }
    }

    private static List<Incident> asked(Ledger ledger, IncidentQuery query) {
        List<Incident> found = new ArrayList<>();
        ledger.incidents()
                .each(
                        query,
                        (incident, accounts) -> {
                            assertThat(query.matches(incident)).isTrue();
                            found.add(incident);
                        });
        return found;
    }

    @OnBoth
    void a_decision_outlives_what_is_read_later_and_can_be_taken_back(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(
                    ledger,
                    gao("a.txt", "Courier", "2013-03-05", 5),
                    gao("b.txt", "Herald", "2013-03-06", 7));
            Incident one = all(ledger).get(0);
            String first = one.accounts().get(0).uid();
            String second = one.accounts().get(1).uid();

            Decision split =
                    ledger.decisions()
                            .add(
                                    Decision.Act.SPLIT,
                                    List.of(first),
                                    List.of(second),
                                    null,
                                    null,
                                    "reviewer",
                                    "two raids");
            ledger.incidents().settle(MERGER, List.of(split.id()));
            assertThat(all(ledger)).hasSize(2);

            take(ledger, gao("c.txt", "Times", "2013-03-08", 7));
            assertThat(all(ledger)).hasSize(2);

            ledger.decisions().undo(split.id(), "reviewer", "one raid after all");
            ledger.incidents().settle(MERGER, List.of(split.id()));
            assertThat(all(ledger)).hasSize(1);
            assertThatThrownBy(() -> ledger.decisions().undo(split.id(), "reviewer", "again"))
                    .isInstanceOf(LedgerException.class);
            assertThat(Verification.of(ledger, null).faults()).isEmpty();
        }
    }

    @OnBoth
    void a_decision_whose_text_has_changed_is_an_orphan(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(ledger, gao("a.txt", "Courier", "2013-03-05", 5));
            Decision accept =
                    ledger.decisions()
                            .add(
                                    Decision.Act.ACCEPT,
                                    List.of(all(ledger).get(0).accounts().get(0).uid()),
                                    List.of(),
                                    null,
                                    null,
                                    "reviewer",
                                    "checked");
            ledger.incidents().settle(MERGER, List.of(accept.id()));
            assertThat(all(ledger).get(0).reviewed()).isEqualTo("accept");
            assertThat(ledger.decisions().orphan(accept)).isFalse();

            take(ledger, gao("a.txt", "Courier", "2013-03-06", 6));

            assertThat(all(ledger).get(0).reviewed()).isNull();
            assertThat(ledger.decisions().orphan(accept)).isTrue();
        }
    }

    @OnBoth
    void a_change_of_an_incident_behind_the_journal_is_found(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            take(ledger, gao("a.txt", "Courier", "2013-03-05", 5));
            ledger.database()
                    .handle()
                    .execute(
                            "update incident_record set json = ?",
                            Gzip.of(
                                            LedgerJson.line(all(ledger).get(0))
                                                    .replace("2013-03-04", "2013-03-03"))
                                    .bytes());

            assertThat(Verification.of(ledger, null).faults())
                    .singleElement()
                    .asString()
                    .contains("is not what the journal says");
        }
    }
}
