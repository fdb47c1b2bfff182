package org.casus.acquire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first words of an agency's report tell of it: {@code SEOUL, South Korea, March 7, 2013
 * (Pacific Wire) --}. The words stay in the text.
 */
final class Slug {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DATE =
            "(?<date>" + MONTH + " \\d{1,2}, \\d{4}|\\d{1,2} " + MONTH + ",? \\d{4})";
    private static final Pattern FORM =
            Pattern.compile(
                    "\\p{Lu}[\\p{Lu}.'’ -]+(?:,\\s*\\p{Lu}[\\p{L}.'’ -]+){0,2}"
                            + ("(?:,?\\s+" + DATE + ",?)?")
                            + "(?:\\s*\\((?<source>\\p{Lu}[^()\\n]{1,40})\\))?"
                            + "\\s*(?:--?|[–—])\\s");

    private Slug() {}

    /** Gives the draft the date and the agency, where the text tells them and nothing else has. */
    static void take(String text, Draft draft) {
        Matcher m = FORM.matcher(text);
        if (m.lookingAt()) {
            draft.published(m.group("date"));
            draft.outlet(m.group("source"));
        }
    }
}
