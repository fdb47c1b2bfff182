package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.junit.jupiter.api.Test;

/**
 * Random and mangled texts: nothing breaks, every span is inside and in order. A failure prints its
 * seed; {@code -Dcasus.seed=N} begins there, {@code -Dcasus.texts=N} makes as many texts.
 */
class RandomAnalysisTest {
    private static final Analyzer ANALYZER = Analyzer.open();

    private static final List<String> PIECES =
            List.of(
                    "Rebels",
                    "killed",
                    "five",
                    "soldiers",
                    "the",
                    "U.S.",
                    "Gen.",
                    "Smith",
                    "said",
                    "\u201C",
                    "\u201D",
                    "\u2019s",
                    "\"",
                    "'",
                    "''",
                    "(",
                    ")",
                    "[TEXT]",
                    "( a )",
                    ".",
                    "...",
                    "\u2026",
                    "!",
                    "?",
                    ",",
                    ";",
                    ":",
                    "--",
                    "\u2014",
                    "-",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\r",
                    "\t",
                    "\u00A0",
                    "\u2028",
                    "\u200B",
                    "\uFEFF",
                    "\u0000",
                    "\u202E",
                    "\u00AD",
                    "\u0301",
                    "e\u0301",
                    "\uD800",
                    "\uDC00",
                    "\uD83D\uDE00",
                    "\uD835\uDC00",
                    "\uD800\uDF30",
                    "\uFB01",
                    "\uFF21",
                    "\u0661\u0662",
                    "\u0645\u0627",
                    "\u4E2D\u6587",
                    "\u0130",
                    "\u0131",
                    "\u00DF",
                    "\u01C5",
                    "No.",
                    "$5",
                    "3.5%",
                    "1,000",
                    "http://a.b/c?d=e",
                    "x@y.org",
                    ":-)",
                    "a.m.",
                    "BEIRUT",
                    "(Reuters)",
                    "- ",
                    "5 MAY 90",
                    "1980-90",
                    "and/or",
                    "#1",
                    "@x",
                    "\u2022 ",
                    "1. ",
                    "'T",
                    "N'T",
                    "I",
                    "A.",
                    "a.a.a.",
                    "\u00AB",
                    "\u00BB",
                    "\u20AC",
                    "\\",
                    "<b>",
                    "\u3000");

    @Test
    void no_text_breaks_the_analyzer() {
        long first = Long.getLong("casus.seed", System.nanoTime());
        int texts = Integer.getInteger("casus.texts", 400);
        for (long seed = first; seed < first + texts; seed++) {
            String text = text(new Random(seed));
            try {
                check(text, ANALYZER.analyze(Conll.report(text, null)));
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("-Dcasus.seed=" + seed + " -Dcasus.texts=1", e);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        boolean upper = random.nextInt(4) == 0;
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(12)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 ->
                        text.append(
                                PIECES.get(random.nextInt(PIECES.size()))
                                        .repeat(random.nextInt(80)));
                default -> {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    text.append(upper ? piece.toUpperCase(Locale.ROOT) : piece);
                    text.append(random.nextInt(3) == 0 ? "" : " ");
                }
            }
        }
        return text.toString();
    }

    private static void check(String text, Analysis analysis) {
        int end = 0;
        int index = 0;
        for (Sentence sentence : analysis.sentences()) {
            assertThat(sentence.index()).isEqualTo(index++);
            assertThat(sentence.size()).isPositive();
            assertThat(sentence.span().start()).isGreaterThanOrEqualTo(end);
            end = sentence.span().end();
            assertThat(end).isLessThanOrEqualTo(text.length());
            check(text, sentence);
        }
    }

    private static void check(String text, Sentence sentence) {
        int at = sentence.span().start();
        for (Token token : sentence.tokens()) {
            Span span = token.span();
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            assertThat(span.length()).isPositive();
            assertThat(sentence.span().contains(span)).isTrue();
            assertThat(splitsPair(text, span.start())).isFalse();
            assertThat(splitsPair(text, span.end())).isFalse();
            assertThat(token.head()).isBetween(-1, sentence.size() - 1);
            assertThat(roots(sentence, token.index())).isTrue();
            at = span.end();
        }
        assertThat(at).isEqualTo(sentence.span().end());
    }

    private static boolean roots(Sentence sentence, int token) {
        int at = token;
        for (int steps = 0; at >= 0 && steps <= sentence.size(); steps++) {
            at = sentence.token(at).head();
        }
        return at < 0;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
