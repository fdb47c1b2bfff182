package org.casus.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.analyze.Conll;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.junit.jupiter.api.Test;

class TenseTest {
    private static final List<Sentence> SENTENCES =
            Conll.resource(TenseTest.class, "tense.conllu").sentences();

    @Test
    void what_is_due_or_expected_lies_ahead() {
        assertThat(tense("The talks are due on Monday .")).isEqualTo(1);
        assertThat(tense("He is expected in Paris on Monday .")).isEqualTo(1);
        assertThat(tense("They planned to meet on Monday .")).isEqualTo(1);
    }

    @Test
    void what_was_due_or_threatened_lies_back() {
        assertThat(tense("The vote was due on Monday .")).isEqualTo(-1);
        assertThat(tense("He threatened on Monday to leave .")).isEqualTo(-1);
    }

    private static int tense(String words) {
        Sentence s =
                SENTENCES.stream()
                        .filter(x -> x.toString().equals(words))
                        .findFirst()
                        .orElseThrow();
        Token monday = s.tokens().stream().filter(t -> t.is("monday")).findFirst().orElseThrow();
        return Tense.of(s, monday.index());
    }
}
