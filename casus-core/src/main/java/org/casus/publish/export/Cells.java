package org.casus.publish.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** How values look in a cell of a text table. */
final class Cells {
    private static final int DECIMALS = 6;

    /** What a spreadsheet takes for the beginning of a formula, the wide forms of Asia included. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char GUARD = '\'';

    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    private Cells() {}

    /**
     * Text that no spreadsheet runs: an apostrophe stands before what would begin a formula. What
     * already has apostrophes there gets one more, so that taking one away always gives the text
     * back.
     */
    static String disarmed(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == GUARD) {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0 ? GUARD + text : text;
    }

    /** Items with "; " between them; a semicolon within an item becomes a comma. */
    static String joined(List<String> items) {
        return items.stream().map(item -> item.replace(';', ',')).collect(Collectors.joining("; "));
    }

    /** At most six decimals, by decimal arithmetic: Java 19 changed how a double is spelled. */
    static String decimal(double value) {
        BigDecimal rounded =
                new BigDecimal(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }

    /** Without halves of characters and NUL, which UTF-8 and many readers have no room for. */
    static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, UNKNOWN_CHARACTER);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
