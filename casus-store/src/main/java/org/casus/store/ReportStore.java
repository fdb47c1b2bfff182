package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.casus.acquire.Arrival.Input;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/**
 * Reports with all their versions. Two texts with one address are two versions of one report; a
 * text that came before is never a new version, so taking the same things in again changes nothing.
 */
public final class ReportStore {
    private static final int FETCH = 500;

    private final Database database;
    private final CopyGroups copies;
    private final AccountStore accounts;
    private final Runs runs;

    ReportStore(Database database, CopyGroups copies, AccountStore accounts, Runs runs) {
        this.database = database;
        this.copies = copies;
        this.accounts = accounts;
        this.runs = runs;
    }

    /** What came of a report: the outcome, and the document that a duplicate repeats. */
    public record Taken(Outcome outcome, @Nullable String other) {}

    /** Whether the ledger has this very text from this very place. */
    public boolean has(Report report, Input input) {
        return database.query("document-known")
                .bind("id", report.id())
                .bind("address", ReadReport.address(report, input))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** Makes a report that the ledger has a row of this run: there is nothing else to do. */
    public void unchanged(Run run, Report report, Input input) {
        runs.unchanged(run, input, ReadReport.address(report, input), report.id());
    }

    /** Makes what could not be read a row of this run. */
    public void failed(Run run, Input input, String reason) {
        database.transaction(
                "failed",
                () -> {
                    runs.row(run, input, Outcome.FAILED, null, null, null, reason);
                    return null;
                });
    }

    /** Takes a report in: its text, its record, its accounts and its row, all of them or none. */
    public Taken take(Run run, ReadReport read) {
        return database.transaction("report", () -> takeAll(run, read));
    }

    private Taken takeAll(Run run, ReadReport read) {
        String address = read.address();
        Optional<Known> known =
                database.query("report-by-address")
                        .bind("address", address)
                        .map((row, context) -> new Known(row.getLong(1), row.getLong(2)))
                        .findOne();
        Optional<Long> there = documentOf(read.report().id());
        if (known.isPresent() && there.isPresent() && hasVersion(known.get(), there.get())) {
            runs.row(
                    run,
                    read.input(),
                    Outcome.UNCHANGED,
                    known.get().report(),
                    there.get(),
                    null,
                    null);
            return new Taken(Outcome.UNCHANGED, null);
        }
        long document = there.orElseGet(() -> insert(read));
        Set<Long> changed = new LinkedHashSet<>();
        long report;
        if (known.isEmpty()) {
            report =
                    database.query("report-insert")
                            .bind("address", address)
                            .bind("document", document)
                            .mapTo(Long.class)
                            .one();
        } else {
            report = known.get().report();
            if (!earlier(read.report().published(), known.get().current())) {
                changed.add(known.get().current());
                database.update("report-current")
                        .bind("report", report)
                        .bind("document", document)
                        .execute();
            }
        }
        addVersion(report, document, read.report());
        changed.add(document);
        copies.refresh(changed);

        Long other = known.isPresent() ? null : there.orElseGet(() -> copies.repeated(document));
        Outcome outcome =
                known.isPresent()
                        ? Outcome.NEW_VERSION
                        : other != null ? Outcome.DUPLICATE : Outcome.READ;
        runs.row(run, read.input(), outcome, report, document, other, null);
        return new Taken(outcome, other == null ? null : copies.id(other));
    }

    /**
     * The id of a document.
     *
     * @param given its id, or the beginning of it
     * @return null if there is none
     * @throws LedgerException if several begin so
     */
    public @Nullable String id(String given) {
        String prefix = given.toLowerCase(Locale.ROOT);
        List<String> found =
                database.query("documents-like")
                        .bind("prefix", prefix)
                        .bind("after", prefix + IncidentStore.AFTER)
                        .mapTo(String.class)
                        .list();
        if (found.size() > 1 && !found.contains(prefix)) {
            throw new LedgerException(
                    "several documents begin with " + given + ": " + String.join(", ", found));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * A text with all that is kept of it.
     *
     * @param id of the document
     * @throws LedgerException if there is none
     */
    public StoredReport get(String id) {
        return database.transaction(
                "reading",
                () ->
                        database.query("document-text")
                                .bind("id", id)
                                .map((row, context) -> stored(row))
                                .findOne()
                                .orElseThrow(
                                        () -> new LedgerException("there is no document " + id)));
    }

    /**
     * Hands on the records of all documents that came after another one.
     *
     * @param after number of that document, 0 for all
     * @return the number of the last one
     */
    public long records(long after, Consumer<String> take) {
        long last = after;
        try (var records =
                database
                        .query("records-after")
                        .bind("after", after)
                        .setFetchSize(FETCH)
                        .map(
                                (row, context) -> {
                                    take.accept(new Gzip(row.getBytes(2)).text());
                                    return row.getLong(1);
                                })
                        .stream()) {
            for (Long number : (Iterable<Long>) records::iterator) {
                last = number;
            }
        }
        return last;
    }

    private StoredReport stored(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String origin = row.getString("origin");
        String key = row.getString("key");
        StoredAccounts stored = new StoredAccounts();
        return new StoredReport(
                id,
                row.getString("published"),
                row.getString("outlet"),
                key == null ? id : key,
                row.getString("title"),
                row.getBoolean("active"),
                origin,
                new Gzip(row.getBytes("record")).text(),
                database.query("versions").bind("id", id).map((v, c) -> version(v)).list(),
                database.query("copies")
                        .bind("origin", origin)
                        .map(
                                (copy, context) ->
                                        new StoredReport.Copy(
                                                copy.getString("id"),
                                                copy.getString("published"),
                                                copy.getString("outlet"),
                                                copy.getString("key")))
                        .list(),
                database.query("inputs-of-document")
                        .bind("id", id)
                        .map(
                                (input, context) ->
                                        new StoredReport.Came(
                                                input.getLong("number"),
                                                input.getString("started"),
                                                Runs.row(input)))
                        .list(),
                database
                        .query("accounts-of-document")
                        .bind("id", id)
                        .map((account, context) -> stored.read(account))
                        .list()
                        .stream()
                        .map(StoredAccounts.Numbered::account)
                        .toList());
    }

    private static StoredReport.Version version(ResultSet row) throws SQLException {
        return new StoredReport.Version(
                row.getString("address"),
                row.getInt("ordinal"),
                row.getString("id"),
                row.getString("published"),
                row.getString("outlet"),
                row.getBoolean("current"));
    }

    private record Known(long report, long current) {}

    private Optional<Long> documentOf(String id) {
        return database.query("document-by-id").bind("id", id).mapTo(Long.class).findOne();
    }

    private boolean hasVersion(Known report, long document) {
        return database.query("version-exists")
                .bind("report", report.report())
                .bind("document", document)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private long insert(ReadReport read) {
        Report report = read.report();
        long document =
                database.query("document-insert")
                        .bind("id", report.id())
                        .bind("published", plain(report.published()))
                        .bind("text", plain(report.text()))
                        .bind("record", read.record().bytes())
                        .bind("words", read.sketch().words())
                        .bind("shingles", read.sketch().runs().length)
                        .bind("title", report.title() == null ? "" : plain(report.title()))
                        .mapTo(Long.class)
                        .one();
        if (database.dialect() == Dialect.SQLITE) {
            // Words are written out whenever another table is written to: so after all of them.
            database.atEnd(
                    () -> database.update("search-insert").bind("document", document).execute());
        }
        copies.insert(document, read.sketch());
        accounts.insert(document, read.accounts());
        return document;
    }

    private void addVersion(long report, long document, Report told) {
        database.update("version-insert")
                .bind("report", report)
                .bind("document", document)
                .bind("key", plain(told.key()))
                .bind("uri", plain(told.uri()))
                .bind("outlet", plain(told.outlet()))
                .bind("title", plain(told.title()))
                .bind("author", plain(told.author()))
                .bind("category", plain(told.category()))
                .bind("language", plain(told.language()))
                .execute();
    }

    /** Whether a text is older than the current one; without dates, what comes later is later. */
    private boolean earlier(@Nullable String published, long current) {
        String other = copies.document(current).published();
        return published != null && other != null && published.compareTo(other) < 0;
    }

    /**
     * A text as a column can hold it: no database keeps half a character, and not every one the
     * character of number nought. The record, which is kept as it is, has them all.
     */
    static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, '\uFFFD');
            }
        }
        return plain == null ? text : plain.toString();
    }
}
