package org.casus.extract.time;

import java.util.ArrayList;
import java.util.List;

/** A sentence's lexemes and every reading found of them so far. */
final class Chart {
    private static final List<Edge> NONE = List.of();

    private final List<Lexeme> lexemes;
    private final boolean upper;
    private final List<List<Edge>> edges;

    /**
     * @param upper whether the text is all in capitals here
     */
    Chart(List<Lexeme> lexemes, boolean upper) {
        this.lexemes = lexemes;
        this.upper = upper;
        this.edges = new ArrayList<>(lexemes.size());
        for (int i = 0; i < lexemes.size(); i++) {
            edges.add(NONE);
        }
    }

    int size() {
        return lexemes.size();
    }

    boolean upper() {
        return upper;
    }

    Lexeme lexeme(int i) {
        return lexemes.get(i);
    }

    /** The lexeme's text, or the empty string beyond the ends. */
    String text(int i) {
        return i >= 0 && i < lexemes.size() ? lexemes.get(i).text() : "";
    }

    List<Edge> at(int i) {
        return i >= 0 && i < edges.size() ? edges.get(i) : NONE;
    }

    boolean has(int i, String kind) {
        for (Edge e : at(i)) {
            if (e.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    void add(Edge edge) {
        List<Edge> here = edges.get(edge.from());
        if (here.isEmpty()) {
            here = new ArrayList<>(4);
            edges.set(edge.from(), here);
        }
        here.add(edge);
    }
}
