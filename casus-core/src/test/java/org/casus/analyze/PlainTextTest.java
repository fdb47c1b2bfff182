package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Span;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final List<String> warnings = new ArrayList<>();

    private String plain(String text) {
        return PlainText.of(text, warnings).toString();
    }

    @Test
    void curly_marks_become_straight_and_odd_blanks_plain() {
        assertThat(plain("\u201CIt\u2019s\u00A0over\u201D\tnow\u0000"))
                .isEqualTo("\"It's over\" now ");
    }

    @Test
    void every_line_end_is_one_sign() {
        assertThat(plain("a\r\nb\rc\nd\u2028e\r\r\nf\r")).isEqualTo("a \nb\nc\nd\ne\n \nf\n");
    }

    @Test
    void invisible_characters_go_and_belong_to_the_letter_before() {
        PlainText plain = PlainText.of("\uFEFFAn\u200Bn\u00AD sat", warnings);
        assertThat(plain).hasToString("Ann sat");
        assertThat(plain.original(0, 3)).isEqualTo(new Span(1, 6));
        assertThat(plain.original(4, 7)).isEqualTo(new Span(7, 10));
    }

    @Test
    void accents_join_their_letters() {
        PlainText plain = PlainText.of("Bogota\u0301 fell", warnings);
        assertThat(plain).hasToString("Bogot\u00E1 fell");
        assertThat(plain.original(0, 6)).isEqualTo(new Span(0, 7));
    }

    @Test
    void wide_letters_and_ligatures_become_plain() {
        PlainText plain = PlainText.of("\uFF35\uFF2E \uFB01re", warnings);
        assertThat(plain).hasToString("UN fire");
        assertThat(plain.original(3, 7)).isEqualTo(new Span(3, 6));
        assertThat(plain.isWithinLetter(3)).isFalse();
        assertThat(plain.isWithinLetter(4)).isTrue();
    }

    @Test
    void pictures_and_broken_pairs_become_blanks() {
        assertThat(plain("a\uD83D\uDE00b\uD800c")).isEqualTo("a b c");
    }

    @Test
    void a_run_without_a_blank_is_left_unread() {
        assertThat(plain("go " + "x".repeat(201) + " on"))
                .isEqualTo("go " + " ".repeat(201) + " on");
        assertThat(warnings)
                .containsExactly("left unread: 201 characters without a blank, from character 3");
    }

    @Test
    void a_long_address_is_read() {
        assertThat(plain("see https://example.org/" + "x".repeat(300))).endsWith("xxx");
        assertThat(warnings).isEmpty();
    }
}
