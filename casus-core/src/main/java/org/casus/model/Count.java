package org.casus.model;

import org.jspecify.annotations.Nullable;

/**
 * A number as it was told. "At least 20" is low 20, best 20, high null; "dozens" is low 24, best
 * null, high null; "between 10 and 15" is 10, null, 15. A vague word never becomes one number.
 *
 * @param span the words of the number; null when it is derived or lies in a singular ("a soldier"
 *     keeps its article as span)
 */
public record Count(
        @Nullable Integer low,
        @Nullable Integer best,
        @Nullable Integer high,
        @Nullable Span span) {
    public Count {
        if (low == null && best == null && high == null) {
            throw new IllegalArgumentException("a count without a number");
        }
    }

    public static Count exactly(int n, @Nullable Span span) {
        return new Count(n, n, n, span);
    }
}
