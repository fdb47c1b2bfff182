package org.casus.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.model.Reading;

/**
 * A set of marked sentences written for Casus, read with the real analyzer from end to end. Every
 * third is held back: nothing is mended for it, and its shares stand apart.
 *
 * @param outcomes what became of each mark, sentence by sentence
 */
public record OwnSentences<T>(List<List<T>> outcomes) {
    private static final int HELD_BACK = 3;

    /** Shows what was read otherwise of the sentences held back too; for a last look only. */
    private static final boolean LOOK = Boolean.getBoolean("casus.heldBack");

    /** Reads the set in a resource beside a class; {@code judge} compares one sentence. */
    public static <T> OwnSentences<T> read(Class<?> beside, String name, Judge<T> judge) {
        Analyzer analyzer = Analyzer.open();
        Extraction extraction = Extraction.load();
        return new OwnSentences<>(
                lines(beside, name).parallelStream()
                        .map(
                                line ->
                                        judge.outcomes(
                                                line,
                                                text ->
                                                        extraction.read(
                                                                analyzer.analyze(
                                                                        Conll.report(text, null)))))
                        .toList());
    }

    /** Compares what is marked in a line with what is read of its plain text. */
    public interface Judge<T> {
        List<T> outcomes(String line, Function<String, Reading> reader);
    }

    private static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " beside " + beside);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHeldBack(int sentence) {
        return sentence % HELD_BACK == HELD_BACK - 1;
    }

    /** The outcomes of the open or the held-back part. */
    public List<T> part(boolean heldBack) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> isHeldBack(i) == heldBack)
                .mapToObj(outcomes::get)
                .flatMap(List::stream)
                .toList();
    }

    /** The share of the outcomes of a part for which something holds. */
    public double share(boolean heldBack, Predicate<T> asked, Predicate<T> right) {
        List<T> all = part(heldBack).stream().filter(asked).toList();
        return (double) all.stream().filter(right).count() / all.size();
    }

    /** A line with the shares of both parts. */
    public String shares(String name, Predicate<T> asked, Predicate<T> right) {
        return line(name, share(false, asked, right), share(true, asked, right));
    }

    public static String line(String name, double open, double heldBack) {
        return String.format(
                Locale.ROOT, "%-28s open %5.3f, held back %5.3f%n", name, open, heldBack);
    }

    /** What was read otherwise in the open part. */
    public String wrong(Predicate<T> right) {
        List<T> shown = new ArrayList<>(part(false));
        if (LOOK) {
            shown.addAll(part(true));
        }
        return shown.stream()
                .filter(right.negate())
                .map(o -> "  " + o + "\n")
                .collect(Collectors.joining());
    }
}
