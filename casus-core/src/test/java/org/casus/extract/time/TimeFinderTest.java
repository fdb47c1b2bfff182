package org.casus.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Span;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code times.txt}, and throws scraps at the finder. */
class TimeFinderTest {
    private final TimeFinder finder = TimeFinder.load();

    @TestFactory
    List<DynamicTest> times_are_found_and_reckoned() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Parses.lines("times.txt")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
            }
        }
        return tests;
    }

    private void check(String line) {
        int bar = line.indexOf(" | ");
        String published = line.startsWith("- |") ? null : line.substring(0, bar);
        Marked marked = Marked.read(line.substring(bar + 3));
        Mentions<Time> found = finder.find(Parses.plain(marked.text, published));
        assertThat(show(found, marked)).isEqualTo(marked.show());
    }

    private static List<String> show(Mentions<Time> found, Marked marked) {
        List<String> shown = new ArrayList<>();
        for (Mention<Time> m : found.all()) {
            boolean days = marked.days(m.span());
            Time t = m.value();
            shown.add(
                    m.span().of(marked.text)
                            + " = "
                            + t.value()
                            + (days ? " " + t.start() + ".." + t.end() : ""));
        }
        return shown;
    }

    /** A sentence with its times in brackets; brackets may nest. */
    private static final class Marked {
        private record Mark(Span span, String value, @Nullable String days) {}

        private final String text;
        private final List<Mark> marks;

        private Marked(String text, List<Mark> marks) {
            this.text = text;
            this.marks = marks;
        }

        static Marked read(String notation) {
            StringBuilder text = new StringBuilder();
            List<Mark> marks = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < notation.length(); i++) {
                char c = notation.charAt(i);
                int close = notation.indexOf(']', i);
                if (c == '[' && notation.indexOf('|', i) > 0 && notation.charAt(i + 1) != '[') {
                    open.push(text.length());
                } else if (c == '|' && !open.isEmpty()) {
                    String[] parts = notation.substring(i + 1, close).split("\\|");
                    Span span = new Span(open.pop(), text.length());
                    marks.add(new Mark(span, parts[0], parts.length > 1 ? parts[1] : null));
                    i = close;
                } else {
                    text.append(c);
                }
            }
            marks.sort(
                    Comparator.comparing((Mark m) -> m.span.start())
                            .thenComparing(m -> m.span.end()));
            return new Marked(text.toString(), marks);
        }

        boolean days(Span span) {
            return marks.stream().anyMatch(m -> m.span.equals(span) && m.days != null);
        }

        List<String> show() {
            return marks.stream()
                    .map(
                            m ->
                                    m.span.of(text)
                                            + " = "
                                            + m.value
                                            + (m.days == null ? "" : " " + m.days))
                    .toList();
        }
    }

    // ---- what holds for any text

    @Test
    void random_text_never_throws_and_spans_stay_inside() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String[] scraps = {
            "31",
            "February",
            "May",
            "the",
            "of",
            "2019",
            "12/31/2019",
            "0",
            "99999999999",
            "-",
            ",",
            "'90s",
            "BC",
            "before",
            "after",
            "ago",
            "last",
            "next",
            "Friday",
            "half",
            "an",
            "hour",
            "three",
            "weeks",
            "later",
            "since",
            "between",
            "and",
            "to",
            "morning",
            "at",
            "24:61",
            "2400",
            "p.m.",
            "13",
            "1990s",
            "'s",
            "end",
            "Ramadan",
            "1357",
            "Bahman",
            "Easter",
            "century",
            "21st",
            "\n\n",
            "é",
            "😀",
            "\u0000",
            "a.m.",
            "10:30",
            "early",
            "mid",
            "29",
            "Adar",
            "5708",
            "first",
            "every",
            "day",
            "the",
            "year",
            "Q5",
            "000",
            "."
        };
        for (int n = 0; n < 4000; n++) {
            StringBuilder text = new StringBuilder();
            int words = 1 + random.nextInt(14);
            for (int i = 0; i < words; i++) {
                text.append(scraps[random.nextInt(scraps.length)])
                        .append(random.nextInt(5) > 0 ? " " : "");
            }
            String published =
                    random.nextInt(3) == 0 ? null : "20" + (10 + random.nextInt(20)) + "-02-28";
            Analysis analysis = Parses.plain(text.toString(), published);
            assertThat(finder.find(analysis).all())
                    .as("seed " + seed + ", text " + text)
                    .allSatisfy(m -> assertThat(m.span().end()).isLessThanOrEqualTo(text.length()))
                    .allSatisfy(m -> check(m.value()));
        }
    }

    private static void check(Time time) {
        String start = time.start();
        String end = time.end();
        assertThat(start).satisfiesAnyOf(t -> assertThat(t).isNull(), TimeFinderTest::isIso);
        assertThat(end).satisfiesAnyOf(t -> assertThat(t).isNull(), TimeFinderTest::isIso);
        if (start != null && end != null) {
            assertThat(start).isLessThanOrEqualTo(end);
        }
    }

    private static void isIso(@Nullable String time) {
        assertThat(time).matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)?)?");
    }

    @Test
    void nonsense_in_the_day_of_publication_is_no_day() {
        for (String published :
                new String[] {"", "soon", "2019-99-99", "0000-00-00", "31/12/2019"}) {
            Mentions<Time> found = finder.find(Parses.plain("It ended yesterday.", published));
            assertThat(found.all().get(0).value().start()).as(published).isNull();
        }
    }

    @Test
    void a_day_of_publication_may_have_an_hour() {
        Analysis analysis = Parses.plain("It ended yesterday.", "2019-12-31T23:30:00Z");
        assertThat(finder.find(analysis).all().get(0).value().value()).isEqualTo("2019-12-30");
    }

    @Test
    void the_place_of_the_machine_does_not_matter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Analysis analysis =
                Parses.plain("IT BEGAN ON FRIDAY AT 3 A.M. IN APRIL 1990.", "2019-12-31");
        String here = finder.find(analysis).all().toString();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(TimeFinder.load().find(analysis).all().toString()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
