package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed (SIGKILL) while it takes reports in loses nothing and doubles nothing,
 * and what takes over comes to the same. Asked for it, each moment is tried 20 times and 100 times
 * at random: -Dcasus.kills=20 -Dcasus.random.kills=100.
 */
class KilledTest {
    private static final int KILLS = Integer.getInteger("casus.kills", 1);
    private static final int RANDOM_KILLS = Integer.getInteger("casus.random.kills", 3);
    private static final int REPORTS = 60;

    /** All that is made to last, before it is and after. */
    private static final List<String> MOMENTS =
            Stream.of("run", "report", "settling", "end of run")
                    .flatMap(what -> Stream.of(what + " before", what + " after"))
                    .toList();

    @TempDir Path folder;

    @Test
    void a_process_killed_at_any_commit_or_moment_loses_and_doubles_nothing()
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String expected = undisturbed();
        int n = 0;
        for (String moment : MOMENTS) {
            for (int kill = 0; kill < KILLS; kill++) {
                int times =
                        moment.startsWith("report")
                                ? 1 + random.nextInt(REPORTS / 2)
                                : moment.startsWith("settling")
                                        ? 1 + random.nextInt(REPORTS / Ingesting.SETTLE)
                                        : 1;
                String where = folder.resolve("k" + n++).toString();
                killAt(where, moment, times);
                assertThat(resumed(where))
                        .as("killed at %s, number %d; seed %d", moment, times, seed)
                        .isEqualTo(expected);
            }
        }
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            String where = folder.resolve("k" + n++).toString();
            long millis = random.nextInt(2_500);
            killAfter(where, millis);
            assertThat(resumed(where))
                    .as("killed after %d ms; seed %d", millis, seed)
                    .isEqualTo(expected);
        }
    }

    private String undisturbed() {
        try (Ledger ledger = Ledger.write(folder.resolve("whole").toString(), Clock.systemUTC())) {
            Ingesting.run(ledger, Story.month(11, REPORTS));
            return Export.of(ledger);
        }
    }

    /** What a ledger comes to when another process takes it up. */
    private static String resumed(String where) {
        try (Ledger ledger = Ledger.write(where, Clock.systemUTC())) {
            Ingesting.run(ledger, Story.month(11, REPORTS));
            assertThat(Verification.of(ledger, null).faults()).isEmpty();
            return Export.of(ledger);
        }
    }

    private static void killAt(String where, String moment, int times)
            throws IOException, InterruptedException {
        Process process = start(where, moment, times);
        try (BufferedReader said = said(process)) {
            String line = said.readLine();
            while (line != null && !line.equals("now") && !line.equals("ended")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("now");
            kill(process);
        }
    }

    private static void killAfter(String where, long millis)
            throws IOException, InterruptedException {
        Process process = start(where, "never", 1);
        try (BufferedReader said = said(process)) {
            assertThat(said.readLine()).isEqualTo("started");
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(ended && process.exitValue() != 0).isFalse();
            kill(process);
        }
    }

    private static Process start(String where, String moment, int times) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ingesting.class.getName(),
                        where,
                        Integer.toString(REPORTS),
                        moment,
                        Integer.toString(times))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
