package org.casus.extract.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casus.extract.place.Marked.Mark;
import org.casus.model.Analysis;
import org.casus.model.Count;
import org.casus.model.Event;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Numbers;
import org.casus.rule.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code event-places.txt} on its recorded parses. */
class EventPlacesTest {
    private static final PlaceFinder FINDER = PlaceFinder.load();
    private static final EventPlaces EVENTS = EventPlaces.load(Numbers.load(new Problems()));

    private final Map<String, Analysis> parses = Parses.recorded("event-places.conllu");

    @TestFactory
    List<DynamicTest> the_governing_places_are_chosen() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Parses.lines("event-places.txt")) {
            tests.add(DynamicTest.dynamicTest(line, () -> check(line)));
        }
        return tests;
    }

    private void check(String line) {
        Marked marked = Marked.of(line);
        Analysis analysis =
                requireNonNull(parses.get(marked.text()), "no parse of " + marked.text());
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : marked.marks()) {
            if (mark.label().equals("event")) {
                marks.add(mark);
                int trigger = last(analysis, mark.span());
                boolean counts = line.contains("|here=");
                for (Event.At at :
                        EVENTS.of(
                                analysis,
                                FINDER.find(analysis),
                                0,
                                trigger,
                                EventPlaces.Kind.OTHER)) {
                    marks.add(new Mark(requireNonNull(at.span()), label(at, counts)));
                }
            }
        }
        marks.sort(Comparator.comparing(Mark::span));
        assertThat(Marked.write(marked.text(), marks)).isEqualTo(line);
    }

    private static String label(Event.At at, boolean counts) {
        Count count = at.count();
        return counts && count != null ? "here=" + count.best() : "here";
    }

    private static int last(Analysis analysis, Span event) {
        int last = 0;
        for (Token t : analysis.sentences().get(0).tokens()) {
            last = t.span().overlaps(event) ? t.index() : last;
        }
        return last;
    }
}
