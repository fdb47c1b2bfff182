package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.casus.model.Count;
import org.junit.jupiter.api.Test;

/** What the words around a number say together. */
class NumbersTest {
    private static final Numbers NUMBERS = Numbers.load(new Problems());

    private static String bounds(String phrase) {
        Count c = Objects.requireNonNull(NUMBERS.read(phrase), phrase);
        return c.low() + " " + c.best() + " " + c.high();
    }

    @Test
    void aHyphenMayStandAlone() {
        assertThat(bounds("ninety-one")).isEqualTo("91 91 91");
        assertThat(bounds("ninety - one")).isEqualTo("91 91 91");
        assertThat(bounds("two hundred forty - six")).isEqualTo("246 246 246");
        assertThat(bounds("20 - 30")).isEqualTo("20 null 30");
    }

    @Test
    void aModifierOfSeveralWordsIsNoNumber() {
        assertThat(bounds("a further 380")).isEqualTo("380 380 380");
        assertThat(bounds("as many as 2,000")).isEqualTo("null null 2000");
        assertThat(bounds("a hundred")).isEqualTo("100 100 100");
        assertThat(bounds("at least 20")).startsWith("20 20");
    }

    @Test
    void andJoinsANumberOrBoundsARange() {
        assertThat(bounds("two hundred and five")).isEqualTo("205 205 205");
        assertThat(bounds("between 40 and 50")).isEqualTo("40 null 50");
        assertThat(bounds("200 and 202")).isEqualTo("200 200 200");
    }
}
