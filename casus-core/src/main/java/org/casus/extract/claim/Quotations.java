package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Span;

/**
 * The stretches of a text between double quotation marks: straight, curly, or two single ones. The
 * end of a paragraph closes one that is open; the next paragraph then begins with a mark of its
 * own.
 */
final class Quotations {
    /**
     * One stretch within a paragraph.
     *
     * @param span with its marks
     * @param open its end has no mark: the next paragraph goes on
     */
    record Quotation(Span span, boolean open) {}

    private final List<Quotation> all = new ArrayList<>();

    Quotations(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            int mark = mark(text, i);
            if (open < 0 && mark > 0 && opens(text, i, mark)) {
                open = i;
            } else if (open >= 0 && mark > 0 && opens(text, i, mark) && text.charAt(i) == '“') {
                open = i; // the one before was never closed
            } else if (open >= 0 && mark > 0) {
                add(open, i + mark, false);
                open = -1;
            } else if (open >= 0 && (text.charAt(i) == '\n' && paragraphEnds(text, i))) {
                add(open, i, true);
                open = -1;
            }
            i += Math.max(0, mark - 1);
        }
        if (open >= 0) {
            add(open, text.length(), true);
        }
    }

    private void add(int start, int end, boolean open) {
        all.add(new Quotation(new Span(start, end), open));
    }

    /** Length of the quotation mark at a place, 0 where there is none. */
    private static int mark(String text, int at) {
        return switch (text.charAt(at)) {
            case '"', '“', '”', '„', '«', '»' -> 1;
            case '\'', '`' ->
                    at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at) ? 2 : 0;
            default -> 0;
        };
    }

    /** A mark before a word opens; one after a word closes. */
    private static boolean opens(String text, int at, int length) {
        char c = text.charAt(at);
        if (c == '“' || c == '„' || c == '«' || c == '`') {
            return true;
        }
        boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        int next = at + length;
        return before && next < text.length() && !Character.isWhitespace(text.charAt(next));
    }

    /** A blank line, or a line's end before another mark. */
    private static boolean paragraphEnds(String text, int at) {
        int lines = 0;
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
            i++;
        }
        return lines > 1 || i == text.length() || mark(text, i) > 0 && opens(text, i, 1);
    }

    List<Quotation> all() {
        return all;
    }

    boolean touches(Span span) {
        for (int i = firstEndingAfter(span.start()); i < all.size(); i++) {
            if (all.get(i).span.start() >= span.end()) {
                return false;
            }
            if (all.get(i).span.overlaps(span)) {
                return true;
            }
        }
        return false;
    }

    /** The number of the quotation that a place is in, or -1. */
    int at(int offset) {
        int i = firstEndingAfter(offset);
        return i < all.size() && all.get(i).span.contains(offset) ? i : -1;
    }

    /** The number of the first quotation that ends behind a place. */
    int firstEndingAfter(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (all.get(mid).span.end() > offset) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return low;
    }
}
