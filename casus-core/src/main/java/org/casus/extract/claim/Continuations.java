package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Claim;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Clauses that parsers hang into what is said although they go on about the saying: a second cue of
 * the same speaker, the cue of another one, the report's own remark.
 */
final class Continuations {
    private final Context context;

    Continuations(Context context) {
        this.context = context;
    }

    /**
     * "He said the rebels were beaten and added that …": parsers hang the second cue on the verb of
     * what is said.
     *
     * @return the cue whose speaker speaks on, or null
     */
    Patterns.@Nullable Hit<Cue> speaksOnFrom(Sentence s, Patterns.Hit<Cue> hit) {
        if (!told(hit) || s.child(hit.head(), "nsubj", "nsubjpass") >= 0) {
            return null;
        }
        Patterns.Hit<Cue> added = addedTo(s, hit.head());
        if (added != null) {
            return added;
        }
        Patterns.Hit<Cue> before = sharedBy(s, hit.head());
        if (before == null || hit.value().notes().contains("on")) {
            return before;
        }
        Speakers.Speaker first = context.speakers.of(s, before);
        for (int subject : s.arguments(hit.head(), "subject")) {
            return context.speakers.mayBeAnother(first, context.speakers.at(s, subject, hit))
                    ? null
                    : before;
        }
        return before;
    }

    /** The cue into whose content a coordinated verb was hung. */
    private Patterns.@Nullable Hit<Cue> sharedBy(Sentence s, int verb) {
        int first = verb;
        while (s.token(first).labelled("conj") && s.token(first).head() >= 0) {
            first = s.token(first).head();
        }
        if (first == verb || !s.token(first).labelled("ccomp")) {
            return null;
        }
        for (Patterns.Hit<Cue> hit : context.hits(s)) {
            boolean governs = hit.words().contains(s.token(first).head());
            if (governs && told(hit) && hit.head() < first) {
                return hit;
            }
        }
        return null;
    }

    /**
     * "He said they had fled, citing a report": the participle was hung on what is said.
     *
     * @return the cue whose speaker goes on
     */
    private Patterns.@Nullable Hit<Cue> addedTo(Sentence s, int verb) {
        Token t = s.token(verb);
        int clause = t.head();
        boolean behind =
                t.pos().equals("VBG")
                        && t.labelled("advcl")
                        && clause >= 0
                        && clause < verb
                        && s.token(s.first(verb)).equals(t)
                        && Words.isMark(s.token(verb - 1));
        if (!behind || !s.token(clause).labelled("ccomp")) {
            return null;
        }
        Patterns.Hit<Cue> outer = null;
        boolean cue = false;
        for (Patterns.Hit<Cue> other : context.hits(s)) {
            if (other.words().contains(s.token(clause).head()) && other.head() < clause) {
                outer = told(other) ? other : null;
            }
            cue |= other.head() == verb && told(other) && asserts(other);
        }
        return cue ? outer : null;
    }

    private static boolean asserts(Patterns.Hit<Cue> hit) {
        return hit.value().stance() == Claim.Stance.ASSERTS;
    }

    private static boolean told(Patterns.Hit<Cue> hit) {
        return hit.pos() == 'v' && hit.value().aloud() && !hit.value().weak();
    }

    /**
     * Coordinated clauses that parsers hung into a cue's content although they are not in it:
     * another cue with the same speaker or one of its own, or the report's own "but".
     */
    List<Integer> notSaid(Sentence s, Patterns.Hit<Cue> hit) {
        List<Integer> found = new ArrayList<>(0);
        if (!told(hit)) {
            return found;
        }
        for (int k = hit.head() + 1; k < s.size(); k++) {
            if (!s.token(k).isVerb() || context.quoted(s.token(k))) {
                continue;
            }
            boolean shared = s.token(k).labelled("conj") && sharedBy(s, k) == hit;
            boolean apart = shared && (speaksItself(s, k) || objects(s, k));
            if (apart || aside(s, k, hit) || s.token(k).labelled("advcl") && addedTo(s, k) == hit) {
                found.add(k);
            }
        }
        return found;
    }

    /** ", which he called a crime", ", though she noted …": a clause with a cue of its own. */
    private boolean aside(Sentence s, int verb, Patterns.Hit<Cue> hit) {
        int first = s.first(verb);
        boolean behind =
                s.token(verb).labelled("relcl", "advcl")
                        && first > 0
                        && s.token(first - 1).pos().equals(",")
                        && s.child(verb, "nsubj", "nsubjpass") >= 0
                        && s.under(verb, hit.head());
        if (behind) {
            for (Patterns.Hit<Cue> other : context.hits(s)) {
                if (other.head() == verb && other.pos() == 'v' && !other.value().needsClause()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean speaksItself(Sentence s, int verb) {
        for (Patterns.Hit<Cue> other : context.hits(s)) {
            if (other.head() == verb && told(other)) {
                return s.child(verb, "nsubj") >= 0
                        ? s.child(verb, "mark") < 0
                        : speaksOnFrom(s, other) != null;
            }
        }
        return false;
    }

    /** ", but the town held": a clause of its own behind a comma and "but". */
    private static boolean objects(Sentence s, int verb) {
        int first = s.first(verb);
        return first > 1
                && s.child(verb, "nsubj", "nsubjpass") >= 0
                && s.child(verb, "mark") < 0
                && s.token(first - 1).is("but")
                && s.token(first - 2).pos().equals(",");
    }
}
