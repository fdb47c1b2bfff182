package org.casus.model;

import java.util.List;

/**
 * Two accounts held against each other.
 *
 * @param left uid of the earlier account
 * @param right uid of the later one
 * @param score in points; {@code docs/how-to/merge.md} has the arithmetic
 * @param reasons in words, each with its points
 */
public record Comparison(String left, String right, int score, List<String> reasons) {
    public Comparison {
        reasons = List.copyOf(reasons);
    }
}
