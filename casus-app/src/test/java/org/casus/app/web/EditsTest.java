package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.casus.acquire.Arrival.Input;
import org.casus.app.http.Access;
import org.casus.app.http.Passwords;
import org.casus.app.view.Desk;
import org.casus.app.web.Browsing.Told;
import org.casus.merge.Merger;
import org.casus.model.Decision;
import org.casus.publish.LedgerJson;
import org.casus.store.IncidentQuery;
import org.casus.store.Ledger;
import org.casus.store.Person.Rank;
import org.casus.store.ReadReport;
import org.casus.store.Run;
import org.casus.store.Team;
import org.casus.store.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight reviewers merge, split and correct the same few incidents at the same time. Whatever is
 * answered with 201 is in the ledger, whatever came too late is answered with 409, and the ledger
 * is what its decisions make of its reports. Asked for 1,000 edits each: -Dcasus.edits=1000.
 */
class EditsTest {
    private static final int CLIENTS = 8;
    private static final int EDITS = Integer.getInteger("casus.edits", 25);
    private static final int INCIDENTS = 24;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "correct horse battery";

    @TempDir Path folder;

    @Test
    void nothing_is_lost_in_sqlite() throws Exception {
        edit(folder.resolve("ledger").toString());
    }

    @Test
    void nothing_is_lost_in_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            edit(postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    /** Gives up the test where PostgreSQL does not start. */
    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            throw new TestAbortedException(
                    "PostgreSQL does not start here, so nothing is tested on it", e);
        }
    }

    private void edit(String where) throws Exception {
        long seed = System.nanoTime();
        fill(where);
        String hash = Passwords.hash(PASSWORD);
        Desk desk = Desk.open(where, Clock.systemUTC());
        desk.team(
                team -> {
                    for (int i = 0; i < CLIENTS; i++) {
                        team.add("r" + i, Rank.REVIEWER, hash, new Team.By("test", Team.TERMINAL));
                    }
                    return team;
                });
        long started = System.nanoTime();
        Map<Integer, Integer> answers = new TreeMap<>();
        Workbench open = Workbench.team(desk, 0, Access.LOCAL, false, System.err);
        try (Workbench workbench = open) {
            List<Reviewer> reviewers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                reviewers.add(new Reviewer(workbench, "r" + i, new Random(seed + i)));
            }
            collide(reviewers, answers);
            List<Callable<Map<Integer, Integer>>> work = new ArrayList<>();
            reviewers.forEach(reviewer -> work.add(() -> reviewer.work(EDITS)));
            together(work)
                    .forEach(some -> some.forEach((k, n) -> answers.merge(k, n, Integer::sum)));
        }
        long seconds = (System.nanoTime() - started) / 1_000_000_000;
        System.out.println(
                "edits: " + CLIENTS + " x " + EDITS + " in " + seconds + " s, answers " + answers);
        assertThat(answers.keySet()).as("seed %d", seed).isSubsetOf(201, 409);
        assertThat(answers).as("seed %d", seed).containsKeys(201, 409);
        check(where, answers.getOrDefault(201, 0), seed);
    }

    /** All correct one incident as they saw it at the same time: one is first, all others late. */
    private static void collide(List<Reviewer> reviewers, Map<Integer, Integer> answers)
            throws Exception {
        for (int round = 0; round < 5; round++) {
            JsonNode seen = reviewers.get(0).incident(reviewers.get(0).uids().get(round));
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < reviewers.size(); i++) {
                Reviewer reviewer = reviewers.get(i);
                int dead = 5_000 + round * 100 + i;
                work.add(() -> reviewer.decide(Reviewer.correction(seen, dead)));
            }
            List<Integer> statuses = together(work);
            assertThat(statuses).containsOnlyOnce(201).hasSize(CLIENTS);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(CLIENTS - 1);
            statuses.forEach(status -> answers.merge(status, 1, Integer::sum));
        }
    }

    private static <T> List<T> together(List<Callable<T>> work)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<T> all = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Somebody who decides in a hurry, without looking who else does. */
    private static final class Reviewer {
        private final Browsing browsing;
        private final String credentials;
        private final Random random;
        private int values = 10_000;

        Reviewer(Workbench workbench, String name, Random random) {
            this.browsing = new Browsing(workbench);
            this.credentials =
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(
                                            (name + ":" + PASSWORD)
                                                    .getBytes(StandardCharsets.UTF_8));
            this.random = random;
        }

        Map<Integer, Integer> work(int edits) {
            Map<Integer, Integer> answers = new TreeMap<>();
            for (int done = 0; done < edits; done++) {
                answers.merge(decide(order()), 1, Integer::sum);
            }
            return answers;
        }

        private String order() {
            JsonNode one = any();
            List<String> accounts = accounts(one);
            int dice = random.nextInt(3);
            if (dice == 0) {
                JsonNode other = any();
                if (!uid(one).equals(uid(other))) {
                    return "{\"act\":\"merge\",\"incidents\":["
                            + seen(one)
                            + ","
                            + seen(other)
                            + "]}";
                }
            }
            if (dice == 1 && accounts.size() > 1) {
                String split = accounts.get(random.nextInt(accounts.size()));
                return "{\"act\":\"split\",\"incidents\":["
                        + seen(one)
                        + "],\"accounts\":[\""
                        + split
                        + "\"]}";
            }
            return correction(one, ++values);
        }

        static String correction(JsonNode one, int dead) {
            return "{\"act\":\"correct\",\"field\":\"killed\",\"value\":\""
                    + dead
                    + "\",\"incidents\":["
                    + seen(one)
                    + "]}";
        }

        private JsonNode any() {
            while (true) {
                List<String> uids = uids();
                JsonNode incident = incident(uids.get(random.nextInt(uids.size())));
                // Somebody may have merged it into another meanwhile.
                if (!incident.path("revision").isMissingNode()) {
                    return incident;
                }
            }
        }

        List<String> uids() {
            List<String> uids = new ArrayList<>();
            JSON.readTree(get("/api/v1/incidents"))
                    .path("lines")
                    .forEach(line -> uids.add(line.path("uid").stringValue()));
            return uids;
        }

        JsonNode incident(String uid) {
            return JSON.readTree(get("/api/v1/incidents/" + uid));
        }

        private String get(String path) {
            return browsing.send(
                            HttpRequest.newBuilder(browsing.at(path))
                                    .header("Authorization", credentials))
                    .body();
        }

        int decide(String order) {
            HttpResponse<String> answer =
                    browsing.send(
                            HttpRequest.newBuilder(browsing.at("/api/v1/decisions"))
                                    .header("Authorization", credentials)
                                    .POST(HttpRequest.BodyPublishers.ofString(order)));
            if (answer.statusCode() != 201 && answer.statusCode() != 409) {
                System.err.println(order + "\n" + answer.body());
            }
            return answer.statusCode();
        }

        private static String uid(JsonNode incident) {
            return incident.path("line").path("uid").stringValue();
        }

        private static String seen(JsonNode incident) {
            return "{\"uid\":\""
                    + uid(incident)
                    + "\",\"revision\":"
                    + incident.path("revision").longValue()
                    + "}";
        }

        private static List<String> accounts(JsonNode incident) {
            List<String> accounts = new ArrayList<>();
            for (JsonNode source : incident.path("sources")) {
                source.path("reports")
                        .forEach(telling -> accounts.add(telling.path("account").stringValue("")));
            }
            return accounts;
        }
    }

    // ---- what has become of it

    private static void fill(String where) {
        try (Ledger ledger = Ledger.write(where, Browsing.NOON)) {
            Run run = ledger.runs().begin();
            for (int i = 0; i < INCIDENTS; i++) {
                String day = LocalDate.of(2010, 1, 1).plusDays(40L * i).toString();
                Told told = Told.killing(i + ".txt", "Dead " + i, 10 + i, "Gao", "MLI", day);
                ledger.reports()
                        .take(
                                run,
                                ReadReport.of(
                                        told.report(),
                                        new Input(told.report().key(), null),
                                        told.record()));
            }
            ledger.incidents().settle(Merger.load());
            ledger.runs().end(run);
        }
    }

    private void check(String where, int accepted, long seed) {
        String again = folder.resolve("again").toString();
        fill(again);
        try (Ledger ledger = Ledger.read(where);
                Ledger replay = Ledger.write(again, Clock.systemUTC())) {
            List<Decision> decisions = ledger.decisions().all();
            assertThat(decisions).as("none is lost, seed %d", seed).hasSize(accepted);
            long acts =
                    ledger.team().acts("", "", 0, Integer.MAX_VALUE).stream()
                            .filter(act -> act.about().startsWith("d"))
                            .count();
            assertThat(acts).as("each has its author").isEqualTo(accepted);
            assertThat(Verification.of(ledger, null).faults())
                    .as("state and journal, seed %d", seed)
                    .isEmpty();
            for (Decision d : decisions) {
                replay.decisions()
                        .add(
                                d.act(),
                                d.accounts(),
                                d.others(),
                                d.field(),
                                d.value(),
                                d.author(),
                                d.reason());
            }
            replay.incidents().settle(Merger.load());
            assertThat(state(ledger)).as("seed %d", seed).isEqualTo(state(replay));
        }
    }

    private static List<String> state(Ledger ledger) {
        List<String> all = new ArrayList<>();
        ledger.incidents()
                .each(
                        IncidentQuery.ALL,
                        (incident, accounts) -> all.add(LedgerJson.line(incident)));
        return all.stream().sorted().toList();
    }
}
