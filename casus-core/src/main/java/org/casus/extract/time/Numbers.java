package org.casus.extract.time;

import java.util.Set;
import org.casus.extract.time.Lexeme.Kind;

/** What a number may be: a day, a year, an hour, a count. */
final class Numbers {
    private static final int LAST_YEAR = 2100;

    /** The years before this one are more often counts, and need a word that makes them years. */
    private static final int COMMON_YEARS = 1600;

    private static final Set<String> BEFORE_HYPHEN =
            Set.of("mid", "early", "late", "pre", "post", "to");

    private Numbers() {}

    /** Whatever a number may be by its form. */
    static void read(Chart chart, int i) {
        Lexeme lexeme = chart.lexeme(i);
        int n = lexeme.number();
        switch (lexeme.kind()) {
            case AMOUNT -> amount(chart, i, lexeme);
            case CLOCK -> chart.add(new Edge("CLOCK", i, i + 1, n));
            case FULL_DATE -> chart.add(new Edge("FULLDATE", i, i + 1, n));
            case DECADE -> chart.add(new Edge("DECADE", i, i + 1, n));
            case SHORT_YEAR -> {
                chart.add(new Edge("SHORTYEAR", i, i + 1, n));
                chart.add(new Edge("YY", i, i + 1, n));
            }
            case ORDINAL -> {
                chart.add(new Edge("NTHDAY", i, i + 1, n));
                chart.add(new Edge("DAY", i, i + 1, n));
            }
            default -> plain(chart, i, lexeme, n);
        }
    }

    private static void amount(Chart chart, int i, Lexeme lexeme) {
        String digits = lexeme.text().replace(",", "");
        if (digits.length() < 9 && digits.indexOf('.') == digits.lastIndexOf('.')) {
            chart.add(new Edge("COUNT", i, i + 1, Double.valueOf(digits)));
        }
    }

    private static void plain(Chart chart, int i, Lexeme lexeme, int n) {
        int digits = lexeme.text().length();
        if (isGlued(chart, i) || isChained(chart, i)) {
            return;
        }
        chart.add(new Edge("NUM", i, i + 1, n));
        if (digits <= 2 && n >= 1 && n <= 31) {
            chart.add(new Edge("DAY", i, i + 1, n));
        }
        if (digits == 2) {
            chart.add(new Edge("YY", i, i + 1, n));
        }
        if (digits == 4) {
            boolean clock = n <= 2400 && n % 100 < 60;
            boolean year = n >= 1000 && n <= LAST_YEAR;
            if (clock) {
                chart.add(new Edge("MILITARY", i, i + 1, n));
            }
            if (year) {
                chart.add(new Edge("YEAR", i, i + 1, n));
            } else if (clock) {
                chart.add(new Edge("HHMM", i, i + 1, n));
            } else if (n / 1000 == 5) {
                chart.add(new Edge("HEBREWYEAR", i, i + 1, n));
            }
        }
    }

    /** Marks the years that may stand alone; after all other words have been read. */
    static void readFreeYears(Chart chart) {
        for (int i = 0; i < chart.size(); i++) {
            if (chart.has(i, "YEAR") && isFreeYear(chart, i)) {
                chart.add(new Edge("FREEYEAR", i, i + 1, chart.lexeme(i).number()));
            }
        }
    }

    /** Whether a number is the second half of a name: AK-47, COVID-19, Su-25. */
    private static boolean isGlued(Chart chart, int i) {
        if (i < 2
                || !chart.text(i - 1).equals("-")
                || !chart.lexeme(i - 1).touches(chart.lexeme(i))) {
            return false;
        }
        Lexeme before = chart.lexeme(i - 2);
        return before.kind() == Kind.WORD
                && before.touches(chart.lexeme(i - 1))
                && !BEFORE_HYPHEN.contains(before.text())
                && !chart.has(i - 2, "MONTH");
    }

    /** Whether a number is one of three and more in a row: 13/13/2019, 10-4-22-7. */
    private static boolean isChained(Chart chart, int i) {
        int links = 0;
        for (int k = i; isLink(chart, k); k += 2) {
            links++;
        }
        for (int k = i - 2; k >= 0 && isLink(chart, k); k -= 2) {
            links++;
        }
        return links > 1;
    }

    private static boolean isLink(Chart chart, int i) {
        String mark = chart.text(i + 1);
        return (mark.equals("/") || mark.equals("-") || mark.equals("."))
                && i + 2 < chart.size()
                && chart.lexeme(i).kind() == Kind.NUMBER
                && chart.lexeme(i + 2).kind() == Kind.NUMBER
                && chart.lexeme(i).touches(chart.lexeme(i + 1))
                && chart.lexeme(i + 1).touches(chart.lexeme(i + 2));
    }

    /**
     * Whether four digits that stand alone mean a year and not a count, a size or the number of a
     * resolution.
     */
    private static boolean isFreeYear(Chart chart, int i) {
        int year = chart.lexeme(i).number();
        if (chart.has(i - 1, "NUMBERED")
                || chart.has(i + 1, "COUNTED")
                || chart.has(i + 1, "HOURS")) {
            return false;
        }
        boolean cue = chart.has(i - 1, "YEARCUE");
        boolean word = i + 1 < chart.size() && chart.lexeme(i + 1).kind() == Kind.WORD;
        boolean round = year % 50 == 0 && year != 1950;
        if (word && !chart.has(i + 1, "STOP") && chart.has(i + 2, "COUNTED") && (round || !cue)) {
            return false;
        }
        if (year < COMMON_YEARS) {
            return cue && (!word || chart.has(i + 1, "STOP")) && !round;
        }
        return !(round && word && !cue && !chart.has(i + 1, "STOP"));
    }
}
