package org.casus.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.casus.model.Account;
import org.jspecify.annotations.Nullable;

/** Days that are told in part, as TIMEX3 spells them: a weekday, or a day of a year not told. */
final class Partial {
    private static final Pattern DATE = Pattern.compile("[0-9X]{4}-[0-9]{2}-[0-9]{2}.*");
    private static final Pattern WEEKDAY = Pattern.compile("[0-9X]{4}-W[0-9X]{2}-[1-7].*");
    private static final int DATE_LENGTH = 10;

    enum Fit {
        UNKNOWN,
        SAME_WEEKDAY,
        SAME_DATE,
        OTHER
    }

    private static final Partial NONE = new Partial(null, 0);

    private final @Nullable String date;
    private final int weekday;

    private Partial(@Nullable String date, int weekday) {
        this.date = date;
        this.weekday = weekday;
    }

    static Partial of(Account.@Nullable When when) {
        String value = when == null ? null : when.value();
        boolean open = when != null && (when.start() == null) != (when.end() == null);
        if (value == null || open) {
            return NONE;
        }
        boolean date = DATE.matcher(value).matches();
        return new Partial(date ? value.substring(0, DATE_LENGTH) : null, weekday(value));
    }

    Fit fit(Partial other) {
        if (date != null && other.date != null) {
            for (int i = 0; i < DATE_LENGTH; i++) {
                char c = date.charAt(i);
                char d = other.date.charAt(i);
                if (c != d && c != 'X' && d != 'X') {
                    return Fit.OTHER;
                }
            }
            return Fit.SAME_DATE;
        }
        if (weekday == 0 || other.weekday == 0) {
            return Fit.UNKNOWN;
        }
        return weekday == other.weekday ? Fit.SAME_WEEKDAY : Fit.OTHER;
    }

    /** 1 for Monday to 7; 0 where it cannot be told. */
    private static int weekday(String value) {
        if (WEEKDAY.matcher(value).matches()) {
            return value.charAt("XXXX-WXX-".length()) - '0';
        }
        try {
            return DATE.matcher(value).matches() && value.indexOf('X') < 0
                    ? LocalDate.parse(value.substring(0, DATE_LENGTH)).getDayOfWeek().getValue()
                    : 0;
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
