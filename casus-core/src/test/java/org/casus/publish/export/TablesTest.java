package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.casus.rule.Ontology;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.junit.jupiter.api.Test;

/** The tables of the exports are whole. */
class TablesTest {
    private static Set<String> column(String file, String column) {
        Set<String> cells = new HashSet<>();
        Problems problems = new Problems();
        Table.read(file, problems, row -> cells.add(row.get(column)));
        problems.throwIfAny();
        return cells;
    }

    @Test
    void every_country_of_the_actors_has_its_numbers() {
        assertThat(column("publish/countries.table", "code"))
                .isEqualTo(column("actor/countries.table", "code"));
    }

    @Test
    void a_country_number_belongs_to_one_country() {
        for (String system : new String[] {"numeric", "cow", "gw"}) {
            Set<String> seen = new HashSet<>();
            Problems problems = new Problems();
            Table.read(
                    "publish/countries.table",
                    problems,
                    row -> {
                        String number = row.get(system);
                        if (!number.isEmpty()) {
                            assertThat(seen.add(number)).as("%s %s", system, number).isTrue();
                        }
                    });
        }
        Countries.Country germany = Objects.requireNonNull(Countries.of("DEU"));
        assertThat(germany.cow()).isEqualTo(255);
        assertThat(germany.gw()).isEqualTo(260);
        assertThat(Countries.of("XYZ")).isNull();
    }

    @Test
    void every_type_and_mode_of_plover_has_its_weight() {
        Set<String> weighed = new HashSet<>();
        Problems problems = new Problems();
        Table.read(
                "publish/plover.table",
                problems,
                row -> weighed.add(row.get("type") + "/" + row.get("mode")));
        Set<String> known = new HashSet<>();
        Table.read(
                "event/ontology.table",
                problems,
                row -> {
                    if (!row.get("type").startsWith("SAY.")) {
                        known.add(row.get("type") + "/" + row.get("mode"));
                    }
                });
        assertThat(weighed).isEqualTo(known);
    }

    @Test
    void every_sub_event_type_of_acled_has_its_place() {
        assertThat(column("publish/acled.table", "sub-event"))
                .isEqualTo(column("event/acled.table", "name"))
                .allMatch(Ontology::isAcled);
    }
}
