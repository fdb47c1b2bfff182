package org.casus.extract.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The left side of a rule: elements in order. The notation is explained at the head of {@code
 * rules.table}.
 */
final class Pattern {
    private static final List<String> ANY = List.of("DAYX", "DATE", "YEARX");

    private enum Side {
        WITHIN,
        BEFORE,
        AFTER,
        NOT_AFTER
    }

    /** One place of a pattern: a class or some words; or, optional, several elements. */
    private record Element(
            Side side, List<String> kinds, List<List<String>> words, List<Element> optional) {}

    private final List<Element> elements;

    private Pattern(List<Element> elements) {
        this.elements = elements;
    }

    /**
     * @throws IllegalArgumentException naming what is wrong with the notation
     */
    static Pattern of(String notation) {
        Deque<List<Element>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        for (String word : notation.replace("[", " [ ").replace("]", " ] ").strip().split(" +")) {
            if (word.equals("[")) {
                open.push(new ArrayList<>());
            } else if (word.equals("]") && open.size() > 1) {
                List<Element> optional = open.pop();
                open.element().add(new Element(Side.WITHIN, List.of(), List.of(), optional));
            } else {
                open.element().add(element(word));
            }
        }
        if (open.size() > 1) {
            throw new IllegalArgumentException("[ without ]");
        }
        return new Pattern(open.pop());
    }

    private static Element element(String notation) {
        Side side = Side.WITHIN;
        String rest = notation;
        if (notation.length() > 1 && "<>!".indexOf(notation.charAt(0)) >= 0) {
            side = Side.values()[1 + "<>!".indexOf(notation.charAt(0))];
            rest = notation.substring(1);
        }
        List<String> kinds = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        for (String one : rest.split("/", -1)) {
            if (one.equals("ANY")) {
                kinds.addAll(ANY);
            } else if (one.length() > 1 && one.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
                kinds.add(one);
            } else if (one.isEmpty()) {
                words.add(List.of("/"));
            } else if (one.length() > 1 && one.indexOf('-') > 0) {
                words.add(Arrays.asList(one.split("-")));
            } else {
                words.add(List.of(one));
            }
        }
        return new Element(side, kinds, words, List.of());
    }

    /** The classes and words that a match can begin with. */
    Set<String> beginnings() {
        Set<String> found = new LinkedHashSet<>();
        begin(elements, found);
        return found;
    }

    /** Whether the elements cannot be passed over as a whole. */
    private static boolean begin(List<Element> elements, Set<String> found) {
        for (Element e : elements) {
            if (e.optional.isEmpty()) {
                found.addAll(e.kinds);
                e.words.forEach(w -> found.add(w.get(0)));
                return true;
            }
            begin(e.optional, found);
        }
        return false;
    }

    /**
     * The match that begins at a lexeme, taking optional parts where it can; null when there is
     * none.
     */
    @Nullable Match match(Chart chart, int from) {
        Match match = new Match(chart, from);
        return run(elements, 0, from, match, null) ? match : null;
    }

    /** What remains to be matched after the elements of an optional part. */
    private record Rest(List<Element> elements, int next, @Nullable Rest rest) {}

    private boolean run(List<Element> list, int next, int at, Match match, @Nullable Rest rest) {
        if (next == list.size()) {
            if (rest != null) {
                return run(rest.elements, rest.next, at, match, rest.rest);
            }
            int end = match.to();
            match.end(at);
            if (match.to() > match.from()) {
                return true;
            }
            match.reopen(end);
            return false;
        }
        Element e = list.get(next);
        if (!e.optional.isEmpty()) {
            int mark = match.mark();
            if (run(e.optional, 0, at, match, new Rest(list, next + 1, rest))) {
                return true;
            }
            match.reset(mark);
            return run(list, next + 1, at, match, rest);
        }
        if (e.side == Side.AFTER || e.side == Side.NOT_AFTER) {
            int end = match.to();
            match.end(at);
            if (stands(e, at, match) == (e.side == Side.AFTER)
                    && run(list, next + 1, at, match, rest)) {
                return true;
            }
            match.reopen(end);
            return false;
        }
        return take(e, list, next, at, match, rest);
    }

    private boolean take(
            Element e, List<Element> list, int next, int at, Match match, @Nullable Rest rest) {
        Chart chart = match.chart();
        List<Edge> here = chart.at(at);
        for (int k = here.size() - 1; k >= 0; k--) {
            Edge edge = here.get(k);
            if (e.kinds.contains(edge.kind())) {
                int mark = match.mark();
                int begin = match.begin();
                match.begin(e.side == Side.BEFORE ? edge.to() : begin);
                match.add(edge);
                if (run(list, next + 1, edge.to(), match, rest)) {
                    return true;
                }
                match.reset(mark);
                match.begin(begin);
            }
        }
        for (List<String> words : e.words) {
            if (spells(words, at, chart)) {
                int begin = match.begin();
                match.begin(e.side == Side.BEFORE ? at + words.size() : begin);
                if (run(list, next + 1, at + words.size(), match, rest)) {
                    return true;
                }
                match.begin(begin);
            }
        }
        return false;
    }

    private static boolean stands(Element e, int at, Match match) {
        Chart chart = match.chart();
        for (String kind : e.kinds) {
            if (chart.has(at, kind) || kind.equals("STOP") && isStop(chart, at)) {
                return true;
            }
        }
        for (List<String> words : e.words) {
            if (spells(words, at, chart)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStop(Chart chart, int at) {
        return at >= chart.size()
                || chart.lexeme(at).kind() == Lexeme.Kind.MARK && !chart.lexeme(at).is("-")
                || chart.lexeme(at).kind() == Lexeme.Kind.BREAK;
    }

    private static boolean spells(List<String> words, int at, Chart chart) {
        for (int i = 0; i < words.size(); i++) {
            if (!chart.text(at + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
