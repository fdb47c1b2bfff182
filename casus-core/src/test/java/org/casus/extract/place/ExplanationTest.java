package org.casus.extract.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.extract.place.Explanation.Option;
import org.casus.extract.place.gazetteer.GeoNames;
import org.casus.extract.place.gazetteer.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    private static final PlaceFinder FINDER = PlaceFinder.load();

    @Test
    void by_itself_a_name_means_the_largest_of_its_places() {
        Explanation tripoli = only(FINDER.explain("Tripoli"));

        Option first = tripoli.options().get(0);
        assertThat(first.wins()).isTrue();
        assertThat(first.country()).isEqualTo("LBY");
        assertThat(first.points()).extracting(Explanation.Points::pass).contains("size");
        assertThat(tripoli.options()).extracting(Option::country).contains("LBN");
        assertThat(tripoli.options().stream().filter(Option::wins)).hasSize(1);
    }

    @Test
    void its_container_decides() {
        Explanation tripoli = only(FINDER.explain("Tripoli, Lebanon"));

        assertThat(tripoli.why()).contains("lies in Lebanon");
        assertThat(tripoli.options().get(0).country()).isEqualTo("LBN");
        assertThat(tripoli.options().get(0).points())
                .extracting(Explanation.Points::pass)
                .contains("container");
    }

    @Test
    void what_nobody_bears_is_said_to_be_so() {
        Explanation none = only(FINDER.explain("Xyzzyx"));

        assertThat(none.options()).isEmpty();
        assertThat(none.why()).isEqualTo("no entry has this name");
    }

    @Test
    void the_report_decides_each_time_that_the_name_stands_there() {
        var parses = Parses.recorded("places.conllu");
        var analysis =
                parses.values().stream()
                        .filter(a -> a.text().contains("Athens, Georgia"))
                        .findFirst()
                        .orElseThrow();

        Explanation athens = only(FINDER.explain(analysis, "Athens"));

        assertThat(athens.why()).contains("lies in Georgia");
        assertThat(athens.options().get(0).country()).isEqualTo("USA");
        assertThat(FINDER.explain(analysis, "Sparta")).isEmpty();
    }

    @Test
    void imported_places_are_candidates_at_once(@TempDir Path folder) throws IOException {
        Imported imported = Imported.at(folder.resolve("places.gazetteer"));
        Path dump = folder.resolve("ML.txt");
        Files.writeString(
                dump,
                "90000001\tZanboura\tZanboura\t\t16.5\t-1.2\tP\tPPL\tML\t\t09\t\t\t\t8000\t\t\t\t\n"
                    + "90000002\tGao\tGao\t\t16.27\t-0.04\tA\tADM1\tML\t\t09\t\t\t\t0\t\t\t\t\n");
        imported.add(
                List.of(dump),
                new GeoNames.Listener() {
                    @Override
                    public void at(Path file, double share) {}

                    @Override
                    public void bad(Path file, long line, String why) {
                        throw new AssertionError(why);
                    }
                });
        PlaceFinder finder = PlaceFinder.load(imported);

        Option zanboura = only(finder.explain("Zanboura")).options().get(0);
        assertThat(zanboura.wins()).isTrue();
        assertThat(zanboura.country()).isEqualTo("MLI");
        assertThat(zanboura.geonameId()).isEqualTo(90_000_001);
        // the region of Gao is in the tables already
        assertThat(only(finder.explain("Gao")).options())
                .hasSameSizeAs(only(FINDER.explain("Gao")).options());
    }

    private static Explanation only(List<Explanation> explanations) {
        assertThat(explanations).hasSize(1);
        return explanations.get(0);
    }
}
