package org.casus.extract;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Event;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.rule.MarkedText;
import org.jspecify.annotations.Nullable;

/** A marked report: when and where each of its marked events was. */
record SettingExample(@Nullable String published, MarkedText marked) {
    private static final Pattern LABEL =
            Pattern.compile("(?<time>\\S+) @ (?<places>[^(]*)(\\((?<also>[^)]*)\\))?");

    static SettingExample parse(String line) {
        String[] parts = line.split(" \\| ", 2);
        return new SettingExample(
                parts[0].equals("-") ? null : parts[0], MarkedText.parse(parts[1]));
    }

    /** What the marks ask of one event. */
    record Wanted(Span trigger, Days days, boolean inside, List<String> places, List<String> also) {
        static Wanted of(MarkedText.Mark mark) {
            Matcher m = LABEL.matcher(mark.labels().get(0));
            if (!m.matches()) {
                throw new IllegalArgumentException(
                        "time @ places wanted, not " + mark.labels().get(0));
            }
            String time = m.group("time");
            boolean inside = time.startsWith("~");
            String also = m.group("also");
            return new Wanted(
                    mark.span(),
                    Days.parse(inside ? time.substring(1) : time),
                    inside,
                    names(m.group("places")),
                    also == null ? List.of() : names(also));
        }

        private static List<String> names(String list) {
            return Arrays.stream(list.split(";"))
                    .map(String::strip)
                    .filter(n -> !n.isEmpty() && !n.equals("-"))
                    .toList();
        }
    }

    /** From one day to another, both counted; an open end is null. */
    record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
        static final Days UNTOLD = new Days(null, null);

        static Days parse(String value) {
            if (value.equals("-")) {
                return UNTOLD;
            }
            String[] ends = value.split("\\.\\.", -1);
            return new Days(first(ends[0]), last(ends[ends.length - 1]));
        }

        static Days of(@Nullable Time time) {
            return time == null ? UNTOLD : new Days(day(time.start()), day(time.end()));
        }

        boolean within(Days wide) {
            return first != null
                    && last != null
                    && wide.first != null
                    && wide.last != null
                    && !first.isBefore(wide.first)
                    && !last.isAfter(wide.last);
        }

        private static @Nullable LocalDate day(@Nullable String iso) {
            return iso == null ? null : LocalDate.parse(iso.substring(0, 10));
        }

        private static @Nullable LocalDate first(String date) {
            return switch (date.length()) {
                case 0 -> null;
                case 4 -> Year.parse(date).atDay(1);
                case 5 -> Year.parse(date.substring(0, 4)).atDay(1);
                case 7 -> YearMonth.parse(date).atDay(1);
                default -> LocalDate.parse(date);
            };
        }

        private static @Nullable LocalDate last(String date) {
            return switch (date.length()) {
                case 0 -> null;
                case 4 -> YearMonth.of(Integer.parseInt(date), 12).atEndOfMonth();
                case 5 ->
                        YearMonth.of(Integer.parseInt(date.substring(0, 4)) + 9, 12).atEndOfMonth();
                case 7 -> YearMonth.parse(date).atEndOfMonth();
                default -> LocalDate.parse(date);
            };
        }

        @Override
        public String toString() {
            return equals(UNTOLD)
                    ? "-"
                    : (first == null ? "" : first) + ".." + (last == null ? "" : last);
        }
    }

    /** One marked event and how it was read. */
    record Outcome(String trigger, boolean found, boolean time, boolean place, String read) {
        boolean right() {
            return time && place;
        }
    }

    /** How each of the marked events was read, in order. */
    List<Outcome> outcomes(Reading reading) {
        List<Outcome> outcomes = new ArrayList<>();
        for (MarkedText.Mark mark : marked.marks()) {
            Wanted wanted = Wanted.of(mark);
            String trigger = mark.span().of(marked.text());
            Event event = event(reading, mark.span());
            if (event == null) {
                outcomes.add(new Outcome(trigger, false, false, false, "no event"));
                continue;
            }
            Days days = Days.of(event.time());
            boolean time =
                    wanted.inside() ? days.within(wanted.days()) : days.equals(wanted.days());
            List<Place> places =
                    event.places().stream()
                            .filter(at -> at.span() != null) // what no words say is concluded
                            .map(Event.At::place)
                            .toList();
            String read =
                    (time ? "" : days + " not " + wanted.days())
                            + (isPlaced(wanted, places)
                                    ? ""
                                    : " @ "
                                            + places.stream().map(Place::name).toList()
                                            + " not "
                                            + wanted.places());
            outcomes.add(new Outcome(trigger, true, time, isPlaced(wanted, places), read.strip()));
        }
        return outcomes;
    }

    private static @Nullable Event event(Reading reading, Span trigger) {
        return reading.events().stream()
                .filter(e -> e.mentions().stream().anyMatch(m -> m.trigger().overlaps(trigger)))
                .findFirst()
                .orElse(null);
    }

    /** All that are wanted, and beside them none but those that may be. */
    private boolean isPlaced(Wanted wanted, List<Place> places) {
        return wanted.places().stream().allMatch(n -> places.stream().anyMatch(p -> is(p, n)))
                && places.stream()
                        .allMatch(
                                p ->
                                        wanted.places().stream().anyMatch(n -> is(p, n))
                                                || wanted.also().stream().anyMatch(n -> is(p, n)));
    }

    private boolean is(Place place, String name) {
        return place.mentions().stream().anyMatch(m -> m.of(marked.text()).contains(name));
    }
}
