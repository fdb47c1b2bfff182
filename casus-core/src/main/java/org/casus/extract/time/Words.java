package org.casus.extract.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.time.Lexeme.Kind;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** The words of {@code words.table} and {@code holidays.table}: gives each lexeme its first readings. */
final class Words {
    private static final int LAST_YEAR = 2100;
    private static final Set<String> CUES =
            Set.of(
                    "in", "by", "of", "since", "until", "till", "before", "after", "last", "next", "this",
                    "early", "late", "mid", "-", "between", "from", "to", "and", "through", "during", "for",
                    "every", "each", "throughout", "previous", "following", "that", "or", "/", "end");
    private static final Set<String> WEAK_CUES = Set.of("to", "and", "for", "after", "that", "or");
    private static final Set<String> BEFORE_HYPHEN = Set.of("mid", "early", "late", "pre", "post", "to");

    private record Entry(List<String> words, String kind, Object value, String note) {}

    private final Map<String, List<Entry>> entries = new HashMap<>();

    private Words() {}

    static Words load(Problems problems) {
        Words words = new Words();
        Table.read(
                "time/words.table",
                problems,
                row -> {
                    for (String word : row.list("words")) {
                        words.add(word, row.get("class"), value(row.get("value")), row.get("note"));
                    }
                });
        Table.read(
                "time/holidays.table",
                problems,
                row -> {
                    Object day = holiday(row);
                    for (String name : row.list("names")) {
                        words.add(name, "HOLIDAY", day, "name");
                    }
                });
        return words;
    }

    private static Object value(String cell) {
        return cell.matches("-?\\d+") ? (Object) Integer.valueOf(cell) : cell;
    }

    private static Object holiday(Table.Row row) {
        String[] parts = row.get("day").split("(?<=\\d)-");
        try {
            int[] n = new int[parts.length];
            for (int i = 0; i < n.length; i++) {
                n[i] = Integer.parseInt(parts[i]);
            }
            switch (row.get("calendar")) {
                case "gregorian":
                    return new Cycle.Day(n[0], n[1]);
                case "islamic":
                    return new Cycle.Foreign(Calendars.ISLAMIC, n[0], n[1]);
                case "hebrew":
                    return new Cycle.Foreign(Calendars.HEBREW, n[0], n[1]);
                case "easter":
                    return new Cycle.Easter(n[0]);
                case "fixed":
                    return java.time.LocalDate.of(n[0], n[1], n[2]);
                default:
                    row.problem(
                            "calendar is "
                                    + row.get("calendar")
                                    + ", not gregorian, islamic, hebrew, easter or fixed");
            }
        } catch (RuntimeException e) {
            row.problem("day is " + row.get("day") + ", not month-day");
        }
        return "";
    }

    private void add(String word, String kind, Object value, String note) {
        List<String> parts = new ArrayList<>();
        for (Lexeme part : Lexer.read(word, 0, word.length())) {
            parts.add(part.text());
        }
        entries.computeIfAbsent(parts.get(0), k -> new ArrayList<>(2)).add(new Entry(parts, kind, value, note));
    }

    /** Reads a sentence's lexemes. */
    Chart read(List<Lexeme> lexemes, boolean upper) {
        Chart chart = new Chart(lexemes, upper);
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            switch (lexeme.kind()) {
                case WORD, MARK -> words(chart, i);
                case BREAK -> {}
                default -> number(chart, i, lexeme);
            }
        }
        for (int i = 0; i < lexemes.size(); i++) {
            if (chart.has(i, "YEAR") && isFreeYear(chart, i)) {
                chart.add(new Edge("FREEYEAR", i, i + 1, lexemes.get(i).number()));
            }
        }
        return chart;
    }

    // ---- words

    private void words(Chart chart, int i) {
        List<Entry> here = entries.get(chart.text(i));
        if (here == null) {
            return;
        }
        for (Entry entry : here) {
            int n = entry.words.size();
            if (spells(entry.words, chart, i) && stands(entry, chart, i)) {
                boolean stop =
                        entry.note.equals("dot")
                                && chart.text(i + n).equals(".")
                                && chart.lexeme(i + n - 1).touches(chart.lexeme(i + n))
                                && i + n + 1 < chart.size();
                chart.add(new Edge(entry.kind, i, i + n + (stop ? 1 : 0), entry.value));
            }
        }
    }

    private static boolean spells(List<String> words, Chart chart, int i) {
        for (int k = 1; k < words.size(); k++) {
            if (!chart.text(i + k).equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(Entry entry, Chart chart, int i) {
        boolean capital = chart.lexeme(i).capital() || chart.text(i).equals("the");
        switch (entry.note) {
            case "name":
                return capital && !isName(chart, i) || chart.lexeme(i).kind() != Kind.WORD;
            case "common":
                return chart.upper() || !capital || !isName(chart, i);
            case "verb":
                return capital && (besideNumber(chart, i, i + 1) || cued(chart, i));
            case "dot":
                return capital
                        && (besideNumber(chart, i, i + 1)
                                || !chart.upper()
                                        && chart.text(i + 1).equals(".")
                                        && chart.lexeme(i).touches(chart.lexeme(i + 1)));
            default:
                return true;
        }
    }

    /** Whether a capital is that of a longer name: Operation Red Dawn, Arab Spring. */
    private static boolean isName(Chart chart, int i) {
        if (chart.upper() || i == 0) {
            return false;
        }
        Lexeme before = chart.lexeme(i - 1);
        return before.kind() == Kind.WORD
                && before.capital()
                && chart.at(i - 1).isEmpty()
                && !chart.has(i - 2, "DAY");
    }

    private static boolean cued(Chart chart, int i) {
        String before = chart.text(i - 1);
        if (chart.upper() && WEAK_CUES.contains(before)) {
            return false;
        }
        return CUES.contains(before) || chart.text(i + 1).equals("of") && chart.text(i + 2).equals("that");
    }

    /** Whether a day, a year or (over a dash) another month stands beside these words. */
    private boolean besideNumber(Chart chart, int from, int to) {
        int right = chart.text(to).equals(".") ? to + 1 : to;
        if (isDateNumber(chart, right) || isDateNumber(chart, from - 1)) {
            return true;
        }
        String mark = chart.text(right);
        if (mark.equals(",") || mark.equals("of")) {
            return isDateNumber(chart, right + 1) && chart.lexeme(right + 1).text().length() == 4
                    || isMonth(chart.text(right + 1)) && isDateNumber(chart, right + 2);
        }
        if (mark.equals("-") || mark.equals("/") || mark.equals("to") || mark.equals("and")) {
            return isMonth(chart.text(right + 1)) || mark.equals("-") && isDateNumber(chart, right + 1);
        }
        String before = chart.text(from - 1);
        return before.equals("-") && (isMonth(chart.text(from - 2)) || isDateNumber(chart, from - 2))
                || isMonth(chart.text(right)) && isDateNumber(chart, right + 1)
                || chart.text(from - 1).equals("of") && isDateNumber(chart, from - 2);
    }

    private static boolean isDateNumber(Chart chart, int i) {
        if (i < 0 || i >= chart.size()) {
            return false;
        }
        Lexeme l = chart.lexeme(i);
        return (l.kind() == Kind.NUMBER || l.kind() == Kind.ORDINAL)
                && (l.number() >= 1 && l.number() <= 31 || l.text().length() == 4);
    }

    private boolean isMonth(String word) {
        for (Entry e : entries.getOrDefault(word, List.of())) {
            if (e.kind.equals("MONTH")) {
                return true;
            }
        }
        return false;
    }

    // ---- numbers

    private static void number(Chart chart, int i, Lexeme lexeme) {
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
        if (isGlued(chart, i)) {
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
            }
        }
    }

    /** Whether a number is the second half of a name: AK-47, COVID-19, Su-25. */
    private static boolean isGlued(Chart chart, int i) {
        if (i < 2 || !chart.text(i - 1).equals("-") || !chart.lexeme(i - 1).touches(chart.lexeme(i))) {
            return false;
        }
        Lexeme before = chart.lexeme(i - 2);
        return before.kind() == Kind.WORD
                && before.touches(chart.lexeme(i - 1))
                && !BEFORE_HYPHEN.contains(before.text())
                && !chart.has(i - 2, "MONTH");
    }

    /** Whether four digits that stand alone mean a year and not a count, a size or the number of a resolution. */
    private static boolean isFreeYear(Chart chart, int i) {
        int year = chart.lexeme(i).number();
        if (chart.has(i - 1, "NUMBERED") || chart.has(i + 1, "COUNTED") || chart.has(i + 1, "HOURS")) {
            return false;
        }
        boolean cue = chart.has(i - 1, "YEARCUE");
        boolean word = i + 1 < chart.size() && chart.lexeme(i + 1).kind() == Kind.WORD;
        boolean round = year % 50 == 0 && year != 1950;
        if (word && !chart.has(i + 1, "STOP") && chart.has(i + 2, "COUNTED") && (round || !cue)) {
            return false;
        }
        if (year < 1600) {
            return cue && (!word || chart.has(i + 1, "STOP")) && !round;
        }
        return !(round && word && !cue && !chart.has(i + 1, "STOP"));
    }
}
