package org.casus.analyze;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.casus.model.Span;

/**
 * A report's text as the parser should see it, and the way back from every character to the
 * report's own: straight quotation marks, plain blanks, one sign for a line's end, accents joined
 * to their letters, invisible characters and pictures taken out.
 */
final class PlainText {
    /**
     * The parser's tokenizer takes more than proportional time for long runs without a blank, and
     * breaks at some 5,000 characters. No word in prose is as long as this.
     */
    static final int LONGEST_RUN = 200;

    /** Addresses are longer, and the tokenizer takes them whole. */
    static final int LONGEST_ADDRESS = 1000;

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private PlainText(int length) {
        text = new StringBuilder(length);
        starts = new int[length + 1];
        ends = new int[length + 1];
    }

    /**
     * @param warnings hears of what is left unread
     */
    static PlainText of(String original, List<String> warnings) {
        PlainText plain = new PlainText(original.length());
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            int next = at + Character.charCount(point);
            plain.take(point, at, next);
            at = next;
        }
        plain.blankOutRuns(warnings);
        return plain;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The stretch of the report that a stretch of this text stands for. */
    Span original(int start, int end) {
        return new Span(starts[start], ends[end - 1]);
    }

    /**
     * Whether a letter here is a later part of a letter of the report, as the i of the ligature.
     */
    boolean isWithinLetter(int at) {
        return at > 0 && starts[at] == starts[at - 1];
    }

    private void take(int point, int start, int end) {
        switch (point) {
            case '\n', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> add('\n', start, end);
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u02BC' ->
                    add('\'', start, end);
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' ->
                    add('"', start, end);
            case '\u2010', '\u2011', '\u2212' -> add('-', start, end);
            default -> takeOther(point, start, end);
        }
    }

    private void takeOther(int point, int start, int end) {
        if (point == '\r') {
            add('\r', start, end);
            return;
        }
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    add(' ', start, end);
            case Character.FORMAT -> dropped(end);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> takeMark(point, end);
            default -> takeVisible(point, start, end);
        }
    }

    private void takeVisible(int point, int start, int end) {
        boolean variant =
                point >= 0xFB00 && point <= 0xFB06
                        || point >= 0xFF01 && point <= 0xFF5E
                        || point >= 0x1D400 && point <= 0x1D7FF;
        if (variant) {
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            for (int i = 0; i < plain.length(); i++) {
                add(plain.charAt(i), start, end);
            }
        } else if (!Character.isSupplementaryCodePoint(point)) {
            add((char) point, start, end);
        } else if (Character.isLetterOrDigit(point)) {
            add(Character.highSurrogate(point), start, end);
            add(Character.lowSurrogate(point), start, end);
        } else {
            add(' ', start, end);
        }
    }

    /** Joins an accent to the letter before it, or leaves it out. */
    private void takeMark(int point, int end) {
        if (!text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
            String joined =
                    Normalizer.normalize(
                            text.charAt(text.length() - 1) + Character.toString(point),
                            Normalizer.Form.NFC);
            if (joined.length() == 1) {
                text.setCharAt(text.length() - 1, joined.charAt(0));
            }
        }
        dropped(end);
    }

    /** What is left out inside a word belongs to the letter before it. */
    private void dropped(int end) {
        int last = text.length() - 1;
        if (last >= 0 && !Character.isWhitespace(text.charAt(last))) {
            ends[last] = end;
        }
    }

    private void add(char c, int start, int end) {
        int at = text.length();
        if (at > 0 && text.charAt(at - 1) == '\r') {
            text.setCharAt(at - 1, c == '\n' ? ' ' : '\n');
        }
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        text.append(c);
        starts[at] = start;
        ends[at] = end;
    }

    private int longest(int start) {
        String begin = text.substring(start, Math.min(text.length(), start + 8));
        boolean address = begin.startsWith("http://") || begin.startsWith("https://");
        return address ? LONGEST_ADDRESS : LONGEST_RUN;
    }

    private void blankOutRuns(List<String> warnings) {
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == '\r') {
            text.setCharAt(last, '\n');
        }
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                continue;
            }
            if (at - start > longest(start)) {
                warnings.add(
                        "left unread: "
                                + (ends[at - 1] - starts[start])
                                + " characters without a blank, from character "
                                + starts[start]);
                text.replace(start, at, " ".repeat(at - start));
            }
            start = at + 1;
        }
    }
}
