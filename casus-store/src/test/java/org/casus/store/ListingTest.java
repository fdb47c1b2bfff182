package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.IncidentQuery.Bounds;
import org.junit.jupiter.api.io.TempDir;

/** Lists, counts and maps of incidents. */
class ListingTest {
    private static final Merger MERGER = Merger.load();

    @TempDir Path folder;

    private Ledger filled(Dialect dialect) {
        Ledger ledger = Ledger.write(Databases.fresh(dialect, folder), Clock.systemUTC());
        Run run = ledger.runs().begin();
        Story.war(3, 30).forEach(report -> ledger.reports().take(run, report));
        Story.month(3, 30).forEach(report -> ledger.reports().take(run, report));
        ledger.incidents().settle(MERGER);
        ledger.runs().end(run);
        return ledger;
    }

    private static IncidentQuery where(String... conditions) {
        return IncidentQuery.of(List.of(conditions), null, null, false);
    }

    private static List<IncidentSummary> list(Ledger ledger, IncidentQuery query) {
        return ledger.incidents().list(query, IncidentOrder.OLDEST, 1_000, 0);
    }

    @OnBoth
    void pages_follow_each_other_and_the_count_is_that_of_all(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            List<IncidentSummary> all = list(ledger, IncidentQuery.ALL);
            assertThat(ledger.incidents().count(IncidentQuery.ALL)).isEqualTo(all.size());
            for (IncidentOrder order : IncidentOrder.values()) {
                List<IncidentSummary> paged = new ArrayList<>();
                for (int from = 0; from < all.size(); from += 7) {
                    paged.addAll(ledger.incidents().list(IncidentQuery.ALL, order, 7, from));
                }
                assertThat(paged).as(order.name()).containsExactlyInAnyOrderElementsOf(all);
            }
            assertThat(ledger.incidents().list(IncidentQuery.ALL, IncidentOrder.DEADLIEST, 1, 0))
                    .extracting(IncidentSummary::deadBest)
                    .containsExactly(
                            all.stream()
                                    .map(IncidentSummary::deadBest)
                                    .filter(Objects::nonNull)
                                    .max(Integer::compare)
                                    .orElseThrow());
        }
    }

    @OnBoth
    void what_is_doubtful_comes_before_what_is_not(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            List<IncidentSummary> all =
                    ledger.incidents().list(IncidentQuery.ALL, IncidentOrder.DOUBTFUL, 1_000, 0);
            Comparator<IncidentSummary> denied =
                    Comparator.comparing(row -> row.grade().equals("contested"));
            assertThat(all)
                    .isSortedAccordingTo(
                            denied.thenComparing(IncidentSummary::contested)
                                    .thenComparing(row -> row.grade().equals("weak"))
                                    .reversed());
            assertThat(all.stream().map(IncidentSummary::contested).distinct()).hasSize(2);
        }
    }

    @OnBoth
    void a_row_says_what_the_incident_says(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            for (IncidentSummary row : list(ledger, where("actor=NER"))) {
                Incident incident = ledger.incidents().get(row.uid());
                assertThat(row.type()).isEqualTo(incident.type());
                assertThat(row.line()).isEqualTo(incident.text());
                assertThat(row.accounts()).isEqualTo(incident.accounts().size());
                assertThat(row.sources()).isEqualTo(incident.independentSources());
                assertThat(row.source() + row.target()).contains("NER");
                assertThat(row.firstDay()).isNotNull();
                assertThat(row.place()).isEqualTo(incident.places().get(0).name());
            }
        }
    }

    @OnBoth
    void words_are_found_in_the_sentences_that_tell_of_an_incident(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            List<IncidentSummary> found =
                    list(ledger, IncidentQuery.ALL.withText("killings Kidal"));
            assertThat(found)
                    .isNotEmpty()
                    .allMatch(
                            row ->
                                    ledger.incidents().accounts(row.uid()).stream()
                                            .flatMap(account -> account.mentions().stream())
                                            .anyMatch(
                                                    mention ->
                                                            mention.sentence()
                                                                    .text()
                                                                    .contains("Kidal")));
            assertThatThrownBy(() -> list(ledger, IncidentQuery.ALL.withText("?!")))
                    .isInstanceOf(LedgerException.class);
        }
    }

    @OnBoth
    void what_waits_for_a_reviewer_and_what_was_reviewed_can_be_asked_for(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            List<IncidentSummary> doubtful = list(ledger, where("review=doubt"));
            assertThat(doubtful)
                    .isNotEmpty()
                    .allMatch(IncidentSummary::doubtful)
                    .hasSize(
                            (int)
                                    list(ledger, IncidentQuery.ALL).stream()
                                            .filter(IncidentSummary::doubtful)
                                            .count());
            String uid = doubtful.get(0).uid();
            List<String> accounts =
                    ledger.incidents().get(uid).accounts().stream()
                            .map(Incident.Member::uid)
                            .toList();
            Decision accept =
                    ledger.decisions()
                            .add(
                                    Decision.Act.ACCEPT,
                                    accounts,
                                    List.of(),
                                    null,
                                    null,
                                    "reviewer",
                                    "checked");
            ledger.incidents().settle(MERGER, List.of(accept.id()));
            assertThat(list(ledger, where("review=accept")))
                    .extracting(IncidentSummary::uid)
                    .containsExactly(uid);
            assertThat(ledger.incidents().count(where("review=accept,none")))
                    .isEqualTo(ledger.incidents().count(IncidentQuery.ALL));
            assertThatThrownBy(() -> where("review=perhaps")).hasMessageContaining("doubt");
        }
    }

    @OnBoth
    void a_map_has_what_has_a_position(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            assertThat(ledger.incidents().points(IncidentQuery.ALL, 10)).isEmpty();
            ledger.database()
                    .handle()
                    .execute(
                            "update incident set latitude = 12.5, longitude = -3.5 where type ="
                                    + " 'ASSAULT'");
            long assaults = ledger.incidents().count(where("type=assault"));
            assertThat(ledger.incidents().points(IncidentQuery.ALL, 1_000))
                    .hasSize((int) assaults)
                    .allMatch(point -> point.latitude() == 12.5 && point.type().equals("ASSAULT"));
            Bounds here = new Bounds(10, -5, 15, 0);
            Bounds acrossTheDateLine = new Bounds(10, 170, 15, -3);
            Bounds elsewhere = new Bounds(10, 0, 15, 5);
            assertThat(ledger.incidents().count(IncidentQuery.ALL.withBounds(here)))
                    .isEqualTo(assaults);
            assertThat(ledger.incidents().count(IncidentQuery.ALL.withBounds(acrossTheDateLine)))
                    .isEqualTo(assaults);
            assertThat(ledger.incidents().count(IncidentQuery.ALL.withBounds(elsewhere))).isZero();
        }
    }

    @OnBoth
    void charts_count_every_incident_once(Dialect dialect) {
        try (Ledger ledger = filled(dialect)) {
            ledger.database()
                    .handle()
                    .execute(
                            "update incident set place = 'Gao', country = 'MLI', latitude = 16.3,"
                                    + " longitude = -0.05, precision = 'exact' where type ="
                                    + " 'ASSAULT'");
            ledger.database()
                    .handle()
                    .execute("update incident set precision = null where type <> 'ASSAULT'");
            long all = ledger.incidents().count(IncidentQuery.ALL);
            long assaults = ledger.incidents().count(where("type=assault"));
            Charts charts = ledger.charts();

            assertThat(charts.places(IncidentQuery.ALL))
                    .filteredOn(place -> "Gao".equals(place.place()))
                    .singleElement()
                    .satisfies(
                            gao -> {
                                assertThat(gao.incidents()).isEqualTo(assaults);
                                assertThat(gao.latitude()).isEqualTo(16.3);
                            });
            assertThat(
                            charts.places(IncidentQuery.ALL).stream()
                                    .mapToLong(Charts.Place::incidents)
                                    .sum())
                    .isEqualTo(all);
            assertThat(
                            charts.periods(IncidentQuery.ALL).stream()
                                    .mapToLong(Charts.Period::incidents)
                                    .sum())
                    .isEqualTo(all);
            assertThat(
                            charts.sides(where("type=assault")).stream()
                                    .mapToLong(Charts.Sides::incidents)
                                    .sum())
                    .isEqualTo(assaults);
            assertThat(ledger.incidents().count(where("precision=exact"))).isEqualTo(assaults);
            assertThat(ledger.incidents().count(where("precision=none"))).isEqualTo(all - assaults);
        }
    }
}
