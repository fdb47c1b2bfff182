package org.casus.extract.time;

import java.time.LocalDate;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/** Reckoning on the calendar: so many units on, the n-th unit of a stretch. */
final class Counting {
    private static final int FARTHEST = 100_000;
    private static final int DAY_MINUTES = 24 * 60;

    private Counting() {}

    static LocalDate onOrBefore(LocalDate day, int weekday) {
        return day.minusDays(Math.floorMod(day.getDayOfWeek().getValue() - weekday, 7));
    }

    static LocalDate onOrAfter(LocalDate day, int weekday) {
        return day.plusDays(Math.floorMod(weekday - day.getDayOfWeek().getValue(), 7));
    }

    /**
     * The unit so many after the one that holds the beginning of a stretch; null when the stretch
     * is too coarse.
     */
    static @Nullable Period on(Period base, long offset, String unit) {
        LocalDate first = base.first();
        boolean coarse = base.granularity().compareTo(Granularity.SEASON) > 0;
        boolean veryCoarse = base.granularity().compareTo(Granularity.WEEK) > 0;
        int year = Math.toIntExact(first.getYear() + offset);
        return switch (unit) {
            case "W" -> veryCoarse ? null : Period.week(first.plusWeeks(offset));
            case "2W" -> veryCoarse ? null : Period.week(first.plusWeeks(2 * offset));
            case "WE" -> coarse ? null : Period.weekend(first.plusWeeks(offset));
            case "M" -> coarse ? null : month(first.plusMonths(offset));
            case "Q" -> coarse ? null : quarter(first.plusMonths(3 * offset));
            case "Y" -> Period.year(year);
            case "DE" -> Period.decade(Math.toIntExact(first.getYear() + 10 * offset));
            case "CE" -> century(Math.toIntExact(first.getYear() + 100 * offset));
            default -> null;
        };
    }

    private static Period month(LocalDate in) {
        return Period.month(in.getYear(), in.getMonthValue());
    }

    private static Period quarter(LocalDate in) {
        return Period.quarter(in.getYear(), (in.getMonthValue() + 2) / 3);
    }

    private static Period century(int year) {
        return year > 0
                ? Period.century(year / 100 + 1, false)
                : Period.century((1 - year) / 100 + 1, true);
    }

    /**
     * The n-th unit of a stretch; null when the stretch is no longer than the unit.
     *
     * @param n from 1; -1 for the last
     * @param unit of a value, or WD and the number of a weekday
     */
    static @Nullable Period nth(int n, String unit, Period of) {
        if (of.first().equals(of.last())) {
            return null;
        }
        boolean last = n < 0;
        LocalDate at = last ? of.last() : of.first();
        long steps = last ? 0 : n - 1L;
        if (unit.startsWith("WD")) {
            int weekday = unit.charAt(2) - '0';
            return Period.day(
                    last ? onOrBefore(at, weekday) : onOrAfter(at, weekday).plusWeeks(steps));
        }
        LocalDate week = last ? at.minusDays(6) : at.plusWeeks(steps);
        return switch (unit) {
            case "D" -> Period.day(at.plusDays(steps));
            case "W" -> Period.of(Granularity.WEEK, week, week.plusDays(6), "P1W");
            case "M" -> month(at.plusMonths(steps));
            case "Y" -> Period.year(at.plusYears(steps).getYear());
            default -> null;
        };
    }

    /**
     * A stretch so many units away from another.
     *
     * @param day to count from where the other is coarser than a day; null when there is none
     * @param n negative for earlier; NaN when vague
     */
    static @Nullable Period shift(Period from, @Nullable LocalDate day, double n, String unit) {
        if (Double.isNaN(n) || Math.abs(n) > FARTHEST) {
            return null;
        }
        long whole = Math.round(n);
        Period month = day == null ? from : Period.day(day);
        return switch (unit) {
            case "M" -> on(month, whole, "M");
            case "Y" ->
                    n == Math.rint(n) ? on(from, whole, "Y") : on(from, Math.round(12 * n), "M");
            case "DE" -> on(from, 10 * whole, "Y");
            case "CE" -> on(from, 100 * whole, "Y");
            default -> day == null ? null : fromDay(from, day, n, unit);
        };
    }

    private static @Nullable Period fromDay(Period from, LocalDate day, double n, String unit) {
        return switch (unit) {
            case "D" -> Period.day(day.plusDays(Math.round(n)));
            case "W" -> Period.week(day.plusDays(Math.round(7 * n)));
            case "WE" -> Period.weekend(day.plusDays(Math.round(7 * n)));
            case "TH" -> minutes(from, day, 60 * n);
            case "TM" -> minutes(from, day, n);
            default -> null;
        };
    }

    /** Hours from an hour give an hour; from a day without one, some hour of that day. */
    private static Period minutes(Period from, LocalDate day, double minutes) {
        String clock = from.clock();
        if (clock.isEmpty()) {
            return Period.of(Granularity.HOUR, day, day, Period.dayValue(day) + "TXX");
        }
        int hour = Integer.parseInt(clock.substring(1, 3));
        int minute = Integer.parseInt(clock.substring(4, 6));
        long moved = hour * 60L + minute + Math.round(minutes);
        return Period.clock(
                day.plusDays(Math.floorDiv(moved, DAY_MINUTES)),
                Math.floorMod(moved, DAY_MINUTES),
                true,
                clock.substring(6));
    }
}
