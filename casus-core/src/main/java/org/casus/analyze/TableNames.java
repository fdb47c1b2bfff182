package org.casus.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * The spelling of the names in the tables of actors and places, for text all in capitals. Names of
 * one word are taken only where they cannot be another word: acronyms, countries, peoples.
 */
final class TableNames {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}.]+");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{Nd}]+");

    /** By the first word in small letters: the words of each name, longest first. */
    private final Map<String, List<List<String>>> byFirst = new HashMap<>();

    private TableNames() {}

    /** Reads the tables once, when the first text in capitals comes. */
    private static final class Once {
        static final TableNames TABLES = read();
    }

    static TableNames tables() {
        return Once.TABLES;
    }

    private static TableNames read() {
        TableNames names = new TableNames();
        names.take("actor/countries.table", "demonyms", true);
        names.take("actor/countries.table", "capital", true);
        names.take("actor/countries.table", "aliases", false);
        names.take("actor/countries.table", "seats", false);
        names.take("actor/countries.table", "forces", false);
        names.take("actor/historical.table", "demonyms", true);
        names.take("actor/historical.table", "forces", false);
        for (String file :
                List.of(
                        "actor/countries.table",
                        "actor/historical.table",
                        "actor/groups.table",
                        "actor/organizations.table",
                        "actor/leaders.table",
                        "place/regions.table",
                        "place/towns.table")) {
            boolean sure = file.startsWith("actor/countries") || file.startsWith("actor/hist");
            names.take(file, "name", sure);
            names.take(file, "aliases", sure);
        }
        for (List<List<String>> same : names.byFirst.values()) {
            same.sort(Comparator.comparing(words -> -words.size()));
        }
        return names;
    }

    /**
     * @param sure whether a name of one word is a name wherever it stands
     */
    private void take(String file, String column, boolean sure) {
        Table.read(
                file,
                new Problems(),
                row -> {
                    for (String name : row.list(column)) {
                        int sector = name.indexOf(':');
                        add(sector < 0 ? name : name.substring(0, sector), sure);
                    }
                });
    }

    private void add(String name, boolean sure) {
        List<String> words = List.of(BETWEEN.split(name));
        boolean named = words.stream().anyMatch(TableNames::hasCapital);
        boolean alone = words.size() == 1;
        if (named && (!alone || sure || ACRONYM.matcher(name).matches())) {
            byFirst.computeIfAbsent(small(words.get(0)), first -> new ArrayList<>()).add(words);
        }
    }

    private static boolean hasCapital(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /**
     * The longest name that a row of words begins with, as it is spelt; empty if none.
     *
     * @param words in small letters
     */
    List<String> at(List<String> words) {
        for (List<String> name : byFirst.getOrDefault(words.get(0), List.of())) {
            if (name.size() <= words.size() && same(name, words)) {
                return name;
            }
        }
        return List.of();
    }

    private static boolean same(List<String> name, List<String> words) {
        for (int i = 0; i < name.size(); i++) {
            if (!small(name.get(i)).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
