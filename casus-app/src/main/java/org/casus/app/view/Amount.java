package org.casus.app.view;

import org.jspecify.annotations.Nullable;

/**
 * A number of people as it is known.
 *
 * @param words "41 to 91", "at least 20"
 */
public record Amount(
        @Nullable Integer low, @Nullable Integer best, @Nullable Integer high, String words) {
    public static @Nullable Amount of(
            @Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        return low == null && best == null && high == null
                ? null
                : new Amount(low, best, high, words(low, best, high));
    }

    private static String words(
            @Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        if (low != null && low.equals(high)) {
            return low.toString();
        }
        if (high == null) {
            return low == null ? String.valueOf(best) : "at least " + low;
        }
        return low == null ? "at most " + high : low + "–" + high;
    }

    /** The likeliest number, for sorting and for a mark on a line. */
    public int weight() {
        if (best != null) {
            return best;
        }
        return low != null ? low : high == null ? 0 : high;
    }

    /** Where the line begins, and where it ends. */
    public int least() {
        return low != null ? low : weight();
    }

    public int most() {
        return high != null ? high : weight();
    }

    /** In as few characters as will do: "50", "50 (41–91)", "≥ 20". */
    public String brief() {
        if (best != null) {
            boolean exact = best.equals(low) && best.equals(high);
            if (exact) {
                return best.toString();
            }
            return high == null ? "≥ " + best : best + " (" + least() + "–" + high + ")";
        }
        return high == null ? "≥ " + least() : least() + "–" + high;
    }
}
