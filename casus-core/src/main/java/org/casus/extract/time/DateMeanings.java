package org.casus.extract.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.extract.time.Expression.Fixed;
import org.casus.extract.time.Expression.Pair;
import org.casus.extract.time.Expression.Recurring;
import org.casus.extract.time.Expression.Way;
import org.jspecify.annotations.Nullable;

/** Dates as they are written: days, months, seasons, years, decades, and two of them in one. */
final class DateMeanings {
    private DateMeanings() {}

    static void addTo(Map<String, Meaning> all) {
        all.put("nothing", (m, a) -> new Expression.Nothing());
        all.put("year", (m, a) -> year(m.number("FREEYEAR", "YEAR")));
        all.put("year-bc", (m, a) -> year(beforeChrist(m.number("NUM", "YEAR"))));
        all.put("date", (m, a) -> date(m, year(m)));
        all.put("date-bc", (m, a) -> date(m, year(beforeChrist(m.number("NUM", "YEAR")))));
        all.put("day-of", (m, a) -> date(m, expression(m)));
        all.put("full", (m, a) -> full(m.number("FULLDATE")));
        all.put("month", (m, a) -> recurring(month(m), year(m), way(a)));
        all.put("month-bc", (m, a) -> recurring(month(m), year(beforeChrist(m.number("NUM", "YEAR"))), Way.BARE));
        all.put("month-of", (m, a) -> recurring(month(m), expression(m), Way.BARE));
        all.put("season", (m, a) -> recurring(season(m), year(m), way(a)));
        all.put("season-of", (m, a) -> recurring(season(m), expression(m), Way.BARE));
        all.put("local", (m, a) -> recurring(months(m.code("LOCALSEASON")), year(m), sayWay(m)));
        all.put("holiday", (m, a) -> holiday(m, year(m), way(a)));
        all.put("holiday-of", (m, a) -> holiday(m, expression(m), Way.BARE));
        all.put("cycle-of", (m, a) -> cycleOf(m));
        all.put("quarter", (m, a) -> quarter(m));
        all.put("halfyear", (m, a) -> recurring(new Cycle.HalfYear(Integer.parseInt(a[1])), expression(m), Way.BARE));
        all.put("decade", (m, a) -> decade(m.number("DECADE", "DECADES")));
        all.put("decade-bc", (m, a) -> fixed(Period.decade(beforeChrist(m.number("DECADE")))));
        all.put("century", (m, a) -> century(m, false));
        all.put("century-bc", (m, a) -> century(m, true));
        all.put("other-calendar", (m, a) -> foreign(m));
        all.put("days", (m, a) -> days(m));
        all.put("years", (m, a) -> years(m));
        all.put("years-bc", (m, a) -> yearsBeforeChrist(m));
        all.put("pair", (m, a) -> pair(m));
        all.put("range", (m, a) -> range(m));
    }

    // ---- parts

    private static @Nullable Expression expression(Match m) {
        Edge e = m.expression(0);
        return e != null && e.value() instanceof Expression x ? x : null;
    }

    private static @Nullable Expression year(@Nullable Integer year) {
        return year == null ? null : new Fixed(Period.year(year));
    }

    /** The astronomers' number of a year before Christ. */
    private static @Nullable Integer beforeChrist(@Nullable Integer year) {
        return year == null ? null : Integer.valueOf(1 - year);
    }

    private static @Nullable Expression year(Match m) {
        Integer year = m.number("YEAR", "FREEYEAR");
        if (year == null && m.number("YY", "SHORTYEAR") != null) {
            year = century(m.number("YY", "SHORTYEAR"));
        }
        if (year != null && m.has("ERA")) {
            year = beforeChrist(year);
        }
        return year(year);
    }

    /** Two digits: the years to 2030 before those of the last century. */
    private static Integer century(Integer twoDigits) {
        return twoDigits + (twoDigits <= 30 ? 2000 : 1900);
    }

    private static Way way(String[] arguments) {
        if (arguments.length < 2) {
            return Way.BARE;
        }
        return switch (arguments[1]) {
            case "last" -> Way.LAST;
            case "next" -> Way.NEXT;
            case "this" -> Way.THIS;
            case "that" -> Way.THAT;
            case "previous" -> Way.PREVIOUS;
            case "following" -> Way.FOLLOWING;
            default -> throw new IllegalArgumentException(arguments[1]);
        };
    }

    private static Way sayWay(Match m) {
        return m.says("last") ? Way.LAST : m.says("next") ? Way.NEXT : m.says("this") ? Way.THIS : Way.BARE;
    }

    private static @Nullable Fixed fixed(@Nullable Period period) {
        return period == null ? null : new Fixed(period);
    }

    private static @Nullable Object recurring(@Nullable Cycle cycle, @Nullable Expression year, Way way) {
        if (cycle == null) {
            return null;
        }
        if (year instanceof Fixed f) {
            return f.period().granularity() == org.casus.model.Time.Granularity.YEAR
                    ? fixed(cycle.in(f.period().first().getYear()))
                    : null;
        }
        return new Recurring(cycle, year, way);
    }

    private static @Nullable Cycle month(Match m) {
        Integer month = m.number("MONTH");
        return month == null ? null : new Cycle.Month(month);
    }

    private static @Nullable Cycle season(Match m) {
        String code = m.code("SEASON", "FALL");
        return code.isEmpty() ? null : new Cycle.Season(code);
    }

    private static @Nullable Cycle months(String code) {
        int dash = code.indexOf('-');
        return dash < 0
                ? null
                : new Cycle.Months(
                        Integer.parseInt(code.substring(0, dash)), Integer.parseInt(code.substring(dash + 1)));
    }

    // ---- days

    private static @Nullable Object date(Match m, @Nullable Expression year) {
        return day(m.number("MONTH"), m.number("DAY", "NTH", "NTHDAY"), year);
    }

    private static @Nullable Object day(
            @Nullable Integer month, @Nullable Integer day, @Nullable Expression year) {
        if (month == null || day == null || day < 1 || day > java.time.Month.of(month).maxLength()) {
            return null;
        }
        return recurring(new Cycle.Day(month, day), year, Way.BARE);
    }

    private static @Nullable Object full(@Nullable Integer date) {
        return date == null
                ? null
                : fixed(Period.day(LocalDate.of(date / 10_000, date / 100 % 100, date % 100)));
    }

    private static @Nullable Object holiday(Match m, @Nullable Expression year, Way way) {
        Edge e = m.edge(0, "HOLIDAY");
        if (e != null && e.value() instanceof LocalDate day) {
            return fixed(Period.day(day));
        }
        return e != null && e.value() instanceof Cycle cycle ? recurring(cycle, year, way) : null;
    }

    private static @Nullable Object foreign(Match m) {
        Edge e = m.edge(0, "ISLAMIC", "PERSIAN", "HEBREW", "HEBREWDAY");
        if (e == null) {
            return null;
        }
        Calendars calendar = Calendars.valueOf(e.kind().equals("HEBREWDAY") ? "HEBREW" : e.kind());
        Integer day = m.number("DAY", "NTH");
        int month = 0;
        if (e.value() instanceof Integer n) {
            month = n;
        } else {
            String[] parts = e.value().toString().split("-");
            month = Integer.parseInt(parts[0]);
            day = Integer.valueOf(parts[1]);
        }
        Integer year = m.number("YEAR");
        int of = day == null ? 0 : day;
        boolean own =
                year != null
                        && (calendar == Calendars.HEBREW ? year > 5000 : year >= 1200 && year < 1600);
        return own
                ? fixed(calendar.of(year, month, of))
                : recurring(new Cycle.Foreign(calendar, month, of), year(year), Way.BARE);
    }

    // ---- greater stretches

    private static @Nullable Object cycleOf(Match m) {
        Cycle cycle = m.has("MONTH") ? month(m) : season(m);
        int offset = m.says("last") ? -1 : m.says("next") ? 1 : 0;
        return recurring(cycle, new Expression.Counted("Y", offset, Expression.Base.NOW), Way.BARE);
    }

    private static @Nullable Object quarter(Match m) {
        Integer n = m.number("NTH", "NTHDAY", "QUARTERCODE");
        return n == null || n > 4 ? null : recurring(new Cycle.Quarter(n), expression(m), Way.BARE);
    }

    private static @Nullable Object decade(@Nullable Integer year) {
        return year == null ? null : fixed(Period.decade(year < 100 ? year + 1900 : year));
    }

    private static @Nullable Object century(Match m, boolean beforeChrist) {
        Integer n = m.number("NTH", "NTHDAY");
        return n == null || n > 30 ? null : fixed(Period.century(n, beforeChrist));
    }

    // ---- two in one

    private static boolean joined(Match m) {
        return !m.says("and", "or", "/") || m.chart().text(m.from() - 1).equals("between");
    }

    private static Pair both(Match m, Expression first, Expression second, Edge a, Edge b) {
        return new Pair(first, second, List.of(a, b), joined(m));
    }

    private static @Nullable Object days(Match m) {
        List<Edge> days = m.all("DAY");
        Expression year = year(m);
        Integer month = m.number("MONTH");
        if (!(day(month, m.number("DAY"), year) instanceof Expression first)
                || !(day(month, m.number(1, "DAY"), year) instanceof Expression second)) {
            return null;
        }
        boolean monthFirst = m.edge(0, "MONTH").from() < days.get(0).from();
        Edge a = new Edge("", m.from(), days.get(0).to(), first);
        Edge b = new Edge("", days.get(1).from(), m.to(), second);
        return both(m, first, second, monthFirst ? a : new Edge("", days.get(0).from(), a.to(), first), b);
    }

    private static @Nullable Object years(Match m) {
        List<Edge> years = new ArrayList<>(m.all("YEAR", "FREEYEAR", "YY"));
        int first = (Integer) years.get(0).value();
        int second = (Integer) years.get(1).value();
        if (years.get(1).kind().equals("YY")) {
            second += first / 100 * 100;
        }
        if (second <= first) {
            return null;
        }
        return both(m, year(first), year(second), years.get(0), years.get(1));
    }

    private static @Nullable Object yearsBeforeChrist(Match m) {
        List<Edge> years = m.all("NUM", "YEAR");
        int first = (Integer) years.get(0).value();
        int second = (Integer) years.get(1).value();
        if (second >= first) {
            return null;
        }
        Edge b = new Edge("", years.get(1).from(), m.to(), second);
        return both(m, year(1 - first), year(1 - second), years.get(0), b);
    }

    private static @Nullable Object pair(Match m) {
        List<Edge> parts = m.all("MONTH", "SEASON");
        Expression year = year(m);
        Cycle a = cycle(parts.get(0));
        Cycle b = cycle(parts.get(1));
        boolean turns = joined(m) && a.month() > b.month() && year instanceof Fixed;
        Expression before =
                turns ? year(((Fixed) year).period().first().getYear() - 1) : year;
        if (!(recurring(a, before, Way.BARE) instanceof Expression first)
                || !(recurring(b, year, Way.BARE) instanceof Expression second)) {
            return null;
        }
        int from = m.says("early", "late") ? parts.get(1).from() - 1 : parts.get(1).from();
        return both(
                m, first, second, parts.get(0), new Edge("", from, m.to(), second));
    }

    private static Cycle cycle(Edge e) {
        return e.value() instanceof Integer month
                ? new Cycle.Month(month)
                : new Cycle.Season(e.value().toString());
    }

    private static @Nullable Object range(Match m) {
        Edge a = m.expression(0);
        Edge b = m.expression(1);
        if (a == null || b == null || !(a.value() instanceof Expression x) || !(b.value() instanceof Expression y)) {
            return null;
        }
        if (!a.kind().equals(b.kind()) || x instanceof Pair || y instanceof Pair) {
            return null;
        }
        Expression first = x;
        Expression second = y;
        if (x instanceof Recurring r && r.year() == null && y instanceof Fixed f) {
            first = within(r.cycle(), f.period().last(), f.period().first().getYear(), -1);
        } else if (y instanceof Recurring r && r.year() == null && x instanceof Fixed f) {
            second = within(r.cycle(), f.period().first(), f.period().first().getYear(), 1);
        }
        return first == null || second == null ? null : both(m, first, second, a, b);
    }

    /** A cycle's stretch in a year, or in the one before or after it so as not to overtake the other end. */
    private static @Nullable Fixed within(Cycle cycle, LocalDate other, int year, int step) {
        Period p = cycle.in(year);
        boolean past = p != null && (step < 0 ? p.first().isAfter(other) : p.last().isBefore(other));
        return fixed(past ? cycle.in(year + step) : p);
    }

    static @Nullable LocalDate parse(@Nullable String iso) {
        if (iso == null || iso.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(iso.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
