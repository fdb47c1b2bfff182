package org.casus.extract.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.extract.OwnSentences;
import org.casus.model.Count;
import org.casus.model.Harm;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.casus.rule.MarkedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was harmed, how many, and of which larger number, in 400 reports written for it. */
class HarmSetTest {
    private static final double COUNT = 0.78;
    private static final double CATEGORY = 0.75;
    private static final double PART = 0.68;

    /** What a label tells: outcome, count, category and the count of the whole. */
    record Wanted(Harm.Outcome outcome, String count, String category, @Nullable String whole) {
        private static final Pattern LABEL =
                Pattern.compile("(\\w+) (\\S+) ([a-z-]+)(?: of (\\S+))?");

        static Wanted parse(String label) {
            Matcher m = LABEL.matcher(label);
            if (!m.matches()) {
                throw new IllegalArgumentException(
                        "outcome count category [of whole] wanted, not " + label);
            }
            return new Wanted(
                    Harm.Outcome.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
                    m.group(2),
                    m.group(3),
                    m.group(4));
        }

        boolean isPart() {
            return whole != null;
        }
    }

    /**
     * A marked harm, or one that nobody marked ({@code wanted} is null); {@code read} is null where
     * none was found at the mark.
     */
    record Outcome(String words, @Nullable Wanted wanted, @Nullable Harm read, String text) {
        boolean marked() {
            return wanted != null;
        }

        boolean found() {
            return marked() && read != null;
        }

        boolean count() {
            return wanted != null && read != null && wanted.count().equals(number(read.count()));
        }

        boolean category() {
            return wanted != null
                    && read != null
                    && wanted.category().equals(read.victims().category());
        }

        boolean part() {
            return wanted != null && read != null && Objects.equals(wanted.whole(), whole(read));
        }

        /** Either the report or the record takes this harm for a part of another. */
        boolean partAsked() {
            return wanted != null && wanted.isPart() || read != null && read.partOf() != null;
        }

        boolean right() {
            return count() && category() && part();
        }

        @Override
        public String toString() {
            return "[%s] %s, not %s: %s"
                    .formatted(
                            words,
                            read == null
                                    ? "nothing"
                                    : (read.outcome() + " ").toLowerCase(Locale.ROOT)
                                            + number(read.count())
                                            + " "
                                            + read.victims().category()
                                            + (whole(read) == null ? "" : " of " + whole(read)),
                            wanted == null
                                    ? "marked"
                                    : (wanted.outcome() + " ").toLowerCase(Locale.ROOT)
                                            + wanted.count()
                                            + " "
                                            + wanted.category()
                                            + (wanted.isPart() ? " of " + wanted.whole() : ""),
                            text);
        }
    }

    @Test
    void marked_harms_are_counted_as_they_are_told() {
        OwnSentences<Outcome> set =
                OwnSentences.read(HarmSetTest.class, "harms.txt", HarmSetTest::outcomes);
        System.out.println(
                set.shares("harm found", Outcome::marked, Outcome::found)
                        + set.shares("count", Outcome::marked, Outcome::count)
                        + set.shares("category", Outcome::marked, Outcome::category)
                        + set.shares("category, of those found", Outcome::found, Outcome::category)
                        + set.shares("part-of", Outcome::partAsked, Outcome::part)
                        + set.shares(
                                "marked, of those read", o -> o.read() != null, Outcome::marked)
                        + set.wrong(Outcome::right));

        assertThat(set.outcomes()).hasSize(400);
        for (boolean heldBack : new boolean[] {false, true}) {
            assertThat(set.share(heldBack, Outcome::marked, Outcome::count))
                    .as("count")
                    .isGreaterThanOrEqualTo(COUNT);
            assertThat(set.share(heldBack, Outcome::marked, Outcome::category))
                    .as("category")
                    .isGreaterThanOrEqualTo(CATEGORY);
            assertThat(set.share(heldBack, Outcome::partAsked, Outcome::part))
                    .as("part-of")
                    .isGreaterThanOrEqualTo(PART);
        }
    }

    private static List<Outcome> outcomes(String line, Function<String, Reading> reader) {
        MarkedText marked = MarkedText.parse(line);
        List<Harm> left =
                new ArrayList<>(
                        reader.apply(marked.text()).harms().stream()
                                .filter(h -> h.derived() == null)
                                .toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (MarkedText.Mark m : marked.marks()) {
            Wanted wanted = Wanted.parse(m.labels().get(0));
            Harm read = at(m.span(), wanted, left);
            left.remove(read);
            outcomes.add(new Outcome(m.span().of(marked.text()), wanted, read, marked.text()));
        }
        left.forEach(h -> outcomes.add(new Outcome("", null, h, marked.text())));
        return outcomes;
    }

    /** The harm of the wanted outcome whose number or victims stand at a mark. */
    private static @Nullable Harm at(Span mark, Wanted wanted, List<Harm> harms) {
        Harm found = null;
        for (Harm h : harms) {
            if (h.outcome() == wanted.outcome()
                    && (overlaps(mark, h.count() == null ? null : h.count().span())
                            || h.count() == null && overlaps(mark, h.victims().span()))
                    && (found == null || wanted.count().equals(number(h.count())))) {
                found = h;
            }
        }
        return found;
    }

    private static boolean overlaps(Span mark, @Nullable Span span) {
        return span != null && span.overlaps(mark);
    }

    private static @Nullable String whole(Harm harm) {
        return harm.partOf() == null ? null : number(harm.partOf().count());
    }

    /** A count in the notation of the marks. */
    private static String number(@Nullable Count c) {
        if (c == null || c.low() == null && c.best() == null && c.high() == null) {
            return "-";
        }
        Integer low = c.low();
        Integer best = c.best();
        Integer high = c.high();
        if (low != null && high != null) {
            return low.equals(high) ? "" + low : low + ".." + high;
        }
        if (low != null) {
            return low + (low.equals(best) ? "+" : "..");
        }
        return high == null ? "~" + best : ".." + (high.equals(best) ? "=" : "") + high;
    }
}
