package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;

/**
 * Words and phrases with a part of speech, found in sentences. A verb comes first in its phrase and
 * the others follow it in order, a few words between them ("issued a stern warning"); all other
 * phrases stand together. "be" before an adjective stands for seem, remain and their like.
 *
 * <p>Parts of speech: v verb, n noun, a adjective or adverb, p preposition, c conjunction.
 */
public final class Patterns<T> {
    private static final Set<String> COPULAS =
            Set.of("be", "seem", "appear", "feel", "sound", "look", "remain", "become", "grow");
    private static final int REACH = 6;

    /**
     * A phrase found.
     *
     * @param head the verb, or the head noun, or the first word
     * @param words all its tokens, in order
     */
    public record Hit<T>(T value, char pos, int head, List<Integer> words) {
        public int last() {
            return words.get(words.size() - 1);
        }
    }

    private record Entry<T>(List<String> words, char pos, T value) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    public void add(String phrase, char pos, T value) {
        List<String> words = List.of(phrase.toLowerCase(Locale.ROOT).split(" ", -1));
        byFirst.computeIfAbsent(words.get(0), k -> new ArrayList<>(1))
                .add(new Entry<>(words, pos, value));
    }

    /**
     * The phrases of a sentence, in order of their heads; where two overlap, the one of more words,
     * then the earlier, then the one that stands closer together. Values of the same phrase all
     * count.
     */
    public List<Hit<T>> find(Sentence s) {
        List<Hit<T>> hits = all(s);
        hits.sort(
                Comparator.comparingInt((Hit<T> h) -> -h.words.size())
                        .thenComparingInt(Hit::head)
                        .thenComparingInt(Hit::last));
        List<Hit<T>> kept = new ArrayList<>();
        Map<Integer, List<Integer>> taken = new HashMap<>();
        for (Hit<T> h : hits) {
            if (h.words.stream()
                    .allMatch(w -> !taken.containsKey(w) || h.words.equals(taken.get(w)))) {
                kept.add(h);
                h.words.forEach(w -> taken.put(w, h.words));
            }
        }
        kept.sort(Comparator.comparingInt(Hit::head));
        return kept;
    }

    /** All phrases of a sentence, overlapping ones too. */
    public List<Hit<T>> all(Sentence s) {
        List<Hit<T>> hits = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            String lemma = s.token(i).lemma();
            String form = s.lower(i);
            collect(s, i, lemma, hits);
            if (!form.equals(lemma)) {
                collect(s, i, form, hits);
            }
            if (!lemma.equals("be") && COPULAS.contains(lemma)) {
                collect(s, i, "be", hits);
            }
        }
        return hits;
    }

    private void collect(Sentence s, int i, String key, List<Hit<T>> hits) {
        List<Entry<T>> entries = byFirst.get(key);
        if (entries == null) {
            return;
        }
        for (Entry<T> e : entries) {
            List<Integer> words = words(s, i, e);
            if (!words.isEmpty()) {
                int head = e.pos == 'n' ? words.get(words.size() - 1) : i;
                hits.add(new Hit<>(e.value, e.pos, head, words));
            }
        }
    }

    private static List<Integer> words(Sentence s, int i, Entry<?> e) {
        return switch (e.pos) {
            case 'v' -> s.token(i).isVerb() ? loose(s, i, e.words) : List.of();
            case 'n' -> adjacent(s, i, e.words, true);
            default -> adjacent(s, i, e.words, false);
        };
    }

    /**
     * The words of a verb phrase in order, others between them. Each hangs on one before it, or
     * follows at once; the verb itself may be the auxiliary of the second ("be widely believed").
     */
    static List<Integer> loose(Sentence s, int verb, List<String> words) {
        List<Integer> found = new ArrayList<>(words.size());
        found.add(verb);
        int at = verb;
        for (String word : words.subList(1, words.size())) {
            int next = -1;
            for (int j = at + 1; j < s.size() && j <= at + REACH && next < 0; j++) {
                boolean near = j == at + 1 || auxiliary(s, verb, j) || hangs(s, j, found);
                if (near && says(s, j, word)) {
                    next = j;
                }
            }
            if (next < 0) {
                next = objectBefore(s, verb, word, found);
            }
            if (next < 0) {
                return List.of();
            }
            found.add(next);
            at = Math.max(at, next);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static boolean auxiliary(Sentence s, int verb, int of) {
        return s.token(verb).head() == of && s.token(verb).labelled("aux", "auxpass");
    }

    /** Whether a token, or what it is coordinated with, hangs on one of these. */
    private static boolean hangs(Sentence s, int token, List<Integer> heads) {
        int at = token;
        for (int steps = 0; steps < s.size(); steps++) {
            int head = s.token(at).head();
            if (heads.contains(head)) {
                return true;
            }
            if (head < 0 || !s.token(at).labelled("conj")) {
                return false;
            }
            at = head;
        }
        return false;
    }

    /** "The statement (that) it issued": the object stands before its verb. */
    private static int objectBefore(Sentence s, int verb, String word, List<Integer> found) {
        for (Argument a : s.arguments(verb)) {
            boolean before = a.slot().equals("object") && a.head() < verb;
            if (before && says(s, a.head(), word) && !found.contains(a.head())) {
                return a.head();
            }
        }
        return -1;
    }

    private static List<Integer> adjacent(Sentence s, int first, List<String> words, boolean noun) {
        if (first + words.size() > s.size()
                || (noun && !s.token(first + words.size() - 1).isNoun())) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>(words.size());
        for (int k = 0; k < words.size(); k++) {
            if (!says(s, first + k, words.get(k))) {
                return List.of();
            }
            found.add(first + k);
        }
        return found;
    }

    private static boolean says(Sentence s, int i, String word) {
        return word.equals(s.token(i).lemma()) || word.equals(s.lower(i));
    }
}
