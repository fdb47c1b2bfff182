package org.casus.extract.actor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Actor.Kind;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * What grammar says is the same: "Vega, the commander", "the front (FMLN)", "a militia called the
 * Lions", "Vega is the leader of the front".
 */
final class GrammarPass {
    private static final Set<String> OPEN = Set.of("(", "[");
    private static final Set<String> CLOSE = Set.of(")", "]");
    private static final Set<String> SEPARATORS = Set.of(",", ":", "-LRB-", "``");
    private static final Set<String> ALIAS = Set.of("alias", "aka", "a.k.a.", "a.k.a");
    private static final Set<String> OF_STATES =
            Set.of(
                    "country",
                    "nation",
                    "state",
                    "republic",
                    "kingdom",
                    "power",
                    "neighbor",
                    "ally");

    private final Descriptions descriptions;

    GrammarPass(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    void run(Cast cast) {
        for (Phrase p : cast.phrases()) {
            if (p.isPronoun() || p.actor() == null) {
                continue;
            }
            appositions(cast, p);
            Phrase bracketed = bracketed(cast, p);
            if (bracketed != null) {
                same(cast, p, bracketed, true);
            }
            Phrase kind = kindOfName(cast, p);
            if (kind != null) {
                same(cast, p, kind, false);
            }
        }
        for (Phrase p : cast.phrases()) {
            if (!p.isPronoun() && p.actor() != null) {
                predicate(cast, p);
            }
        }
    }

    // ---- apposition and naming

    private static void appositions(Cast cast, Phrase p) {
        Sentence s = p.sentence;
        for (Argument a : s.arguments(p.head)) {
            if (a.slot().equals("appos")) {
                if (s.child(a.head(), "nsubj") >= 0) {
                    continue; // "213 people, 12 of them Americans"
                }
                Phrase q = cast.at(s, a.head());
                boolean alias = q != null && isAlias(s, q);
                if (q != null && (alias || isSetApart(s, p, q))) {
                    same(cast, p, q, alias);
                }
            } else if (a.slot().equals("participle")
                    && s.token(a.head()).is("call", "name", "know", "dub", "nickname", "style")) {
                same(cast, p, cast.at(s, renamed(s, a.head())), true);
            }
        }
    }

    /** An apposition stands between commas, dashes or brackets, or is a name right after. */
    private static boolean isSetApart(Sentence s, Phrase p, Phrase q) {
        if (!p.isName() && q.isName() && p.head + 1 == q.first) {
            return true;
        }
        for (int k = p.head + 1; k < q.head; k++) {
            if (SEPARATORS.contains(s.token(k).pos())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlias(Sentence s, Phrase q) {
        int before = q.first - 1;
        return before >= 0 && ALIAS.contains(s.token(before).form().toLowerCase(Locale.ROOT));
    }

    private static int renamed(Sentence s, int verb) {
        int name = s.child(verb, "oprd", "attr", "dobj");
        if (name >= 0) {
            return name;
        }
        List<Integer> as = s.arguments(verb, "as");
        return as.isEmpty() ? -1 : as.get(0);
    }

    /** The name alone in brackets right after a phrase: "the National Front [FN]". */
    private static @Nullable Phrase bracketed(Cast cast, Phrase p) {
        Sentence s = p.sentence;
        int open = p.last + 1;
        if (open + 2 >= s.size()
                || p.last != p.head && !p.isName()
                || p.kind == Kind.PERSON
                || p.kind == Kind.STATE
                || !OPEN.contains(s.token(open).form())) {
            return null;
        }
        for (int close = open + 2; close < s.size() && close <= open + 4; close++) {
            if (CLOSE.contains(s.token(close).form())) {
                Phrase q = cast.at(s, close - 1);
                return q != null && q.first == open + 1 && q.isName() ? q : null;
            }
        }
        return null;
    }

    /** "the Shining Path organization", "El Diario newspaper": the kind after the name. */
    private @Nullable Phrase kindOfName(Cast cast, Phrase p) {
        if (!p.inner || p.kind != Kind.ORGANIZATION || !p.isName() || p.within != null) {
            return null;
        }
        int head = p.sentence.token(p.head).head();
        Phrase q = cast.at(p.sentence, head);
        boolean kind =
                q != null
                        && q.kind == Kind.ORGANIZATION
                        && !q.isName()
                        && !q.plural
                        && q.noun != null
                        && p.head + 1 >= q.head - 1
                        && switch (descriptions.names(q.noun)) {
                            case ARMED, BODY, PRESS -> true;
                            default -> false;
                        };
        return kind ? q : null;
    }

    // ---- "Vega is the leader of the front"

    private static void predicate(Cast cast, Phrase p) {
        Sentence s = p.sentence;
        Token t = s.token(p.head);
        if (!t.labelled("attr") || t.head() < 0) {
            return;
        }
        Token verb = s.token(t.head());
        if (!verb.is("be", "become", "remain") || s.child(verb.index(), "neg", "aux") >= 0) {
            return;
        }
        Phrase subject = cast.at(s, s.child(verb.index(), "nsubj"));
        if (subject != null && !subject.isPronoun()) {
            same(cast, subject, p, false);
        }
    }

    // ---- both

    /**
     * @param named whether two names may stand for one actor here
     */
    private static void same(Cast cast, Phrase p, @Nullable Phrase q, boolean named) {
        Cluster a = p.actor();
        Cluster b = q == null ? null : q.actor();
        if (q == null || a == null || b == null || !Agreement.fit(a, b)) {
            return;
        }
        boolean states = a.kind == Kind.STATE || b.kind == Kind.STATE;
        boolean described = !states || isOfState(p) || isOfState(q);
        if (described && (named || !(p.isName() && q.isName())) && numbers(a, b)) {
            cast.merge(a, b);
        }
    }

    private static boolean isOfState(Phrase p) {
        return p.noun != null && OF_STATES.contains(p.noun);
    }

    private static boolean numbers(Cluster a, Cluster b) {
        return a.plural == b.plural || a.kind != Kind.PERSON && b.kind != Kind.PERSON;
    }
}
