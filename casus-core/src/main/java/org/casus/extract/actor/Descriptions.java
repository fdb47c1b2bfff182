package org.casus.extract.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** Nouns that need to be told whose, and nouns that take up somebody named before. */
final class Descriptions {
    /** Whom a noun may take up. */
    enum Names {
        ARMED,
        BODY,
        PRESS,
        STATE,
        FORCE,
        MAN,
        WOMAN,
        PERSON,
        NOBODY
    }

    private final Set<String> relational = new HashSet<>();
    private final Set<String> outsiders = new HashSet<>();
    private final Map<String, Names> general = new HashMap<>();

    static Descriptions load(Problems problems) {
        Descriptions descriptions = new Descriptions();
        Table.read("actor/descriptions.table", problems, descriptions::row);
        return descriptions;
    }

    private void row(Table.Row row) {
        String noun = row.get("noun");
        switch (row.get("whose")) {
            case "" -> {}
            case "yes" -> relational.add(noun);
            case "kin" -> {
                relational.add(noun);
                outsiders.add(noun);
            }
            case "outside" -> outsiders.add(noun);
            default -> row.problem(row.get("whose") + " is not yes, kin or outside");
        }
        String names = row.get("names");
        if (names.isEmpty()) {
            return;
        }
        try {
            Names whom = Names.valueOf(names.toUpperCase(Locale.ROOT));
            if (general.put(noun, whom) != null) {
                row.problem(noun + " stands twice");
            }
        } catch (IllegalArgumentException e) {
            row.problem(names + " is not one of " + List.of(Names.values()));
        }
    }

    /** Whether the words after "of" belong to the description: "members of the front". */
    boolean isRelational(String noun) {
        return relational.contains(noun);
    }

    /** Whether who is so called does not belong to those named with it: "the mayor's wife". */
    boolean isOutsider(String noun) {
        return outsiders.contains(noun);
    }

    Names names(String noun) {
        return general.getOrDefault(noun, Names.NOBODY);
    }
}
