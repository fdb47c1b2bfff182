package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Argument;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Coreference of actors in passes from precise to coarse (Lee et al. 2013): the same table entry,
 * the same name, a part of a name, an acronym, apposition, the same description, a general noun, a
 * pronoun.
 */
final class Sieve {
    private static final Set<String> GENERAL =
            Set.of(
                    "group",
                    "organization",
                    "organisation",
                    "movement",
                    "party",
                    "force",
                    "militia",
                    "faction",
                    "army",
                    "rebel",
                    "militant",
                    "insurgent",
                    "guerrilla",
                    "country",
                    "nation",
                    "government",
                    "state",
                    "regime",
                    "man",
                    "woman",
                    "leader",
                    "official",
                    "agency",
                    "body",
                    "company",
                    "newspaper",
                    "network",
                    "cell",
                    "cartel",
                    "gang",
                    "alliance",
                    "coalition");
    private static final int REACH = 4;

    private final List<Phrase> phrases;
    private final List<Phrase> asides;
    private final Map<Position, Cluster> byHead = new HashMap<>();
    private final Set<Cluster> clusters = new LinkedHashSet<>();

    Sieve(List<Phrase> phrases) {
        this.phrases = phrases.stream().filter(p -> !p.aside).toList();
        this.asides = phrases.stream().filter(p -> p.aside).toList();
    }

    List<Cluster> clusters() {
        for (Phrase p : phrases) {
            if (!p.pronoun) {
                place(p, byEntity(p));
            }
        }
        names();
        partitives();
        appositions();
        descriptions();
        for (Phrase p : phrases) {
            if (p.pronoun) {
                Cluster antecedent = antecedent(p);
                if (antecedent != null) {
                    antecedent.add(p);
                    byHead.put(p.position(), antecedent);
                }
            }
        }
        members();
        List<Cluster> ordered = new ArrayList<>(clusters);
        ordered.forEach(c -> c.phrases.sort((a, b) -> a.span.compareTo(b.span)));
        return ordered;
    }

    private void place(Phrase p, @Nullable Cluster into) {
        if (into == null) {
            Cluster c = new Cluster(p);
            clusters.add(c);
            byHead.put(p.position(), c);
        } else {
            into.add(p);
            byHead.put(p.position(), into);
        }
    }

    private void merge(Cluster into, Cluster other) {
        if (into == other) {
            return;
        }
        into.absorb(other);
        clusters.remove(other);
        for (Phrase p : other.phrases) {
            byHead.put(p.position(), into);
        }
    }

    // ---- the same table entry

    private @Nullable Cluster byEntity(Phrase p) {
        if (p.entity == null) {
            return null;
        }
        for (Cluster c : clusters) {
            if (c.entity != null && c.entity.key().equals(p.entity.key()) && c.kind == p.kind) {
                return c;
            }
        }
        return null;
    }

    // ---- names and parts of names

    private void names() {
        List<Cluster> all = new ArrayList<>(clusters);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (clusters.contains(all.get(i))
                        && clusters.contains(all.get(j))
                        && sameName(all.get(j), all.get(i))) {
                    merge(all.get(j), all.get(i));
                }
            }
        }
    }

    private static boolean sameName(Cluster a, Cluster b) {
        if (a.entity != null && b.entity != null && !a.entity.key().equals(b.entity.key())
                || !sameGender(a.female, b.female)
                || differentGivenNames(a, b)) {
            return false;
        }
        for (Phrase x : a.phrases) {
            for (Phrase y : b.phrases) {
                if (x.proper && y.proper && sameName(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameGender(@Nullable Boolean a, @Nullable Boolean b) {
        return a == null || b == null || a.equals(b);
    }

    /** Patience and Goodluck Jonathan are two, whoever "Jonathan" is. */
    private static boolean differentGivenNames(Cluster a, Cluster b) {
        List<String> of = givenNames(a);
        List<String> other = givenNames(b);
        return !of.isEmpty()
                && !other.isEmpty()
                && of.stream().noneMatch(x -> other.stream().anyMatch(y -> Names.alike(x, y)));
    }

    private static List<String> givenNames(Cluster c) {
        return c.phrases.stream()
                .filter(p -> p.kind == Actor.Kind.PERSON && p.name.size() > 1)
                .map(p -> p.name.get(0))
                .toList();
    }

    private static boolean sameName(Phrase x, Phrase y) {
        if (x.text.equalsIgnoreCase(y.text) && !x.text.isEmpty()) {
            return true;
        }
        if (x.name.isEmpty() || y.name.isEmpty() || clash(x.kind, y.kind)) {
            return false;
        }
        List<String> longer = x.name.size() >= y.name.size() ? x.name : y.name;
        List<String> shorter = longer == x.name ? y.name : x.name;
        boolean person = x.kind == Actor.Kind.PERSON || y.kind == Actor.Kind.PERSON;
        boolean lastName =
                person && last(longer).equalsIgnoreCase(last(shorter)) && contains(longer, shorter);
        boolean spanish =
                person
                        && shorter.size() == 1
                        && longer.size() >= 3
                        && longer.get(longer.size() - 2).equalsIgnoreCase(shorter.get(0));
        return lastName || spanish || acronym(shorter, longer);
    }

    private static boolean clash(Actor.Kind a, Actor.Kind b) {
        boolean unknown = a == Actor.Kind.UNKNOWN || b == Actor.Kind.UNKNOWN;
        return !unknown && (a == Actor.Kind.PERSON) != (b == Actor.Kind.PERSON);
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static boolean contains(List<String> longer, List<String> shorter) {
        return shorter.stream().allMatch(w -> longer.stream().anyMatch(w::equalsIgnoreCase));
    }

    private static boolean acronym(List<String> shorter, List<String> longer) {
        if (shorter.size() != 1 || longer.size() < 2 || shorter.get(0).length() < 2) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        longer.forEach(w -> initials.append(w.charAt(0)));
        return initials.toString().equals(shorter.get(0).replace(".", "").toUpperCase(Locale.ROOT));
    }

    private void partitives() {
        for (Phrase p : phrases) {
            Cluster own = byHead.get(p.position());
            if (p.partOf < 0 || own == null) {
                continue;
            }
            Cluster whole = byHead.get(new Position(p.sentence.index(), p.partOf));
            if (whole == null || whole == own) {
                clusters.remove(own);
                byHead.remove(p.position());
            } else {
                merge(whole, own);
            }
        }
    }

    // ---- apposition, "called", predicate

    private void appositions() {
        for (Phrase p : phrases) {
            if (p.pronoun) {
                continue;
            }
            Sentence s = p.sentence;
            for (Argument a : s.arguments(p.head)) {
                if (a.slot().equals("appos") && s.child(a.head(), "nsubj") >= 0) {
                    continue; // "213 people, 12 of them Americans"
                }
                boolean called =
                        a.slot().equals("participle")
                                && s.token(a.head()).is("call", "name", "know", "dub");
                int other =
                        a.slot().equals("appos") ? a.head() : called ? renamed(s, a.head()) : -1;
                Cluster c = byHead.get(p.position());
                Cluster d = other < 0 ? null : byHead.get(new Position(s.index(), other));
                if (c != null && d != null && d != c && fits(c, d)) {
                    boolean known = c.entity != null || d.entity == null;
                    merge(known ? c : d, known ? d : c);
                }
            }
        }
    }

    private static int renamed(Sentence s, int verb) {
        int oprd = s.child(verb, "oprd", "attr", "dobj");
        if (oprd >= 0) {
            return oprd;
        }
        List<Integer> as = s.arguments(verb, "as");
        return as.isEmpty() ? -1 : as.get(0);
    }

    private static boolean fits(Cluster a, Cluster b) {
        boolean kinds =
                a.kind == Actor.Kind.UNKNOWN
                        || b.kind == Actor.Kind.UNKNOWN
                        || collective(a.kind) == collective(b.kind);
        boolean entities = a.entity == null || b.entity == null;
        return kinds
                && entities
                && sameGender(a.female, b.female)
                && a.kind != Actor.Kind.STATE
                && b.kind != Actor.Kind.STATE;
    }

    private static boolean collective(Actor.Kind k) {
        return k != Actor.Kind.PERSON;
    }

    // ---- descriptions

    private void descriptions() {
        for (Phrase p : phrases) {
            Cluster c = byHead.get(p.position());
            if (c == null
                    || p.pronoun
                    || p.proper
                    || p.noun == null
                    || c.phrases.size() > 1 && c.phrases.get(0) != p) {
                continue;
            }
            Cluster same = sameDescription(p, c);
            if (same != null) {
                merge(same, c);
            }
        }
    }

    private @Nullable Cluster sameDescription(Phrase p, Cluster own) {
        Cluster best = null;
        for (Cluster c : clusters) {
            if (c == own
                    || !c.phrases.get(0).span.equals(p.span)
                            && c.phrases.get(0).span.compareTo(p.span) > 0) {
                continue;
            }
            Phrase before = lastBefore(c, p);
            if (before == null
                    || c.kind == Actor.Kind.STATE
                            && !p.nounIs("country", "nation", "government", "state")) {
                continue;
            }
            boolean repeated =
                    c.nouns.contains(p.noun)
                            && (p.definite
                                    || c.phrases.stream()
                                            .anyMatch(x -> x.text.equalsIgnoreCase(p.text)))
                            && sameModifiers(c, p);
            boolean general =
                    p.definite
                            && !p.plural
                            && GENERAL.contains(p.noun)
                            && p.country == null
                            && p.within == null
                            && p.owner < 0
                            && c.entity != null
                            && suits(c, p)
                            && p.sentence.index() - before.sentence.index() <= REACH;
            if ((repeated || general)
                    && (best == null
                            || lastBefore(best, p) != null
                                    && before.span.compareTo(
                                                    java.util.Objects.requireNonNull(
                                                                    lastBefore(best, p))
                                                            .span)
                                            > 0)) {
                best = c;
            }
        }
        return best;
    }

    private static @Nullable Phrase lastBefore(Cluster c, Phrase p) {
        Phrase found = null;
        for (Phrase x : c.phrases) {
            if (x.span.compareTo(p.span) < 0
                    && (found == null || x.span.compareTo(found.span) > 0)) {
                found = x;
            }
        }
        return found;
    }

    private static boolean sameModifiers(Cluster c, Phrase p) {
        boolean countries = p.country == null || c.country == null || p.country.equals(c.country);
        boolean owners =
                p.owner < 0
                        || c.phrases.stream()
                                .anyMatch(x -> x.owner >= 0 && x.text.equalsIgnoreCase(p.text));
        boolean number = c.plural == p.plural;
        return countries
                && owners
                && number
                && modifier(p).stream()
                        .allMatch(m -> c.phrases.stream().anyMatch(x -> modifier(x).contains(m)));
    }

    private static List<String> modifier(Phrase p) {
        List<String> found = new ArrayList<>();
        for (int c : p.sentence.children(p.head)) {
            Token t = p.sentence.token(c);
            if (c < p.head && t.labelled("amod", "nmod", "compound")) {
                found.add(t.lemma());
            }
        }
        return found;
    }

    /**
     * Whether a general noun can name a known body: a group for a rebel army, a country for a
     * state.
     */
    private static boolean suits(Cluster c, Phrase p) {
        if (p.nounIs("country", "nation", "state", "government", "regime")) {
            return c.kind == Actor.Kind.STATE;
        }
        if (p.nounIs("man", "woman", "leader", "official")) {
            return c.kind == Actor.Kind.PERSON;
        }
        if (c.kind != Actor.Kind.ORGANIZATION) {
            return false;
        }
        if (p.nounIs("army", "force")) {
            return c.sectors.contains("MIL");
        }
        boolean armed =
                c.sectors.stream()
                        .anyMatch(Set.of("REB", "UAF", "PRM", "CRM", "PTY", "OPP")::contains);
        return p.nounIs("newspaper", "network", "agency", "company", "body")
                ? !armed
                : p.nounIs("organization", "organisation") || armed;
    }

    // ---- pronouns

    private @Nullable Cluster antecedent(Phrase p) {
        if ("speaker".equals(p.noun)) {
            return null;
        }
        Cluster best = null;
        int points = 0;
        for (Cluster c : clusters) {
            Phrase before = lastBefore(c, p);
            if (before == null
                    || p.sentence.index() - before.sentence.index() > 2
                    || !agrees(p, c)) {
                continue;
            }
            int score = score(p, before, c);
            if (score > points) {
                points = score;
                best = c;
            }
        }
        return best;
    }

    private static boolean agrees(Phrase p, Cluster c) {
        if (p.kind == Actor.Kind.PERSON) {
            return c.kind == Actor.Kind.PERSON && !c.plural && sameGender(p.female, c.female);
        }
        if (p.plural) {
            return c.plural
                    || c.kind == Actor.Kind.ORGANIZATION
                    || c.kind == Actor.Kind.GROUP
                    || c.kind == Actor.Kind.POPULATION;
        }
        return !c.plural
                && (c.kind == Actor.Kind.ORGANIZATION
                        || c.kind == Actor.Kind.STATE
                        || c.kind == Actor.Kind.GROUP
                        || c.kind == Actor.Kind.UNKNOWN);
    }

    private static int score(Phrase p, Phrase before, Cluster c) {
        Sentence s = before.sentence;
        Token t = s.token(before.head);
        int score = 20 - 6 * (p.sentence.index() - s.index());
        score +=
                t.labelled("nsubj", "nsubjpass")
                        ? 5
                        : t.labelled("dobj") ? 2 : t.labelled("poss") ? 1 : 0;
        score += before.pronoun ? 2 : 0;
        score += c.plural == p.plural ? 3 : 0;
        score += Math.min(3, c.phrases.size());
        boolean sameClause =
                s == p.sentence
                        && t.head() == p.sentence.token(p.head).head()
                        && !p.sentence.token(p.head).labelled("poss");
        return sameClause ? 0 : score - (s == p.sentence ? 0 : Math.min(4, before.head / 8));
    }

    // ---- belonging

    private void members() {
        for (Phrase p : phrases) {
            Cluster c = byHead.get(p.position());
            if (c == null) {
                continue;
            }
            Cluster owner =
                    p.owner < 0 ? null : byHead.get(new Position(p.sentence.index(), p.owner));
            if (owner != null && owner != c) {
                c.memberOf.add(owner);
                c.country = c.country == null ? owner.country : c.country;
            }
            if (p.within != null) {
                Cluster body = cluster(p.within);
                if (body != null && body != c) {
                    c.memberOf.add(body);
                }
            }
        }
    }

    private @Nullable Cluster cluster(Entity e) {
        for (Cluster c : clusters) {
            if (c.entity != null && c.entity.key().equals(e.key())) {
                return c;
            }
        }
        for (Phrase p : asides) {
            if (p.entity != null && p.entity.key().equals(e.key())) {
                place(p, null);
                return byHead.get(p.position());
            }
        }
        return null;
    }
}
