package org.casus.extract.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of places keep their form. */
class PlaceTablesTest {
    @ParameterizedTest
    @CsvSource({
        "place/regions.table, 3000, level",
        "place/towns.table, 1500, geonames",
        "place/features.table, 1100, kind"
    })
    void rows_are_many_and_none_stands_twice(String file, int least, String apart) {
        Problems problems = new Problems();
        Set<List<String>> rows = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        Table.read(
                file,
                problems,
                row -> {
                    if (!rows.add(List.of(row.get("name"), row.get("country"), row.get(apart)))) {
                        wrong.add(row.get("name") + " stands twice");
                    }
                    double latitude = Double.parseDouble(row.get("latitude"));
                    double longitude = Double.parseDouble(row.get("longitude"));
                    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
                        wrong.add(row.get("name") + " is off the map");
                    }
                    Set<String> names = new HashSet<>();
                    for (String name : row.names("name", "aliases")) {
                        if (Spelling.fold(name).isEmpty() || !names.add(name)) {
                            wrong.add(row.get("name") + " has the alias " + name + " for nothing");
                        }
                    }
                });
        assertThat(problems.all()).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSizeGreaterThan(least);
    }
}
