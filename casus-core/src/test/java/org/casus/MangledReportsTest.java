package org.casus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.casus.model.Report;
import org.casus.publish.JsonLines;
import org.casus.publish.Paper;
import org.casus.publish.Summary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody did to a text: nothing fails, and the record keeps the contract.
 *
 * <pre>
 * ./mvnw -pl casus-core -Dtest=MangledReportsTest -Dcasus.random.texts=100000 test
 * </pre>
 *
 * A failure names the seed and the number of its text; {@code -Dcasus.seed=S -Dcasus.random.first=N
 * -Dcasus.random.texts=1} reads that one again.
 */
class MangledReportsTest {
    private static final long SEED = Long.getLong("casus.seed", System.nanoTime());
    private static final int FIRST = Integer.getInteger("casus.random.first", 0);
    private static final int TEXTS = Integer.getInteger("casus.random.texts", 2_000);

    /** After so many failures the rest would say no more. */
    private static final int ENOUGH = 20;

    private static final String[] ODD = {
        "\uD83D\uDD25",
        "\uD83D",
        "\uDD25",
        "\u0000",
        "\u0301",
        "\u202E",
        "\uFEFF",
        "\u00A0",
        "\u200B",
        "\u00AD",
        "\u2028",
        "\uFFFD",
        "\uFFFF",
        "İ",
        "ı",
        "ﬁ",
        "ß",
        "Ǆ",
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "--",
        "—",
        "…",
        "...",
        "(",
        ")",
        "[",
        "]",
        "$",
        "%",
        "#",
        "/",
        "\\",
        "|",
        "&amp;",
        "<b>",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "  ",
        ";",
        ":",
        ",",
        ".",
        "?!",
        "1,000,000",
        "99999999999999999999",
        "3.5",
        "0",
        "-1",
        "1/2",
        "½",
        "٣",
        "32.13.2011",
        "2011-13-45",
        "25:61",
        "Feb. 30",
        "北京",
        "Москва",
        "غزة",
        "a.m.",
        "Mr.",
        "U.S.",
        "x".repeat(600)
    };

    private final List<Report> sources = Readings.examples();
    private final List<String> sentences =
            sources.stream().flatMap(r -> Arrays.stream(r.text().split("(?<=[.!?])\\s+"))).toList();

    @Test
    void mangled_reports_are_read_and_their_records_keep_the_contract() {
        List<String> failures =
                IntStream.range(FIRST, FIRST + TEXTS)
                        .parallel()
                        .mapToObj(this::failure)
                        .filter(Objects::nonNull)
                        .limit(ENOUGH)
                        .toList();
        if (!failures.isEmpty()) {
            fail("seed %d:%n%s", SEED, String.join("\n", failures));
        }
    }

    private @Nullable String failure(int number) {
        Report report = report(number);
        try {
            var reading = Readings.casus().read(report);
            assertThat(Summary.of(reading, new Paper(80, false))).isNotEmpty();
            List<String> problems = RecordContract.problems(JsonLines.line(reading));
            return problems.isEmpty() ? null : number + ": " + problems + "\n" + report.text();
        } catch (RuntimeException | StackOverflowError e) {
            List<StackTraceElement> trace = Arrays.asList(e.getStackTrace());
            return number
                    + ": "
                    + e
                    + " "
                    + trace.subList(0, Math.min(12, trace.size()))
                    + "\n"
                    + report.text();
        }
    }

    private Report report(int number) {
        Random random = new Random(SEED * 31 + number);
        String text = text(random);
        for (int n = random.nextInt(8); n > 0 && !text.isEmpty(); n--) {
            text = mangled(text, random);
        }
        String published = random.nextBoolean() ? null : "2011-05-06";
        return new Report("id", "key", null, null, null, null, published, null, "en", text);
    }

    /** Some sentences, of one report or of many. */
    private String text(Random random) {
        if (random.nextInt(50) == 0) {
            return sources.get(random.nextInt(sources.size())).text();
        }
        int from = random.nextInt(sentences.size());
        List<String> chosen = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            chosen.add(sentences.get(from));
            from =
                    random.nextInt(3) == 0
                            ? random.nextInt(sentences.size())
                            : (from + 1) % sentences.size();
        }
        return String.join(random.nextInt(5) == 0 ? "\n\n" : " ", chosen);
    }

    private static String mangled(String text, Random random) {
        int at = random.nextInt(text.length());
        int to =
                Math.min(
                        text.length(), at + 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 20));
        String odd = ODD[random.nextInt(ODD.length)];
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        int word = words.isEmpty() ? 0 : random.nextInt(words.size());
        return switch (random.nextInt(13)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            case 2 -> text.substring(0, at) + odd + text.substring(at);
            case 3 -> text.substring(0, at) + odd + text.substring(to);
            case 4 -> text.substring(at);
            case 5 -> text.substring(0, to);
            case 6 -> text.toUpperCase(Locale.ROOT);
            case 7 -> text.toLowerCase(Locale.ROOT);
            case 8 ->
                    text.substring(0, at)
                            + text.substring(at, to).toUpperCase(Locale.ROOT)
                            + text.substring(to);
            case 9 ->
                    text.substring(0, at)
                            + new StringBuilder(text.substring(at, to)).reverse()
                            + text.substring(to);
            case 10 -> {
                if (!words.isEmpty()) {
                    words.add(random.nextInt(words.size()), words.remove(word));
                }
                yield String.join(" ", words);
            }
            case 11 -> {
                if (!words.isEmpty()) {
                    words.remove(word);
                }
                yield String.join(" ", words);
            }
            default -> text.replace(text.charAt(at) + "", odd);
        };
    }
}
