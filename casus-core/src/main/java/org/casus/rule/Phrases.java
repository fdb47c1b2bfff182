package org.casus.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with what they stand for, found in a sentence by the token that ends them. A
 * word matches a token's lemma or its form in lower case.
 */
public final class Phrases<T> {
    /** A phrase found: its first and last token and its value. */
    public record Found<T>(int first, int last, T value) {}

    private record Entry<T>(List<String> words, T value) {}

    private final Map<String, List<Entry<T>>> byLast = new HashMap<>();

    /** Adds a phrase, which a text may write with the hyphens as tokens of their own or not. */
    public void put(String phrase, T value) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        put(List.of(lower.split(" ", -1)), value);
        String apart = lower.replaceAll("(?<=\\p{L})-(?=\\p{L})", " - ");
        if (!apart.equals(lower)) {
            put(List.of(apart.split(" ", -1)), value);
        }
    }

    private void put(List<String> words, T value) {
        List<Entry<T>> entries =
                byLast.computeIfAbsent(words.get(words.size() - 1), k -> new ArrayList<>(1));
        int at = 0;
        while (at < entries.size() && entries.get(at).words.size() >= words.size()) {
            at++;
        }
        entries.add(at, new Entry<>(words, value));
    }

    /** The value of a phrase as it stands, or null. */
    public @Nullable T get(String phrase) {
        List<String> words = List.of(phrase.toLowerCase(Locale.ROOT).split(" ", -1));
        for (Entry<T> e : byLast.getOrDefault(words.get(words.size() - 1), List.of())) {
            if (e.words.equals(words)) {
                return e.value;
            }
        }
        return null;
    }

    /** The longest phrase that ends at a token, or null. */
    public @Nullable Found<T> endingAt(Sentence s, int last) {
        Token t = s.token(last);
        Found<T> byLemma = find(s, last, t.lemma());
        Found<T> byForm = find(s, last, s.lower(last));
        if (byLemma == null || (byForm != null && byForm.first < byLemma.first)) {
            return byForm;
        }
        return byLemma;
    }

    private @Nullable Found<T> find(Sentence s, int last, String key) {
        for (Entry<T> e : byLast.getOrDefault(key, List.of())) {
            int first = last - e.words.size() + 1;
            if (first >= 0 && matches(s, first, e.words)) {
                return new Found<>(first, last, e.value);
            }
        }
        return null;
    }

    private static boolean matches(Sentence s, int first, List<String> words) {
        for (int k = 0; k + 1 < words.size(); k++) {
            Token t = s.token(first + k);
            if (!words.get(k).equals(t.lemma()) && !words.get(k).equals(s.lower(first + k))) {
                return false;
            }
        }
        return true;
    }

    static String lower(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }
}
