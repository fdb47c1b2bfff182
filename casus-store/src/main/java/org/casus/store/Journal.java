package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.casus.store.JournalEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * All that ever happened to incidents, and all that was decided about them. Rows are only ever
 * added, and each carries a hash over itself and the hash of the row before, so that no byte of the
 * past can change unseen.
 */
public final class Journal {
    /** Rows fetched at a time where all are read. */
    private static final int FETCH = 500;

    /** Faults that are named one by one; a journal with more has been tampered with as a whole. */
    private static final int MOST_FAULTS = 20;

    private final Database database;
    private final Clock clock;

    Journal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the journal is found to be.
     *
     * @param rows how many it has
     * @param head hash of the last row; whoever notes it down can tell later that nothing before it
     *     was changed
     * @param faults in words, the first twenty
     */
    public record State(long rows, String head, List<String> faults) {}

    private record Head(long number, String hash) {}

    /** Adds a row; what the row is about is written in the same transaction or not at all. */
    void add(Kind kind, String subject, String because, String body) {
        database.transaction(
                "journal",
                () -> {
                    Appender appender = appender();
                    appender.add(kind, subject, because, body);
                    appender.flush();
                    return null;
                });
    }

    /** Adds many rows; to be made, filled and flushed within one transaction. */
    Appender appender() {
        return new Appender();
    }

    final class Appender {
        private static final int MOST_WAITING = 200;

        private final String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        private final boolean first;
        private final List<JournalEntry> waiting = new ArrayList<>();
        private Head head;

        private Appender() {
            Optional<Head> known = head();
            this.first = known.isEmpty();
            this.head = known.orElse(new Head(0, JournalEntry.BEGINNING));
        }

        void add(Kind kind, String subject, String because, String body) {
            JournalEntry entry =
                    JournalEntry.of(
                            head.number() + 1, at, kind, subject, because, body, head.hash());
            head = new Head(entry.number(), entry.hash());
            waiting.add(entry);
            if (waiting.size() == MOST_WAITING) {
                write();
            }
        }

        private void write() {
            if (waiting.isEmpty()) {
                return;
            }
            var batch = database.batch("journal-insert");
            for (JournalEntry entry : waiting) {
                batch.bind("number", entry.number())
                        .bind("at", entry.at())
                        .bind("kind", entry.kind().name())
                        .bind("subject", entry.subject())
                        .bind("because", entry.because())
                        .bind("body", entry.body())
                        .bind("previous", entry.previous())
                        .bind("hash", entry.hash())
                        .add();
            }
            batch.execute();
            waiting.clear();
        }

        void flush() {
            write();
            if (head.number() > 0) {
                database.update(first ? "journal-head-insert" : "journal-head-update")
                        .bind("number", head.number())
                        .bind("hash", head.hash())
                        .execute();
            }
        }
    }

    private Optional<Head> head() {
        return database.query("journal-head")
                .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                .findOne();
    }

    /** How many rows it has: whatever was found out of incidents holds while this stays. */
    public long rows() {
        return head().map(Head::number).orElse(0L);
    }

    /** The rows about any of these, the oldest first. */
    public List<JournalEntry> about(Collection<String> subjects) {
        return database.query("journal-of")
                .bindList("subjects", List.copyOf(subjects))
                .map((row, context) -> entry(row))
                .list();
    }

    /** The rows of these kinds, the oldest first. */
    List<JournalEntry> kinds(Kind... kinds) {
        List<String> names = new ArrayList<>();
        for (Kind kind : kinds) {
            names.add(kind.name());
        }
        return database.query("journal-kind")
                .bindList("kinds", names)
                .map((row, context) -> entry(row))
                .list();
    }

    /** What a reviewer said, and what it is about. */
    record Said(Kind kind, String subject, String body) {}

    /** All decisions, and those taken back, the oldest first. */
    List<Said> said() {
        return database.query("journal-said")
                .setFetchSize(FETCH)
                .map(
                        (row, context) ->
                                new Said(
                                        Kind.valueOf(row.getString("kind")),
                                        row.getString("subject"),
                                        row.getString("body")))
                .list();
    }

    /** How many rows are of a kind. */
    long count(Kind kind) {
        return database.query("journal-count").bind("kind", kind.name()).mapTo(Long.class).one();
    }

    /** Checks every row against its hash, its neighbours and the noted end. */
    public State verify() {
        List<String> faults = new ArrayList<>();
        long[] rows = new long[1];
        String[] previous = {JournalEntry.BEGINNING};
        database.transaction(
                "verification",
                () -> {
                    database.query("journal-all")
                            .setFetchSize(FETCH)
                            .map(
                                    (row, context) -> {
                                        rows[0]++;
                                        String fault = fault(row, rows[0], previous[0]);
                                        if (fault != null && faults.size() < MOST_FAULTS) {
                                            faults.add(fault);
                                        }
                                        previous[0] = String.valueOf(row.getString("hash"));
                                        return rows[0];
                                    })
                            .useIterator(
                                    all -> {
                                        while (all.hasNext()) {
                                            all.next();
                                        }
                                    });
                    return null;
                });
        Head head = head().orElse(new Head(0, JournalEntry.BEGINNING));
        if (head.number() != rows[0] || !head.hash().equals(previous[0])) {
            faults.add(
                    "the journal ends with row "
                            + rows[0]
                            + " ("
                            + previous[0]
                            + "), but its noted end is row "
                            + head.number()
                            + " ("
                            + head.hash()
                            + ")");
        }
        return new State(rows[0], previous[0], faults);
    }

    /** Whether some row has this hash, as one that was noted down must. */
    boolean hasHash(String hash) {
        return database.query("journal-hash")
                .bind("hash", hash)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static @Nullable String fault(ResultSet row, long expected, String previous)
            throws SQLException {
        long number = row.getLong("number");
        if (number != expected) {
            return "row " + expected + " of the journal has number " + number;
        }
        if (!previous.equals(row.getString("previous"))) {
            return "row " + number + " of the journal does not follow on the row before it";
        }
        String hash =
                JournalEntry.hash(
                        number,
                        String.valueOf(row.getString("at")),
                        String.valueOf(row.getString("kind")),
                        String.valueOf(row.getString("subject")),
                        String.valueOf(row.getString("because")),
                        String.valueOf(row.getString("body")),
                        previous);
        return hash.equals(row.getString("hash"))
                ? null
                : "row " + number + " of the journal is not what was written: its hash differs";
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("number"),
                row.getString("at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("because"),
                row.getString("body"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
