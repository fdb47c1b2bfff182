package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.casus.merge.Chains;
import org.casus.merge.Merged;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settling a little at a time comes to what merging everything at once comes to, byte for byte:
 * incidents with their links, and the pairs left for review. Reports arrive in random orders and
 * batches, some are new versions of others, so that texts go out of use, and decisions are made and
 * taken back in between. -Dcasus.orders=50 for a careful run.
 */
class IncrementalTest {
    private static final Merger MERGER = Merger.load();
    private static final int ORDERS = Integer.getInteger("casus.orders", 2);
    private static final int REPORTS = 120;
    private static final List<Decision.Act> ACTS = List.of(Decision.Act.values());

    @TempDir Path folder;

    @OnBoth
    void settling_a_little_at_a_time_comes_to_what_merging_everything_comes_to(Dialect dialect) {
        long first = System.nanoTime();
        for (int order = 0; order < ORDERS; order++) {
            long seed = first + order;
            Random random = new Random(seed);
            List<ReadReport> reports = new ArrayList<>(Story.war(seed, REPORTS / 2));
            reports.addAll(Story.month(seed, REPORTS / 2));
            Collections.shuffle(reports, random);
            try (Ledger ledger =
                    Ledger.write(Databases.fresh(dialect, folder), Clock.systemUTC())) {
                Run run = ledger.runs().begin();
                int from = 0;
                while (from < reports.size()) {
                    int to = Math.min(reports.size(), from + 1 + random.nextInt(20));
                    reports.subList(from, to).forEach(report -> ledger.reports().take(run, report));
                    from = to;
                    ledger.incidents().settle(MERGER);
                    decide(ledger, random);
                    if (random.nextInt(3) == 0) {
                        compare(ledger, "seed " + seed + " after " + from + " reports");
                    }
                }
                ledger.runs().end(run);
                compare(ledger, "seed " + seed);
                assertThat(ties(ledger, true)).as("told, seed %d", seed).isPositive();
                assertThat(ties(ledger, false)).as("inferred, seed %d", seed).isPositive();
                assertThat(Verification.of(ledger, null).faults()).isEmpty();
            }
        }
    }

    /** Now and then a decision, or one taken back. */
    private static void decide(Ledger ledger, Random random) {
        List<Incident> all = new ArrayList<>();
        ledger.incidents().each((incident, accounts) -> all.add(incident));
        List<String> decided = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            List<String> one = accounts(all.get(random.nextInt(all.size())));
            List<String> other = accounts(all.get(random.nextInt(all.size())));
            Decision.Act act = ACTS.get(random.nextInt(ACTS.size()));
            if (act == Decision.Act.SPLIT && one.size() > 1) {
                other = one.subList(1, one.size());
                one = one.subList(0, 1);
            } else if (act == Decision.Act.MERGE && !one.equals(other)) {
                one = List.of(one.get(0), other.get(0));
            } else if (act == Decision.Act.SPLIT
                    || act == Decision.Act.MERGE
                    || one.equals(other)) {
                continue;
            }
            boolean two = act == Decision.Act.SPLIT || act == Decision.Act.LINK;
            decided.add(
                    ledger.decisions()
                            .add(
                                    act,
                                    one,
                                    two ? other : List.of(),
                                    act == Decision.Act.CORRECT ? "killed" : null,
                                    act == Decision.Act.CORRECT
                                            ? "9"
                                            : act == Decision.Act.LINK ? "retaliation-for" : null,
                                    "reviewer",
                                    "at random")
                            .id());
        }
        List<Decision> inForce = ledger.decisions().inForce();
        if (!inForce.isEmpty() && random.nextInt(3) == 0) {
            String id = inForce.get(random.nextInt(inForce.size())).id();
            ledger.decisions().undo(id, "reviewer", "at random");
            decided.add(id);
        }
        ledger.incidents().settle(MERGER, decided);
    }

    private static List<String> accounts(Incident incident) {
        return incident.accounts().stream().map(Incident.Member::uid).toList();
    }

    private static void compare(Ledger ledger, String when) {
        Merged merged =
                MERGER.merge(
                        active(ledger), ledger.decisions().inForce(), TollPolicy.REPRESENTATIVE);
        List<Incident> linked = Chains.over(merged.incidents());
        TreeMap<String, String> expected = new TreeMap<>();
        linked.forEach(incident -> expected.put(incident.uid(), LedgerJson.line(incident)));
        TreeMap<String, String> found = new TreeMap<>();
        ledger.incidents()
                .each((incident, accounts) -> found.put(incident.uid(), LedgerJson.line(incident)));
        assertThat(found).as(when).isEqualTo(expected);
        assertThat(ledger.incidents().doubts().stream().map(IncidentStore.Doubt::comparison))
                .as(when)
                .containsExactlyInAnyOrderElementsOf(merged.review());
        for (Incident incident : linked) {
            if (!incident.links().isEmpty()) {
                assertThat(ledger.incidents().linked(incident.uid()).links())
                        .as(when)
                        .isEqualTo(incident.links());
                List<String> chain = uids(Chains.of(incident.uid(), linked));
                assertThat(chained(ledger, incident, chain.size())).as(when).isEqualTo(chain);
                assertThat(chained(ledger, incident, chain.size() - 1))
                        .as(when)
                        .hasSize(chain.size() - 1)
                        .contains(incident.uid())
                        .isSubsetOf(chain);
                break;
            }
        }
    }

    private static List<String> chained(Ledger ledger, Incident incident, int most) {
        return uids(ledger.incidents().chain(incident.uid(), most).incidents());
    }

    /** How many links reports tell of, or were inferred. */
    private static long ties(Ledger ledger, boolean told) {
        List<Incident.Tie> ties = new ArrayList<>();
        ledger.incidents().each((incident, accounts) -> ties.addAll(incident.links()));
        return ties.stream().filter(tie -> tie.accounts().isEmpty() != told).count();
    }

    private static List<String> uids(List<Incident> incidents) {
        return incidents.stream().map(Incident::uid).toList();
    }

    private static List<Account> active(Ledger ledger) {
        StoredAccounts stored = new StoredAccounts();
        return ledger
                .database()
                .query("active-accounts")
                .map((row, context) -> stored.read(row))
                .list()
                .stream()
                .map(StoredAccounts.Numbered::account)
                .toList();
    }
}
