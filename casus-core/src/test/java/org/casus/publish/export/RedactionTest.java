package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.model.Account.Party;
import org.casus.model.Actor;
import org.casus.publish.LedgerJson;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static Party person(String name, List<String> names, String... sectors) {
        return new Party(
                name,
                Actor.Kind.PERSON,
                "IRQ",
                List.of(sectors),
                null,
                List.of(),
                names,
                Samples.party(name, null).quote());
    }

    private static Case with(Party target) {
        Samples.Draft draft = new Samples.Draft();
        draft.targets = List.of(target);
        draft.text = "Islamic State shot " + target.name() + " in Mosul";
        return new Case(draft.incident(), List.of());
    }

    @Test
    void a_victim_without_an_office_is_not_named() {
        Case told = with(person("Layla Hadi", List.of("Hadi", "she"), "CVL"));

        assertThat(LedgerJson.line(Redaction.of(told).incident()))
                .contains("Islamic State shot [name withheld] in Mosul", "Islamic State")
                .doesNotContain("Layla", "Hadi");
    }

    @Test
    void whoever_holds_an_office_is_named() {
        Case told = with(person("Layla Hadi", List.of(), "GOV"));

        assertThat(Redaction.of(told)).isEqualTo(told);
    }

    @Test
    void half_a_word_is_no_name() {
        Case told = with(person("Mos", List.of(), "CVL"));

        assertThat(LedgerJson.line(Redaction.of(told).incident())).contains("in Mosul");
    }
}
