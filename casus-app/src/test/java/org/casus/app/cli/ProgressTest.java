package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_has_a_bar_that_goes_away() {
        try (Progress progress = new Progress(err, true)) {
            progress.part("embeddings", 0.5);
        }
        assertThat(shown())
                .contains("[###############---------------] 50 % embeddings")
                .endsWith("\r\u001B[K");
    }

    @Test
    void a_log_has_a_plain_line_for_each_step() {
        try (Progress progress = new Progress(err, false)) {
            progress.part("embeddings", 0.1);
            progress.part("embeddings", 0.2);
            progress.part("weights", 0.6);
            progress.count("3 read");
        }
        assertThat(shown().lines()).containsExactly("casus: embeddings", "casus: weights");
    }

    @Test
    void a_note_stays_above_the_moving_line() {
        try (Progress progress = new Progress(err, true)) {
            progress.count("3 read");
            progress.note("casus: b.txt: is not text");
        }
        assertThat(shown())
                .isEqualTo(
                        "\r\u001B[K3 read\r\u001B[Kcasus: b.txt: is not text"
                                + System.lineSeparator());
    }
}
