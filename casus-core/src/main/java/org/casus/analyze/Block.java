package org.casus.analyze;

/**
 * A stretch of the plain text that holds whole sentences: a paragraph, a title, an item of a list,
 * a dateline.
 *
 * @param start in the plain text, half-open with {@code end}; neither begins nor ends with a blank
 */
record Block(int start, int end, Kind kind) {
    enum Kind {
        /** Prose, or anything else. */
        TEXT,
        /** Where, when and by whom a report was sent: one sentence, whatever stops it has. */
        DATELINE
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
