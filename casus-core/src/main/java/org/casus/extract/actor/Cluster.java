package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.model.Actor.Kind;
import org.casus.model.Count;
import org.jspecify.annotations.Nullable;

/** An actor while its mentions are being gathered. */
final class Cluster {
    private static final int LONGEST_NAME = 60;

    final List<Phrase> phrases = new ArrayList<>(2);
    final Set<Cluster> memberOf = new LinkedHashSet<>(2);
    final Set<String> sectors = new LinkedHashSet<>(2);

    /** Head nouns that describe it: "group", "militia", "minister". */
    final Set<String> nouns = new HashSet<>(2);

    final Set<String> modifiers = new HashSet<>(2);
    Kind kind = Kind.UNKNOWN;
    @Nullable Entity entity;
    @Nullable String country;
    @Nullable Gender gender;
    @Nullable Count count;
    boolean plural;
    boolean named;

    private @Nullable Cluster into;

    Cluster(Phrase phrase) {
        add(phrase);
    }

    /** The cluster that this one has become part of, or itself. */
    Cluster whole() {
        Cluster at = this;
        while (at.into != null) {
            at = at.into;
        }
        return at;
    }

    /** Takes up a phrase, which leaves the cluster that it was in. */
    void add(Phrase p) {
        Cluster before = p.cluster == null ? null : p.cluster.whole();
        if (before != null && before != this) {
            before.phrases.remove(p);
        }
        phrases.add(p);
        p.cluster = this;
        if (p.isPronoun()) {
            gender = gender == null ? p.gender : gender;
            return;
        }
        boolean first = entity == null && p.entity != null;
        kind = kind == Kind.UNKNOWN || first && p.kind != Kind.UNKNOWN ? p.kind : kind;
        entity = first ? p.entity : entity;
        country = country == null ? p.country : country;
        gender = gender == null ? p.gender : gender;
        count = count == null ? p.count : count;
        named |= p.isName();
        plural |= p.plural;
        sectors.addAll(p.sectors);
        modifiers.addAll(p.modifiers);
        if (p.noun != null) {
            nouns.add(p.noun);
        }
    }

    /** Takes up all phrases of another cluster, which is this one from now on. */
    void absorb(Cluster other) {
        other.into = this;
        other.phrases.forEach(this::add);
        memberOf.addAll(other.memberOf);
    }

    /** The best words for it: a table's name, a name in the text, the first description. */
    String name() {
        if (entity != null) {
            String full = entity.armed() ? fullName(entity.name()) : null;
            return full == null ? entity.name() : full;
        }
        Phrase best = phrases.get(0);
        for (Phrase p : phrases) {
            if (rank(p) > rank(best) || rank(p) == rank(best) && isFuller(p, best)) {
                best = p;
            }
        }
        return told(best);
    }

    /**
     * The longest name that the report itself gives a band, where it never gives the table's: "the
     * Shining Path". Null where it has only initials, or the table's name too.
     */
    private @Nullable String fullName(String ofTable) {
        String best = null;
        for (Phrase p : phrases) {
            if (p.text.equalsIgnoreCase(ofTable)) {
                return null;
            }
            boolean words =
                    p.isName()
                            && p.entity != null
                            && p.text.indexOf(' ') > 0
                            && Character.isUpperCase(p.text.charAt(0));
            if (words && (best == null || p.text.length() > best.length())) {
                best = p.text;
            }
        }
        return best;
    }

    /** Without the capital that only begins a sentence, and adjectives that no name begins with. */
    private static String told(Phrase p) {
        boolean opens =
                !p.isName()
                        && p.first == 0
                        && !p.sentence.upper()
                        && !p.sentence.token(0).isProper()
                        && !p.sentence.token(0).pos().startsWith("JJ");
        if (opens) {
            return p.text.substring(0, 1).toLowerCase(Locale.ROOT) + p.text.substring(1);
        }
        return p.isName() ? p.text.replaceFirst("^(?:\\p{Ll}{4,} )+(?=\\p{Lu})", "") : p.text;
    }

    private static boolean isFuller(Phrase p, Phrase best) {
        return p.isName() && p.text.length() > best.text.length() && p.text.length() < LONGEST_NAME;
    }

    private static int rank(Phrase p) {
        return switch (p.form) {
            case NAME -> 2;
            case DESCRIPTION -> 1;
            case SHARE, PRONOUN, SPEAKER -> 0;
        };
    }
}
