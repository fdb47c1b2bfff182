package org.casus.publish.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casus.model.Account.When;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * The days within which something happened.
 *
 * @param about whether it may as well have been a little before or after
 */
record Period(LocalDate first, LocalDate last, boolean about) {
    /** Null where an end is open or unknown. */
    static @Nullable Period of(@Nullable When when) {
        if (when == null || when.start() == null || when.end() == null) {
            return null;
        }
        LocalDate first = day(when.start());
        LocalDate last = day(when.end());
        return first == null || last == null || last.isBefore(first)
                ? null
                : new Period(first, last, when.modifier() == Time.Modifier.ABOUT);
    }

    private static @Nullable LocalDate day(String iso) {
        try {
            return LocalDate.parse(iso.length() > 10 ? iso.substring(0, 10) : iso);
        } catch (DateTimeException e) {
            return null;
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    boolean isOneDay() {
        return days() == 1 && !about;
    }

    LocalDate middle() {
        return first.plusDays((days() - 1) / 2);
    }

    /** The year that it is all within, else null. */
    @Nullable Integer year() {
        return first.getYear() == last.getYear() ? first.getYear() : null;
    }
}
