package org.casus.extract.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Span;

/** Marked text taken apart: the plain text, and the marks in it. */
record Marked(String text, List<Mark> marks) {
    private static final Pattern MARK = Pattern.compile("\\[([^]|]*)\\|([^]]*)]");

    /** A stretch of the plain text and its label. */
    record Mark(Span span, String label) {}

    static Marked of(String line) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        Matcher m = MARK.matcher(line);
        int at = 0;
        while (m.find()) {
            text.append(line, at, m.start());
            Span span = new Span(text.length(), text.length() + m.group(1).length());
            text.append(m.group(1));
            marks.add(new Mark(span, m.group(2)));
            at = m.end();
        }
        return new Marked(text.append(line.substring(at)).toString(), marks);
    }

    /** The text with other marks in it. */
    static String write(String text, List<Mark> marks) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Mark mark : marks) {
            out.append(text, at, mark.span().start())
                    .append('[')
                    .append(mark.span().of(text))
                    .append('|')
                    .append(mark.label())
                    .append(']');
            at = mark.span().end();
        }
        return out.append(text.substring(at)).toString();
    }
}
