package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void tells_the_rate_of_late_and_what_is_left_at_that_rate() {
        Pace pace = new Pace(OptionalLong.of(2_000), 0);

        assertThat(pace.words(0, 0)).isEqualTo("0 of 2,000");
        assertThat(pace.words(100, 10 * SECOND)).isEqualTo("100 of 2,000, 10/s, 3 min 10 s left");
        assertThat(pace.words(130, 40 * SECOND)).isEqualTo("130 of 2,000, 1.0/s, 31 min 10 s left");
        assertThat(pace.share(500)).isEqualTo(0.25);
    }

    @Test
    void without_a_total_there_is_only_the_rate() {
        assertThat(new Pace(OptionalLong.empty(), 0).words(30, SECOND)).isEqualTo("30, 30/s");
    }
}
