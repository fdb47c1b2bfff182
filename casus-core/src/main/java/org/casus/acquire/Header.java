package org.casus.acquire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads header lines: {@code Title: Shelling in Arvo}, and those that a copy from the web has run
 * together ({@code Date 2011-05-03 Section: World Hits: 12}).
 */
final class Header {
    private static final String TABLE = "acquire/header-keys.table";
    private static final Set<String> FIELDS =
            Set.of("title", "author", "published", "outlet", "category", "language", "uri", "");

    /**
     * Words that a value among others on one line may have; a title of its own line may be longer.
     */
    private static final int WORDS_OF_A_VALUE = 12;

    /** A longer value that ends with a full stop is a sentence ("Arms Co. Ltd." is none). */
    private static final int WORDS_OF_AN_ABBREVIATED_NAME = 4;

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*[kKmM]?");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?][\"”’)]*\\s+\\p{Lu}");

    private record Key(String field, String value) {}

    private record Part(Key key, int start, int valueStart) {}

    private final Map<String, Key> keys;
    private final Pattern anyKey;

    private Header(Map<String, Key> keys) {
        this.keys = keys;
        String names =
                keys.keySet().stream()
                        .sorted(
                                Comparator.comparing(String::length)
                                        .reversed()
                                        .thenComparing(k -> k))
                        .map(k -> Pattern.quote(k).replace(" ", "\\E\\s+\\Q"))
                        .collect(Collectors.joining("|"));
        this.anyKey =
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?<key>" + names + ")(?:(?<colon>\\s?:)|(?=\\s))\\s*",
                        Pattern.CASE_INSENSITIVE);
    }

    static Header load(Problems problems) {
        Map<String, Key> keys = new HashMap<>();
        Table.read(
                TABLE,
                problems,
                row -> {
                    Key key = new Key(row.get("field"), row.get("value"));
                    if (!FIELDS.contains(key.field())) {
                        row.problem("field is \"" + key.field() + "\", which no report has");
                    }
                    if (!Set.of("date", "number", "words").contains(key.value())) {
                        row.problem("value is \"" + key.value() + "\", not date, number or words");
                    }
                    if (keys.put(row.get("key"), key) != null) {
                        row.problem("key \"" + row.get("key") + "\" is there twice");
                    }
                });
        return new Header(keys);
    }

    /**
     * Takes what a header line says into the draft.
     *
     * @return whether it is one: keys and plausible values from its first letter to its last
     */
    boolean take(String line, Draft draft) {
        List<Part> parts = parts(line);
        if (parts.isEmpty() || !line.substring(0, parts.get(0).start()).isBlank()) {
            return false;
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int end = i + 1 < parts.size() ? parts.get(i + 1).start() : line.length();
            String value = strip(line.substring(parts.get(i).valueStart(), end));
            if (!plausible(parts.get(i).key(), value, parts.size() == 1)) {
                return false;
            }
            values.add(value);
        }
        for (int i = 0; i < parts.size(); i++) {
            put(parts.get(i).key().field(), values.get(i), draft);
        }
        return true;
    }

    // A key counts with its colon, or where the value that follows is of its kind.
    private List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        Matcher m = anyKey.matcher(line);
        while (m.find()) {
            Key key = keys.get(m.group("key").toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            if (key != null
                    && (m.group("colon") != null
                            || speaksForItself(key, line.substring(m.end())))) {
                parts.add(new Part(key, m.start(), m.end()));
            }
        }
        return parts;
    }

    private static boolean speaksForItself(Key key, String rest) {
        if (key.value().equals("date")) {
            String[] words = rest.split("\\s+", 7);
            for (int n = 1; n <= Math.min(6, words.length); n++) {
                String first = String.join(" ", List.of(words).subList(0, n));
                if (PublicationDate.iso(strip(first)) != null) {
                    return true;
                }
            }
            return false;
        }
        return key.value().equals("number") && NUMBER.matcher(rest.strip()).matches();
    }

    private static boolean plausible(Key key, String value, boolean alone) {
        boolean sentence = SENTENCE_END.matcher(value).find();
        return switch (key.value()) {
            case "date" ->
                    PublicationDate.iso(value) != null
                            || alone && value.length() < 40 && hasDigit(value);
            case "number" -> NUMBER.matcher(value).matches();
            default -> {
                if (alone && key.field().equals("title")) {
                    yield !value.isEmpty();
                }
                int words = value.split("\\s+").length;
                boolean stop = value.endsWith(".") && words > WORDS_OF_AN_ABBREVIATED_NAME;
                yield !sentence && !stop && words <= WORDS_OF_A_VALUE;
            }
        };
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    private static void put(String field, @Nullable String value, Draft draft) {
        switch (field) {
            case "title" -> draft.title(value);
            case "author" -> draft.author(value);
            case "published" -> draft.published(value);
            case "outlet" -> draft.outlet(value);
            case "category" -> draft.category(value);
            case "language" -> draft.language(value);
            case "uri" -> draft.uri(value);
            default -> {
                // Read and put aside.
            }
        }
    }

    private static String strip(String value) {
        return value.replaceAll("^[\\s|·•,;-]+|[\\s|·•,;-]+$", "");
    }
}
