package org.casus.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.casus.model.Actor;
import org.casus.model.Reading;
import org.casus.model.Report;
import org.casus.model.Span;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final String line = JsonLines.line(ExampleReading.reading());

    @Test
    void a_record_begins_with_its_version_and_the_document() {
        assertThat(line)
                .startsWith(
                        "{\"casus\":1,\"document\":{\"id\":\"0123abcd\",\"key\":\"arvo.txt\",\"uri\":\"reports/arvo.txt\",\"outlet\":\"The"
                            + " Example Times\",\"title\":\"Shelling in Arvo\",\"author\":null,"
                            + "\"published\":\"2011-05-04\",\"category\":\"World\",\"language\":\"en\",\"text\":\"Rebels");
    }

    @Test
    void keys_come_in_the_order_of_the_definition() {
        assertThat(line)
                .containsSubsequence(
                        "\"casus\":",
                        "\"document\":",
                        "\"actors\":",
                        "\"places\":",
                        "\"times\":",
                        "\"events\":",
                        "\"harms\":[{\"id\"",
                        "\"claims\":",
                        "\"relations\":",
                        "\"links\":",
                        "\"warnings\":");
        assertThat(line)
                .contains(
                        "{\"id\":\"h1\",\"event\":\"e1\",\"outcome\":\"killed\",\"victims\":{\"actor\":null,\"category\":\"civilian\",\"span\":{\"start\":45,\"end\":56,\"text\":\"nine"
                            + " people\"}},\"count\":{\"low\":9,\"best\":9,"
                            + "\"high\":9,\"span\":{\"start\":45,\"end\":49,\"text\":\"nine\"}},\"place\":null,\"partOf\":null,\"derived\":null}");
    }

    @Test
    void spans_count_code_points_and_not_utf16_units() {
        assertThat(line).contains("{\"start\":25,\"end\":35,\"text\":\"3 May 2011\"}");
        assertThat(ExampleReading.words("3 May 2011").start()).isEqualTo(26);
    }

    @Test
    void a_span_that_halves_a_character_takes_the_whole_of_it() {
        int fire = ExampleReading.TEXT.indexOf('\uD83D');
        CodePoints points = new CodePoints(ExampleReading.TEXT);

        assertThat(points.whole(new Span(fire + 1, fire + 2))).isEqualTo(new Span(fire, fire + 2));
        assertThat(points.whole(new Span(fire - 1, fire + 1)))
                .isEqualTo(new Span(fire - 1, fire + 2));
    }

    @Test
    void a_span_outside_the_text_is_refused() {
        assertThatThrownBy(() -> new CodePoints("Arvo").whole(new Span(2, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 2 to 9")
                .hasMessageContaining("length 4");
    }

    @Test
    void things_are_named_by_their_place_in_the_lists() {
        assertThat(line)
                .contains("\"memberOf\":[\"a3\"]")
                .contains("\"harms\":[\"h1\",\"h2\"]")
                .contains(
                        "\"partOf\":\"h1\",\"derived\":{\"from\":[\"h1\",\"h1\"],\"how\":\"h1 -"
                                + " h1\"}")
                .contains(
                        "{\"id\":\"l1\",\"type\":\"retaliation-for\",\"from\":\"e2\",\"to\":\"e1\",")
                .contains(
                        "{\"id\":\"r1\",\"type\":\"fights\",\"from\":\"a1\",\"to\":\"a2\",\"time\":null,\"status\":\"holds\",");
    }

    @Test
    void coordinates_are_rounded_and_always_decimal() {
        assertThat(line).contains("\"latitude\":33.0,\"longitude\":44.12346,\"geonameId\":99");
    }

    @Test
    void a_reference_to_what_the_reading_does_not_list_is_refused() {
        Reading whole = ExampleReading.reading();
        Reading torn =
                new Reading(
                        whole.report(),
                        List.<Actor>of(),
                        whole.places(),
                        whole.times(),
                        whole.events(),
                        whole.harms(),
                        whole.claims(),
                        whole.relations(),
                        whole.links(),
                        whole.warnings());

        assertThatThrownBy(() -> JsonLines.line(torn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rebels");
    }

    @Test
    void half_a_character_and_a_line_break_are_escaped() {
        String odd = JsonLines.line(empty("a\uD83Db\nc\uDD25\uD83D\uDD25\u2028"));

        assertThat(odd)
                .contains("\"text\":\"a\\ud83db\\nc\\udd25\uD83D\uDD25\u2028\"")
                .doesNotContain("\n");
    }

    @Test
    void a_report_without_words_has_a_record_too() {
        assertThat(JsonLines.line(empty(""))).endsWith("\"links\":[],\"warnings\":[]}");
    }

    @Test
    void the_locale_of_the_machine_does_not_show() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(JsonLines.line(ExampleReading.reading())).isEqualTo(line);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Reading empty(String text) {
        Report report = new Report("0", "k", null, null, null, null, null, null, null, text);
        return new Reading(
                report, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }
}
