package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, nothing fails, and the text is a slice of it. */
class RandomTextTest {
    private static final long SEED = Long.getLong("casus.seed", System.nanoTime());

    private static final String[] SCRAPS = {
        "Date:",
        " date ",
        "2011-05-06",
        "By ",
        "By: ",
        "Title: ",
        "Ana Petrova",
        "Share this",
        "Hits: ",
        "12",
        "Published on ",
        "Friday, 6 May 2011 00:00",
        "Rebels shelled Arvo",
        ".",
        ",",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "“",
        "”",
        "'",
        "\"",
        "<p>",
        "</p>",
        "<html>",
        "<!--",
        "&amp;",
        "\uD83D\uDD25",
        "\uD83D",
        "\u0000",
        "\u0301",
        "\u202E",
        "\uFEFF",
        "(",
        ")",
        ":",
        "©",
        "and",
        "Ł",
        "*",
        "{",
        "}",
        "\\"
    };

    private final Random random = new Random(SEED);

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(60); n > 0; n--) {
            text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
        }
        return text.toString();
    }

    @Test
    void documents_of_scraps() {
        Document document = Document.load();
        for (int i = 0; i < 5_000; i++) {
            String source = text();
            String read = document.read(source, "scraps.txt", null).text();
            if (!WebPage.is(source)) {
                assertThat(source).as("seed %d, text %d", SEED, i).contains(read);
            }
        }
    }

    @Test
    void lines_of_scraps() {
        for (int i = 0; i < 5_000; i++) {
            String line = random.nextBoolean() ? text() : "{\"text\":\"" + text() + "\"}";
            try {
                assertThat(ReportLines.report(line, "line").key())
                        .as("seed %d, line %d", SEED, i)
                        .isNotEmpty();
            } catch (UnreadableException e) {
                assertThat(e.reason()).as("seed %d, line %d", SEED, i).isNotBlank();
            }
        }
    }

    @Test
    void bytes_of_all_kinds() {
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(3); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Decoding.text(bytes)).as("seed %d, bytes %d", SEED, i).isNotNull();
            } catch (UnreadableException e) {
                assertThat(e.reason()).isEqualTo("is not text");
            }
        }
    }

    @Test
    void a_very_long_line_takes_no_long_time() {
        String line = "date 2011 ".repeat(200_000);

        assertThat(Document.load().read(line, "long.txt", null).text()).isEqualTo(line.strip());
    }
}
