package org.casus.extract.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.time.Lexeme.Kind;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * The words of {@code words.table} and {@code holidays.table}: gives each lexeme its first
 * readings.
 */
final class Words {
    private static final Set<String> CUES =
            Set.of(
                    "in",
                    "by",
                    "of",
                    "since",
                    "until",
                    "till",
                    "before",
                    "after",
                    "last",
                    "next",
                    "this",
                    "early",
                    "late",
                    "mid",
                    "-",
                    "between",
                    "from",
                    "to",
                    "and",
                    "through",
                    "during",
                    "for",
                    "every",
                    "each",
                    "throughout",
                    "previous",
                    "following",
                    "that",
                    "or",
                    "/",
                    "end");
    private static final Set<String> WEAK_CUES = Set.of("to", "and", "for", "after", "that", "or");

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

    /** A day that comes round, or one day for good; the empty string for what is neither. */
    private static Object holiday(Table.Row row) {
        String calendar = row.get("calendar");
        List<Integer> day = new ArrayList<>();
        for (String part : row.get("day").split("(?<=\\d)-")) {
            if (!part.matches("-?\\d{1,4}")) {
                row.problem("day is " + row.get("day") + ", not numbers with - between them");
                return "";
            }
            day.add(Integer.valueOf(part));
        }
        String kind = calendar + " " + day.size();
        return switch (kind) {
            case "gregorian 2" -> new Cycle.Day(day.get(0), day.get(1));
            case "islamic 2" -> new Cycle.Foreign(Calendars.ISLAMIC, day.get(0), day.get(1));
            case "hebrew 2" -> new Cycle.Foreign(Calendars.HEBREW, day.get(0), day.get(1));
            case "easter 1" -> new Cycle.Easter(day.get(0));
            case "fixed 3" -> LocalDate.of(day.get(0), day.get(1), day.get(2));
            default -> {
                row.problem(
                        kind
                                + " numbers: want gregorian, islamic or hebrew with month-day,"
                                + " easter with days, fixed with year-month-day");
                yield "";
            }
        };
    }

    private void add(String word, String kind, Object value, String note) {
        List<String> parts = new ArrayList<>();
        for (Lexeme part : Lexer.read(word, 0, word.length())) {
            parts.add(part.text());
        }
        entries.computeIfAbsent(parts.get(0), k -> new ArrayList<>(2))
                .add(new Entry(parts, kind, value, note));
    }

    /** Reads a sentence's lexemes. */
    Chart read(List<Lexeme> lexemes, boolean upper) {
        Chart chart = new Chart(lexemes, upper);
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            switch (lexeme.kind()) {
                case WORD, MARK -> words(chart, i);
                case BREAK -> {}
                default -> Numbers.read(chart, i);
            }
        }
        Numbers.readFreeYears(chart);
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
        return switch (entry.note) {
            case "name" -> capital && !isName(chart, i) || chart.lexeme(i).kind() != Kind.WORD;
            case "common" -> chart.upper() || !capital || !isName(chart, i);
            case "verb" -> capital && (besideNumber(chart, i, i + 1) || cued(chart, i));
            case "dot" -> capital && (besideNumber(chart, i, i + 1) || isDotted(chart, i));
            default -> true;
        };
    }

    private static boolean isDotted(Chart chart, int i) {
        return !chart.upper()
                && chart.text(i + 1).equals(".")
                && chart.lexeme(i).touches(chart.lexeme(i + 1));
    }

    /** Whether a capital is that of a longer name: Operation Desert Dawn, Arab Spring. */
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
        return CUES.contains(before)
                || chart.text(i + 1).equals("of") && chart.text(i + 2).equals("that");
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
            return isMonth(chart.text(right + 1))
                    || mark.equals("-") && isDateNumber(chart, right + 1);
        }
        String before = chart.text(from - 1);
        return before.equals("-")
                        && (isMonth(chart.text(from - 2)) || isDateNumber(chart, from - 2))
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
}
