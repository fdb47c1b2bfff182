package org.casus.model;

import org.jspecify.annotations.Nullable;

/**
 * When: a time expression and what it stands for.
 *
 * @param start ISO date or date-time, inclusive; null for "before …" or when unknown
 * @param end inclusive; null for "since …" or when unknown
 */
public record Time(
        Span span,
        @Nullable String start,
        @Nullable String end,
        @Nullable Granularity granularity,
        @Nullable Modifier modifier,
        String type,
        String value) {
    public enum Granularity {
        MINUTE,
        HOUR,
        DAYPART,
        DAY,
        WEEK,
        MONTH,
        SEASON,
        YEAR,
        DECADE
    }

    public enum Modifier {
        BEFORE,
        AFTER,
        ABOUT,
        SINCE,
        UNTIL
    }
}
