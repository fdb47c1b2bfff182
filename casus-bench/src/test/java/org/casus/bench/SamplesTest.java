package org.casus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void the_median_of_an_even_number_lies_between_the_middle_two() {
        Samples samples = new Samples();
        for (double value : new double[] {9, 1, 3, 2}) {
            samples.add(value);
        }
        assertThat(samples.median()).isEqualTo(2.5);
        assertThat(samples.spread("%.1f")).isEqualTo("2.5 (1.0 to 9.0)");
    }
}
