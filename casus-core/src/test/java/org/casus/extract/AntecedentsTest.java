package org.casus.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.model.Claim;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Link;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AntecedentsTest {
    private static final Analyzer ANALYZER = Analyzer.open();
    private static final Extraction EXTRACTION = Extraction.load();

    private static Reading read(String text) {
        return EXTRACTION.read(ANALYZER.analyze(Conll.report(text, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Police said the Red Band was behind the attack on the embassy. | Red Band
                    A bus was burned on Friday. The attack was attributed to the Red Band. | Red Band
                    The ambush of the convoy was blamed on the Red Band. | Red Band
                    A court charged two sailors with the murder of a judge. | two sailors
                    Police arrested two sailors for the murder of a judge. | two sailors
                    The president announced the arrest of two sailors for killing a judge. | two sailors
                    The judge wants to prosecute the officers involved in the murder of a priest. | officers
                    A list has the names of the two suspects in the attack on the embassy. | two suspects
                    The union wants Colonel Juan Sena dismissed for his role in the murder of a priest. | Juan Sena
                    Four soldiers were killed in a rebel attack near Arica. | rebel
                    A guerrilla ambush killed four soldiers near Arica. | guerrilla
                    """)
    void who_is_held_to_have_done_it_is_the_doer(String text, String doer) {
        assertThat(read(text).events())
                .filteredOn(e -> e.type().equals("ASSAULT"))
                .singleElement()
                .satisfies(
                        e ->
                                assertThat(e.sources())
                                        .extracting(r -> r.actor() == null ? "" : r.actor().name())
                                        .containsExactly(doer));
    }

    @Test
    void the_bodies_of_victims_are_the_victims() {
        Reading reading =
                read("The bodies of two farmers killed by soldiers were found near Salto.");

        assertThat(reading.harms())
                .singleElement()
                .satisfies(
                        h ->
                                assertThat(words(reading, h.victims().span()))
                                        .isEqualTo("two farmers"));
    }

    private static @Nullable String words(Reading reading, @Nullable Span span) {
        return span == null ? null : span.of(reading.report().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb, planted by two men, exploded at the airport on Monday.",
                "A bomb that shattered the windows of a bank went off in Lima today.",
                "A teacher was killed on Monday. The victim was shot dead in her car.",
                "The murdered envoy was a poet."
            })
    void one_deed_told_twice_is_one(String text) {
        assertThat(read(text).events())
                .filteredOn(e -> e.type().equals("ASSAULT"))
                .singleElement()
                .satisfies(e -> assertThat(e.targets().size() + e.objects().size()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | The army killed nine farmers near Gao on Monday. The men learned of it only after nine civilians had been killed.
                    1 | Rebels killed six priests in Gao on Monday. Colonel Amadou Keita was responsible for the murder of the six priests.
                    1 | Soldiers attacked a patrol near Gao on Monday. The incident, where three farmers were also wounded, was a mistake.
                    2 | Rebels killed five soldiers in Gao on Monday. In Sikasso, five soldiers were killed by a mine.
                    2 | Rebels killed five soldiers in Gao on 3 May 2012. On 7 May 2012 five other soldiers were killed.
                    """)
    void as_many_again_are_the_same_unless_they_are_others(int deeds, String text) {
        assertThat(read(text).events()).filteredOn(e -> e.type().equals("ASSAULT")).hasSize(deeds);
    }

    @Test
    void what_an_attempt_is_called_later_leaves_it_an_attempt() {
        Reading reading =
                read(
                        "The frigate foiled the pirates' attempt to attack a tanker in the gulf."
                                + " The incident was over in an hour.");

        assertThat(reading.events())
                .filteredOn(e -> e.type().equals("ASSAULT"))
                .extracting(Event::factuality)
                .containsExactly(Factuality.ATTEMPTED);
    }

    @Test
    void both_are_the_two_told_of_before() {
        Reading reading =
                read("Rebels kidnapped two teachers in Gao on Monday. Both were killed on Friday.");

        assertThat(reading.events())
                .last()
                .satisfies(
                        e ->
                                assertThat(e.targets().get(0).actor())
                                        .isSameAs(
                                                reading.events().get(0).targets().get(0).actor()));
    }

    @Test
    void a_last_name_is_no_place() {
        Reading reading =
                read(
                        "Jose de Jesus Pena worked at the embassy. Keita said he sent the money"
                                + " through Pena, who gave him a gun.");

        assertThat(reading.places()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He spoke of the aggression and of the war.",
                "The offensive has been a failure, the minister said.",
                "The attack must be condemned."
            })
    void what_hit_nobody_nowhere_is_no_deed(String text) {
        assertThat(read(text).events()).noneMatch(e -> e.type().equals("ASSAULT"));
    }

    @Test
    void who_claims_responsibility_is_the_doer_of_the_deed_told_last() {
        Reading reading =
                read(
                        "A bomb killed nine shoppers in Belfast on Friday. The Red Hand Column"
                                + " claimed responsibility.");

        Event bombing = reading.events().get(0);
        assertThat(bombing.sources())
                .extracting(r -> r.actor() == null ? null : r.actor().name())
                .containsExactly("Red Hand Column");
        assertThat(reading.links())
                .extracting(Link::type, Link::to)
                .containsExactly(tuple(Link.Type.ABOUT, bombing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The army denied this.",
                "The army denied it on Sunday.",
                "The army denied that it was involved.",
                "The army denied having a hand in the affair.",
                "The army rejected the accusation."
            })
    void a_denial_is_of_what_was_said_before(String denial) {
        Reading reading =
                read("Witnesses said that soldiers had shot two boys in the market. " + denial);

        assertThat(denials(reading).get(0).about()).containsExactly(reading.events().get(0));
    }

    @Test
    void a_denial_of_something_else_is_not_of_the_deed() {
        Reading reading =
                read(
                        "Witnesses said that soldiers had shot two boys in the market. The"
                                + " minister denied that he would resign.");

        assertThat(denials(reading))
                .allSatisfy(c -> assertThat(c.about()).doesNotContain(reading.events().get(0)));
    }

    private static List<Claim> denials(Reading reading) {
        return reading.claims().stream().filter(c -> c.stance() == Claim.Stance.DENIES).toList();
    }
}
