package org.casus.extract.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern found in a sentence, with the readings that filled its classes. */
final class Match {
    private final Chart chart;
    private final List<Edge> filled = new ArrayList<>(4);
    private int begin;
    private int end = -1;

    Match(Chart chart, int from) {
        this.chart = chart;
        this.begin = from;
    }

    Chart chart() {
        return chart;
    }

    /** First lexeme of the expression, without what must stand before it. */
    int from() {
        return begin;
    }

    /** One past the last lexeme of the expression, without what must stand after it. */
    int to() {
        return end;
    }

    // ---- while matching

    int mark() {
        return filled.size();
    }

    void reset(int mark) {
        while (filled.size() > mark) {
            filled.remove(filled.size() - 1);
        }
    }

    int begin() {
        return begin;
    }

    void begin(int at) {
        begin = at;
    }

    /** Ends the expression here, unless it has ended before. */
    void end(int at) {
        end = end < 0 ? at : end;
    }

    void reopen(int before) {
        end = before;
    }

    void add(Edge edge) {
        filled.add(edge);
    }

    // ---- once matched

    /** The n-th reading of one of these classes, or null. */
    @Nullable Edge edge(int n, String... kinds) {
        int seen = 0;
        for (Edge e : filled) {
            for (String kind : kinds) {
                if (e.kind().equals(kind) && seen++ == n) {
                    return e;
                }
            }
        }
        return null;
    }

    /** The n-th reading that is an expression, or null. */
    @Nullable Edge expression(int n) {
        int seen = 0;
        for (Edge e : filled) {
            if (e.value() instanceof Expression && seen++ == n) {
                return e;
            }
        }
        return null;
    }

    boolean has(String kind) {
        return edge(0, kind) != null;
    }

    /** The number of the first reading of one of these classes, or null. */
    @Nullable Integer number(String... kinds) {
        return number(0, kinds);
    }

    @Nullable Integer number(int n, String... kinds) {
        Edge e = edge(n, kinds);
        return e != null && e.value() instanceof Integer i ? i : null;
    }

    /**
     * The number of the first reading of one of these classes, which the rule's pattern must hold.
     *
     * @throws IllegalStateException when it does not
     */
    int need(String... kinds) {
        Integer number = number(0, kinds);
        if (number == null) {
            throw new IllegalStateException("no number of " + List.of(kinds) + " in " + filled);
        }
        return number;
    }

    /** The code of the first reading of one of these classes, or the empty string. */
    String code(String... kinds) {
        Edge e = edge(0, kinds);
        return e == null ? "" : e.value().toString();
    }

    List<Edge> all(String... kinds) {
        List<Edge> all = new ArrayList<>();
        for (Edge e : filled) {
            if (List.of(kinds).contains(e.kind())) {
                all.add(e);
            }
        }
        return all;
    }

    /** Whether one of these words is part of the expression. */
    boolean says(String... words) {
        for (int i = begin; i < end; i++) {
            for (String word : words) {
                if (chart.text(i).equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the sentence pauses after the expression, so that nothing can depend on it. */
    boolean ends() {
        String next = chart.text(end);
        boolean pause = next.isEmpty() || !Character.isLetterOrDigit(next.charAt(0));
        return pause && !next.equals("\"") || next.equals("and") || next.equals("but");
    }
}
