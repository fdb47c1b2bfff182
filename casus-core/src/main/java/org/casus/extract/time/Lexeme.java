package org.casus.extract.time;

/**
 * A piece of a sentence as the time grammar sees it: smaller than a parser's token, since
 * "mid-June", "1915-17" and "5:30PM" must come apart.
 *
 * @param start offset in the text, inclusive
 * @param end offset in the text, exclusive
 * @param text the letters in lower case, or the digits as they stand
 * @param number the value of digits (the year of a decade), minutes since midnight for a clock,
 *     else -1
 */
record Lexeme(int start, int end, String text, Kind kind, int number, boolean capital) {
    enum Kind {
        WORD,
        /** Digits alone. */
        NUMBER,
        /** Digits that no date has: 1,990 or 22.8. */
        AMOUNT,
        /** 20th. */
        ORDINAL,
        /** 1990s. */
        DECADE,
        /** '99. */
        SHORT_YEAR,
        /** 11:30. */
        CLOCK,
        /** 2019-12-31, 12/31/2019, 31.12.2019; the number is year * 10000 + month * 100 + day. */
        FULL_DATE,
        MARK,
        /** An empty line. */
        BREAK
    }

    boolean is(String word) {
        return text.equals(word);
    }

    boolean touches(Lexeme next) {
        return end == next.start;
    }
}
