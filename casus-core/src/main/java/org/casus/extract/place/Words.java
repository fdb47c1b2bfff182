package org.casus.extract.place;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** The words that stand beside names of places. */
final class Words {
    /** What a word beside a name tells; the table explains each. */
    enum Role {
        REGION,
        SETTLEMENT,
        QUARTER,
        FACILITY,
        STREET,
        WATER,
        LAND,
        HEIGHT,
        ISLAND,
        NEAR,
        LOCATIVE,
        DIRECTION,
        BODY,
        OFFICE,
        LOCAL,
        ILLNESS,
        TITLE,
        TAKEN,
        HIT,
        HURT,
        TALK
    }

    private static final String FILE = "place/words.table";

    private final Map<String, Set<Role>> roles = new HashMap<>();

    private Words() {}

    static Words load() {
        Words words = new Words();
        Problems problems = new Problems();
        Table.read(
                FILE,
                problems,
                row -> {
                    try {
                        Role role = Role.valueOf(row.get("role").toUpperCase(Locale.ROOT));
                        Set<Role> of =
                                words.roles.computeIfAbsent(
                                        row.get("word"), w -> EnumSet.noneOf(Role.class));
                        if (!of.add(role)) {
                            row.problem(row.get("word") + " stands there twice as " + role);
                        }
                    } catch (IllegalArgumentException e) {
                        row.problem("role " + row.get("role") + " is none of the roles");
                    }
                });
        problems.throwIfAny();
        return words;
    }

    /** Whether a word has any role: alone it names nothing. */
    boolean isKnown(Token t) {
        return roles.containsKey(t.lemma()) || roles.containsKey(t.form().toLowerCase(Locale.ROOT));
    }

    /** Whether a token, by lemma or form, has one of these roles. */
    boolean is(Token t, Role... any) {
        Set<Role> byLemma = roles.get(t.lemma());
        Set<Role> byForm = byLemma;
        String form = t.form().toLowerCase(Locale.ROOT);
        if (!form.equals(t.lemma())) {
            byForm = roles.get(form);
        }
        for (Role role : any) {
            if ((byLemma != null && byLemma.contains(role))
                    || (byForm != null && byForm.contains(role))) {
                return true;
            }
        }
        return false;
    }
}
