package org.casus.extract.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.casus.extract.time.Expression.Counted;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Nothing;
import org.casus.extract.time.Expression.Recurring;
import org.casus.extract.time.Expression.Way;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/** Dates as they are written: days, months, seasons, years, decades. */
final class DateMeanings {
    private DateMeanings() {}

    static void addTo(Map<String, Meaning> all) {
        all.put("nothing", (m, a) -> new Nothing());
        all.put("year", (m, a) -> year(m.need("FREEYEAR", "YEAR", "NUM")));
        all.put("year-bc", (m, a) -> yearBeforeChrist(m));
        all.put("date", (m, a) -> date(m, year(m), way(a)));
        all.put("date-bc", (m, a) -> date(m, yearBeforeChrist(m), Way.BARE));
        all.put("day-of", (m, a) -> date(m, expression(m), Way.BARE));
        all.put("full", (m, a) -> full(m.need("FULLDATE")));
        all.put("month", (m, a) -> recurring(month(m), year(m), way(a)));
        all.put("month-bc", (m, a) -> recurring(month(m), yearBeforeChrist(m), Way.BARE));
        all.put("month-of", (m, a) -> recurring(month(m), expression(m), Way.BARE));
        all.put("season", (m, a) -> recurring(season(m), year(m), way(a)));
        all.put("season-of", (m, a) -> recurring(season(m), expression(m), Way.BARE));
        all.put("local", (m, a) -> recurring(local(m), year(m), saidWay(m)));
        all.put("holiday", (m, a) -> holiday(m, year(m), way(a)));
        all.put("holiday-of", (m, a) -> holiday(m, expression(m), Way.BARE));
        all.put("cycle-of", (m, a) -> cycleOf(m));
        all.put("quarter", (m, a) -> quarter(m));
        all.put("halfyear", (m, a) -> halfYear(m, Integer.parseInt(a.get(1))));
        all.put("decade", (m, a) -> decade(m.need("DECADE", "DECADES")));
        all.put("decade-bc", (m, a) -> new Fixed(Period.decade(1 - m.need("DECADE"))));
        all.put("century", (m, a) -> century(m.need("NTH", "NTHDAY"), false));
        all.put("century-bc", (m, a) -> century(m.need("NTH", "NTHDAY"), true));
        all.put("other-calendar", (m, a) -> otherCalendar(m));
    }

    // ---- years

    static Fixed year(int year) {
        return new Fixed(Period.year(year));
    }

    private static Fixed yearBeforeChrist(Match m) {
        return year(1 - m.need("NUM", "YEAR"));
    }

    /** The year said beside a month, a season …; null when none is. */
    static @Nullable Fixed year(Match m) {
        Integer year = m.number("YEAR", "FREEYEAR");
        Integer twoDigits = m.number("YY", "SHORTYEAR");
        if (year == null && twoDigits != null) {
            year = twoDigits + (twoDigits <= 30 ? 2000 : 1900);
        }
        return year == null ? null : year(m.has("ERA") ? 1 - year : year);
    }

    private static @Nullable Expression expression(Match m) {
        Edge e = m.expression(0);
        return e != null && e.value() instanceof Expression x ? x : null;
    }

    // ---- what comes round every year

    private static Way way(List<String> arguments) {
        return arguments.size() < 2
                ? Way.BARE
                : switch (arguments.get(1)) {
                    case "last" -> Way.LAST;
                    case "next" -> Way.NEXT;
                    case "this" -> Way.THIS;
                    case "that" -> Way.THAT;
                    case "previous" -> Way.PREVIOUS;
                    case "following" -> Way.FOLLOWING;
                    default -> throw new IllegalArgumentException(arguments.get(1));
                };
    }

    private static Way saidWay(Match m) {
        if (m.says("last")) {
            return Way.LAST;
        }
        return m.says("next") ? Way.NEXT : m.says("this") ? Way.THIS : Way.BARE;
    }

    private static @Nullable Fixed fixed(@Nullable Period period) {
        return period == null ? null : new Fixed(period);
    }

    /** A cycle in a year; a stretch of the calendar already where the year is known. */
    static @Nullable Expression recurring(Cycle cycle, @Nullable Expression year, Way way) {
        if (!(year instanceof Fixed f)) {
            return new Recurring(cycle, year, way);
        }
        boolean isYear = f.period().granularity() == Granularity.YEAR;
        return isYear ? fixed(cycle.in(f.period().first().getYear())) : null;
    }

    private static Cycle month(Match m) {
        return new Cycle.Month(m.need("MONTH"));
    }

    private static Cycle season(Match m) {
        return new Cycle.Season(m.code("SEASON", "FALL"));
    }

    private static Cycle local(Match m) {
        String[] months = m.code("LOCALSEASON").split("-");
        return new Cycle.Months(Integer.parseInt(months[0]), Integer.parseInt(months[1]));
    }

    private static @Nullable Object cycleOf(Match m) {
        Cycle cycle = m.has("MONTH") ? month(m) : season(m);
        int offset = m.says("last") ? -1 : m.says("next") ? 1 : 0;
        return recurring(cycle, new Counted("Y", offset, Expression.Base.NOW), Way.BARE);
    }

    private static @Nullable Object quarter(Match m) {
        int n = m.need("NTH", "NTHDAY", "QUARTERCODE");
        return n > 4 ? null : recurring(new Cycle.Quarter(n), expression(m), Way.BARE);
    }

    private static @Nullable Object halfYear(Match m, int half) {
        return recurring(new Cycle.HalfYear(half), expression(m), Way.BARE);
    }

    // ---- days

    /**
     * A day of a month. A day that the month does not have spoils the month before it, not after
     * it.
     */
    private static @Nullable Object date(Match m, @Nullable Expression year, Way way) {
        Edge day = m.edge(0, "DAY", "NTH", "NTHDAY");
        Edge month = m.edge(0, "MONTH");
        if (day == null || month == null) {
            return null;
        }
        Object date = day(m.need("MONTH"), m.need(day.kind()), year, way);
        return date == null && day.from() < month.from() ? new Nothing() : date;
    }

    static @Nullable Expression day(int month, int day, @Nullable Expression year, Way way) {
        if (day < 1 || day > Month.of(month).maxLength()) {
            return null;
        }
        return recurring(new Cycle.Day(month, day), year, way);
    }

    private static Fixed full(int date) {
        return new Fixed(Period.day(LocalDate.of(date / 10_000, date / 100 % 100, date % 100)));
    }

    private static @Nullable Object holiday(Match m, @Nullable Expression year, Way way) {
        Edge e = m.edge(0, "HOLIDAY");
        if (e != null && e.value() instanceof LocalDate day) {
            return new Fixed(Period.day(day));
        }
        return e != null && e.value() instanceof Cycle cycle ? recurring(cycle, year, way) : null;
    }

    /** A month or day of another calendar, in a year of its own or of ours. */
    private static @Nullable Object otherCalendar(Match m) {
        Edge e = m.edge(0, "ISLAMIC", "PERSIAN", "ETHIOPIAN", "HEBREW", "HEBREWDAY");
        if (e == null) {
            return null;
        }
        boolean named = e.kind().equals("HEBREWDAY");
        String[] parts = e.value().toString().split("-");
        int month = Integer.parseInt(parts[0]);
        Integer said = m.number("DAY", "NTH");
        int day = named ? Integer.parseInt(parts[1]) : said == null ? 0 : said;
        Calendars calendar = named ? Calendars.HEBREW : Calendars.valueOf(e.kind());
        Integer year = m.number("YEAR", "HEBREWYEAR");
        if (year != null && calendar.isOwn(year)) {
            return fixed(calendar.of(year, month, day));
        }
        Cycle cycle = new Cycle.Foreign(calendar, month, day);
        return recurring(cycle, year == null ? null : year(year), Way.BARE);
    }

    // ---- greater stretches

    private static Fixed decade(int year) {
        return new Fixed(Period.decade(year < 100 ? year + 1900 : year));
    }

    private static @Nullable Fixed century(int n, boolean beforeChrist) {
        return n > 30 ? null : new Fixed(Period.century(n, beforeChrist));
    }
}
