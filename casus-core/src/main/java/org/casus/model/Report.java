package org.casus.model;

import org.jspecify.annotations.Nullable;

/**
 * One report as it came. The text never changes: every span of the record counts in it.
 *
 * @param id from the content alone, the same on every machine
 * @param key the id of an input line, else the file's name or address
 * @param published ISO date or date-time; null when unknown
 * @param text the report's own words, without header line and page furniture
 */
public record Report(
        String id,
        String key,
        @Nullable String uri,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable String published,
        @Nullable String category,
        @Nullable String language,
        String text) {}
