package org.casus.publish.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void what_would_run_as_a_formula_gets_an_apostrophe() {
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D")) {
            assertThat(Cells.disarmed(begin + "1")).isEqualTo("'" + begin + "1");
        }
        for (String harmless : List.of("", "rebels", "a=b", " =1", "'Abd", "1-2", "\u2212" + "5")) {
            assertThat(Cells.disarmed(harmless)).isEqualTo(harmless);
        }
    }

    @Test
    void one_apostrophe_away_gives_the_text_back() {
        for (String text : List.of("=1", "'=1", "''@x", "'Abd", "-", "'", "''")) {
            assertThat(armed(Cells.disarmed(text))).isEqualTo(text);
        }
    }

    @Test
    void numbers_are_spelled_alike_on_every_Java() {
        assertThat(Cells.decimal(-33.3)).isEqualTo("-33.3");
        assertThat(Cells.decimal(10)).isEqualTo("10.0");
        assertThat(Cells.decimal(2.0E-3)).isEqualTo("0.002");
        assertThat(Cells.decimal(-0.0)).isEqualTo("0.0");
        assertThat(Cells.decimal(43.118891234)).isEqualTo("43.118891");
    }

    @Test
    void a_semicolon_within_an_item_does_not_part_it() {
        assertThat(Cells.joined(List.of("a; b", "c"))).isEqualTo("a, b; c");
    }

    @Test
    void halves_of_characters_and_nul_become_the_sign_for_unknown() {
        assertThat(Cells.wellFormed("a\uD83Db\0")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(Cells.wellFormed("\uD83D\uDCA5")).isEqualTo("\uD83D\uDCA5");
    }

    /** What docs/how-to/export.md tells a reader to do. */
    static String armed(String cell) {
        return cell.matches("(?s)'+[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*")
                ? cell.substring(1)
                : cell;
    }
}
