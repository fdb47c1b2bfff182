package org.casus.store;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.casus.merge.Merger;

/**
 * A process that takes reports in until it is killed: right at a commit, or whenever its parent
 * likes.
 */
final class Ingesting {
    /** Incidents are settled after so many reports, to be killed while they are, too. */
    static final int SETTLE = 10;

    private Ingesting() {}

    /**
     * Takes as arguments where the ledger is, how many reports, and the moment and its number to
     * stop at.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String moment = args[2];
        int[] left = {Integer.parseInt(args[3])};
        Commits commits =
                at -> {
                    if (at.equals(moment) && --left[0] == 0) {
                        System.out.println("now");
                        waitForever();
                    }
                };
        System.out.println("started");
        try (Ledger ledger = Ledger.write(args[0], Clock.systemUTC(), commits)) {
            run(ledger, Story.month(11, Integer.parseInt(args[1])));
        }
        System.out.println("ended");
    }

    static void run(Ledger ledger, List<ReadReport> reports) {
        Merger merger = Merger.load();
        Run run = ledger.runs().begin();
        int taken = 0;
        for (ReadReport report : reports) {
            if (ledger.reports().has(report.report(), report.input())) {
                ledger.reports().unchanged(run, report.report(), report.input());
            } else {
                ledger.reports().take(run, report);
            }
            if (++taken % SETTLE == 0) {
                ledger.incidents().settle(merger);
            }
        }
        ledger.incidents().settle(merger);
        ledger.runs().end(run);
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
