package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.IncidentQuery.Bounds;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue answers what the tables answer, whatever has been written since it was loaded. */
class CatalogueTest {
    private static final Merger MERGER = Merger.load();
    private static final int ROUNDS = 12;
    private static final int QUESTIONS = 15;
    private static final List<String> NAMES =
            List.of(
                    "type",
                    "mode",
                    "grade",
                    "factuality",
                    "precision",
                    "country",
                    "place",
                    "actor",
                    "source",
                    "target",
                    "outcome",
                    "context");

    @TempDir Path folder;

    @OnBoth
    void it_answers_what_the_tables_answer(Dialect dialect) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String where = Databases.fresh(dialect, folder);
        List<ReadReport> reports = new ArrayList<>(Story.war(seed, 80));
        reports.addAll(Story.month(seed, 80));
        take(where, reports.subList(0, 40));
        Catalogue catalogue = new Catalogue();
        try (Ledger read = Ledger.read(where, catalogue);
                Ledger tables = Ledger.read(where)) {
            catalogue.load(tables);
            for (int round = 0; round < ROUNDS; round++) {
                for (int n = 0; n < QUESTIONS; n++) {
                    compare(read, tables, random, "seed " + seed + ", round " + round);
                }
                if (random.nextBoolean()) {
                    int from = 40 + 10 * round;
                    take(where, reports.subList(from, from + 1 + random.nextInt(10)));
                } else {
                    decide(where, random);
                }
            }
        }
    }

    @OnBoth
    void without_being_loaded_it_leaves_the_answer_to_the_tables(Dialect dialect) {
        String where = Databases.fresh(dialect, folder);
        take(where, Story.month(1, 10));
        try (Ledger read = Ledger.read(where, new Catalogue());
                Ledger tables = Ledger.read(where)) {
            assertThat(read.incidents().count(IncidentQuery.ALL))
                    .isPositive()
                    .isEqualTo(tables.incidents().count(IncidentQuery.ALL));
        }
    }

    private static void compare(Ledger read, Ledger tables, Random random, String when) {
        IncidentQuery query = query(tables, random);
        String what = query + ", " + when;
        long count = tables.incidents().count(query);
        assertThat(read.incidents().count(query)).as(what).isEqualTo(count);
        for (IncidentOrder order : IncidentOrder.values()) {
            int offset = random.nextInt(20);
            assertThat(read.incidents().list(query, order, 10, offset))
                    .as(order + ", " + what)
                    .isEqualTo(tables.incidents().list(query, order, 10, offset));
        }
        for (String name : NAMES) {
            assertThat(tallies(read, query, name)).as(what).isEqualTo(tallies(tables, query, name));
        }
        assertThat(places(read, query)).as(what).isEqualTo(places(tables, query));
        assertThat(read.charts().places(query))
                .as(what)
                .isSortedAccordingTo(Comparator.comparingLong(Charts.Place::incidents).reversed());
        assertThat(read.charts().periods(query))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(tables.charts().periods(query))
                .isSortedAccordingTo(Comparator.comparingLong(Charts.Period::incidents).reversed());
        assertThat(read.charts().sides(query))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(tables.charts().sides(query))
                .isSortedAccordingTo(Comparator.comparingLong(Charts.Sides::incidents).reversed());
    }

    private static Map<String, Long> tallies(Ledger ledger, IncidentQuery query, String name) {
        Map<String, Long> tallies = new TreeMap<>();
        ledger.incidents()
                .tally(query, name, 10_000)
                .forEach(tally -> tallies.put(tally.value(), tally.incidents()));
        return tallies;
    }

    /** Without the one incident that is named, where there are several that could be. */
    private static Set<Charts.Place> places(Ledger ledger, IncidentQuery query) {
        return ledger.charts().places(query).stream()
                .map(
                        p ->
                                new Charts.Place(
                                        p.place(),
                                        p.country(),
                                        p.latitude(),
                                        p.longitude(),
                                        p.precision(),
                                        p.incidents(),
                                        p.incidents() == 1 ? p.uid() : ""))
                .collect(Collectors.toSet());
    }

    /** Any number of conditions, most of them such that something is found. */
    private static IncidentQuery query(Ledger ledger, Random random) {
        Map<String, List<String>> where = new TreeMap<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            List<String> values =
                    ledger.incidents().tally(IncidentQuery.ALL, name, 100).stream()
                            .map(IncidentStore.Tally::value)
                            .toList();
            List<String> asked = new ArrayList<>(List.of("Nowhere"));
            for (int more = 1 + random.nextInt(2); more > 0 && !values.isEmpty(); more--) {
                asked.add(values.get(random.nextInt(values.size())));
            }
            where.put(name, asked);
        }
        if (random.nextInt(4) == 0) {
            List<String> states = List.of("doubt", "none", "accept", "reject", "await");
            where.put("review", List.of(states.get(random.nextInt(5)), states.get(0)));
        }
        List<IncidentSummary> some =
                ledger.incidents().list(IncidentQuery.ALL, IncidentOrder.OLDEST, 1_000, 0);
        String from = random.nextInt(3) == 0 ? day(some, random) : null;
        String to = random.nextInt(3) == 0 ? day(some, random) : null;
        IncidentQuery query = new IncidentQuery(where, from, to, random.nextInt(5) == 0);
        if (random.nextInt(4) == 0) {
            query = query.withText(random.nextBoolean() ? "killed" : "Kidal killings");
        }
        return random.nextInt(6) == 0
                ? query.withBounds(
                        random.nextBoolean()
                                ? new Bounds(-10, -20, 20, 20)
                                : new Bounds(-10, 20, 20, -20))
                : query;
    }

    private static String day(List<IncidentSummary> some, Random random) {
        String day = some.get(random.nextInt(some.size())).firstDay();
        return day == null || day.length() < 10 ? "2012-06-15" : day;
    }

    private static void take(String where, List<ReadReport> reports) {
        try (Ledger ledger = Ledger.write(where, Clock.systemUTC())) {
            Run run = ledger.runs().begin();
            reports.forEach(report -> ledger.reports().take(run, report));
            ledger.incidents().settle(MERGER);
            ledger.runs().end(run);
        }
    }

    private static void decide(String where, Random random) {
        try (Ledger ledger = Ledger.write(where, Clock.systemUTC())) {
            List<IncidentSummary> all =
                    ledger.incidents().list(IncidentQuery.ALL, IncidentOrder.OLDEST, 1_000, 0);
            List<String> one = accounts(ledger, all.get(random.nextInt(all.size())));
            List<String> other = accounts(ledger, all.get(random.nextInt(all.size())));
            Decision.Act act =
                    List.of(Decision.Act.ACCEPT, Decision.Act.REJECT, Decision.Act.MERGE)
                            .get(random.nextInt(3));
            Decision decision =
                    ledger.decisions()
                            .add(
                                    act,
                                    act == Decision.Act.MERGE
                                            ? List.of(one.get(0), other.get(0))
                                            : one,
                                    List.of(),
                                    null,
                                    null,
                                    "reviewer",
                                    "at random");
            ledger.incidents().settle(MERGER, List.of(decision.id()));
        }
    }

    private static List<String> accounts(Ledger ledger, IncidentSummary row) {
        return ledger.incidents().get(row.uid()).accounts().stream()
                .map(Incident.Member::uid)
                .toList();
    }
}
