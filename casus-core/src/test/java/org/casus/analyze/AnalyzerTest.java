package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.junit.jupiter.api.Test;

/** With the real language model, which the first run prepares. */
class AnalyzerTest {
    private static final Analyzer ANALYZER = Analyzer.open();

    private static Analysis analyze(String text) {
        return ANALYZER.analyze(Conll.report(text, null));
    }

    private static List<String> sentences(String text) {
        return analyze(text).sentences().stream()
                .map(sentence -> sentence.span().of(text).replace('\n', ' '))
                .toList();
    }

    private static String forms(Sentence sentence) {
        return sentence.toString();
    }

    @Test
    void a_sentence_is_tagged_named_and_parsed() {
        Sentence sentence = analyze("Rebels killed five soldiers near Baghdad.").sentences().get(0);
        assertThat(sentence.tokens())
                .extracting(Token::lemma)
                .containsExactly("rebel", "kill", "five", "soldier", "near", "baghdad", ".");
        assertThat(sentence.token(1).pos()).isEqualTo("VBD");
        assertThat(sentence.token(1).label()).isEqualTo("root");
        assertThat(sentence.token(1).head()).isEqualTo(-1);
        assertThat(sentence.token(0).head()).isEqualTo(1);
        assertThat(sentence.token(5).entity()).isEqualTo("GPE");
        assertThat(sentence.arguments(1, "object")).containsExactly(3);
    }

    @Test
    void words_with_digits_keep_them_in_their_lemma() {
        Sentence sentence = analyze("In 2017 an F-16 dropped 1,200 bombs.").sentences().get(0);
        assertThat(sentence.tokens()).extracting(Token::lemma).contains("2017", "f-16", "1,200");
    }

    @Test
    void numbers_in_words_have_lemmas_of_their_own() {
        Sentence sentence = analyze("Hundreds fled, and twelve thousand died.").sentences().get(0);
        assertThat(sentence.tokens())
                .extracting(Token::lemma)
                .contains("hundred", "twelve", "thousand");
    }

    @Test
    void stops_belong_to_initials_and_not_to_numbers() {
        String text = "The U.S.\u2019s raid wounded 3. Five fled.";
        assertThat(sentences(text))
                .containsExactly("The U.S.\u2019s raid wounded 3.", "Five fled.");
        assertThat(forms(analyze(text).sentences().get(0)))
                .isEqualTo("The U.S. 's raid wounded 3 .");
    }

    @Test
    void curly_marks_parse_like_straight_ones() {
        String curly = "The army\u2019s chief said \u201Cwe won\u2019t leave.\u201D Nobody did.";
        String straight = "The army's chief said \"we won't leave.\" Nobody did.";
        Analysis one = analyze(curly);
        Analysis other = analyze(straight);
        assertThat(one.sentences()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(one.sentences().get(i).tokens())
                    .isEqualTo(other.sentences().get(i).tokens());
        }
        assertThat(one.sentences().get(0).token(2).span().of(curly)).isEqualTo("\u2019s");
    }

    @Test
    void closing_marks_end_their_own_sentence() {
        assertThat(
                        sentences(
                                "She said \u201Cgo.\u201D The end. He said 'it is over.' Nobody"
                                        + " came."))
                .containsExactly(
                        "She said \u201Cgo.\u201D",
                        "The end.",
                        "He said 'it is over.'",
                        "Nobody came.");
        assertThat(sentences("It fell (at 3 a.m.) Nobody died."))
                .containsExactly("It fell (at 3 a.m.)", "Nobody died.");
    }

    @Test
    void what_follows_a_quotation_in_small_letters_belongs_to_it() {
        assertThat(sentences("\"They fired!\" he said. \"Why?\" The mayor wept."))
                .containsExactly("\"They fired!\" he said.", "\"Why?\"", "The mayor wept.");
    }

    @Test
    void abbreviations_end_a_sentence_only_before_a_new_one() {
        assertThat(
                        sentences(
                                "Gen. Smith of the U.S. Army came on Jan. 3 to St. Louis. He left"
                                    + " the U.S. The army stayed. He woke at 3 a.m. They slept."))
                .containsExactly(
                        "Gen. Smith of the U.S. Army came on Jan. 3 to St. Louis.",
                        "He left the U.S.",
                        "The army stayed.",
                        "He woke at 3 a.m.",
                        "They slept.");
    }

    @Test
    void words_in_brackets_stay_apart() {
        String text = "The group ( A ) took town ( 12 ) today.";
        Sentence sentence = analyze(text).sentences().get(0);
        assertThat(sentence.tokens())
                .allSatisfy(
                        token ->
                                assertThat(token.span().of(text))
                                        .isEqualTo(token.form())
                                        .doesNotContain(" "));
    }

    @Test
    void titles_and_datelines_are_sentences_of_their_own() {
        assertThat(sentences("Army retakes town\n\nGAO (Reuters) - The army said\nso on Monday."))
                .containsExactly(
                        "Army retakes town", "GAO (Reuters) -", "The army said so on Monday.");
        assertThat(forms(analyze("BEIRUT (AP) - Shells fell.").sentences().get(0)))
                .isEqualTo("Beirut ( AP ) -");
    }

    @Test
    void text_in_capitals_gets_them_back_where_they_belong() {
        String text =
                "THE U.S. ARMY SAID THAT COLOMBIAN REBELS DIDN'T ATTACK SAN SALVADOR. THE FARC"
                        + " (FARC) DENIED IT, PRESIDENT BUSH SAID AT 3 A.M.";
        Analysis analysis = analyze(text);
        assertThat(analysis.sentences()).allMatch(Sentence::upper);
        assertThat(forms(analysis.sentences().get(0)))
                .isEqualTo(
                        "The U.S. Army said that Colombian rebels did n't attack San Salvador .");
        assertThat(forms(analysis.sentences().get(1))).contains("President Bush said at 3 a.m.");
        assertThat(analysis.sentences().get(0).token(1).span().of(text)).isEqualTo("U.S.");
    }

    @Test
    void a_title_with_a_capital_on_every_word_is_read_as_a_sentence() {
        Sentence title = analyze("NATO Air Strike Kills Ten Rebels Near Kabul").sentences().get(0);
        assertThat(forms(title)).isEqualTo("NATO air strike kills ten rebels near Kabul");
        assertThat(title.upper()).isFalse();
        assertThat(title.arguments(3, "object")).containsExactly(5);
    }

    @Test
    void names_of_the_tables_get_their_own_spelling() {
        String text =
                "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT AND THE ARENA PARTY MET IN LIMA.";
        assertThat(forms(analyze(text).sentences().get(0)))
                .startsWith("The Farabundo Marti National Liberation Front and the");
    }

    @Test
    void text_in_capitals_is_cut_into_sentences_too() {
        assertThat(
                        sentences(
                                "SEN. ANN LEE (D-WIS.) SAID SO IN THE U.S. THE ARMY LEFT. \"WE"
                                        + " WON.\" NOBODY CAME."))
                .containsExactly(
                        "SEN. ANN LEE (D-WIS.) SAID SO IN THE U.S.",
                        "THE ARMY LEFT.",
                        "\"WE WON.\"",
                        "NOBODY CAME.");
    }

    @Test
    void a_sentence_past_the_bounds_is_read_in_pieces_with_a_warning() {
        String text = "The army said " + "that it had shelled the town, ".repeat(100) + "again.";
        Analysis analysis = analyze(text);
        assertThat(analysis.sentences())
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        sentence ->
                                assertThat(sentence.size())
                                        .isLessThanOrEqualTo(Analyzer.LONGEST_SENTENCE));
        assertThat(analysis.warnings())
                .containsExactly("read in pieces: a sentence of 705 words, from character 0");
    }

    @Test
    void nothing_gives_nothing() {
        for (String text : List.of("", " ", "\n\r\n", "\uFEFF", "\u0000", "\uD800", "\u200B")) {
            assertThat(analyze(text).sentences()).isEmpty();
        }
    }

    @Test
    void the_same_in_every_place_and_on_many_threads() {
        String text = "On 5 May insurgents in Diyarbakir killed I. Inan, I think. IT WAS IN IZMIR.";
        String once = Conll.write(analyze(text));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(
                            IntStream.range(0, 64)
                                    .parallel()
                                    .mapToObj(i -> Conll.write(analyze(text)))
                                    .distinct())
                    .containsExactly(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
