package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrivateNamesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String RECORD =
            """
            {"document":{"text":"Layla Hadi, 34, was shot.\\nHadi\\u2019s brother wept. Mr Omar spoke."},
             "actors":[
              {"id":"a1","name":"Layla Hadi","kind":"person","sectors":["CVL"],"entity":null,"memberOf":[],
               "mentions":[{"start":0,"end":10,"text":"Layla Hadi"},{"start":26,"end":30,"text":"Hadi"},{"start":9,"end":10,"text":"She"}]},
              {"id":"a2","name":"Sami Omar","kind":"person","sectors":["GOV"],"entity":null,"memberOf":[],"mentions":[]},
              {"id":"a3","name":"Zo\\u00eb Omar","kind":"person","sectors":[],"entity":null,"memberOf":[],"mentions":[]},
              {"id":"a4","name":"Witnesses","kind":"population","sectors":[],"entity":null,"memberOf":[],"mentions":[]}],
             "places":[],"times":[]}\
            """;

    private static PrivateNames names(String... records) {
        PrivateNames.Gathering gathering = new PrivateNames.Gathering();
        for (String record : records) {
            gathering.record(JSON.readTree(record));
        }
        return gathering.names();
    }

    @Test
    void a_name_is_hidden_however_it_is_written() {
        PrivateNames names = names(RECORD);

        assertThat(names.hide("They shot Layla Hadi's son"))
                .isEqualTo("They shot [name withheld]'s son");
        assertThat(names.hide("LAYLA HADI")).isEqualTo("[name withheld]");
        assertThat(names.hide("reports/layla-hadi.txt")).isEqualTo("reports/[name withheld].txt");
        assertThat(names.hide("Layla\nHadi and Zoe Omar"))
                .isEqualTo("[name withheld] and [name withheld]");
        assertThat(names.hide("Miss Hadi was 34")).isEqualTo("Miss [name withheld] was 34");
    }

    @Test
    void names_of_others_and_other_words_stay() {
        PrivateNames names = names(RECORD);

        assertThat(names.hide("Sami Omar and Omar said she saw Hadija, hadi and Witnesses"))
                .isEqualTo("Sami Omar and Omar said she saw Hadija, hadi and Witnesses");
    }

    @Test
    void whoever_holds_an_office_in_another_report_is_no_private_person() {
        String other =
                RECORD.replace("[\"CVL\"]", "[\"MIL\"]")
                        .replace("\"Zo\\u00eb Omar\"", "\"someone\"");

        assertThat(names(RECORD, other).hide("Layla Hadi")).isEqualTo("Layla Hadi");
    }

    @Test
    void blackening_moves_nothing() {
        String text = "Then Zoë Omar ran 𝒜 Layla Hadi.";
        String black = names(RECORD).blacken(text);

        assertThat(black).isEqualTo("Then ███ ████ ran 𝒜 █████ ████.");
        assertThat(black.codePointCount(0, black.length()))
                .isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void quotations_of_a_record_stay_slices_of_its_text() {
        JsonNode record = JSON.readTree(Redaction.record(RECORD, names(RECORD)));

        String text = record.path("document").path("text").stringValue("");
        assertThat(text)
                .isEqualTo("█████ ████, 34, was shot.\n████’s brother wept. Mr Omar spoke.");
        JsonNode mentions = record.path("actors").path(0).path("mentions");
        assertThat(mentions.path(0).path("text").stringValue("")).isEqualTo(text.substring(0, 10));
        assertThat(mentions.path(1).path("text").stringValue("")).isEqualTo("████");
        assertThat(record.path("actors").path(0).path("name").stringValue(""))
                .isEqualTo(PrivateNames.WITHHELD);
    }
}
