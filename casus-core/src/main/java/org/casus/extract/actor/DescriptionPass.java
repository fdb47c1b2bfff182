package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.model.Actor.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions that come again ("a militia group ... the group", "Prime Minister Vega ... the prime
 * minister") and nouns that take up a name ("the movement", "the country").
 */
final class DescriptionPass {
    /** How many sentences back a noun without more to it still points. */
    private static final int REACH = 10;

    /** How many sentences back a general noun takes up a name. */
    private static final int REACH_OF_GENERAL = 4;

    /** How many earlier uses of a noun are looked at. */
    private static final int CHOICES = 24;

    private static final Set<String> ARMED =
            Set.of("REB", "UAF", "PRM", "CRM", "PTY", "OPP", "IMG", "PRE");

    private final Descriptions descriptions;

    DescriptionPass(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    void run(Cast cast) {
        Map<String, List<Phrase>> byNoun = new HashMap<>();
        List<Phrase> phrases = cast.phrases();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase p = phrases.get(i);
            Cluster own = p.actor();
            if (own == null || p.isPronoun() || p.noun == null) {
                continue;
            }
            List<Phrase> earlier = byNoun.computeIfAbsent(p.noun, n -> new ArrayList<>(2));
            if (!p.isName() && isFirst(own, p)) {
                Cluster same = described(p, own, earlier);
                if (same == null) {
                    same = general(phrases, i, p, own);
                }
                if (same != null) {
                    cast.merge(same, own);
                }
            }
            earlier.add(p);
        }
    }

    /** Whether no words before these tell of the same actor. */
    private static boolean isFirst(Cluster own, Phrase p) {
        for (Phrase q : own.phrases) {
            if (q.form != Phrase.Form.SHARE && q.before(p)) {
                return false;
            }
        }
        return true;
    }

    // ---- the same noun

    private @Nullable Cluster described(Phrase p, Cluster own, List<Phrase> earlier) {
        int last = Math.max(0, earlier.size() - CHOICES);
        for (int k = earlier.size() - 1; k >= last; k--) {
            Phrase q = earlier.get(k);
            Cluster c = q.actor();
            if (c != null && Agreement.fit(c, own) && isSame(p, q, c)) {
                return c;
            }
        }
        return null;
    }

    private boolean isSame(Phrase p, Phrase q, Cluster c) {
        boolean repeated = !p.fresh && p.text.equalsIgnoreCase(q.text);
        boolean one = p.plural || p.definite || p.kind != Kind.PERSON;
        if (repeated && p.count == null && one) {
            return p.definite || p.owners.isEmpty() || !p.plural;
        }
        boolean institution = p.kind == Kind.ORGANIZATION && !p.plural;
        boolean near = p.sentence.index() - q.sentence.index() <= REACH;
        return !p.fresh
                && (p.definite || institution && p.modifiers.isEmpty() && p.owners.isEmpty())
                && p.plural == q.plural
                && (near || institution || !p.modifiers.isEmpty())
                && p.owners.isEmpty()
                && c.modifiers.containsAll(p.modifiers);
    }

    // ---- a noun that takes up a name

    private @Nullable Cluster general(List<Phrase> phrases, int at, Phrase p, Cluster own) {
        Descriptions.Names whom =
                p.noun == null ? Descriptions.Names.NOBODY : descriptions.names(p.noun);
        if (whom == Descriptions.Names.NOBODY
                || !p.definite
                || p.plural
                || p.inner
                || !p.modifiers.isEmpty()
                || !p.owners.isEmpty()) {
            return null;
        }
        for (int k = at - 1; k >= 0; k--) {
            Phrase q = phrases.get(k);
            if (p.sentence.index() - q.sentence.index() > REACH_OF_GENERAL) {
                return null;
            }
            Cluster c = q.actor();
            if (c != null
                    && c.named
                    && !q.inner
                    && suits(c, whom)
                    && Agreement.fit(c, own)
                    && !(q.first <= p.head && p.head <= q.last)) {
                return c;
            }
        }
        return null;
    }

    private static boolean suits(Cluster c, Descriptions.Names whom) {
        boolean body = c.kind == Kind.ORGANIZATION;
        boolean person = c.kind == Kind.PERSON && !c.plural;
        return switch (whom) {
            case STATE -> c.kind == Kind.STATE;
            case ARMED -> body && (c.sectors.isEmpty() || has(c, ARMED));
            case BODY -> body;
            case PRESS -> body && c.sectors.contains("JRN");
            case FORCE -> body && c.sectors.contains("MIL");
            case MAN -> person && c.gender != Gender.WOMAN;
            case WOMAN -> person && c.gender != Gender.MAN;
            case PERSON -> person;
            case NOBODY -> false;
        };
    }

    private static boolean has(Cluster c, Set<String> sectors) {
        for (String sector : c.sectors) {
            if (sectors.contains(sector)) {
                return true;
            }
        }
        return false;
    }
}
