package org.casus.extract.actor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.extract.actor.Phrase.Form;
import org.casus.model.Actor.Kind;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a pronoun means: by number, gender and kind, then by grammar and distance; "I" and
 * "we" between quotation marks are whoever speaks.
 */
final class PronounPass {
    private static final int REACH_OF_PERSON = 3;
    private static final int REACH = 2;
    private static final Set<String> QUOTES = Set.of("\"", "“", "”", "``", "''");
    private static final Set<String> OF_ITSELF =
            Set.of("himself", "herself", "itself", "themselves");

    private final Policy policy;

    PronounPass(Policy policy) {
        this.policy = policy;
    }

    void run(Cast cast) {
        List<Phrase> phrases = cast.phrases();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase p = phrases.get(i);
            Cluster meant =
                    p.form == Form.PRONOUN
                            ? antecedent(phrases, i)
                            : p.form == Form.SPEAKER ? speaker(cast, p) : null;
            if (meant != null) {
                meant.add(p);
            }
        }
    }

    // ---- he, she, it, they

    private static @Nullable Cluster antecedent(List<Phrase> phrases, int at) {
        Phrase p = phrases.get(at);
        int reach = p.kind == Kind.PERSON ? REACH_OF_PERSON : REACH;
        Cluster best = null;
        int most = 0;
        for (int k = at - 1; k >= 0; k--) {
            Phrase q = phrases.get(k);
            int distance = p.sentence.index() - q.sentence.index();
            if (distance > reach) {
                break;
            }
            Cluster c = q.actor();
            if (c != null && agrees(p, c) && isFree(p, q) && !isNamedAfter(p, c)) {
                int score = score(p, q, c, distance);
                if (score > most) {
                    most = score;
                    best = c;
                }
            }
        }
        return best;
    }

    private static boolean agrees(Phrase p, Cluster c) {
        if (p.kind == Kind.PERSON) {
            return c.kind == Kind.PERSON && !c.plural && (c.gender == null || c.gender == p.gender);
        }
        if (c.kind == Kind.PERSON) {
            return false;
        }
        if (p.sentence.token(p.head).is("both")) {
            return c.phrases.stream().anyMatch(PronounPass::isTwo);
        }
        return p.plural ? c.kind != Kind.STATE && c.kind != Kind.UNKNOWN : !c.plural;
    }

    private static boolean isTwo(Phrase p) {
        Sentence s = p.sentence;
        return s.children(p.head).stream().anyMatch(c -> s.token(c).is("two", "2"));
    }

    /**
     * Neither around the pronoun nor beside it under the same verb: in "the army attacked it"
     * another one is meant.
     */
    private static boolean isFree(Phrase p, Phrase q) {
        if (p.sentence != q.sentence) {
            return true;
        }
        if (q.first <= p.head && p.head <= q.last) {
            return false;
        }
        Sentence s = p.sentence;
        Token t = s.token(p.head);
        boolean reflexive = OF_ITSELF.contains(t.form().toLowerCase(Locale.ROOT));
        boolean beside = verb(s, p.head) == verb(s, q.head) && !t.labelled("poss");
        return reflexive || !beside;
    }

    /** "Men seized him, the lawyer said": who is named only after the pronoun is another. */
    private static boolean isNamedAfter(Phrase p, Cluster c) {
        for (Phrase q : c.phrases) {
            if (q.sentence == p.sentence
                    && q.head > p.head
                    && !q.isPronoun()
                    && q.sentence.token(q.head).labelled("nsubj")) {
                return true;
            }
        }
        return false;
    }

    /** The verb or noun that governs a word, through a preposition. */
    private static int verb(Sentence s, int i) {
        int up = s.token(i).head();
        return up >= 0 && s.token(up).labelled("prep", "agent", "dative") && !s.token(up).isNoun()
                ? s.token(up).head()
                : up;
    }

    private static int score(Phrase p, Phrase q, Cluster c, int distance) {
        Sentence s = q.sentence;
        Token t = s.token(q.head);
        int score = 20 - 6 * distance;
        if (t.labelled("nsubj", "nsubjpass")) {
            score += p.sentence.token(p.head).labelled("nsubj", "nsubjpass", "poss") ? 6 : 4;
        } else if (t.labelled("dobj")) {
            score += 2;
        }
        boolean again =
                distance == 0 && q.isPronoun() && p.kind == q.kind && !p.plural && !q.plural;
        score += again ? 5 : q.isPronoun() ? 2 : 0; // "its envoy said that it would"
        score += q.inner && !again ? -6 : 0;
        score += distance == 0 && isBesideInSpeech(p, q) ? 9 : 0;
        score += c.plural == p.plural ? 3 : 0;
        score += c.gender != null && c.gender == p.gender ? 2 : 0;
        score += Math.min(3, c.phrases.size());
        return score - (distance == 0 ? 0 : Math.min(4, q.head / 8));
    }

    /** "said that the king's body lay there and that he had shot himself": of whom one speaks. */
    private static boolean isBesideInSpeech(Phrase p, Phrase q) {
        Sentence s = p.sentence;
        int verb = s.token(p.head).labelled("nsubj", "nsubjpass") ? s.token(p.head).head() : -1;
        return verb >= 0
                && s.token(verb).labelled("conj")
                && s.child(verb, "mark") >= 0
                && s.token(s.token(verb).head()).labelled("ccomp")
                && q.head < p.head
                && s.under(q.head, s.token(verb).head());
    }

    // ---- I, we

    private @Nullable Cluster speaker(Cast cast, Phrase p) {
        Sentence s = p.sentence;
        if (!isQuoted(s, p.head)) {
            return null;
        }
        Cluster speaker = null;
        for (int i = 0; i < s.size(); i++) {
            if (policy.speaks(s.token(i)) && !isQuoted(s, i)) {
                Cluster c = subject(cast, s, i);
                speaker = c == null ? speaker : c;
            }
        }
        return speaker == null ? null : p.plural ? bodyOf(speaker) : speaker;
    }

    private static @Nullable Cluster subject(Cast cast, Sentence s, int verb) {
        for (int subject : s.arguments(verb, "subject")) {
            Cluster c = cast.actorAt(s, subject);
            if (c != null) {
                return c;
            }
        }
        return null;
    }

    /** A person who says "we" speaks for those to whom he belongs, if the report says to whom. */
    private static Cluster bodyOf(Cluster speaker) {
        if (speaker.kind == Kind.PERSON) {
            for (Cluster body : speaker.memberOf) {
                if (body.whole().kind != Kind.PERSON) {
                    return body.whole();
                }
            }
        }
        return speaker;
    }

    private static boolean isQuoted(Sentence s, int i) {
        int marks = 0;
        for (int k = 0; k < i; k++) {
            if (QUOTES.contains(s.token(k).form())) {
                marks++;
            }
        }
        return marks % 2 == 1;
    }
}
