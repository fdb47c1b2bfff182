package org.casus.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part, as merging compares them.
 *
 * @param key entity, country or folded name
 * @param body a state, an organization or a group: not described anew in every sentence, as persons
 *     are
 * @param surname last name of a named person, else null
 * @param given first name of a named person, where there is one
 * @param heads stems of the last words of what the report calls them, common words left out
 * @param bodies entities that they belong to
 * @param number "23 pirates"; 0 where there is none
 */
record Person(
        String name,
        String key,
        boolean state,
        boolean body,
        boolean named,
        @Nullable String surname,
        @Nullable String given,
        Set<String> heads,
        Set<String> bodies,
        int number) {

    static Person of(Account.Party party, Words words) {
        List<String> parts = Words.split(party.name());
        boolean capital =
                !party.name().isEmpty()
                        && Character.isUpperCase(
                                party.name().codePointAt(party.name().lastIndexOf(' ') + 1));
        boolean person =
                party.kind() == Actor.Kind.PERSON
                        && capital
                        && !parts.isEmpty()
                        && !words.describes(party.name());
        boolean state = party.kind() == Actor.Kind.STATE;
        Set<String> heads = new HashSet<>();
        head(party.name(), words, heads);
        party.names().forEach(n -> head(n, words, heads));
        if (person && party.quote() != null) {
            title(party.quote().text(), words, heads);
        }
        String key =
                party.entity() != null
                        ? party.entity()
                        : state && party.country() != null
                                ? party.country()
                                : String.join(" ", parts);
        return new Person(
                party.name(),
                key,
                state,
                state
                        || party.kind() == Actor.Kind.ORGANIZATION
                        || party.kind() == Actor.Kind.GROUP,
                // "Rebels" owes its capital to the sentence that it begins.
                party.entity() != null || state || capital && (person || parts.size() > 1),
                person ? parts.get(parts.size() - 1) : null,
                person && parts.size() > 1 ? parts.get(0) : null,
                heads,
                Set.copyOf(party.memberOf()),
                number(party));
    }

    private static void head(String name, Words words, Set<String> heads) {
        String core = name;
        for (String cut : List.of(" of ", " from ", " in ", " who ", " at ", ",")) {
            int at = core.indexOf(cut);
            core = at > 0 ? core.substring(0, at) : core;
        }
        List<String> parts = Words.split(core);
        if (!parts.isEmpty()) {
            String last = parts.get(parts.size() - 1);
            if (last.length() > 2 && !words.common(last)) {
                heads.add(words.folk(Words.stem(last)));
            }
        }
    }

    /** The office that stands before a name: President Keita. */
    private static void title(String quote, Words words, Set<String> heads) {
        String last = null;
        for (String part : Words.split(quote)) {
            if (words.office(part)) {
                last = part;
            } else if (last != null) {
                break;
            }
        }
        if (last != null && !words.common(last)) {
            heads.add(Words.stem(last));
        }
    }

    private static int number(Account.Party party) {
        for (String part : Words.split(party.quote() == null ? "" : party.quote().text())) {
            if (part.length() < 6 && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Integer.parseInt(part);
            }
        }
        return 0;
    }

    /**
     * Whether the two are one person by name: surnames are the same and given names do not clash.
     */
    boolean sameName(Person other) {
        return surname != null
                && surname.equals(other.surname)
                && (given == null
                        || other.given == null
                        || given.charAt(0) == other.given.charAt(0));
    }

    /** One of them is the other by name, or belongs to it. */
    boolean akin(Person other) {
        return key.equals(other.key)
                || bodies.contains(other.key)
                || other.bodies.contains(key)
                || sameName(other);
    }

    /** Named, or of somebody who is: Iraqi troops. */
    boolean known() {
        return named || !bodies.isEmpty();
    }

    /** What they are, and what they belong to. */
    Set<String> wholes() {
        Set<String> wholes = new HashSet<>(bodies);
        wholes.add(key);
        return wholes;
    }
}
