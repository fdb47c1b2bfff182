package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.acquire.Arrival;
import org.casus.acquire.Arrivals;
import org.casus.analyze.Analyzer;
import org.casus.extract.Extraction;
import org.casus.model.Analysis;
import org.casus.model.Report;
import org.casus.publish.JsonLines;

/**
 * Tokens a second, of the analyzer alone and of all of Casus, from the report to its record.
 *
 * <p>What is compared alternates, report by report or pass by pass, so that whatever else the
 * machine does falls on both alike.
 */
final class Speed {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(20);
    private static final long MEASURE = TimeUnit.SECONDS.toNanos(30);

    /** A pass over fewer tokens would measure the clock. */
    private static final int TOKENS_OF_A_PASS = 20_000;

    /** Deep sentences recurse deeply. */
    private static final long STACK_BYTES = 16L << 20;

    private final Analyzer analyzer = Analyzer.open();
    private final Extraction extraction = Extraction.load();
    private final List<Report> reports;
    private final long tokens;

    private Speed(List<Report> given) {
        List<Report> all = new ArrayList<>();
        long sum = 0;
        do {
            for (Report report : given) {
                all.add(report);
                sum += tokens(analyzer.analyze(report));
            }
        } while (sum < TOKENS_OF_A_PASS && sum > 0);
        reports = all;
        tokens = sum;
    }

    static void measure(List<String> paths) throws Exception {
        List<Report> reports = new ArrayList<>();
        try (Arrivals arrivals = new Arrivals(paths, System.in)) {
            while (arrivals.hasNext()) {
                if (arrivals.next() instanceof Arrival.Arrived arrived) {
                    reports.add(arrived.report());
                }
            }
        }
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("no reports in " + paths);
        }
        Speed speed = new Speed(reports);
        System.out.printf(
                Locale.ROOT, "%d reports, %d tokens a pass%n", speed.reports.size(), speed.tokens);
        aside(speed::warmUp).get();
        aside(speed::againstAnalyzer).get();
        speed.againstOneThread();
    }

    private void warmUp() {
        long began = System.nanoTime();
        do {
            for (Report report : reports) {
                analyzer.analyze(report);
                read(report);
            }
        } while (System.nanoTime() - began < WARM_UP);
    }

    /** Each report by the analyzer and by all of Casus, in turns who comes first. */
    private void againstAnalyzer() {
        long[] spent = new long[2];
        long began = System.nanoTime();
        int passes = 0;
        do {
            for (int i = 0; i < reports.size(); i++) {
                for (int turn = 0; turn < 2; turn++) {
                    boolean whole = (passes + i + turn) % 2 == 1;
                    long start = System.nanoTime();
                    if (whole) {
                        read(reports.get(i));
                    } else {
                        analyzer.analyze(reports.get(i));
                    }
                    spent[whole ? 1 : 0] += System.nanoTime() - start;
                }
            }
            passes++;
        } while (System.nanoTime() - began < MEASURE);
        System.out.println("one thread, " + passes + " passes");
        row("the analyzer alone", passes * tokens * 1e9 / spent[0]);
        row("all of Casus", passes * tokens * 1e9 / spent[1]);
        ratio((double) spent[0] / spent[1], 0.7);
    }

    /** All of Casus with one thread and with two, pass by pass. */
    private void againstOneThread() throws InterruptedException, ExecutionException {
        Samples one = new Samples();
        Samples two = new Samples();
        long began = System.nanoTime();
        do {
            one.add(pass(1));
            two.add(pass(2));
        } while (System.nanoTime() - began < 2 * MEASURE);
        System.out.println("all of Casus, median of the passes");
        row("one thread", one.median());
        row("two threads", two.median());
        ratio(two.median() / one.median(), 1.7);
    }

    private double pass(int threads) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    for (int i = next.getAndIncrement();
                            i < reports.size();
                            i = next.getAndIncrement()) {
                        read(reports.get(i));
                    }
                };
        long start = System.nanoTime();
        List<FutureTask<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(aside(work));
        }
        for (FutureTask<Void> each : all) {
            each.get();
        }
        return tokens * 1e9 / (System.nanoTime() - start);
    }

    private void read(Report report) {
        JsonLines.line(extraction.read(analyzer.analyze(report)));
    }

    private static FutureTask<Void> aside(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread thread = new Thread(null, task, "reader", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static long tokens(Analysis analysis) {
        return analysis.sentences().stream().mapToLong(s -> s.tokens().size()).sum();
    }

    private static void row(String what, double tokensPerSecond) {
        System.out.printf(Locale.ROOT, "  %-20s %,9.0f tokens/s%n", what, tokensPerSecond);
    }

    private static void ratio(double is, double wanted) {
        System.out.printf(
                Locale.ROOT, "  %-20s %9.2f, wanted at least %.1f%n", "ratio", is, wanted);
    }
}
