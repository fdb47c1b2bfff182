package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.casus.model.Span;

/**
 * The notation of all examples: {@code [Gunmen|source] [killed|ASSAULT] [five soldiers|target].} is
 * the plain sentence with three of its stretches labelled. A stretch may have several labels and
 * stretches do not nest.
 *
 * @param text the words without the marks
 * @param marks in the order of the text
 */
public record MarkedText(String text, List<Mark> marks) {
    /** A labelled stretch; its span counts in the plain text. */
    public record Mark(Span span, List<String> labels) {
        public Mark {
            labels = List.copyOf(labels);
        }
    }

    public MarkedText {
        marks = List.copyOf(marks);
    }

    /**
     * Reads marked text.
     *
     * @throws IllegalArgumentException when a bracket is open, nested or lacks a label
     */
    public static MarkedText parse(String marked) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            int open = marked.indexOf('[', at);
            if (open < 0) {
                break;
            }
            int close = marked.indexOf(']', open);
            int bar = marked.indexOf('|', open);
            if (close < 0
                    || bar < 0
                    || bar > close
                    || marked.indexOf('[', open + 1) < close
                            && marked.indexOf('[', open + 1) >= 0) {
                throw new IllegalArgumentException(
                        "[words|label] wanted at \"" + marked.substring(open) + "\" of: " + marked);
            }
            text.append(marked, at, open);
            int start = text.length();
            text.append(marked, open + 1, bar);
            marks.add(
                    new Mark(
                            new Span(start, text.length()),
                            List.of(marked.substring(bar + 1, close).split("\\|", -1))));
            at = close + 1;
        }
        return new MarkedText(text.append(marked.substring(at)).toString(), marks);
    }

    /** The spans that have a label. */
    public Stream<Span> labelled(String label) {
        return marks.stream().filter(m -> m.labels().contains(label)).map(Mark::span);
    }

    /** The notation again; a mark that overlaps an earlier one is left out. */
    @Override
    public String toString() {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Mark m : marks.stream().sorted(Comparator.comparing(Mark::span)).toList()) {
            if (m.span().start() >= at) {
                marked.append(text, at, m.span().start()).append('[').append(m.span().of(text));
                m.labels().forEach(l -> marked.append('|').append(l));
                marked.append(']');
                at = m.span().end();
            }
        }
        return marked.append(text, at, text.length()).toString();
    }

    /** What was wanted above what there is, for a failing test. */
    public static String expectedAndActual(MarkedText expected, MarkedText actual) {
        return "  expected " + expected + "\n  actual   " + actual;
    }
}
