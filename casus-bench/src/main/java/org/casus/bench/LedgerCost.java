package org.casus.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.IncidentOrder;
import org.casus.store.IncidentQuery;
import org.casus.store.IncidentQuery.Bounds;
import org.casus.store.IncidentStore;
import org.casus.store.IncidentSummary;
import org.casus.store.Ledger;
import org.casus.store.Run;

/** How long a ledger of many incidents takes to answer what a reader or a reviewer asks of it. */
final class LedgerCost {
    private static final int TIMES = 20;
    private static final int PAGE = 50;
    private static final int ON_A_MAP = 10_000;
    private static final double WANTED = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Ledger ledger;
    private final IncidentStore incidents;
    private final Merger merger = Merger.load();
    private final Random random = new Random(7);

    private LedgerCost(Ledger ledger) {
        this.ledger = ledger;
        this.incidents = ledger.incidents();
    }

    /**
     * @param folder of the ledger; it is filled if it is not there yet
     */
    static void measure(int incidents, Path folder) throws Exception {
        boolean there = Files.exists(folder.resolve("ledger.db"));
        try (Ledger ledger = Ledger.write(folder.toString(), Clock.systemUTC())) {
            LedgerCost cost = new LedgerCost(ledger);
            if (!there) {
                cost.fill(incidents);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d incidents, %,d MB in %s%n",
                    cost.incidents.count(IncidentQuery.ALL),
                    Files.size(folder.resolve("ledger.db")) >> 20,
                    folder);
        }
        try (Ledger ledger = Ledger.write(folder.toString(), Clock.systemUTC())) {
            new LedgerCost(ledger).ask(folder);
        }
    }

    private void fill(int count) {
        long began = System.nanoTime();
        MadeUpReports reports = new MadeUpReports(count);
        Run run = ledger.runs().begin();
        int taken = 0;
        while (reports.hasNext()) {
            ledger.reports().take(run, reports.next());
            taken++;
        }
        System.out.printf(Locale.ROOT, "%,d reports taken in %.1f s%n", taken, seconds(began));
        began = System.nanoTime();
        incidents.settle(merger);
        ledger.runs().end(run);
        System.out.printf(Locale.ROOT, "settled in %.1f s%n", seconds(began));
    }

    private void ask(Path folder) {
        time("open the ledger", n -> Ledger.read(folder.toString()).close());
        page("all", IncidentQuery.ALL);
        page("of a country", where("country=" + MadeUpReports.country(3)));
        page("of a type", where("type=COERCE"));
        page("of a year", IncidentQuery.of(List.of(), "2004-01-01", "2004-12-31", false));
        page("contested", IncidentQuery.of(List.of(), null, null, true));
        page("of a grade", where("grade=fair"));
        page("of an actor", where("actor=Group77"));
        page("not reviewed", where("review=none"));
        page("to be reviewed", where("review=doubt"));
        page("with words", IncidentQuery.ALL.withText("embassy Group77"));
        page("with a common word", IncidentQuery.ALL.withText("killed"));
        page(
                "of all that together",
                IncidentQuery.of(
                                List.of("country=" + MadeUpReports.country(3), "type=ASSAULT"),
                                "2001-01-01",
                                "2012-12-31",
                                true)
                        .withText("market"));
        time(
                "page 1,000, deadliest first",
                n -> incidents.list(IncidentQuery.ALL, IncidentOrder.DEADLIEST, PAGE, 999 * PAGE));
        time("search reports, rare words", n -> ledger.search().find("Group" + n + " embassy", 20));
        time("search reports, a common word", n -> ledger.search().find("killed", 20));
        List<IncidentSummary> some =
                incidents.list(IncidentQuery.ALL, IncidentOrder.MOST_SOURCES, 1_000, 0);
        time(
                "one incident, accounts, history",
                n -> {
                    String uid = any(some).uid();
                    ledger.history().with(incidents.linked(uid));
                    incidents.accounts(uid);
                });
        time("a chain", n -> incidents.chain(any(some).uid(), 200));
        time("map, all of it, " + ON_A_MAP, n -> incidents.points(IncidentQuery.ALL, ON_A_MAP));
        time(
                "map, a country",
                n -> incidents.points(where("country=" + MadeUpReports.country(n)), ON_A_MAP));
        time(
                "map, a part",
                n ->
                        incidents.points(
                                IncidentQuery.ALL.withBounds(new Bounds(n, n, n + 10, n + 20)),
                                ON_A_MAP));
        time("decide: accept", n -> decide(Decision.Act.ACCEPT, accounts(any(some))));
        time(
                "decide: merge two",
                n ->
                        decide(
                                Decision.Act.MERGE,
                                List.of(accounts(any(some)).get(0), accounts(any(some)).get(0))));
        int fresh = (int) (incidents.count(IncidentQuery.ALL) + 1);
        MadeUpReports more = new MadeUpReports(fresh);
        Run run = ledger.runs().begin();
        time(
                "take one more report, settle",
                n -> {
                    ledger.reports().take(run, more.next());
                    incidents.settle(merger);
                });
        ledger.runs().end(run);
    }

    private void decide(Decision.Act act, List<String> accounts) {
        Decision made =
                ledger.decisions().add(act, accounts, List.of(), null, null, "bench", "measured");
        incidents.settle(merger, List.of(made.id()));
    }

    private List<String> accounts(IncidentSummary row) {
        return incidents.get(incidents.uid(row.uid())).accounts().stream()
                .map(Incident.Member::uid)
                .toList();
    }

    private IncidentSummary any(List<IncidentSummary> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static IncidentQuery where(String condition) {
        return IncidentQuery.of(List.of(condition), null, null, false);
    }

    private void page(String what, IncidentQuery query) {
        long[] count = new long[1];
        time(
                "page and count, " + what,
                n -> {
                    count[0] = incidents.count(query);
                    incidents.list(query, IncidentOrder.NEWEST, PAGE, 0);
                });
        System.out.printf(Locale.ROOT, "    of %,d%n", count[0]);
    }

    private static void time(String what, IntConsumer work) {
        Samples millis = new Samples();
        Samples processor = new Samples();
        for (int n = 0; n < TIMES; n++) {
            long began = System.nanoTime();
            long used = THREADS.getCurrentThreadCpuTime();
            work.accept(n);
            processor.add((THREADS.getCurrentThreadCpuTime() - used) / 1e6);
            millis.add(seconds(began) * 1e3);
        }
        System.out.printf(
                Locale.ROOT,
                "  %-34s %s ms, %.1f of the processor%s%n",
                what,
                millis.spread("%.1f"),
                processor.median(),
                millis.median() > WANTED ? "  (wanted: " + WANTED + ")" : "");
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
