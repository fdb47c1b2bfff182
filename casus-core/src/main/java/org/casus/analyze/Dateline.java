package org.casus.analyze;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what stands before the first words of a report: {@code BEIRUT (Reuters) -}, {@code SAN
 * SALVADOR, 18 FEB 90 (DPA) -- [TEXT]}, {@code By Ann Lee WASHINGTON --}.
 */
final class Dateline {
    /** No dateline is longer. */
    static final int LONGEST = 300;

    private static final String BYLINE = "(?:(?i:by) (?:\\p{Lu}[\\p{L}.'-]*[ ,]+(?:and )?){2,6})?";
    private static final String DATE =
            "(?:\\p{L}+day,? )?(?:\\p{L}{3,9}\\.? [0-9]{1,2}(?:,? [0-9]{2,4})?|[0-9]{1,2}"
                    + " \\p{L}{3,9}\\.?(?:,? [0-9]{2,4})?|(?i:no date))";
    private static final String NAME =
            "\\p{Lu}[\\p{L}.'-]*(?:[ /]+(?:(?:de|del|la|el|al|of|and|the)"
                    + " )*\\p{Lu}[\\p{L}.'-]*){0,4}";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'-]+(?:[ /]+\\p{Lu}[\\p{Lu}.'-]*){0,3}";
    private static final String COUNTRY = "(?:\\s*\\(\\p{Lu}[\\p{L} .'-]{1,30}\\))?";
    private static final String DASH = ",?\\s*(?:--?|\\u2013|\\u2014)\\s+";
    private static final String SOURCE = "\\([^()\\n]{2,60}\\)";
    private static final String TAGS = "(?:\\[[^\\[\\]]{1,120}\\]\\s*)*";

    /** A source in parentheses, then a dash; place and date may stand before it. */
    private static final Pattern WITH_SOURCE =
            Pattern.compile(
                    BYLINE
                            + ("(?:(?<place>" + NAME + ")" + COUNTRY)
                            + ("(?:,\\s*(?:" + DATE + "|" + NAME + ")){0,3},?\\s*)?")
                            + (SOURCE + DASH + TAGS));

    /** A place in capitals with a date, then a dash. */
    private static final Pattern WITH_DATE =
            Pattern.compile(
                    BYLINE
                            + ("(?<place>" + CAPITALS + ")" + COUNTRY)
                            + ("(?:,\\s*" + NAME + ")?,?\\s*" + DATE + DASH + TAGS));

    /** A place in capitals, then a dash, in text that is not all in capitals. */
    private static final Pattern BARE =
            Pattern.compile(
                    BYLINE
                            + ("(?<place>" + CAPITALS + ")(?:,\\s*" + NAME + ")?")
                            + "\\s*(?:\\u2014\\s*|(?:--?|\\u2013)\\s+)(?=[\"'\u201c\u2018]?\\p{Lu}[\\p{Lu}.]*(?:\\p{Ll}|"
                            + " \\P{Lu}| \\p{Lu}+\\p{Ll}))");

    /** {@code KABUL (Pajhwok): } and {@code Nairobi, March 8 (IANS) The}, without a dash. */
    private static final Pattern WITHOUT_DASH =
            Pattern.compile(
                    BYLINE
                            + ("(?:(?<place>" + CAPITALS + ")" + COUNTRY)
                            + ("(?:,\\s*" + DATE + ")?\\s*" + SOURCE + "\\s*:\\s+")
                            + ("|(?<city>" + NAME + "),\\s*" + DATE + ",?\\s*(?:")
                            + "\\((?:\\p{Lu}{2,8}|Reuters|Xinhua|Sputnik|Anadolu)\\)\\s+"
                            + ("|\\p{Lu}{2,8}" + DASH + ")(?=[\"'\u201c\u2018]?\\p{Lu})")
                            + "|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){0,2}--(?=\\p{Lu}\\p{Ll}))");

    private static final Pattern NO_PLACE =
            Pattern.compile(
                    "(?i:the|a|an|in|on|at|by|he|she|it|they|we|i|this|that|these|those|his|her|its|their|but|and|as|for|from)\\b.*");

    private Dateline() {}

    /** The length of the dateline that a block begins with, with the blanks after it; 0 if none. */
    static int end(String begin) {
        String flat = begin.replace('\n', ' ');
        for (Pattern pattern : new Pattern[] {WITH_SOURCE, WITH_DATE, WITHOUT_DASH, BARE}) {
            Matcher matcher = pattern.matcher(flat);
            if (matcher.lookingAt() && isPlace(matcher.group("place"))) {
                return matcher.end();
            }
        }
        return 0;
    }

    private static boolean isPlace(@Nullable String place) {
        return place == null || !NO_PLACE.matcher(place).matches();
    }
}
