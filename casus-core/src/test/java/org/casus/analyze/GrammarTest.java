package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.junit.jupiter.api.Test;

/** What the grammar makes of trees as the parser draws them, its usual mistakes among them. */
class GrammarTest {
    private static final Analysis PARSES = Conll.resource(GrammarTest.class, "grammar.conllu");

    /** The arguments of a word as "slot: filler", those handed on with a star. */
    private static List<String> arguments(String sentence, String word) {
        Sentence s =
                PARSES.sentences().stream()
                        .filter(x -> x.span().of(PARSES.text()).startsWith(sentence))
                        .findFirst()
                        .orElseThrow();
        Token token =
                s.tokens().stream().filter(t -> t.form().equals(word)).findFirst().orElseThrow();
        return s.arguments(token.index()).stream().map(a -> told(s, a)).toList();
    }

    private static String told(Sentence s, Argument a) {
        return a.slot() + ": " + s.token(a.head()).form() + (a.passed() ? "*" : "");
    }

    @Test
    void the_passive_is_undone() {
        assertThat(arguments("The bridge", "destroyed"))
                .contains("subject: rebels", "object: bridge");
    }

    @Test
    void control_hands_subjects_on() {
        assertThat(arguments("The army was", "bomb")).contains("subject: army*", "object: sites");
        assertThat(arguments("The president", "attack")).contains("subject: army*", "object: camp");
        assertThat(arguments("The general", "release")).contains("subject: general*");
        assertThat(arguments("Villagers", "killing"))
                .contains("subject: militia*", "object: herders");
        assertThat(arguments("The plan", "seize")).contains("subject: rebels*", "object: port");
    }

    @Test
    void what_is_said_of_the_object_belongs_to_the_verb() {
        assertThat(arguments("Villagers", "accused")).contains("object: militia", "of: killing");
    }

    @Test
    void conjoined_verbs_share_subject_and_object() {
        assertThat(arguments("Gunmen", "attacked"))
                .containsExactlyInAnyOrder("subject: Gunmen", "object: village*");
        assertThat(arguments("Gunmen", "burned"))
                .containsExactlyInAnyOrder("subject: Gunmen*", "object: village");
        assertThat(arguments("Police", "shot")).contains("object: protester*");
    }

    @Test
    void relative_clauses_take_their_noun() {
        assertThat(arguments("The men", "arrested")).contains("subject: police", "object: men");
        assertThat(arguments("The rebels", "shelled")).contains("subject: rebels*", "object: Arvo");
        assertThat(arguments("The attack", "killed")).contains("subject: attack*");
    }

    @Test
    void what_hangs_on_an_adverb_belongs_to_its_verb() {
        assertThat(arguments("Troops", "pulled")).contains("from: town");
    }

    @Test
    void a_recipient_with_a_preposition_stands_in_both_slots() {
        assertThat(arguments("The minister", "granted"))
                .contains("recipient: fighters", "to: fighters");
    }

    @Test
    void a_lost_half_of_between_is_found() {
        assertThat(arguments("Clashes", "Clashes"))
                .contains("between: militiamen", "between: army*");
    }

    @Test
    void a_subject_astray_on_the_auxiliary_is_found() {
        assertThat(arguments("A student", "raped")).contains("subject: men", "object: student*");
    }

    @Test
    void a_sentence_without_finite_verb_has_its_participle() {
        assertThat(arguments("Thousands", "demonstrated"))
                .contains("subject: Thousands*", "against: junta")
                .doesNotContain("object: students*");
    }

    @Test
    void an_opening_without_comma_is_no_part_of_the_subject() {
        assertThat(arguments("On Saturday", "ambushed"))
                .contains("subject: rebels", "on: Saturday", "object: convoy");
        assertThat(arguments("In Hong Kong", "marched")).contains("subject: thousands", "in: Kong");
    }

    @Test
    void a_subject_after_a_month_and_a_comma_is_no_apposition_to_it() {
        assertThat(arguments("In May", "agreed")).contains("subject: minister");
    }

    @Test
    void who_is_let_free_is_the_object() {
        assertThat(arguments("Oman let", "let")).contains("subject: Oman", "object: editors");
    }

    @Test
    void an_object_in_apposition_to_the_subject_is_the_object() {
        assertThat(arguments("Customs", "returned")).contains("object: mask");
    }

    @Test
    void a_list_goes_on_after_an_office() {
        assertThat(arguments("Ana Ruiz", "died")).contains("subject: Ruiz", "subject: priests");
    }

    @Test
    void an_interruption_parts_neither_object_nor_victim() {
        assertThat(arguments("He confessed", "killing")).contains("object: editor");
        assertThat(arguments("Unions", "murder")).contains("of: Pena");
    }

    @Test
    void a_rough_number_stands_where_its_noun_stands() {
        assertThat(arguments("Around 700", "went")).contains("subject: miners");
        assertThat(arguments("Norway gave", "gave")).contains("object: million");
        assertThat(arguments("Shots fell", "fell")).contains("around: a.m.");
        assertThat(arguments("Close to", "drowned")).contains("subject: sailors");
        assertThat(arguments("It killed", "killed")).contains("object: people");
    }

    @Test
    void the_subject_of_a_second_clause_is_not_in_the_first() {
        assertThat(arguments("On Saturday", "bombed")).contains("subject: jets", "object: hills");
        assertThat(arguments("Shells", "hit")).contains("object: hospitals");
        assertThat(arguments("Shells", "killed")).contains("object: people");
    }

    @Test
    void what_stands_before_and_belongs_to_the_first_clause() {
        assertThat(arguments("Gunmen killed", "killed")).contains("on: Friday");
        assertThat(arguments("Gunmen killed", "bombed")).doesNotContain("on: Friday");
    }

    @Test
    void a_participle_between_commas_is_not_the_verb_of_the_sentence() {
        assertThat(arguments("The commander", "threatened"))
                .contains("subject: commander", "to: attack");
        assertThat(arguments("The commander", "wanted")).contains("since: 2011");
    }

    @Test
    void what_a_cleft_puts_first_belongs_to_its_clause() {
        assertThat(arguments("It was", "killed")).contains("in: Nice", "in: July");
    }
}
