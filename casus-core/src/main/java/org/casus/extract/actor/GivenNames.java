package org.casus.extract.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Tells women from men by their given names. */
final class GivenNames {
    /** Whether somebody is "she" or "he". */
    enum Gender {
        WOMAN,
        MAN
    }

    private final Map<String, Gender> genders = new HashMap<>();

    static GivenNames load(Problems problems) {
        GivenNames names = new GivenNames();
        Table.read(
                "actor/given-names.table",
                problems,
                row -> {
                    names.put(row, row.list("women"), Gender.WOMAN);
                    names.put(row, row.list("men"), Gender.MAN);
                });
        return names;
    }

    private void put(Table.Row row, List<String> given, Gender gender) {
        for (String name : given) {
            Gender other = genders.put(name, gender);
            if (other != null) {
                row.problem(name + " stands twice");
            }
        }
    }

    /** By the first word of a name of several; null where that does not tell. */
    @Nullable Gender of(List<String> name) {
        return name.size() < 2 ? null : genders.get(name.get(0));
    }
}
