package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into blocks where its lines show that a sentence ends: at blank lines, before items
 * of a list, and at lines that end before they are full. A line that is full goes on in the next:
 * text with hard line breaks is one paragraph. A line that is an address is nobody's sentence.
 */
final class Layout {
    private static final Pattern BULLET =
            Pattern.compile(
                    "[\\u2022\\u25CF\\u25AA\\u25A0\\u25E6\\u2023\\u00B7*\\u2013\\u2014-]+\\s+(?=\\S)");
    private static final Pattern NUMBERED =
            Pattern.compile("\\(?(?:[0-9]{1,2}|[a-z])[.)]\\s+(?=\\S)");

    /** A line that is an address of the web, also where a corpus sets its signs apart. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?\\s?:(?:\\w++|\\s?[^\\w\\s]\\s?)++");

    /** Room for one more short word than the line's end left: by then a full line was broken. */
    private static final int SLACK = 8;

    private final String text;
    private final List<Block> blocks = new ArrayList<>();

    private record Line(int start, int end, int indent) {
        int width() {
            return indent + end - start;
        }
    }

    private Layout(String text) {
        this.text = text;
    }

    static List<Block> blocks(String text) {
        Layout layout = new Layout(text);
        List<Line> paragraph = new ArrayList<>();
        for (Line line : layout.lines()) {
            if (line.start == line.end || layout.isAddress(line)) {
                layout.cut(paragraph);
                paragraph.clear();
            } else {
                paragraph.add(line);
            }
        }
        layout.cut(paragraph);
        return layout.blocks;
    }

    private boolean isAddress(Line line) {
        return ADDRESS.matcher(text).region(line.start, line.end).matches();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at <= text.length(); ) {
            int newline = text.indexOf('\n', at);
            int stop = newline < 0 ? text.length() : newline;
            int start = at;
            int end = stop;
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            lines.add(new Line(start, end, start - at));
            at = stop + 1;
        }
        return lines;
    }

    /** Cuts lines without a blank one between them. */
    private void cut(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int full = lines.stream().mapToInt(Line::width).max().getAsInt();
        Line first = lines.get(0);
        for (int i = 1; i < lines.size(); i++) {
            if (ends(lines.get(i - 1), lines.get(i), full)) {
                add(first.start, lines.get(i - 1).end);
                first = lines.get(i);
            }
        }
        add(first.start, lines.get(lines.size() - 1).end);
    }

    private boolean ends(Line line, Line next, int full) {
        if (marker(next.start, next.end) > next.start) {
            return true;
        }
        char begin = text.charAt(next.start);
        if (Character.isLowerCase(begin) || ",;:)".indexOf(begin) >= 0) {
            return false;
        }
        if (next.indent >= line.indent + 2) {
            return true;
        }
        int word = next.start;
        while (word < next.end && !Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        boolean early = line.width() + 1 + (word - next.start) + SLACK <= full;
        return early && ",;-".indexOf(text.charAt(line.end - 1)) < 0;
    }

    private void add(int start, int end) {
        int from = marker(start, end);
        int dateline = Dateline.end(text.substring(from, Math.min(end, from + Dateline.LONGEST)));
        if (dateline > 0) {
            int stop = from + dateline;
            while (Character.isWhitespace(text.charAt(stop - 1))) {
                stop--;
            }
            blocks.add(new Block(from, stop, Block.Kind.DATELINE));
            from += dateline;
        }
        if (from < end) {
            blocks.add(new Block(from, end, Block.Kind.TEXT));
        }
    }

    /** Where the words begin: after a bullet or a number, if there is one. */
    private int marker(int start, int end) {
        for (Pattern pattern : List.of(BULLET, NUMBERED)) {
            Matcher matcher = pattern.matcher(text).region(start, end);
            if (matcher.lookingAt()) {
                return matcher.end();
            }
        }
        return start;
    }
}
