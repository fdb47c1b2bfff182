package org.casus.extract.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.extract.place.Marked.Mark;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Place;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code places.txt} on its recorded parses. */
class PlaceFinderTest {
    private static final PlaceFinder FINDER = PlaceFinder.load();

    private final Map<String, Analysis> parses = Parses.recorded("places.conllu");

    @TestFactory
    List<DynamicTest> names_are_found_and_resolved() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Parses.lines("places.txt")) {
            tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
        }
        return tests;
    }

    private void check(String line) {
        String text = Marked.of(line).text();
        Analysis analysis = requireNonNull(parses.get(text), "no recorded parse of " + text);
        List<Mark> found = new ArrayList<>();
        for (Mention<Place> m : FINDER.find(analysis).all()) {
            found.add(new Mark(m.span(), label(m.value())));
        }
        assertThat(Marked.write(text, found)).isEqualTo(line);
    }

    private static String label(Place p) {
        String country = p.country() == null ? "-" : p.country();
        if (!p.candidates().isEmpty()) {
            return country + " several";
        }
        if (p.precision() == Place.Precision.NONE) {
            return country + " told";
        }
        if (p.precision() == Place.Precision.NEAR) {
            return country + " near";
        }
        if (p.kind() == Place.Kind.SETTLEMENT && p.precision() != Place.Precision.EXACT) {
            return country + " in " + p.precision().name().toLowerCase(Locale.ROOT);
        }
        return p.kind() == Place.Kind.SETTLEMENT
                ? country
                : country + " " + p.kind().name().toLowerCase(Locale.ROOT);
    }
}
