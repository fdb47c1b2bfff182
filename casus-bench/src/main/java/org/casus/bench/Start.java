package org.casus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to its end, for one report: what somebody waits for who types
 * {@code ./casus read report.txt}, launcher and Java included.
 */
final class Start {
    /** These build what is old and write the class archive, and are not counted. */
    private static final int UNCOUNTED = 2;

    private static final int LOOK_EVERY_MILLIS = 10;

    private Start() {}

    static void measure(int times, Path report) throws IOException, InterruptedException {
        if (!Files.isRegularFile(report)) {
            throw new IllegalArgumentException(report + " is no file");
        }
        Samples seconds = new Samples();
        Samples processor = new Samples();
        Samples megabytes = new Samples();
        for (int i = 0; i < UNCOUNTED + times; i++) {
            boolean counts = i >= UNCOUNTED;
            long began = System.nanoTime();
            Process process =
                    new ProcessBuilder("./casus", "read", "--format", "text", report.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            long kilobytes = -1;
            Duration used = Duration.ZERO;
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                // The launcher becomes Java, so that the process is the same; its peak begins anew.
                long now = peakKilobytes(process.pid());
                kilobytes = now > 0 ? now : kilobytes;
                used = process.info().totalCpuDuration().orElse(used);
            }
            double wall = (System.nanoTime() - began) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException("./casus ended with " + process.exitValue());
            }
            if (counts) {
                seconds.add(wall);
                processor.add(used.toMillis() / 1e3);
                if (kilobytes > 0) {
                    megabytes.add(kilobytes / 1024.0);
                }
            }
        }
        System.out.println(
                "./casus read " + report + ", " + times + " starts: median (least to most)");
        System.out.println("  to the exit     " + seconds.spread("%.2f") + " s, wanted at most 2");
        System.out.println("  processor time  " + processor.spread("%.2f") + " s");
        System.out.println(
                "  peak memory     "
                        + (megabytes.isEmpty()
                                ? "not told by this system"
                                : megabytes.spread("%.0f") + " MB resident, wanted at most 600"));
    }

    /** What Linux tells of a process; -1 where there is no such thing, or it has just ended. */
    private static long peakKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.toLowerCase(Locale.ROOT).replaceAll("[^0-9]", ""));
                }
            }
            return -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
