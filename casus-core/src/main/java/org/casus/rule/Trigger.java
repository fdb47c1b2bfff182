package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match.Kind;

/**
 * The words that set a frame off, of which one is the head. Each is a lemma or a form in lower
 * case.
 *
 * @param head index of the head among the words
 */
record Trigger(Kind kind, List<String> words, int head) {
    /** Words of a verb phrase may stand this many tokens apart ("called the strikes off"). */
    private static final int GAP = 4;

    private static final Set<String> PREPOSITIONS =
            Set.of(
                    "of", "on", "in", "at", "to", "for", "by", "from", "with", "between", "against",
                    "into", "over", "under", "without");

    /**
     * The triggers of a phrase in the frame files: as it stands, and taken apart at its hyphens,
     * which is how the analyzer takes most of them.
     */
    static List<Trigger> of(String phrase, Kind kind) {
        String text = phrase.toLowerCase(Locale.ROOT);
        List<String> words = List.of(text.split(" +", -1));
        Trigger whole = of(words, 0, kind);
        if (text.indexOf('-') < 0) {
            return List.of(whole);
        }
        List<String> parts = List.of(text.replace("-", " - ").split(" +", -1));
        int hyphens = (int) words.get(0).chars().filter(c -> c == '-').count();
        return List.of(whole, of(parts, 2 * hyphens, kind));
    }

    private static Trigger of(List<String> words, int verb, Kind kind) {
        int head = verb;
        if (kind != Kind.VERB) {
            head = words.size() - 1;
            for (int k = words.size() - 1; k > 0; k--) {
                if (PREPOSITIONS.contains(words.get(k))) {
                    head = k - 1;
                }
            }
        }
        return new Trigger(kind, words, head);
    }

    /** The word by which to look the trigger up. */
    String key() {
        return words.get(head);
    }

    int length() {
        return words.size();
    }

    /** The tokens of the trigger in order if it has its head at a token, else none. */
    List<Integer> find(Sentence s, int at) {
        if (words.size() == 1) {
            return List.of(at);
        }
        List<Integer> found = new ArrayList<>(words.size());
        found.add(at);
        if (!before(s, at, found)
                || !(kind == Kind.VERB ? under(s, at, found) : after(s, at, found))) {
            return List.of();
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** The words before the head stand right before it. */
    private boolean before(Sentence s, int at, List<Integer> found) {
        for (int k = head - 1, j = at - 1; k >= 0; k--, j--) {
            if (j < 0 || !says(s.token(j), words.get(k))) {
                return false;
            }
            found.add(j);
        }
        return true;
    }

    /** "attempt on (the) life": what follows a noun follows at once, but for articles. */
    private boolean after(Sentence s, int at, List<Integer> found) {
        int j = at + 1;
        for (int k = head + 1; k < words.size(); k++, j++) {
            while (j < s.size()
                    && (s.token(j).pos().equals("DT") || s.token(j).pos().equals("PRP$"))
                    && !says(s.token(j), words.get(k))) {
                j++;
            }
            if (j >= s.size() || !says(s.token(j), words.get(k))) {
                return false;
            }
            found.add(j);
        }
        return true;
    }

    private boolean under(Sentence s, int verb, List<Integer> found) {
        int at = verb;
        for (int k = head + 1; k < words.size(); k++) {
            int next = follow(s, verb, at, words.get(k));
            if (next < 0 || found.contains(next) || isCalledFor(s, verb, next, found)) {
                return false;
            }
            found.add(next);
            at = Math.max(at, next);
        }
        return true;
    }

    /**
     * The next word of a verb phrase: a little later under the verb, its object wherever the
     * passive put it, or an adverb before it ("forcibly recruited").
     */
    private static int follow(Sentence s, int verb, int after, String word) {
        int from = Math.max(after, object(s, verb)); // however long its name: "forced … out"
        for (int j = after + 1; j < s.size() && j <= from + 1 + GAP; j++) {
            if (says(s.token(j), word) && s.under(j, verb) && !isOfAnotherVerb(s, verb, j)) {
                return j;
            }
        }
        for (Argument a : s.arguments(verb)) {
            if (a.head() < verb
                    && (a.slot().equals("object") || a.slot().equals("adverb"))
                    && says(s.token(a.head()), word)) {
                return a.head();
            }
        }
        return -1;
    }

    /**
     * "voted to tighten measures against it" is not "voted against it", nor "carried the bomb that
     * went off" carried off.
     */
    private static boolean isOfAnotherVerb(Sentence s, int verb, int i) {
        for (int at = s.token(i).head(); at >= 0 && at != verb; at = s.token(at).head()) {
            boolean whole = s.token(i).labelled("prep") || s.token(i).labelled("prt");
            boolean second = s.token(at).labelled("conj"); // "freed them but kept him hostage"
            if (s.token(at).isVerb() && (whole || second) && at > verb) {
                return true;
            }
        }
        return false;
    }

    /** "called for a strike" is not "called a strike". */
    private static boolean isCalledFor(Sentence s, int verb, int i, List<Integer> found) {
        int up = s.token(i).head();
        return up >= 0
                && up < i
                && !found.contains(up)
                && s.token(i).isNoun()
                && s.token(up).is("for")
                && s.token(up).head() == verb;
    }

    private static int object(Sentence s, int verb) {
        for (Argument a : s.arguments(verb)) {
            if (a.slot().equals("object")) {
                return a.head();
            }
        }
        return -1;
    }

    private static boolean says(Token t, String word) {
        return word.equals(t.lemma()) || word.equals(Phrases.lower(t));
    }
}
