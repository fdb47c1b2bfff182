package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEIRUT (Reuters) - |Shells fell.",
                "Lagos (AFP) \u2014 |Shells fell.",
                "PARIS, Jan. 3 (AP) -- |Shells fell.",
                "NAIROBI, Kenya, March 14, 2008 (AP) - |Shells fell.",
                "(CNN) -- |Shells fell.",
                "LIMA, 4 MAR 88 (DPA) -- [TEXT] |SHELLS FELL.",
                "LUANDA (ANGOLA), 4 MAR 88 (RADIO NACIONAL) -- [REPORT] [TEXT] |SHELLS FELL.",
                "CLANDESTINE, NO DATE (VOICE OF THE HILLS) -- |SHELLS FELL.",
                "LIMA, 4 MAR 88 -- |SHELLS FELL.",
                "SANA'A, Yemen \u2014 |Shells fell.",
                "NEW DELHI - |The army fired.",
                "KABUL (Tolo): |Shells fell.",
                "Nairobi, March 8 (KNA) |The army fired.",
                "New York, May 17, TASS - |The army fired.",
                "NEW DELHI \u2014 |\"We saw shells,\" he said.",
                "By Ann Lee and Bo Poe HARARE (Reuters) - |Shells fell.",
            })
    void what_stands_before_the_first_words_is_found(String marked) {
        int bar = marked.indexOf('|');
        String text = marked.replace("|", "");
        assertThat(Dateline.end(text)).isEqualTo(bar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The front (FLN) - which fights in the south - withdrew.",
                "THE FRONT (FLN) -- WHICH FIGHTS IN THE SOUTH -- WITHDREW.",
                "REBELS -- FROM THE NORTH -- FLED.",
                "Anne Roy (Labour): We must act.",
                "NATO - led troops fired.",
                "Shells fell on the town.",
                "",
            })
    void sentences_have_none(String text) {
        assertThat(Dateline.end(text)).isZero();
    }
}
