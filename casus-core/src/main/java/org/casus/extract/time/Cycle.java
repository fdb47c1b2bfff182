package org.casus.extract.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What comes round every year. */
sealed interface Cycle {

    /** Its stretch in a year; null when that year has none (29 February). */
    @Nullable Period in(int year);

    /** The month it begins in, or 0 when that wanders. */
    int month();

    /** The letters of a TIMEX3 value after the year. */
    String code();

    record Month(int month) implements Cycle {
        @Override
        public Period in(int year) {
            return Period.month(year, month);
        }

        @Override
        public String code() {
            return Period.two(month);
        }
    }

    record Day(int month, int day) implements Cycle {
        @Override
        public @Nullable Period in(int year) {
            try {
                return Period.day(LocalDate.of(year, month, day));
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        public String code() {
            return Period.two(month) + "-" + Period.two(day);
        }
    }

    /**
     * A season of the north.
     *
     * @param code SP, SU, FA or WI
     */
    record Season(String code) implements Cycle {
        @Override
        public Period in(int year) {
            return Period.season(year, code);
        }

        @Override
        public int month() {
            return switch (code) {
                case "SP" -> 3;
                case "SU" -> 6;
                case "FA" -> 9;
                default -> 12;
            };
        }
    }

    /**
     * A season from one month to another, the second in the next year if it comes before the first.
     */
    record Months(int month, int last) implements Cycle {
        @Override
        public Period in(int year) {
            YearMonth end = YearMonth.of(last < month ? year + 1 : year, last);
            return Period.of(
                    org.casus.model.Time.Granularity.SEASON,
                    LocalDate.of(year, month, 1),
                    end.atEndOfMonth(),
                    Period.yearValue(year) + "-" + code());
        }

        @Override
        public String code() {
            return Period.two(month);
        }
    }

    record Quarter(int quarter) implements Cycle {
        @Override
        public Period in(int year) {
            return Period.quarter(year, quarter);
        }

        @Override
        public int month() {
            return quarter * 3 - 2;
        }

        @Override
        public String code() {
            return "Q" + quarter;
        }
    }

    record HalfYear(int half) implements Cycle {
        @Override
        public Period in(int year) {
            return Period.halfYear(year, half);
        }

        @Override
        public int month() {
            return half * 6 - 5;
        }

        @Override
        public String code() {
            return "H" + half;
        }
    }

    /** A month of another calendar, or with a day a day of it. */
    record Foreign(Calendars calendar, int foreignMonth, int day) implements Cycle {
        @Override
        public @Nullable Period in(int year) {
            return calendar.in(year, foreignMonth, day);
        }

        @Override
        public int month() {
            return 0;
        }

        @Override
        public String code() {
            return day > 0 ? "XX-XX" : "XX";
        }
    }

    /** A feast so many days from Easter. */
    record Easter(int offset) implements Cycle {
        @Override
        public Period in(int year) {
            return Period.day(Calendars.easter(year).plusDays(offset));
        }

        @Override
        public int month() {
            return 0;
        }

        @Override
        public String code() {
            return "XX-XX";
        }
    }
}
