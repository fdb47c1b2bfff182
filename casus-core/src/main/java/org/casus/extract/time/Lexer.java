package org.casus.extract.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.extract.time.Lexeme.Kind;

/** Cuts text into lexemes, in one pass. */
final class Lexer {
    private static final int LONGEST_NUMBER = 9;

    private final String text;
    private final int end;
    private final List<Lexeme> found = new ArrayList<>();
    private int at;

    private Lexer(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    static List<Lexeme> read(String text, int start, int end) {
        Lexer lexer = new Lexer(text, start, end);
        while (lexer.at < end) {
            lexer.next();
        }
        return lexer.found;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineBreak();
        } else if (Character.isWhitespace(c) || c == '\u00a0') {
            at++;
        } else if (isDigit(c)) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else if (isApostrophe(c)) {
            apostrophe();
        } else {
            add(at + 1, isDash(c) ? "-" : String.valueOf(c), Kind.MARK, -1);
        }
    }

    private void lineBreak() {
        int from = at;
        int lines = 0;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        if (lines > 1) {
            found.add(new Lexeme(from, at, "\n", Kind.BREAK, -1, false));
        }
    }

    // ---- words

    private void word() {
        int abbreviation = abbreviation();
        if (abbreviation > at) {
            add(abbreviation, text.substring(at, abbreviation).replace(".", ""), Kind.WORD, -1);
            return;
        }
        int to = at;
        while (to < end && (isWordPart(text.charAt(to)) || joins(to))) {
            to++;
        }
        add(to, text.substring(at, to), Kind.WORD, -1);
    }

    /** The end of single letters with full stops (a.m., B.C), or the present place. */
    private int abbreviation() {
        int to = at;
        int letters = 0;
        while (to + 1 < end && Character.isLetter(text.charAt(to)) && text.charAt(to + 1) == '.') {
            to += 2;
            letters++;
        }
        if (letters > 0 && to < end && Character.isLetter(text.charAt(to)) && !letterAt(to + 1)) {
            to++;
            letters++;
        }
        return letters > 1 && !letterAt(to) ? to : at;
    }

    /** An apostrophe inside a word (o'clock, Sha'ban), but not before a possessive s. */
    private boolean joins(int i) {
        return isApostrophe(text.charAt(i))
                && letterAt(i + 1)
                && !((text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S') && !letterAt(i + 2));
    }

    private void apostrophe() {
        boolean afterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        if (!afterWord && digits(at + 1) == 2 && !letterAt(at + 3)) {
            add(at + 3, text.substring(at + 1, at + 3), Kind.SHORT_YEAR, value(at + 1, at + 3));
        } else if (!afterWord
                && digits(at + 1) == 2
                && text.startsWith("0s", at + 2)
                && !letterAt(at + 4)) {
            add(at + 4, text.substring(at + 1, at + 4), Kind.DECADE, value(at + 1, at + 3));
        } else if (afterWord
                && at + 1 < end
                && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
                && !letterAt(at + 2)) {
            add(at + 2, "'s", Kind.MARK, -1);
        } else {
            add(at + 1, "'", Kind.MARK, -1);
        }
    }

    // ---- numbers

    private void number() {
        int count = digits(at);
        int to = at + count;
        if (count > LONGEST_NUMBER) {
            add(to, text.substring(at, to), Kind.AMOUNT, -1);
        } else if (!fullDate(count) && !clock(count) && !amount(to)) {
            int value = value(at, to);
            int suffix = suffix(to);
            String letters = text.substring(to, suffix).toLowerCase(Locale.ROOT);
            if (letters.equals("s") || letters.equals("'s") || letters.equals("’s")) {
                boolean decade = value % 10 == 0 && count >= 2 && count <= 4;
                add(
                        decade ? suffix : to,
                        text.substring(at, to),
                        decade ? Kind.DECADE : Kind.NUMBER,
                        value);
            } else if (isOrdinal(letters)) {
                add(suffix, text.substring(at, to), Kind.ORDINAL, value);
            } else {
                add(to, text.substring(at, to), Kind.NUMBER, value);
            }
        }
    }

    private int suffix(int from) {
        int to = from;
        if (to < end
                && isApostrophe(text.charAt(to))
                && to + 1 < end
                && text.charAt(to + 1) == 's') {
            to++;
        }
        while (to < end && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isOrdinal(String letters) {
        return letters.equals("st")
                || letters.equals("nd")
                || letters.equals("rd")
                || letters.equals("th");
    }

    /** 1,990 and 22.8, and what looks like a section number. */
    private boolean amount(int from) {
        int to = from;
        while (to + 1 < end
                && (text.charAt(to) == ',' || text.charAt(to) == '.')
                && digits(to + 1) > 0) {
            if (text.charAt(to) == ',' && digits(to + 1) != 3) {
                break;
            }
            to += 1 + digits(to + 1);
        }
        if (to == from) {
            return false;
        }
        add(to, text.substring(at, to), Kind.AMOUNT, -1);
        return true;
    }

    private boolean clock(int count) {
        if (count > 2) {
            return false;
        }
        int to = at + count;
        boolean colon = to < end && text.charAt(to) == ':';
        boolean stop = to < end && text.charAt(to) == '.';
        if (!colon && !stop || digits(to + 1) != 2) {
            return false;
        }
        int last = to + 3;
        int hour = value(at, to);
        int minute = value(to + 1, last);
        if (hour > 24 || minute > 59 || stop && !clockFollows(last)) {
            return false;
        }
        if (colon && last + 2 < end && text.charAt(last) == ':' && digits(last + 1) == 2) {
            last += 3;
        }
        add(last, text.substring(at, last), Kind.CLOCK, hour * 60 + minute);
        return true;
    }

    private boolean clockFollows(int from) {
        int to = from;
        while (to < end && text.charAt(to) == ' ') {
            to++;
        }
        String next =
                text.substring(to, Math.min(end, to + 4)).toLowerCase(Locale.ROOT).replace(".", "");
        return next.startsWith("am")
                || next.startsWith("pm")
                || next.startsWith("hr")
                || next.startsWith("gm");
    }

    /**
     * Year first with hyphens; American with strokes unless the month is past 12; day first with
     * full stops.
     */
    private boolean fullDate(int count) {
        int sep = at + count;
        if (sep >= end
                || "-/.".indexOf(text.charAt(sep)) < 0
                || at > 0 && text.charAt(at - 1) == text.charAt(sep)) {
            return false;
        }
        char by = text.charAt(sep);
        int second = digits(sep + 1);
        int sep2 = sep + 1 + second;
        if (second < 1 || second > 2 || sep2 >= end || text.charAt(sep2) != by) {
            return false;
        }
        int third = digits(sep2 + 1);
        int to = sep2 + 1 + third;
        if (to < end
                && (text.charAt(to) == by && digits(to + 1) > 0
                        || letterAt(to) && text.charAt(to) != 'T')) {
            return false;
        }
        int a = value(at, sep);
        int b = value(sep + 1, sep2);
        if (count == 4 && third >= 1 && third <= 2) {
            return addDate(to, a, b, value(sep2 + 1, to));
        }
        boolean year = third == 4 || third == 2 && by == '/';
        if (count > 2 || !year) {
            return false;
        }
        int y = value(sep2 + 1, to);
        y = third == 4 ? y : y + (y <= 30 ? 2000 : 1900);
        return by == '/' && a <= 12 ? addDate(to, y, a, b) : addDate(to, y, b, a);
    }

    private boolean addDate(int to, int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return false;
        }
        if (year < 1000) {
            return false;
        }
        add(to, text.substring(at, to), Kind.FULL_DATE, year * 10_000 + month * 100 + day);
        if (at + 5 < end && text.charAt(at) == 'T' && digits(at + 1) == 2) {
            at++;
        }
        return true;
    }

    // ---- letters

    private void add(int to, String form, Kind kind, int number) {
        boolean capital = Character.isUpperCase(text.charAt(at));
        found.add(new Lexeme(at, to, form.toLowerCase(Locale.ROOT), kind, number, capital));
        at = to;
    }

    /** How many digits stand from a place on. */
    private int digits(int from) {
        int to = from;
        while (to < end && isDigit(text.charAt(to))) {
            to++;
        }
        return Math.max(0, to - from);
    }

    private int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to && i < from + LONGEST_NUMBER; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private boolean letterAt(int i) {
        return i < end && Character.isLetter(text.charAt(i));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '`';
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212';
    }
}
