package org.casus.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.casus.model.Account;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * The days of an event, as numbers of days since 1970, with how precisely they are told.
 *
 * @param from first day, far back where it is open
 * @param to last day, far ahead where it is open
 */
record Period(long from, long to, Precision precision) {
    enum Precision {
        DAY,
        MONTH,
        YEAR,
        OPEN
    }

    static final Period UNKNOWN =
            new Period(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4, Precision.OPEN);

    private static final int LONGEST_DAY = 2;
    private static final int WEEK = 10;
    private static final int LONGEST_MONTH = 35;
    private static final int LONGEST_YEAR = 370;

    /** "About 3 May" may be a few days off. */
    private static final int ABOUT = 3;

    /** The days that an account tells. */
    static Period of(Account account) {
        return of(account.time(), day(account.document().published()));
    }

    /** The days of a time for which no report answers. */
    static Period of(Account.@Nullable When when) {
        return of(when, null);
    }

    /**
     * The days of a time. "Since Friday" ends where the report stands that says so.
     *
     * @param published the day of the report, where it is known
     */
    private static Period of(Account.@Nullable When when, @Nullable Long published) {
        if (when == null) {
            return UNKNOWN;
        }
        Long start = day(when.start());
        Long end = day(when.end());
        if (end == null && when.modifier() == Time.Modifier.SINCE) {
            end = published;
        }
        if (start == null && end == null) {
            return UNKNOWN;
        }
        long from = start == null ? UNKNOWN.from : start;
        long to = end == null ? UNKNOWN.to : Math.max(end, from);
        if (when.modifier() == Time.Modifier.ABOUT) {
            from -= ABOUT;
            to += ABOUT;
        }
        long length = to - from + 1;
        Precision precision =
                start == null || end == null || length > LONGEST_YEAR
                        ? Precision.OPEN
                        : length <= LONGEST_DAY
                                ? Precision.DAY
                                : length <= LONGEST_MONTH ? Precision.MONTH : Precision.YEAR;
        return new Period(from, to, precision);
    }

    /** The day of an ISO date or date-time; null when there is none. */
    static @Nullable Long day(@Nullable String iso) {
        if (iso == null || iso.length() < 10) {
            return null;
        }
        int year = number(iso, 0, 4);
        int month = number(iso, 5, 7);
        int day = number(iso, 8, 10);
        if (year < 0 || month < 0 || day < 0 || iso.charAt(4) != '-' || iso.charAt(7) != '-') {
            return null;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The digits from one place to another; -1 where something else stands among them. */
    private static int number(String iso, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = iso.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    /** "Last week", "three weeks ago": a few days, of which nobody says which one. */
    boolean isWeek() {
        return precision == Precision.MONTH && to - from <= WEEK;
    }

    boolean known() {
        return precision != Precision.OPEN;
    }

    /** Days between the two; 0 where they meet. */
    long gap(Period other) {
        return Math.max(0, Math.max(from - other.to, other.from - to));
    }

    @Override
    public String toString() {
        String first = from <= UNKNOWN.from / 2 ? "…" : LocalDate.ofEpochDay(from).toString();
        String last = to >= UNKNOWN.to / 2 ? "…" : LocalDate.ofEpochDay(to).toString();
        return first.equals(last) ? first : first + " to " + last;
    }
}
