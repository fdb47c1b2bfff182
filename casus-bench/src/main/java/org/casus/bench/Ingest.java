package org.casus.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;

/**
 * How fast {@code casus ingest} is beside {@code casus read} of the same reports, one after the
 * other, and what of the reports stays in memory.
 */
final class Ingest {
    /** The test sets whose texts are taken where no reports are named. */
    private static final List<String> SETS = List.of("muc", "plv", "said", "time", "geo");

    private static final Path SCORER = Path.of("../shared/bench/score.py");
    private static final String WARM_UP = "examples/balakot-2019.txt";
    private static final String OPTIONS = "-Xmx1500m";
    private static final int THREADS = 2;
    private static final int FIRST = 1_000;
    private static final int LOOK_EVERY_MILLIS = 200;

    /** What {@code jcmd PID GC.heap_info} says of each part of the heap. */
    private static final Pattern USED = Pattern.compile("generation.* used (\\d+)K");

    private final int reports;
    private final Path folder;

    private Ingest(int reports, Path folder) {
        this.reports = reports;
        this.folder = folder;
    }

    /**
     * @param sources files of JSON Lines, of whose passages the reports are made; empty for the
     *     test sets beside the project
     */
    static void measure(int reports, List<Path> sources) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("casus-ingest");
        try {
            new Ingest(reports, folder).measure(sources);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void measure(List<Path> sources) throws IOException, InterruptedException {
        Path made = folder.resolve("reports.jsonl");
        List<String> command =
                new ArrayList<>(List.of("tools/make-reports", Integer.toString(reports)));
        (sources.isEmpty() ? testSets() : sources).forEach(file -> command.add(file.toString()));
        run(command, made);
        // Builds what is old and writes the class archive, from which all that follows starts.
        for (int uncounted = 0; uncounted < 2; uncounted++) {
            run(List.of("./casus", "read", WARM_UP), folder.resolve("warm-up"));
        }

        String jobs = Integer.toString(THREADS);
        Path out = folder.resolve("read.jsonl");
        Took read =
                casus(
                        List.of("read", "-j", jobs, "-f", "jsonl", "-o", out + "", made + ""),
                        pid -> {});
        System.out.println(read.told("read"));
        Path ledger = folder.resolve("ledger");
        List<String> heaps = new ArrayList<>();
        long[] kilobytes = new long[2];
        Took ingest =
                casus(
                        List.of("ingest", "-j", jobs, "-l", ledger + "", made + ""),
                        pid -> {
                            int n = heaps.size();
                            long at =
                                    n == 0 ? Math.min(FIRST, reports / 2) : reports - reports / 50;
                            long stored = n < 2 ? stored(ledger) : -1;
                            if (n < 2 && stored >= at) {
                                kilobytes[n] = heap(pid);
                                heaps.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f MB at report %,d",
                                                kilobytes[n] / 1024.0,
                                                stored));
                            }
                        });
        System.out.println(ingest.told("ingest"));
        System.out.printf(
                Locale.ROOT,
                "ingest : read      %.2f of its speed, wanted at least 0.9; %.2f by processor"
                        + " time%n",
                read.wall() / ingest.wall(),
                read.processor() / ingest.processor());
        if (heaps.size() == 2) {
            System.out.printf(
                    Locale.ROOT,
                    "heap, collected    %s: %+.1f MB, wanted at most 64 more%n",
                    String.join(", ", heaps),
                    (kilobytes[1] - kilobytes[0]) / 1024.0);
        }
    }

    private List<Path> testSets() throws IOException, InterruptedException {
        if (!Files.exists(SCORER)) {
            throw new IllegalArgumentException(
                    "there are no test sets beside the project: name files of reports");
        }
        List<Path> files = new ArrayList<>();
        for (String set : SETS) {
            Path file = folder.resolve(set + ".jsonl");
            run(List.of("python3", SCORER.toString(), "inputs", set), file);
            files.add(file);
        }
        return files;
    }

    private static void run(List<String> command, Path out)
            throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    /** Seconds. */
    private record Took(double wall, double processor, int reports) {
        String told(String what) {
            return String.format(
                    Locale.ROOT,
                    "%-7s %,8d    %.1f s, %.1f reports a second, %.1f s of processors",
                    what,
                    reports,
                    wall,
                    reports / wall,
                    processor);
        }
    }

    private Took casus(List<String> arguments, LongConsumer meanwhile)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./casus"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(folder.resolve("told").toFile());
        builder.environment().put("CASUS_JAVA_OPTS", OPTIONS);
        long began = System.nanoTime();
        Process process = builder.start();
        Duration used = Duration.ZERO;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            used = process.info().totalCpuDuration().orElse(used);
            // The launcher becomes Java, so that the process is the same.
            meanwhile.accept(process.pid());
        }
        double wall = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "casus ended with "
                            + process.exitValue()
                            + ": "
                            + Files.readString(folder.resolve("told")));
        }
        return new Took(wall, used.toMillis() / 1e3, reports);
    }

    private static long stored(Path folder) {
        try (Ledger ledger = Ledger.read(folder.toString())) {
            return ledger.runs().all().stream()
                    .flatMap(run -> run.outcomes().values().stream())
                    .mapToLong(n -> n)
                    .sum();
        } catch (LedgerException notYet) {
            return 0;
        }
    }

    /** Kilobytes in use right after all that nobody needs has been thrown away. */
    private static long heap(long pid) {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes;
    }

    private static String jcmd(long pid, String what) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), what).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(jcmd + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
