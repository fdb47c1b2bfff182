package org.casus.extract.time;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import org.casus.model.Time.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * Calendars other than the Gregorian one, by arithmetic alone: true to a day or two of what a
 * moon-sighting committee may announce. Formulas after Dershowitz and Reingold, <i>Calendrical
 * Calculations</i>, in Julian day numbers.
 */
enum Calendars {
    /** The tabular Islamic calendar, civil epoch. */
    ISLAMIC(29.53, 1200, 1600) {
        @Override
        long day(int year, int month, int day) {
            return day
                    + (29L * (month - 1) + month / 2)
                    + (year - 1L) * 354
                    + Math.floorDiv(3 + 11L * year, 30)
                    + 1_948_439;
        }

        @Override
        int yearNear(int gregorian) {
            return (int) Math.floorDiv((gregorian - 622L) * 33, 32);
        }
    },

    /** The solar calendar of Iran, with leap years in a cycle of 33. */
    PERSIAN(30.4, 1200, 1600) {
        @Override
        long day(int year, int month, int day) {
            int days = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
            return 1_948_319L + 365L * (year - 1) + Math.floorDiv(8L * year + 21, 33) + days + day;
        }

        @Override
        int yearNear(int gregorian) {
            return gregorian - 622;
        }
    },

    /** The calendar of Ethiopia: twelve months of 30 days, and what is left of the year. */
    ETHIOPIAN(30, 1800, 2200) {
        @Override
        long day(int year, int month, int day) {
            return 1_724_220L
                    + 365L * (year - 1)
                    + Math.floorDiv(year, 4)
                    + 30L * (month - 1)
                    + day;
        }

        @Override
        int yearNear(int gregorian) {
            return gregorian - 8;
        }
    },

    /** The Hebrew calendar, months counted from Nisan; Adar of a leap year is its second. */
    HEBREW(29.53, 5000, 6000) {
        @Override
        long day(int year, int month, int day) {
            long days = newYear(year) + day - 1;
            if (month >= 7) {
                for (int m = 7; m < month; m++) {
                    days += length(year, m);
                }
                return days + (month == 12 && isLeap(year) ? 30 : 0);
            }
            for (int m = 7; m <= 12; m++) {
                days += length(year, m);
            }
            days += isLeap(year) ? 30 : 0;
            for (int m = 1; m < month; m++) {
                days += length(year, m);
            }
            return days;
        }

        @Override
        int yearNear(int gregorian) {
            return gregorian + 3760;
        }
    };

    private final double monthDays;
    private final int from;
    private final int to;

    Calendars(double monthDays, int from, int to) {
        this.monthDays = monthDays;
        this.from = from;
        this.to = to;
    }

    /** Whether the number of a year is this calendar's, in times that news speaks of. */
    boolean isOwn(int year) {
        return year >= from && year < to;
    }

    /** Julian day number of a date. */
    abstract long day(int year, int month, int day);

    /** A year that begins at most a year or so before this Gregorian one ends. */
    abstract int yearNear(int gregorian);

    /** The Gregorian day of a date of this calendar. */
    LocalDate date(int year, int month, int day) {
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day(year, month, day));
    }

    /**
     * The stretch of a month (day 0) or day of one of this calendar's years; null for a year past
     * belief.
     */
    @Nullable Period of(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day > 31) {
            return null;
        }
        if (day > 0) {
            return Period.day(date(year, month, day));
        }
        LocalDate first = date(year, month, 1);
        LocalDate last = first.plusDays((long) Math.ceil(monthDays) - 1);
        return Period.of(Granularity.MONTH, first, last, first.toString().substring(0, 7));
    }

    /**
     * The same, of the year that begins it within a Gregorian year; the first, where there are two.
     */
    @Nullable Period in(int gregorian, int month, int day) {
        int near = yearNear(gregorian);
        for (int year = near - 1; year <= near + 2; year++) {
            Period found = of(year, month, day);
            if (found != null && found.first().getYear() == gregorian) {
                return found;
            }
        }
        return null;
    }

    // ---- Hebrew

    private static boolean isLeap(int year) {
        return Math.floorMod(7L * year + 1, 19) < 7;
    }

    private static long elapsed(int year) {
        long months = Math.floorDiv(235L * year - 234, 19);
        long parts = 12_084 + 13_753 * months;
        long days = 29 * months + Math.floorDiv(parts, 25_920);
        return Math.floorMod(3 * (days + 1), 7) < 3 ? days + 1 : days;
    }

    private static long newYear(int year) {
        long before = elapsed(year - 1);
        long here = elapsed(year);
        long after = elapsed(year + 1);
        int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
        return 347_998 + here + delay;
    }

    private static int length(int year, int month) {
        long days = newYear(year + 1) - newYear(year);
        return switch (month) {
            case 2, 4, 6, 10, 12 -> 29;
            case 8 -> days % 10 == 5 ? 30 : 29;
            case 9 -> days % 10 == 3 ? 29 : 30;
            default -> 30;
        };
    }

    // ---- Easter

    /**
     * Easter Sunday of the western churches (the Gregorian computus of Meeus, Jones and Butcher).
     */
    static LocalDate easter(int year) {
        int golden = Math.floorMod(year, 19);
        int century = Math.floorDiv(year, 100);
        int rest = Math.floorMod(year, 100);
        int moon =
                Math.floorMod(
                        19 * golden
                                + century
                                - century / 4
                                - (century - (century + 8) / 25 + 1) / 3
                                + 15,
                        30);
        int week = Math.floorMod(32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4, 7);
        int late = (golden + 11 * moon + 22 * week) / 451;
        int n = moon + week - 7 * late + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
