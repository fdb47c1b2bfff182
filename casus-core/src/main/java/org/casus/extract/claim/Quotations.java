package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Span;

/**
 * The stretches of a text between double quotation marks, straight or curly. A paragraph's end
 * closes an open one.
 */
final class Quotations {
    private final List<Span> spans = new ArrayList<>();

    Quotations(String text) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '“' || (c == '"' && open < 0)) {
                open = i;
            } else if (open >= 0 && (c == '”' || c == '"')) {
                spans.add(new Span(open, i + 1));
                open = -1;
            } else if (open >= 0 && c == '\n' && blankLine(text, i)) {
                spans.add(new Span(open, i));
                open = -1;
            }
        }
    }

    private static boolean blankLine(String text, int at) {
        for (int i = at + 1; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    List<Span> all() {
        return spans;
    }

    boolean touches(Span span) {
        return spans.stream().anyMatch(q -> q.overlaps(span));
    }

    boolean within(int offset) {
        return spans.stream().anyMatch(q -> q.contains(offset));
    }
}
