package org.casus.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches the words of all texts and titles. */
public final class Search {
    private final Database database;

    Search(Database database) {
        this.database = database;
    }

    /**
     * A document that was found.
     *
     * @param passage of its text, with what was looked for in brackets
     * @param current false for a text that a later version has replaced
     */
    public record Hit(
            String document,
            @Nullable String published,
            @Nullable String outlet,
            String key,
            @Nullable String title,
            boolean current,
            String passage) {}

    /**
     * The documents that have all the words, in any form ("strikes" finds "strike"), the best
     * first. Words between double quotation marks stand together.
     *
     * @throws LedgerException if there is no word to look for
     */
    public List<Hit> find(String words, int most) {
        return database.query("search")
                .bind("words", words(database.dialect(), words))
                .bind("most", most)
                .map(
                        (row, context) ->
                                new Hit(
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getString("outlet"),
                                        row.getString("key"),
                                        row.getString("title"),
                                        row.getBoolean("active"),
                                        row.getString("passage").replaceAll("\\s+", " ").strip()))
                .list();
    }

    /**
     * Words as the database wants to be asked for them.
     *
     * @throws LedgerException if there is none
     */
    static String words(Dialect dialect, String words) {
        String query = dialect == Dialect.SQLITE ? fts5(words) : words;
        if (query.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new LedgerException("there is no word to look for in: " + words);
        }
        return String.valueOf(ReportStore.plain(query));
    }

    // Every word between quotation marks, so that no sign in it has a meaning of its own.
    private static String fts5(String words) {
        String[] parts = words.split("\"", -1);
        return Stream.iterate(0, i -> i < parts.length, i -> i + 1)
                .flatMap(i -> i % 2 == 1 ? Stream.of(parts[i]) : Stream.of(parts[i].split("\\s+")))
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(part -> '"' + part + '"')
                .collect(Collectors.joining(" "));
    }
}
