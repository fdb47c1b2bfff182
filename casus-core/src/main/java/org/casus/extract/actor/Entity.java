package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the actor tables, or what the entries that share a name have in common.
 *
 * @param key unique, from the name: {@code kataib-hezbollah}; null where nobody could say which of
 *     several entries is meant
 * @param country ISO 3166-1 alpha-3
 * @param terms what it is and when: one for a body, one an office for a person
 * @param owner the state that a seat, a force or an official belongs to
 * @param seat whether the name is that of a place too, such as a palace
 */
record Entity(
        @Nullable String key,
        String name,
        Actor.Kind kind,
        @Nullable String country,
        List<Term> terms,
        @Nullable Entity owner,
        boolean seat) {
    /** An office and its sectors; of bodies the office is empty. */
    record Term(List<String> sectors, Years years, String office) {}

    /** Sectors of those who held power and hold it no more. */
    private static final List<String> RETIRED = List.of("ELI");

    private static final Set<String> BANDS = Set.of("REB", "PRM", "UAF", "CRM", "IMG");

    private static final Set<String> OF_OFFICE =
            Set.of("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "UNO", "IGO");

    /** Whether it is a body that is, or was, mostly known for its arms. */
    boolean armed() {
        return kind == Actor.Kind.ORGANIZATION
                && owner == null
                && !terms.get(0).sectors.isEmpty()
                && BANDS.contains(terms.get(0).sectors.get(0));
    }

    /** The first and last year of all terms. */
    Years years() {
        int from = Integer.MAX_VALUE;
        int to = Integer.MIN_VALUE;
        for (Term t : terms) {
            from = Math.min(from, t.years.from());
            to = Math.max(to, t.years.to());
        }
        return new Years(from, to);
    }

    /** The terms that hold in a year; the last one before it; all where no year is known. */
    List<Term> terms(@Nullable Integer year) {
        if (year == null || terms.size() == 1) {
            return terms;
        }
        List<Term> held = new ArrayList<>();
        Term last = null;
        for (Term t : terms) {
            if (t.years.contains(year)) {
                held.add(t);
            } else if (t.years.to() < year && (last == null || t.years.to() > last.years.to())) {
                last = t;
            }
        }
        return !held.isEmpty() ? held : last == null ? terms : List.of(last);
    }

    /** What sectors it belongs to in a year; who has left office belongs to the former elite. */
    List<String> sectors(@Nullable Integer year) {
        Set<String> sectors = new LinkedHashSet<>();
        boolean over = kind == Actor.Kind.PERSON && year != null;
        for (Term t : terms(year)) {
            sectors.addAll(t.sectors);
            over &= year != null && t.years.to() < year - 1;
        }
        return over && !sectors.isEmpty() && OF_OFFICE.containsAll(sectors)
                ? RETIRED
                : List.copyOf(sectors);
    }

    /** What several entries have in common: one of them nobody knows, an entity without a key. */
    static Entity shared(Collection<Entity> entities) {
        Entity first = entities.iterator().next();
        Actor.Kind kind = first.kind;
        String country = first.country;
        Set<String> sectors = new LinkedHashSet<>(first.sectors(null));
        Years years = first.years();
        for (Entity e : entities) {
            kind = e.kind == kind ? kind : Actor.Kind.UNKNOWN;
            country = e.country != null && e.country.equals(country) ? country : null;
            sectors.retainAll(e.sectors(null));
            years =
                    new Years(
                            Math.min(years.from(), e.years().from()),
                            Math.max(years.to(), e.years().to()));
        }
        Term term = new Term(List.copyOf(sectors), years, "");
        return new Entity(null, "", kind, country, List.of(term), null, false);
    }
}
