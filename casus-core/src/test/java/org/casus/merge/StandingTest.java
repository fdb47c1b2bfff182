package org.casus.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.casus.model.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    /** "ana+" accepts, "ana2" accepts and asks for a second reader, "ana-" rejects. */
    private static Decision decision(String word) {
        char how = word.charAt(word.length() - 1);
        return new Decision(
                "d1",
                how == '-' ? Decision.Act.REJECT : Decision.Act.ACCEPT,
                List.of("a"),
                List.of(),
                null,
                how == '2' ? Decision.SECOND : null,
                word.substring(0, word.length() - 1),
                "",
                "2026-01-31T12:00:00Z",
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "'', none",
        "ana+, accept",
        "ana-, reject",
        "ana+ ben-, reject",
        "ana- ben+, accept",
        "ana2, await",
        "ana2 ana2, await",
        "ana2 ana+, await",
        "ana+ ana2, await",
        "ana2 ben2, accept",
        "ana2 ben+, accept",
        "ana2 ben2 ana-, reject",
        "ana2 cleo- ben2, await",
        "ana2 cleo- ben2 ana2, accept"
    })
    void the_last_word_holds_and_a_second_reader_is_somebody_else(String words, String standing) {
        List<Decision> decisions =
                Arrays.stream(words.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(StandingTest::decision)
                        .toList();

        assertThat(String.valueOf(Standing.of(decisions)).replace("null", "none"))
                .isEqualTo(standing);
    }
}
