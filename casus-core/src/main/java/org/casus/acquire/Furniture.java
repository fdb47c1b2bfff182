package org.casus.acquire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** Tells the lines that a site puts around a report from the report's own. */
final class Furniture {
    private static final String TABLE = "acquire/furniture.table";

    /** A line longer than this is somebody's sentence. */
    private static final int LONGEST = 200;

    private final Pattern atStart;
    private final Pattern atEnd;

    private Furniture(List<String> start, List<String> end) {
        this.atStart = anyOf(start);
        this.atEnd = anyOf(end);
    }

    static Furniture load(Problems problems) {
        List<String> start = new ArrayList<>();
        List<String> end = new ArrayList<>();
        Table.read(
                TABLE,
                problems,
                row -> {
                    String line = regex(row.get("line"));
                    switch (row.get("at")) {
                        case "start" -> start.add(line);
                        case "end" -> end.add(line);
                        case "both" -> {
                            start.add(line);
                            end.add(line);
                        }
                        default ->
                                row.problem(
                                        "at is \"" + row.get("at") + "\", not start, end or both");
                    }
                });
        return new Furniture(start, end);
    }

    boolean atStart(String line) {
        return matches(atStart, line);
    }

    boolean atEnd(String line) {
        return matches(atEnd, line);
    }

    private static boolean matches(Pattern furniture, String line) {
        String words = line.strip();
        return words.length() <= LONGEST
                && (words.codePoints().noneMatch(Character::isLetterOrDigit)
                        || furniture.matcher(words).matches());
    }

    private static Pattern anyOf(List<String> lines) {
        return Pattern.compile(
                String.join("|", lines), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String regex(String row) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (row.startsWith("<n>", i)) {
                regex.append("\\d[\\d.,]*[km]?");
                i += 2;
            } else if (c == '*') {
                regex.append(".+");
            } else if (c == ' ') {
                regex.append("\\s+");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
