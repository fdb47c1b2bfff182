package org.casus.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks every quotation of a JSON text, {@code {"start":…,"end":…,"text":…}}, against the words it
 * is of.
 */
final class Quotations {
    private final String text;
    // UTF-16 offset of each code point; null where the two counts are the same.
    private final int @Nullable [] offsets;
    private final int length;
    private long checked;

    Quotations(String text) {
        this.text = text;
        this.length = text.codePointCount(0, text.length());
        this.offsets = length == text.length() ? null : offsets(text, length);
    }

    private static int[] offsets(String text, int length) {
        int[] offsets = new int[length + 1];
        for (int i = 0; i < length; i++) {
            offsets[i + 1] = text.offsetByCodePoints(offsets[i], 1);
        }
        return offsets;
    }

    /** How many have been checked so far. */
    long checked() {
        return checked;
    }

    void check(JsonNode node, Consumer<String> faults) {
        if (node.isObject() && quotation(node)) {
            checked++;
            int start = node.get("start").intValue();
            int end = node.get("end").intValue();
            String words = node.get("text").stringValue();
            if (start < 0 || end < start || end > length || !words.equals(slice(start, end))) {
                faults.accept(
                        "the words from " + start + " to " + end + " are not \"" + words + '"');
            }
        }
        for (JsonNode child : node) {
            check(child, faults);
        }
    }

    private static boolean quotation(JsonNode node) {
        return List.of("start", "end").stream()
                        .allMatch(key -> node.has(key) && node.get(key).isInt())
                && node.has("text")
                && node.get("text").isString();
    }

    private String slice(int start, int end) {
        return offsets == null
                ? text.substring(start, end)
                : text.substring(offsets[start], offsets[end]);
    }
}
