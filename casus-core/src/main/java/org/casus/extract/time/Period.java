package org.casus.extract.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the calendar.
 *
 * @param clock as it follows the date in a value ("T03:00"), or empty
 * @param value of TIMEX3
 */
record Period(
        Granularity granularity, LocalDate first, LocalDate last, String clock, String value) {

    static Period of(Granularity granularity, LocalDate first, LocalDate last, String value) {
        return new Period(granularity, first, last, "", value);
    }

    static Period day(LocalDate day) {
        return of(Granularity.DAY, day, day, dayValue(day));
    }

    /** The ISO week of a day. */
    static Period week(LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return of(Granularity.WEEK, monday, monday.plusDays(6), weekValue(monday));
    }

    static Period weekend(LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return of(
                Granularity.DAY, monday.plusDays(5), monday.plusDays(6), weekValue(monday) + "-WE");
    }

    private static String weekValue(LocalDate monday) {
        return yearValue(monday.get(IsoFields.WEEK_BASED_YEAR))
                + "-W"
                + two(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static Period month(int year, int month) {
        YearMonth m = YearMonth.of(year, month);
        return of(
                Granularity.MONTH,
                m.atDay(1),
                m.atEndOfMonth(),
                yearValue(year) + "-" + two(month));
    }

    static Period quarter(int year, int quarter) {
        return months(year, quarter * 3 - 2, 3, "Q" + quarter);
    }

    static Period halfYear(int year, int half) {
        return months(year, half * 6 - 5, 6, "H" + half);
    }

    /** A season of the north; winter is that which begins in the year. */
    static Period season(int year, String code) {
        int month =
                switch (code) {
                    case "SP" -> 3;
                    case "SU" -> 6;
                    case "FA" -> 9;
                    default -> 12;
                };
        return months(year, month, 3, code);
    }

    private static Period months(int year, int month, int count, String code) {
        YearMonth first = YearMonth.of(year, month);
        return of(
                Granularity.SEASON,
                first.atDay(1),
                first.plusMonths(count - 1L).atEndOfMonth(),
                yearValue(year) + "-" + code);
    }

    static Period year(int year) {
        return of(
                Granularity.YEAR,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                yearValue(year));
    }

    /** Ten years; of years before our era those that share their tens there: 479 to 470 BC. */
    static Period decade(int year) {
        int tens = year > 0 ? year / 10 : (1 - year) / 10;
        int first = year > 0 ? tens * 10 : 1 - (tens * 10 + 9);
        return years(first, 10, (year > 0 ? "" : "BC") + three(tens));
    }

    /** A hundred years: the 20th century as 1900 to 1999, the way its value has it. */
    static Period century(int n, boolean beforeChrist) {
        int first = beforeChrist ? 1 - n * 100 : (n - 1) * 100;
        return years(first, 100, (beforeChrist ? "BC" : "") + two(n - 1));
    }

    private static Period years(int first, int count, String value) {
        return of(
                Granularity.DECADE,
                LocalDate.of(first, 1, 1),
                LocalDate.of(first + count - 1, 12, 31),
                value);
    }

    /**
     * @param code TMO, TEV, TNI …
     */
    static Period dayPart(LocalDate day, String code) {
        return of(Granularity.DAYPART, day, day, dayValue(day) + code);
    }

    /**
     * @param minute since midnight; 1440 is the midnight that ends the day
     * @param zone as it goes into a value, or empty
     */
    static Period clock(LocalDate day, int minute, boolean exact, String zone) {
        String clock = clockValue(minute, zone);
        return new Period(
                exact ? Granularity.MINUTE : Granularity.HOUR,
                day,
                day,
                clock,
                dayValue(day) + clock);
    }

    static String clockValue(int minute, String zone) {
        return "T" + two(minute / 60) + ":" + two(minute % 60) + zone;
    }

    /** The first day or minute, as ISO 8601 has it; null outside of the years 1 to 9999. */
    @Nullable String start() {
        return iso(first);
    }

    @Nullable String end() {
        return iso(last);
    }

    private @Nullable String iso(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            return null;
        }
        boolean hours = clock.matches(".*[+-]\\d\\d");
        return day + clock + (hours ? ":00" : "");
    }

    boolean contains(Period other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    static String dayValue(LocalDate day) {
        return yearValue(day.getYear())
                + "-"
                + two(day.getMonthValue())
                + "-"
                + two(day.getDayOfMonth());
    }

    /** 1939, or BC0490: the year 1 before Christ is the astronomers' year 0. */
    static String yearValue(int year) {
        return year > 0 ? four(year) : "BC" + four(1 - year);
    }

    static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String four(int number) {
        return number < 1000 ? "0" + three(number) : String.valueOf(number);
    }

    private static String three(int number) {
        return number < 100 ? "0" + two(number) : String.valueOf(number);
    }
}
