package org.casus.extract.time;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code event-times.txt} on its recorded parses. */
class EventTimeTest {
    private static final Pattern MARK = Pattern.compile("\\[([^]|]*)\\|(event|time)]");

    private final TimeFinder times = TimeFinder.load();
    private final EventTime events = EventTime.load();
    private final Map<String, Analysis> parses = Parses.recorded("event-times.conllu");

    @TestFactory
    List<DynamicTest> the_governing_time_is_chosen() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Parses.lines("event-times.txt")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
            }
        }
        return tests;
    }

    private void check(String line) {
        StringBuilder text = new StringBuilder();
        Span event = null;
        Span time = null;
        Matcher mark = MARK.matcher(line);
        int at = 0;
        while (mark.find()) {
            text.append(line, at, mark.start());
            Span span = new Span(text.length(), text.length() + mark.group(1).length());
            text.append(mark.group(1));
            event = mark.group(2).equals("event") ? span : event;
            time = mark.group(2).equals("time") ? span : time;
            at = mark.end();
        }
        text.append(line.substring(at));
        Analysis analysis =
                requireNonNull(parses.get(text.toString()), "no recorded parse of " + text);
        int trigger = last(analysis, requireNonNull(event, "no event in " + line));
        Mention<Time> found = events.of(analysis, times.find(analysis), 0, trigger);
        assertThat(found == null ? "none" : shown(found, time, text.toString()))
                .isEqualTo(time == null ? "none" : time.of(text.toString()));
    }

    /** The expected words when the found ones overlap them, else the found ones. */
    private static String shown(Mention<Time> found, @Nullable Span expected, String text) {
        return expected != null && found.span().overlaps(expected)
                ? expected.of(text)
                : found.span().of(text);
    }

    private static int last(Analysis analysis, Span event) {
        int last = 0;
        for (Token t : analysis.sentences().get(0).tokens()) {
            last = t.span().overlaps(event) ? t.index() : last;
        }
        return last;
    }

    @Test
    void without_a_tree_only_a_single_time_is_trusted() {
        Analysis one = Parses.plain("Rebels attacked Gao on Friday", "2013-02-10");
        Analysis two =
                Parses.plain("Rebels attacked Gao on Friday and fled on Sunday", "2013-02-10");
        assertThat(events.of(one, times.find(one), 0, 1)).isNotNull();
        assertThat(events.of(two, times.find(two), 0, 1)).isNull();
    }
}
