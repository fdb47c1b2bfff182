package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Actor;
import org.jspecify.annotations.Nullable;

/** An actor while its mentions are being gathered. */
final class Cluster {
    final List<Phrase> phrases = new ArrayList<>();
    final Set<Cluster> memberOf = new LinkedHashSet<>();
    Actor.Kind kind = Actor.Kind.UNKNOWN;
    @Nullable Entity entity;
    @Nullable String country;
    final Set<String> sectors = new LinkedHashSet<>();
    boolean plural;
    @Nullable Boolean female;

    /** Head nouns that describe it: "group", "militia", "minister". */
    final Set<String> nouns = new LinkedHashSet<>();

    Cluster(Phrase phrase) {
        phrases.add(phrase);
        take(phrase);
    }

    void add(Phrase phrase) {
        phrases.add(phrase);
        take(phrase);
    }

    private void take(Phrase p) {
        if (kind == Actor.Kind.UNKNOWN || (p.entity != null && entity == null)) {
            kind = p.kind == Actor.Kind.UNKNOWN ? kind : p.kind;
        }
        entity = entity == null ? p.entity : entity;
        country = country == null ? p.country : country;
        sectors.addAll(p.sectors);
        plural |= p.plural;
        female = female == null ? p.female : female;
        if (p.noun != null) {
            nouns.add(p.noun);
        }
    }

    void absorb(Cluster other) {
        other.phrases.forEach(this::add);
        memberOf.addAll(other.memberOf);
        memberOf.remove(this);
    }

    /** The best words for it: a table's name, a name in the text, the first description. */
    String name() {
        if (entity != null) {
            return entity.name();
        }
        Phrase best = phrases.get(0);
        for (Phrase p : phrases) {
            if (p.rank() > best.rank()
                    || (p.rank() == best.rank()
                            && p.proper
                            && p.text.length() > best.text.length()
                            && p.text.length() < 60)) {
                best = p;
            }
        }
        return best.text;
    }

    Phrase last() {
        return phrases.get(phrases.size() - 1);
    }
}
