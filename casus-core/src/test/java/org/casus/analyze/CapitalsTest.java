package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapitalsTest {
    private static List<Boolean> all(String text) {
        List<Block> blocks = Layout.blocks(text);
        Capitals capitals = Capitals.of(text, blocks);
        return blocks.stream().map(capitals::all).toList();
    }

    @Test
    void a_headline_in_capitals_is_told_from_its_report() {
        assertThat(all("POLICE ARREST TEN IN RAID\n\nPolice said on Monday that ten men fled."))
                .containsExactly(true, false);
    }

    @Test
    void an_acronym_is_no_text_in_capitals() {
        assertThat(all("NATO\n\nThe alliance met on Monday.")).containsExactly(false, false);
    }

    @Test
    void a_short_block_goes_with_a_report_in_capitals() {
        assertThat(all("TEN DEAD\n\nREBELS FIRED ON A BUS NEAR LIMA TODAY.")).containsOnly(true);
    }

    @Test
    void a_few_small_letters_do_not_count() {
        assertThat(all("THE ARMY SAID THE McDONNELL AIRCRAFT WAS LOST.")).containsExactly(true);
    }

    @Test
    void text_without_letters_has_no_capitals() {
        assertThat(all("12 345 67 890")).containsExactly(false);
    }
}
