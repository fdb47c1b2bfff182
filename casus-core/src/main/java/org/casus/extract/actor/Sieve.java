package org.casus.extract.actor;

import java.util.List;
import org.casus.extract.actor.Phrase.Form;
import org.casus.model.Actor.Kind;

/**
 * Coreference of actors in passes from precise to coarse (Lee et al. 2013): the same name, what
 * grammar says is the same, the same description, a general noun, a pronoun.
 */
final class Sieve {
    private final NamePass names = new NamePass();
    private final GrammarPass grammar;
    private final DescriptionPass descriptions;
    private final PronounPass pronouns;
    private final Membership membership;

    Sieve(Descriptions descriptions, Policy policy) {
        this.grammar = new GrammarPass(descriptions);
        this.descriptions = new DescriptionPass(descriptions);
        this.pronouns = new PronounPass(policy);
        this.membership = new Membership(descriptions);
    }

    /** The actors of a report in the order of their first mention. */
    List<Cluster> actors(Cast cast) {
        for (Phrase p : cast.phrases()) {
            if (!p.isPronoun() && p.form != Form.SHARE) {
                new Cluster(p);
            }
        }
        names.run(cast);
        grammar.run(cast);
        shares(cast);
        descriptions.run(cast);
        membership.run(cast);
        pronouns.run(cast);
        membership.run(cast);
        homelands(cast);
        return cast.actors();
    }

    /** "his country" is the one that he is of. */
    private static void homelands(Cast cast) {
        for (Phrase p : cast.phrases()) {
            Cluster land = p.actor();
            if (land == null || land.named || land.kind != Kind.STATE || p.owners.isEmpty()) {
                continue;
            }
            Cluster owner = cast.actorAt(p.sentence, p.owners.get(0));
            String code = owner == null ? null : owner.country;
            if (code == null) {
                continue;
            }
            for (Phrase q : cast.phrases()) {
                Cluster state = q.actor();
                if (state != null && state.kind == Kind.STATE && code.equals(state.country)) {
                    cast.merge(state, land);
                    break;
                }
            }
        }
    }

    /** "25 of its fighters" are fighters; "one of the attackers" is one and belongs to them. */
    private static void shares(Cast cast) {
        for (Phrase p : cast.phrases()) {
            Cluster whole = p.form == Form.SHARE ? cast.actorAt(p.sentence, p.partOf) : null;
            if (whole == null) {
                continue;
            }
            if (p.plural || whole.kind == Kind.UNKNOWN) {
                whole.add(p);
            } else {
                p.sectors = List.copyOf(whole.sectors);
                p.country = whole.country;
                new Cluster(p).memberOf.add(whole);
            }
        }
    }
}
