package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static List<String> blocks(String text) {
        return Layout.blocks(text).stream()
                .map(block -> block.of(text).replace('\n', '/'))
                .toList();
    }

    @Test
    void a_blank_line_ends_a_block() {
        assertThat(blocks("\n Rebels attack town\n \n\nThe army said so.\n"))
                .containsExactly("Rebels attack town", "The army said so.");
    }

    @Test
    void hard_line_breaks_are_blanks() {
        assertThat(
                        blocks(
                                """
                                   The general told reporters in the capital that the Third
                                Brigade had taken the bridge near Mopti, and that the Second
                                Brigade would follow.
                                """))
                .containsExactly(
                        "The general told reporters in the capital that the Third/Brigade had taken"
                            + " the bridge near Mopti, and that the Second/Brigade would follow.");
    }

    @Test
    void a_line_that_ends_early_ends_a_block() {
        assertThat(
                        blocks(
                                """
                                Army retakes northern town
                                The army said on Monday that it had retaken the town of Konna.
                                Residents spoke of heavy fighting near the bridge for two days.
                                """))
                .startsWith("Army retakes northern town");
    }

    @Test
    void a_short_line_that_goes_on_in_small_letters_does_not() {
        assertThat(blocks("The army said\nthat it had retaken the town of Konna on Monday."))
                .hasSize(1);
    }

    @Test
    void an_address_is_no_sentence() {
        assertThat(
                        blocks(
                                "https://news.example.org/2011/11/pirates-attack-ship?id=7\n"
                                    + "http: / / news. example. org / pirates - attack - ship / 7\n"
                                    + "The site http://example.org says that rebels hold Arvo."))
                .containsExactly("The site http://example.org says that rebels hold Arvo.");
    }

    @Test
    void items_of_a_list_are_blocks_without_their_marks() {
        assertThat(
                        blocks(
                                "\u2022 Five dead in Gao\n"
                                        + "\u2022 Three in Kidal\n"
                                        + "- Two in Menaka\n"
                                        + "1. One"))
                .containsExactly("Five dead in Gao", "Three in Kidal", "Two in Menaka", "One");
    }

    @Test
    void a_dateline_is_a_block_of_its_own() {
        String text = "GAO, Mali (Reuters) - Rebels fled.";
        assertThat(Layout.blocks(text))
                .containsExactly(
                        new Block(0, 21, Block.Kind.DATELINE), new Block(22, 34, Block.Kind.TEXT));
    }

    @Test
    void nothing_makes_no_block() {
        assertThat(blocks("")).isEmpty();
        assertThat(blocks(" \n\n ")).isEmpty();
    }
}
