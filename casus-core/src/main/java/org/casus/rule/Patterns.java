package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
     * The phrases of a sentence, in order of their heads; where two overlap, the longer one. Values
     * of the same phrase all count.
     */
    public List<Hit<T>> find(Sentence s) {
        List<Hit<T>> hits = all(s);
        hits.sort(
                Comparator.comparingInt((Hit<T> h) -> -h.words.size()).thenComparingInt(Hit::head));
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

    /** The words of a verb phrase in order, others between them, all hanging on the verb. */
    static List<Integer> loose(Sentence s, int verb, List<String> words) {
        List<Integer> found = new ArrayList<>(List.of(verb));
        Set<Integer> used = new HashSet<>(found);
        int at = verb;
        for (String word : words.subList(1, words.size())) {
            int next = -1;
            for (int j = at + 1; j < s.size() && j <= at + REACH && next < 0; j++) {
                if (says(s, j, word) && (s.under(j, verb) || j == at + 1)) {
                    next = j;
                }
            }
            for (int object : next < 0 ? s.arguments(verb, "object") : List.<Integer>of()) {
                if (object < verb && says(s, object, word) && !used.contains(object)) {
                    next = object;
                }
            }
            if (next < 0) {
                return List.of();
            }
            found.add(next);
            used.add(next);
            at = Math.max(at, next);
        }
        found.sort(Comparator.naturalOrder());
        return found;
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
