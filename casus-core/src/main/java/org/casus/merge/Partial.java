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

    private Partial() {}

    static Fit fit(Account.@Nullable When a, Account.@Nullable When b) {
        String left = value(a);
        String right = value(b);
        if (left == null || right == null) {
            return Fit.UNKNOWN;
        }
        boolean dates = DATE.matcher(left).matches() && DATE.matcher(right).matches();
        if (dates) {
            for (int i = 0; i < DATE_LENGTH; i++) {
                char c = left.charAt(i);
                char d = right.charAt(i);
                if (c != d && c != 'X' && d != 'X') {
                    return Fit.OTHER;
                }
            }
            return Fit.SAME_DATE;
        }
        int day = weekday(left);
        int other = weekday(right);
        if (day == 0 || other == 0) {
            return Fit.UNKNOWN;
        }
        return day == other ? Fit.SAME_WEEKDAY : Fit.OTHER;
    }

    private static @Nullable String value(Account.@Nullable When when) {
        return when == null ? null : when.value();
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
