package org.casus.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bodies of two men lay in the road.",
                "She was raped by soldiers.",
                "Residents found charred corpses in the bus.",
                "He had been TORTURED with electric shocks.",
                "Both prisoners were beheaded on camera.",
                "The boy's arm was severed.",
                "There were pools of blood in the ward.",
                "The guard was shot at point-blank range.",
            })
    void is_covered(String sentence) {
        assertThat(Graphic.is(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed nine soldiers near Gao.",
                "The governing bodies met in Geneva.",
                "The country signed the Convention Against Torture.",
                "Chad severed ties with its neighbour.",
                "Lawmakers must flesh out the plan.",
                "Shells wounded four people.",
                "Rapeseed prices rose.",
            })
    void is_not_covered(String sentence) {
        assertThat(Graphic.is(sentence)).isFalse();
    }

    @Test
    void sentences_are_told_in_code_points() {
        String text =
                "Rain fell in \ud835\udc9cleppo. A headless man was found. Then it was quiet.";

        assertThat(Graphic.sentences(text)).containsExactly(new Graphic.Sentence(21, 46));
    }
}
