package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;

/** Stretches of a sentence, without the punctuation and conjunctions at their ends. */
final class Words {
    private Words() {}

    /**
     * The words that hang on a token but not on another one, in pieces where other words stand
     * between them.
     *
     * @param without tokens that are left out with all that hangs on them
     */
    static List<Span> under(Sentence s, int head, List<Integer> without) {
        List<Span> pieces = new ArrayList<>(1);
        int from = -1;
        int to = -1;
        for (int i = s.first(head); i <= s.last(head); i++) {
            if (isMark(s.token(i))) {
                continue;
            }
            if (hangs(s, i, head, without)) {
                from = from < 0 ? i : from;
                to = i;
            } else if (from >= 0) {
                add(s, from, to, pieces);
                from = -1;
            }
        }
        if (from >= 0) {
            add(s, from, to, pieces);
        }
        return pieces;
    }

    /**
     * The clause that an inserted phrase belongs to: all before it where it stands at the end of a
     * sentence behind a comma, all behind it where it opens one, else what hangs on the verb above.
     *
     * @param host what the phrase hangs on
     * @param phrase heads of the phrase
     */
    static List<Span> around(Sentence s, int host, List<Integer> phrase) {
        int first = s.size();
        int last = -1;
        for (int p : phrase) {
            first = Math.min(first, firstUnder(s, p));
            last = Math.max(last, lastUnder(s, p));
        }
        int from = first;
        while (from > 0 && !s.token(from - 1).is(";")) {
            from--;
        }
        int to = last;
        while (to + 1 < s.size() && !s.token(to + 1).is(";")) {
            to++;
        }
        boolean opens = onlyMarks(s, from, first - 1);
        boolean ends = onlyMarks(s, last + 1, to);
        if (ends && first > from + 1 && isMark(s.token(first - 1))) {
            return List.of(trimmed(s, from, first - 1));
        }
        if (opens && last + 2 < to && isMark(s.token(last + 1))) {
            return List.of(trimmed(s, last + 1, to));
        }
        int verb = host;
        while (!s.token(verb).isVerb() && s.token(verb).head() >= 0) {
            verb = s.token(verb).head();
        }
        return under(s, verb, phrase);
    }

    /** The leftmost word that hangs on a token. */
    static int firstUnder(Sentence s, int head) {
        int first = s.first(head);
        while (first < head && isMark(s.token(first))) {
            first++;
        }
        return first;
    }

    /** The rightmost word that hangs on a token. */
    static int lastUnder(Sentence s, int head) {
        int last = s.last(head);
        while (last > head && isMark(s.token(last))) {
            last--;
        }
        return last;
    }

    static boolean onlyMarks(Sentence s, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (!isMark(s.token(i)) && !s.token(i).labelled("cc")) {
                return false;
            }
        }
        return true;
    }

    private static void add(Sentence s, int from, int to, List<Span> pieces) {
        for (int i = from; i <= to; i++) {
            if (!s.token(i).labelled("cc")) {
                pieces.add(trimmed(s, from, to));
                return;
            }
        }
    }

    private static boolean hangs(Sentence s, int i, int head, List<Integer> without) {
        for (int at = i, steps = 0; at >= 0 && steps <= s.size(); steps++) {
            if (without.contains(at)) {
                return false;
            }
            if (at == head) {
                return true;
            }
            at = s.token(at).head();
        }
        return false;
    }

    /** A comma, stop, dash or quotation mark. */
    static boolean isMark(Token t) {
        return switch (t.pos()) {
            case ",", ".", ":", "``", "''", "HYPH", "-LRB-", "-RRB-", "NFP" -> true;
            default -> false;
        };
    }

    /** The first token of a stretch that is a word and no conjunction. */
    static int start(Sentence s, int first, int last) {
        int a = first;
        while (a < last && (stop(s.token(a)) || s.token(a).labelled("cc"))) {
            a++;
        }
        return a;
    }

    static Span trimmed(Sentence s, int first, int last) {
        int a = start(s, first, last);
        int b = last;
        while (b > a && (stop(s.token(b)) || s.token(b).labelled("cc"))) {
            b--;
        }
        return s.span(a, b);
    }

    /** The words of a sentence that begin within a stretch of the text. */
    static Span trimmed(Sentence s, Span stretch) {
        int first = 0;
        while (first + 1 < s.size() && s.token(first).span().start() < stretch.start()) {
            first++;
        }
        int last = first;
        while (last + 1 < s.size() && s.token(last + 1).span().start() < stretch.end()) {
            last++;
        }
        return trimmed(s, first, last);
    }

    private static boolean stop(Token t) {
        return switch (t.pos()) {
            case ",", ".", ":", "HYPH", "NFP" -> true;
            default -> false;
        };
    }
}
