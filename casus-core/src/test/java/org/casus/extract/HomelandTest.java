package org.casus.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.model.Event;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomelandTest {
    private static final Analyzer ANALYZER = Analyzer.open();
    private static final Extraction EXTRACTION = Extraction.load();

    private static Reading read(String text) {
        return EXTRACTION.read(ANALYZER.analyze(Conll.report(text, null)));
    }

    private static Event assault(Reading reading) {
        return reading.events().stream()
                .filter(e -> e.type().equals("ASSAULT"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed a judge on Monday, the police said. Peru's president flew from Lima"
                        + " to Cusco. ",
                "Gunmen killed a judge on Monday. The mayors of Lima, Cusco and Arequipa mourned"
                        + " him."
            })
    void a_deed_without_a_place_was_done_in_the_country_the_report_is_about(String text) {
        Reading reading = read(text);

        assertThat(assault(reading).places())
                .singleElement()
                .satisfies(
                        at -> {
                            assertThat(at.span()).isNull();
                            assertThat(at.place().kind()).isEqualTo(Place.Kind.COUNTRY);
                            assertThat(at.place().country()).isEqualTo("PER");
                            assertThat(reading.places()).contains(at.place());
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed a judge on Monday. The news reached Lima.",
                "Gunmen killed a judge on Monday. It was read in Lima, in Cusco, in Paris and in"
                        + " Lyon.",
                "Peruvian jets killed two rebels on Monday, the army said in Lima. Peru gave no"
                        + " details."
            })
    void where_is_left_open_if_the_report_is_about_no_country_or_its_own_people_did_it(
            String text) {
        assertThat(assault(read(text)).places()).isEmpty();
    }
}
