package org.casus.extract.time;

import java.util.List;
import java.util.Map;
import org.casus.extract.time.Expression.Amount;
import org.casus.extract.time.Expression.Base;
import org.casus.extract.time.Expression.Bound;
import org.casus.extract.time.Expression.Clock;
import org.casus.extract.time.Expression.Counted;
import org.casus.extract.time.Expression.DayPart;
import org.casus.extract.time.Expression.Nth;
import org.casus.extract.time.Expression.Part;
import org.casus.extract.time.Expression.Shift;
import org.casus.extract.time.Expression.Third;
import org.casus.extract.time.Expression.Vague;
import org.casus.extract.time.Expression.Way;
import org.casus.extract.time.Expression.Weekday;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** Times that count from others: weekdays, last and next, parts of the day, the clock, bounds. */
final class RelativeMeanings {
    private static final int NOON = 12 * 60;

    private RelativeMeanings() {}

    static void addTo(Map<String, Meaning> all) {
        all.put("unit", (m, a) -> counted(a.get(1), a.get(2), a.get(3)));
        all.put("unit-class", (m, a) -> counted(m.code("UNIT"), a.get(1), a.get(2)));
        all.put("unit-beside", (m, a) -> unitBeside(m));
        all.put("today", (m, a) -> counted("D", m.code("TODAY"), "now"));
        all.put("weekday", (m, a) -> weekday(m, a));
        all.put("monthday", (m, a) -> monthDay(m));
        all.put("unit-next-to", (m, a) -> nextTo(m, a.get(1)));
        all.put("ref", (m, a) -> new Vague(m.code("REF", "ATTRIBUTE", "PRESENT")));
        all.put(
                "edge",
                (m, a) -> edge(m, Third.valueOf(a.get(1).toUpperCase(java.util.Locale.ROOT))));
        all.put(
                "edge-of-unit",
                (m, a) -> new Part(counted(m.code("UNIT"), "0", "here"), Third.END));
        all.put("nth-unit", (m, a) -> nth(m));
        all.put("nth-span", (m, a) -> m.expression(0) == null ? null : m.expression(0).value());
        all.put(
                "part-today",
                (m, a) -> new DayPart(null, a.get(1), Base.NOW, Integer.parseInt(a.get(2))));
        all.put("part", (m, a) -> part(m, a));
        all.put(
                "part-on",
                (m, a) -> partOn(m, a.size() > 1 ? a.get(1) : m.code("PART", "OVERNIGHT")));
        all.put("clock", (m, a) -> clock(m));
        all.put("clock-part", (m, a) -> clockPart(m, m.code("PART")));
        all.put("clock-night", (m, a) -> clockPart(m, "TNI"));
        all.put("clock-on", (m, a) -> clockOn(m));
        all.put("shift", (m, a) -> shift(m, Integer.parseInt(a.get(1)), base(a.get(2))));
        all.put("shift-from", (m, a) -> shiftFrom(m));
        all.put(
                "bound",
                (m, a) ->
                        bound(
                                m,
                                Time.Modifier.valueOf(
                                        a.get(1).toUpperCase(java.util.Locale.ROOT))));
    }

    private static Base base(String name) {
        return Base.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static Counted counted(String unit, String offset, String base) {
        return new Counted(unit, Integer.parseInt(offset), base(base));
    }

    private static @Nullable Expression expression(Match m, int n) {
        Edge e = m.expression(n);
        return e != null && e.value() instanceof Expression x ? x : null;
    }

    /**
     * "The day before." counts from what was told last; "the day before the vote" from what nobody
     * here knows.
     */
    private static Object nextTo(Match m, String offset) {
        String unit = m.has("UNIT") ? m.code("UNIT") : "D";
        return counted(unit, offset, m.ends() ? "then" : "none");
    }

    // ---- days

    private static @Nullable Object weekday(Match m, List<String> arguments) {
        Integer day = m.number("WEEKDAY");
        if (day == null) {
            return null;
        }
        String how = arguments.size() > 1 ? arguments.get(1) : "";
        return switch (how) {
            case "lastweek" -> new Weekday(day, Way.BARE, -1);
            case "thisweek" -> new Weekday(day, Way.BARE, 0);
            case "nextweek" -> new Weekday(day, Way.BARE, 1);
            case "last" -> new Weekday(day, Way.LAST, null);
            case "next", "ahead" -> new Weekday(day, Way.NEXT, null);
            case "this" -> new Weekday(day, Way.THIS, null);
            case "previous" -> new Weekday(day, Way.PREVIOUS, null);
            case "following" -> new Weekday(day, Way.FOLLOWING, null);
            default -> new Weekday(day, Way.BARE, null);
        };
    }

    private static @Nullable Object monthDay(Match m) {
        Integer day = m.number("NTHDAY");
        return day == null || day > 31 || day < 1 ? null : new Expression.DayOfMonth(day);
    }

    // ---- parts of a whole

    private static @Nullable Object edge(Match m, Third third) {
        Expression of = expression(m, 0);
        return of == null || of instanceof Part ? null : new Part(of, third);
    }

    private static @Nullable Object nth(Match m) {
        Expression of = expression(m, 0);
        String unit = m.has("WEEKDAY") ? "WD" + m.code("WEEKDAY") : m.code("UNIT");
        int n = m.says("last", "final") ? -1 : m.says("second") ? 2 : m.says("third") ? 3 : 1;
        return of == null ? null : new Nth(n, unit, of);
    }

    private static Object part(Match m, List<String> arguments) {
        String code = m.has("PART") ? m.code("PART") : "TNI";
        return new DayPart(null, code, base(arguments.get(1)), Integer.parseInt(arguments.get(2)));
    }

    private static @Nullable Object partOn(Match m, String code) {
        Edge e = m.edge(0, "DAYX");
        Expression of = e != null && e.value() instanceof Expression x ? x : null;
        if (of == null && m.has("TODAY")) {
            of = counted("D", m.code("TODAY"), "now");
        }
        return of == null ? null : new DayPart(of, code, Base.NOW, 0);
    }

    // ---- the clock

    private static @Nullable Object clock(Match m) {
        Integer given = m.number("CLOCK", "NOON", "MIDNIGHT");
        String zone = m.code("ZONE");
        if (m.has("NOON")) {
            return new Clock(null, NOON, false, zone);
        }
        if (m.has("MIDNIGHT")) {
            return new Clock(null, 2 * NOON, false, zone);
        }
        Integer military = m.number("MILITARY", "HHMM");
        if (military != null) {
            return new Clock(null, military / 100 * 60 + military % 100, true, zone);
        }
        boolean exact = given != null;
        Integer hour = m.number("NUM");
        int minute = given != null ? given : hour != null ? hour * 60 : -1;
        Integer half = m.number("AMPM");
        if (minute < 0
                || minute > 2 * NOON
                || half != null && (minute >= 13 * 60 || minute < 60 && !exact)) {
            return null;
        }
        if (half != null) {
            minute = minute % NOON + half * 60;
        }
        return new Clock(null, minute, exact, zone);
    }

    private static @Nullable Object clockPart(Match m, String part) {
        if (!(expression(m, 0) instanceof Clock c)) {
            return null;
        }
        boolean later =
                c.minute() < NOON && (part.equals("TAF") || part.equals("TEV"))
                        || c.minute() >= 6 * 60 && c.minute() < NOON && part.equals("TNI");
        return new Clock(c.of(), c.minute() + (later ? NOON : 0), c.exact(), c.zone());
    }

    private static @Nullable Object clockOn(Match m) {
        Edge clock = m.edge(0, "CLOCKX");
        Edge day = m.edge(0, "DAYX", "PARTX");
        if (clock == null || !(clock.value() instanceof Clock c) || c.of() != null) {
            return null;
        }
        Expression of =
                day != null && day.value() instanceof Expression x ? x : counted("D", "0", "now");
        Clock on = new Clock(of, c.minute(), c.exact(), c.zone());
        String part = of instanceof DayPart p ? p.code() : m.code("PART");
        boolean later = c.minute() < NOON && (part.equals("TAF") || part.equals("TEV"));
        return later ? new Clock(of, c.minute() + NOON, c.exact(), c.zone()) : on;
    }

    // ---- counting from something

    private static @Nullable Object shift(Match m, int sign, Base base) {
        return expression(m, 0) instanceof Amount by ? new Shift(by, sign, base, null) : null;
    }

    private static @Nullable Object shiftFrom(Match m) {
        Expression from = expression(m, 1);
        if (!(expression(m, 0) instanceof Amount by) || from == null) {
            return null;
        }
        return new Shift(by, m.says("before", "prior") ? -1 : 1, Base.THEN, from);
    }

    private static @Nullable Object unitBeside(Match m) {
        Expression from = expression(m, 0);
        String unit = m.says("day") ? "D" : m.says("week") ? "W" : m.says("month") ? "M" : "Y";
        return from == null
                ? null
                : new Shift(
                        AmountMeanings.amount(1, unit), m.says("before") ? -1 : 1, Base.THEN, from);
    }

    private static @Nullable Object bound(Match m, Time.Modifier modifier) {
        Expression of = expression(m, 0);
        return of == null ? null : new Bound(of, modifier);
    }
}
