package org.casus.extract.factuality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.casus.extract.OwnSentences;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.casus.rule.MarkedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether marked events happened, in 600 sentences written for it. */
class FactualitySetTest {
    private static final double OPEN = 0.80;
    private static final double HELD_BACK = 0.72;

    /** A marked event; {@code read} is null where no event was found at its trigger. */
    record Outcome(
            String trigger,
            boolean hard,
            Factuality wanted,
            @Nullable Factuality read,
            String text) {
        boolean found() {
            return read != null;
        }

        boolean right() {
            return read == wanted;
        }

        @Override
        public String toString() {
            return "[%s] %s, not %s: %s".formatted(trigger, read, wanted, text);
        }
    }

    @Test
    void marked_events_are_as_real_as_they_are_told() {
        OwnSentences<Outcome> set =
                OwnSentences.read(
                        FactualitySetTest.class, "factuality.txt", FactualitySetTest::outcomes);
        System.out.println(
                set.shares("event found", o -> true, Outcome::found)
                        + set.shares("right, of those found", Outcome::found, Outcome::right)
                        + set.shares(
                                "  of the hard ones", o -> o.found() && o.hard(), Outcome::right)
                        + set.shares("right, of all", o -> true, Outcome::right)
                        + OwnSentences.line(
                                "macro-F1, of those found", macro(set, false), macro(set, true))
                        + set.wrong(Outcome::right));

        assertThat(set.outcomes()).hasSize(600);
        assertThat(set.share(false, Outcome::found, Outcome::right)).isGreaterThanOrEqualTo(OPEN);
        assertThat(set.share(true, Outcome::found, Outcome::right))
                .isGreaterThanOrEqualTo(HELD_BACK);
    }

    static List<Outcome> outcomes(String line, Function<String, Reading> reader) {
        boolean hard = line.startsWith("! ");
        MarkedText marked = MarkedText.parse(hard ? line.substring(2) : line);
        Reading reading = reader.apply(marked.text());
        return marked.marks().stream()
                .map(
                        m ->
                                new Outcome(
                                        m.span().of(marked.text()),
                                        hard,
                                        value(m.labels().get(0)),
                                        read(reading, m.span()),
                                        marked.text()))
                .toList();
    }

    private static Factuality value(String label) {
        return Factuality.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Of the event with the trigger that lies closest around the mark. */
    private static @Nullable Factuality read(Reading reading, Span mark) {
        return reading.events().stream()
                .flatMap(e -> e.mentions().stream().map(m -> new Told(e, m.trigger())))
                .filter(t -> t.trigger().overlaps(mark))
                .min(Comparator.comparingInt(t -> t.trigger().length()))
                .map(t -> t.event().factuality())
                .orElse(null);
    }

    private record Told(Event event, Span trigger) {}

    /** The mean of the F1 of each value, over the events found. */
    private static double macro(OwnSentences<Outcome> set, boolean heldBack) {
        List<Outcome> found = set.part(heldBack).stream().filter(Outcome::found).toList();
        return Arrays.stream(Factuality.values())
                .mapToDouble(
                        f -> {
                            long both =
                                    found.stream()
                                            .filter(o -> o.wanted() == f && o.right())
                                            .count();
                            long either =
                                    found.stream().filter(o -> o.wanted() == f).count()
                                            + found.stream().filter(o -> o.read() == f).count();
                            return either == 0 ? 1 : 2.0 * both / either;
                        })
                .average()
                .orElseThrow();
    }
}
