package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.casus.store.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * {@code casus ingest}, the real one, killed (SIGKILL) while it reads reports: taken up again, it
 * has lost nothing and doubled nothing, and exports what it would have exported undisturbed. Asked
 * for it, it is killed at each commit 20 times and at 100 moments at random: -Dcasus.kills=20
 * -Dcasus.random.kills=100.
 */
class KilledIngestTest {
    private static final int KILLS = Integer.getInteger("casus.kills", 0);
    private static final int RANDOM_KILLS = Integer.getInteger("casus.random.kills", 1);
    private static final int REPORTS = 36;
    private static final int MOST_AT_ONCE = 12;

    /** All that is made to last, before it is and after. */
    private static final List<String> MOMENTS =
            KILLS == 0
                    ? List.of("reports before", "settling before")
                    : Stream.of("run", "reports", "settling", "end of run")
                            .flatMap(what -> Stream.of(what + " before", what + " after"))
                            .toList();

    @TempDir Path folder;

    /** The command as it is, but that it stops at a commit, and says so, to be killed there. */
    static final class Stopped {
        private Stopped() {}

        /**
         * Takes the moment, its number, how many reports are made to last at once, and the command
         * line.
         */
        public static void main(String[] args) {
            int[] left = {Integer.parseInt(args[1])};
            IngestCommand command =
                    new IngestCommand(
                            Terminal.ofThisProcess(),
                            where ->
                                    Ledger.write(
                                            where,
                                            Clock.systemUTC(),
                                            moment -> {
                                                if (moment.equals(args[0]) && --left[0] == 0) {
                                                    System.out.println("now");
                                                    waitForever();
                                                }
                                            }),
                            Integer.parseInt(args[2]));
            System.out.println("started");
            List<String> rest = List.of(args).subList(3, args.length);
            System.exit(new CommandLine(command).execute(rest.toArray(String[]::new)));
        }

        private static void waitForever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void an_ingest_killed_at_any_commit_or_moment_loses_and_doubles_nothing()
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String reports = reports(random);
        Run whole = Run.casus("ingest", "-l", ledger("whole"), reports);
        assertThat(whole.err()).isEmpty();
        String expected = export(ledger("whole"));
        assertThat(expected.lines()).hasSizeGreaterThan(10);
        int n = 0;
        for (String moment : MOMENTS) {
            for (int kill = 0; kill < Math.max(1, KILLS); kill++) {
                int atOnce = 1 + random.nextInt(MOST_AT_ONCE);
                int commits = (REPORTS + atOnce - 1) / atOnce;
                int times = moment.startsWith("reports") ? 1 + random.nextInt(commits) : 1;
                String where = ledger("k" + n++);
                Process process = start(where, reports, moment, times, atOnce);
                assertThat(waitFor(process, "now")).as("%s %d", moment, times).isTrue();
                kill(process);
                assertThat(resumed(where, reports))
                        .as("killed at %s, number %d; seed %d", moment, times, seed)
                        .isEqualTo(expected);
            }
        }
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            String where = ledger("k" + n++);
            Process process = start(where, reports, "never", 1, 1 + random.nextInt(MOST_AT_ONCE));
            assertThat(waitFor(process, "started")).isTrue();
            long millis = random.nextInt(4_000);
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            kill(process);
            assertThat(resumed(where, reports))
                    .as("killed after %d ms; seed %d", millis, seed)
                    .isEqualTo(expected);
        }
        System.out.println("killed and taken up " + n + " times");
    }

    private String ledger(String name) {
        return folder.resolve(name).toString();
    }

    /**
     * Short reports of few attacks: numbers that differ, new versions, copies, a line that is none.
     */
    private String reports(Random random) throws IOException {
        String[] towns = {"Arvo", "Bessim", "Corun", "Dalva"};
        String[] numbers = {"four", "six", "nine", "eleven", "fourteen"};
        String[] days = {"Monday", "Tuesday", "Thursday"};
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < REPORTS - 1; i++) {
            String town = towns[random.nextInt(towns.length)];
            lines.add(
                    """
                    {"id":"r%d","outlet":"Paper %d","published":"2011-05-%02d","text":"Rebels shelled the village \
                    of %s on %s and killed %s people, the army said. The rebels denied it."}\
                    """
                            .formatted(
                                    random.nextInt(REPORTS * 3 / 4),
                                    random.nextInt(6),
                                    6 + random.nextInt(20),
                                    town,
                                    days[random.nextInt(days.length)],
                                    numbers[random.nextInt(numbers.length)])
                            .strip());
        }
        lines.add(lines.get(0).replace("Paper", "Gazette"));
        return Files.write(folder.resolve("reports.jsonl"), lines).toString();
    }

    private static String resumed(String where, String reports) {
        Run again = Run.casus("ingest", "-l", where, reports);
        assertThat(again.err()).isEmpty();
        assertThat(again.exitCode()).isZero();
        Run verified = Run.casus("verify", "-l", where);
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        return export(where);
    }

    private static String export(String where) {
        return Run.casus("export", "-l", where, "--format", "jsonl").out()
                + Run.casus("incidents", "-l", where, "--review").out()
                + Run.casus("export", "-l", where, "--format", "eventreport").out();
    }

    private static Process start(String where, String reports, String moment, int times, int atOnce)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stopped.class.getName(),
                        moment,
                        Integer.toString(times),
                        Integer.toString(atOnce),
                        "-j",
                        "2",
                        "-l",
                        where,
                        reports)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whether a process says a word before it ends. */
    private static boolean waitFor(Process process, String word) throws IOException {
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.equals(word)) {
            line = said.readLine();
        }
        return line != null;
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
