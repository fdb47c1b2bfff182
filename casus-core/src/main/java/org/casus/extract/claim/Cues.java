package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Claim;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** The table of cues, found in a sentence. */
final class Cues {
    private static final Set<String> COPULAS =
            Set.of("be", "seem", "appear", "feel", "sound", "look", "remain", "become", "grow");
    private static final int REACH = 6;

    /** One row. */
    record Cue(
            List<String> words,
            char pos,
            Claim.Stance stance,
            List<String> source,
            List<String> content,
            Set<String> notes) {}

    /** A cue found: the token that its arguments hang on first, and all its tokens. */
    record Hit(Cue cue, int head, List<Integer> words) {}

    private final Map<String, List<Cue>> byFirst = new HashMap<>();
    private final Map<String, List<Cue>> byLast = new HashMap<>();

    static Cues load(Problems problems) {
        Cues cues = new Cues();
        Table.read(
                "claim/cues.table",
                problems,
                row -> {
                    Claim.Stance stance = stance(row.get("stance"));
                    if (stance == null || row.get("pos").length() != 1) {
                        row.problem(
                                "stance "
                                        + row.get("stance")
                                        + " or part of speech "
                                        + row.get("pos")
                                        + " is none of ours");
                        return;
                    }
                    List<String> words =
                            List.of(row.get("cue").toLowerCase(Locale.ROOT).split(" ", -1));
                    Cue cue =
                            new Cue(
                                    words,
                                    row.get("pos").charAt(0),
                                    stance,
                                    row.list("source"),
                                    row.list("content"),
                                    new HashSet<>(row.list("note")));
                    if (cue.pos == 'n') {
                        cues.byLast
                                .computeIfAbsent(
                                        words.get(words.size() - 1), k -> new ArrayList<>())
                                .add(cue);
                    } else {
                        cues.byFirst.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(cue);
                    }
                });
        Comparator<Cue> longest = Comparator.comparingInt(c -> -c.words.size());
        cues.byFirst.values().forEach(list -> list.sort(longest));
        cues.byLast.values().forEach(list -> list.sort(longest));
        return cues;
    }

    private static Claim.@Nullable Stance stance(String name) {
        return Arrays.stream(Claim.Stance.values())
                .filter(s -> s.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** The cues of a sentence, longest first where they overlap, in order. */
    List<Hit> find(Sentence s) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            collect(s, i, hits);
        }
        hits.sort(Comparator.comparingInt((Hit h) -> -h.words.size()).thenComparingInt(Hit::head));
        List<Hit> kept = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Hit h : hits) {
            if (h.words.stream().noneMatch(taken::contains)) {
                kept.add(h);
                taken.addAll(h.words);
            }
        }
        kept.sort(Comparator.comparingInt(Hit::head));
        return kept;
    }

    private void collect(Sentence s, int i, List<Hit> hits) {
        Token t = s.token(i);
        String form = t.form().toLowerCase(Locale.ROOT);
        Set<String> keys = new HashSet<>(List.of(t.lemma(), form));
        if (COPULAS.contains(t.lemma())) {
            keys.add("be");
        }
        for (String key : keys) {
            for (Cue cue : byFirst.getOrDefault(key, List.of())) {
                boolean fits = cue.pos == 'v' ? t.isVerb() : cue.pos == 'p' || cue.pos == 'a';
                List<Integer> words =
                        !fits
                                ? List.of()
                                : cue.pos == 'v'
                                        ? loose(s, i, cue.words)
                                        : adjacent(s, i, cue.words);
                if (!words.isEmpty()) {
                    hits.add(new Hit(cue, i, words));
                }
            }
            for (Cue cue : t.isNoun() ? byLast.getOrDefault(key, List.of()) : List.<Cue>of()) {
                int first = i - cue.words.size() + 1;
                List<Integer> words = first < 0 ? List.of() : adjacent(s, first, cue.words);
                if (!words.isEmpty()) {
                    hits.add(new Hit(cue, i, words));
                }
            }
        }
    }

    /** The words of a cue in order, others between them, all hanging on the verb. */
    private static List<Integer> loose(Sentence s, int verb, List<String> words) {
        List<Integer> found = new ArrayList<>(List.of(verb));
        int at = verb;
        for (String word : words.subList(1, words.size())) {
            int next = -1;
            for (int j = at + 1; j < s.size() && j <= at + REACH && next < 0; j++) {
                if (says(s.token(j), word) && (s.under(j, verb) || j == at + 1)) {
                    next = j;
                }
            }
            if (next < 0) {
                return List.of();
            }
            found.add(next);
            at = next;
        }
        return found;
    }

    private static List<Integer> adjacent(Sentence s, int first, List<String> words) {
        if (first + words.size() > s.size()) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            if (!says(s.token(first + k), words.get(k))) {
                return List.of();
            }
            found.add(first + k);
        }
        return found;
    }

    private static boolean says(Token t, String word) {
        return word.equals(t.lemma()) || word.equals(t.form().toLowerCase(Locale.ROOT));
    }
}
