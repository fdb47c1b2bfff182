package org.casus.publish;

import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/** Offsets of a text counted in Unicode code points, for those who do not count in UTF-16 units. */
final class CodePoints {
    private final String text;
    // Code points before each UTF-16 unit; null where the two counts are the same.
    private final int @Nullable [] before;

    CodePoints(String text) {
        this.text = text;
        this.before =
                text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? count(text) : null;
    }

    private static int[] count(String text) {
        int[] before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean inside =
                    i > 0
                            && Character.isLowSurrogate(text.charAt(i))
                            && Character.isHighSurrogate(text.charAt(i - 1));
            before[i + 1] = before[i] + (inside ? 0 : 1);
        }
        return before;
    }

    /**
     * The span widened to whole code points, so that its words stay words of the text.
     *
     * @throws IllegalArgumentException if the span leaves the text
     */
    Span whole(Span span) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException(
                    "span from "
                            + span.start()
                            + " to "
                            + span.end()
                            + " of a text of length "
                            + text.length());
        }
        int start = span.start() - (splits(span.start()) ? 1 : 0);
        int end = span.end() + (splits(span.end()) ? 1 : 0);
        return new Span(start, end);
    }

    private boolean splits(int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }

    /** The code points before a UTF-16 offset that splits none. */
    int at(int offset) {
        return before == null ? offset : before[offset];
    }
}
