package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.analyze.Capitals.Use;
import org.junit.jupiter.api.Test;

class CapitalsTest {
    private static List<Use> uses(String text) {
        List<Block> blocks = Layout.blocks(text);
        Capitals capitals = Capitals.of(text, blocks);
        return blocks.stream().map(capitals::of).toList();
    }

    @Test
    void a_headline_in_capitals_is_told_from_its_report() {
        assertThat(uses("POLICE ARREST TEN IN RAID\n\nPolice said on Monday that ten men fled."))
                .containsExactly(Use.ALL, Use.ORDINARY);
    }

    @Test
    void an_acronym_is_no_text_in_capitals() {
        assertThat(uses("NATO\n\nThe alliance met on Monday."))
                .containsExactly(Use.ORDINARY, Use.ORDINARY);
    }

    @Test
    void a_short_block_goes_with_a_report_in_capitals() {
        assertThat(uses("TEN DEAD\n\nREBELS FIRED ON A BUS NEAR LIMA TODAY."))
                .containsOnly(Use.ALL);
    }

    @Test
    void a_few_small_letters_do_not_count() {
        assertThat(uses("THE ARMY SAID THE McDONNELL AIRCRAFT WAS LOST.")).containsExactly(Use.ALL);
    }

    @Test
    void a_title_may_have_a_capital_on_every_word() {
        assertThat(uses("Rebels Attack Army Base in Northern Mali\n\nThe army said so."))
                .containsExactly(Use.TITLE, Use.ORDINARY);
        assertThat(uses("Rebels attack army base in Mali")).containsExactly(Use.ORDINARY);
        assertThat(uses("President Bush met Prime Minister Tony Blair in New York."))
                .containsExactly(Use.ORDINARY);
    }

    @Test
    void text_without_letters_has_no_capitals() {
        assertThat(uses("12 345 67 890")).containsExactly(Use.ORDINARY);
    }
}
