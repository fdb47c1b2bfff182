package org.casus.store;

import java.util.List;
import org.casus.model.Account;
import org.jspecify.annotations.Nullable;

/**
 * A text of the ledger with all that is kept of it.
 *
 * @param id of the text with its date
 * @param key of the report in whose name it is quoted
 * @param current false for a text that a later version has replaced
 * @param origin id of the text that it and its near copies go back to, its own if to none
 * @param record the line that {@code casus read --format jsonl} prints of it
 * @param versions of all reports that have, or had, this text
 * @param copies every report of its group of near copies, itself included
 * @param outcomes what came of it, run by run
 * @param accounts what it tells, event by event
 */
public record StoredReport(
        String id,
        @Nullable String published,
        @Nullable String outlet,
        String key,
        @Nullable String title,
        boolean current,
        String origin,
        String record,
        List<Version> versions,
        List<Copy> copies,
        List<Came> outcomes,
        List<Account> accounts) {
    public StoredReport {
        versions = List.copyOf(versions);
        copies = List.copyOf(copies);
        outcomes = List.copyOf(outcomes);
        accounts = List.copyOf(accounts);
    }

    /**
     * A version of a report.
     *
     * @param address of the report
     * @param ordinal from 1, as they came
     * @param document id of its text
     * @param current whether it is what the report says now
     */
    public record Version(
            String address,
            int ordinal,
            String document,
            @Nullable String published,
            @Nullable String outlet,
            boolean current) {}

    /** A report that tells the same story in nearly the same words. */
    public record Copy(
            String document, @Nullable String published, @Nullable String outlet, String key) {}

    /** What came of the text in one run. */
    public record Came(long run, String started, Runs.Row row) {}
}
