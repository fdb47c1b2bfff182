package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.casus.model.Span;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void marks_are_taken_out_of_the_words() {
        MarkedText read =
                MarkedText.parse("[Gunmen|source] [killed|ASSAULT] [five|target|killed=5].");
        assertThat(read.text()).isEqualTo("Gunmen killed five.");
        assertThat(read.labelled("ASSAULT")).containsExactly(new Span(7, 13));
        assertThat(read.labelled("killed=5")).containsExactly(new Span(14, 18));
    }

    @Test
    void what_is_read_is_written_the_same() {
        String marked = "In Gao [gunmen|source] [killed|ASSAULT] [five soldiers|target|killed=5] .";
        assertThat(MarkedText.parse(marked)).hasToString(marked);
    }

    @Test
    void text_without_marks_stays() {
        assertThat(MarkedText.parse("Nothing happened.").marks()).isEmpty();
        assertThat(MarkedText.parse("")).hasToString("");
    }

    @Test
    void open_nested_and_unlabelled_brackets_are_refused() {
        for (String wrong : new String[] {"a [b|c", "a [b [c|d]|e]", "a [b] c", "a [b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MarkedText.parse(wrong))
                    .withMessageContaining(wrong);
        }
    }
}
