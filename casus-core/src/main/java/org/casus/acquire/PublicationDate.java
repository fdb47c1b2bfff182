package org.casus.acquire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as mastheads, headers and web pages write them, in ISO 8601. A date that reads differently
 * in London and New York (3/4/2011) is not a date that anyone here knows.
 */
final class PublicationDate {
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("mar", 3),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("oct", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12));

    private static final String WEEKDAY =
            "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final String CLOCK =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,]\\d+)?)?"
                    + "(?:\\s*(?<half>[ap])\\.?m\\.?)?"
                    + "(?:\\s*(?<zone>z|gmt|utc|[+-]\\d\\d:?\\d\\d|[a-z]{2,4})\\b)?";
    private static final String TIME =
            "(?:(?:\\s*,?\\s+(?:at\\s+)?|t|\\s*[-–|]\\s*)" + CLOCK + ")?";

    private static final List<Pattern> FORMS =
            List.of(
                    form(YEAR + "[-/.](?<month>\\d{1,2})[-/.]" + DAY + TIME),
                    form(YEAR + "(?<month>\\d\\d)(?<day>\\d\\d)" + TIME),
                    form(YEAR + "-(?<month>\\d\\d)"),
                    form(WEEKDAY + DAY + "(?:\\s+of)?[\\s-]+" + MONTH + ",?[\\s-]+" + YEAR + TIME),
                    form(WEEKDAY + MONTH + "\\s+" + DAY + ",?\\s+" + YEAR + TIME),
                    form(MONTH + ",?\\s+" + YEAR),
                    form(CLOCK + "\\s*,?\\s+" + WEEKDAY + DAY + "\\s+" + MONTH + ",?\\s+" + YEAR),
                    form(CLOCK + "\\s*,?\\s+" + WEEKDAY + MONTH + "\\s+" + DAY + ",?\\s+" + YEAR),
                    form(WEEKDAY + DAY + "\\.(?<month>\\d{1,2})\\." + YEAR + TIME));

    private static final Pattern SLASHES =
            form("(?<a>\\d{1,2})[/-](?<b>\\d{1,2})[/-]" + YEAR + TIME);

    private PublicationDate() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param written a date, with a time or without, and nothing else
     * @return {@code 2011-05-03}, {@code 2011-05}, or with the time {@code 2011-05-03T14:30Z}; null
     *     where it is no date, or one that can be read in two ways. Midnight without a zone is how
     *     programs write that they do not know the hour, and is left out.
     */
    static @Nullable String iso(String written) {
        String date = written.strip();
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(date);
            if (m.matches()) {
                return iso(m, group(m, "month"), group(m, "day"));
            }
        }
        Matcher m = SLASHES.matcher(date);
        if (!m.matches()) {
            return null;
        }
        int a = Integer.parseInt(m.group("a"));
        int b = Integer.parseInt(m.group("b"));
        if (a <= 12 && b <= 12 && a != b) {
            return null;
        }
        return a > 12 ? iso(m, m.group("b"), m.group("a")) : iso(m, m.group("a"), m.group("b"));
    }

    private static @Nullable String iso(Matcher m, @Nullable String month, @Nullable String day) {
        if (month == null) {
            return null;
        }
        int year = Integer.parseInt(m.group("year"));
        int number =
                Character.isDigit(month.charAt(0))
                        ? Integer.parseInt(month)
                        : MONTHS.getOrDefault(month.substring(0, 3).toLowerCase(Locale.ROOT), 0);
        try {
            LocalDate date = LocalDate.of(year, number, day == null ? 1 : Integer.parseInt(day));
            return day == null ? date.toString().substring(0, 7) : date + time(m);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String time(Matcher m) {
        String hours = group(m, "hour");
        String minutes = group(m, "minute");
        if (hours == null || minutes == null) {
            return "";
        }
        int hour = Integer.parseInt(hours);
        String half = group(m, "half");
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        String zone = zone(group(m, "zone"));
        String second = group(m, "second");
        boolean midnight =
                hour == 0 && minutes.equals("00") && (second == null || second.equals("00"));
        if (hour > 23 || Integer.parseInt(minutes) > 59 || midnight && zone.isEmpty()) {
            return "";
        }
        String seconds = second == null || Integer.parseInt(second) > 59 ? "" : ":" + second;
        return "T" + (hour < 10 ? "0" : "") + hour + ":" + minutes + seconds + zone;
    }

    // Letters beside GMT name several zones each, and are left out.
    private static String zone(@Nullable String written) {
        String zone = written == null ? "" : written.toUpperCase(Locale.ROOT);
        if (zone.equals("Z") || zone.equals("GMT") || zone.equals("UTC")) {
            return "Z";
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return zone.substring(0, 3) + ":" + zone.substring(zone.length() - 2);
        }
        return "";
    }

    private static @Nullable String group(Matcher m, String name) {
        return m.pattern().pattern().contains("(?<" + name + ">") ? m.group(name) : null;
    }
}
