package org.casus.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalLong;

/** How fast long work goes, by its last half minute, and how long it will take yet. */
final class Pace {
    private static final long WINDOW_NANOS = 30_000_000_000L;
    private static final double NANOS = 1e9;

    private final OptionalLong total;
    private final Deque<long[]> marks = new ArrayDeque<>();

    /**
     * @param total how much there is to do, empty when unknown
     * @param now in nanoseconds, from whatever beginning
     */
    Pace(OptionalLong total, long now) {
        this.total = total;
        marks.add(new long[] {now, 0});
    }

    /** The share that is done, from 0 to 1; 0 while the whole is unknown. */
    double share(long done) {
        return total.isEmpty() || total.getAsLong() == 0
                ? 0
                : Math.min(1, (double) done / total.getAsLong());
    }

    String words(long done, long now) {
        marks.add(new long[] {now, done});
        while (marks.size() > 2 && now - marks.getFirst()[0] > WINDOW_NANOS) {
            marks.removeFirst();
        }
        double seconds = (now - marks.getFirst()[0]) / NANOS;
        double rate = seconds <= 0 ? 0 : (done - marks.getFirst()[1]) / seconds;
        StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "%,d", done));
        total.ifPresent(all -> words.append(String.format(Locale.ROOT, " of %,d", all)));
        if (rate > 0) {
            words.append(String.format(Locale.ROOT, rate < 10 ? ", %.1f/s" : ", %.0f/s", rate));
            total.ifPresent(all -> words.append(", ").append(left(Math.max(0, all - done) / rate)));
        }
        return words.toString();
    }

    private static String left(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s left";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s left"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min left";
    }
}
