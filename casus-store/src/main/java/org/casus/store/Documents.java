package org.casus.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports as they can be looked up and read again. */
public final class Documents {
    private final Database database;

    Documents(Database database) {
        this.database = database;
    }

    /**
     * A text with what was read in it.
     *
     * @param current false for a text that a later version has replaced
     * @param origin id of its group of near copies; its own where it stands alone
     * @param record the line that {@code casus read --format jsonl} printed of it
     */
    public record Document(
            String id,
            @Nullable String published,
            @Nullable String outlet,
            @Nullable String key,
            @Nullable String title,
            boolean current,
            String origin,
            String record) {}

    /** One text of a report that has had several. */
    public record Version(
            String address,
            int ordinal,
            String document,
            @Nullable String published,
            boolean current) {}

    /** A report that tells nearly the same in nearly the same words. */
    public record Copy(
            String document, @Nullable String published, @Nullable String outlet, String key) {}

    public Optional<Document> find(String id) {
        return database.query("document-text")
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Document(
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getString("outlet"),
                                        row.getString("key"),
                                        row.getString("title"),
                                        row.getBoolean("active"),
                                        row.getString("origin"),
                                        new Gzip(row.getBytes("record")).text()))
                .findFirst();
    }

    /** All texts of the reports that have had this one, each report's first one first. */
    public List<Version> versions(String id) {
        return database.query("versions")
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Version(
                                        row.getString("address"),
                                        row.getInt("ordinal"),
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getInt("current") == 1))
                .list();
    }

    /** The reports of a group of near copies, the oldest first. */
    public List<Copy> copies(String origin) {
        return database.query("copies")
                .bind("origin", origin)
                .map(
                        (row, context) ->
                                new Copy(
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getString("outlet"),
                                        row.getString("key")))
                .list();
    }

    /** The incident that each account of a document is of, by the uids of both. */
    public Map<String, String> incidents(String id) {
        Map<String, String> incidents = new LinkedHashMap<>();
        database.query("incidents-of-document")
                .bind("id", id)
                .map(
                        (row, context) ->
                                incidents.put(row.getString("account"), row.getString("incident")))
                .list();
        return incidents;
    }
}
