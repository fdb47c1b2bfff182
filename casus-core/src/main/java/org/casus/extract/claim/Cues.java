package org.casus.extract.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Claim;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** The table of cues, found in sentences. */
final class Cues {
    private final Patterns<Cue> patterns = new Patterns<>();
    private final Map<String, Cue> nouns = new HashMap<>();
    private final Set<String> bearers = new HashSet<>();

    private Cues() {}

    static Cues load(Problems problems) {
        Cues cues = new Cues();
        Table.read("claim/cues.table", problems, cues::add);
        Table.read("claim/bearers.table", problems, row -> cues.bearers.add(row.get("verb")));
        return cues;
    }

    private void add(Table.Row row) {
        Claim.Stance stance = stance(row.get("stance"));
        if (stance == null) {
            row.problem(
                    row.get("stance")
                            + " is not a stance; there are "
                            + Arrays.stream(Claim.Stance.values())
                                    .map(s -> s.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        } else if (row.get("pos").length() != 1 || "vnp".indexOf(row.get("pos").charAt(0)) < 0) {
            row.problem(row.get("pos") + " is not a part of speech; there are v, n, p");
        } else {
            char pos = row.get("pos").charAt(0);
            Cue cue =
                    new Cue(
                            stance,
                            row.list("source"),
                            row.list("content"),
                            new HashSet<>(row.list("note")));
            patterns.add(row.get("cue"), pos, cue);
            if (pos == 'n') {
                nouns.put(row.get("cue"), cue);
            }
        }
    }

    private static Claim.@Nullable Stance stance(String name) {
        for (Claim.Stance s : Claim.Stance.values()) {
            if (s.name().equals(name.toUpperCase(Locale.ROOT))) {
                return s;
            }
        }
        return null;
    }

    /** What the table says of a noun by itself, or null. */
    @Nullable Cue noun(Sentence s, int token) {
        return s.token(token).isNoun() ? nouns.get(s.token(token).lemma()) : null;
    }

    /** Whether a verb lends its subject to a noun of saying: to voice fears, to have doubts. */
    boolean bears(Token verb) {
        return verb.isVerb() && bearers.contains(verb.lemma());
    }

    /** "Was quoted as saying": what hangs on the phrase hangs on its verb, not its auxiliary. */
    private static Patterns.Hit<Cue> atVerb(Sentence s, Patterns.Hit<Cue> hit) {
        Token t = s.token(hit.head());
        return t.labelled("aux", "auxpass") && hit.words().contains(t.head())
                ? new Patterns.Hit<>(hit.value(), hit.pos(), t.head(), hit.words())
                : hit;
    }

    /** The cues of a sentence in order; where they overlap, the longest. */
    List<Patterns.Hit<Cue>> find(Sentence s) {
        List<Patterns.Hit<Cue>> found = patterns.find(s);
        found.removeIf(hit -> hit.value().notes().contains("never"));
        for (int i = 0; i < found.size(); i++) {
            found.set(i, atVerb(s, found.get(i)));
        }
        return found;
    }
}
