package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The door of the store: a ledger, open to be read or to be written to. One process writes at a
 * time; any number read meanwhile. Serves one thread.
 *
 * <pre>{@code
 * try (Ledger ledger = Ledger.write("casus-ledger", Clock.systemUTC())) {
 *     Run run = ledger.runs().begin();
 *     ledger.reports().take(run, ReadReport.of(report, input, record));
 *     ledger.runs().end(run);
 * }
 * }</pre>
 */
public final class Ledger implements AutoCloseable {
    /** The newest migration that this program knows. */
    private static final int SCHEMA = 5;

    /** The number that says "Casus writes" among the locks of a PostgreSQL database. */
    private static final long LOCK = 0x436173757331L;

    /** Pages of the log of SQLite, 4 KB each, that are moved into the file at a time. */
    private static final String LOG_PAGES = "8000";

    private final Database database;
    private final @Nullable WriterLock lock;
    private final boolean advisory;
    private final Journal journal;
    private final Runs runs;
    private final ReportStore reports;
    private final Search search;
    private final Decisions decisions;
    private final IncidentStore incidents;
    private final Charts charts;
    private final History history;
    private final Team team;
    private final Feeds feeds;

    /**
     * @param lock of the folder; null where nothing is written, or the database is locked itself
     * @param advisory whether the database is locked, and has to be unlocked
     */
    private Ledger(
            Database database,
            @Nullable WriterLock lock,
            boolean advisory,
            Clock clock,
            @Nullable Catalogue catalogue) {
        this.database = database;
        this.lock = lock;
        this.advisory = advisory;
        this.journal = new Journal(database, clock);
        this.runs = new Runs(database, clock);
        this.reports =
                new ReportStore(
                        database, new CopyGroups(database), new AccountStore(database), runs);
        this.search = new Search(database);
        this.decisions = new Decisions(database, journal, clock);
        Tables tables = new Tables(database);
        Supplier<Overview> overview =
                catalogue == null ? () -> tables : () -> catalogue.of(database, journal, tables);
        this.incidents = new IncidentStore(database, journal, decisions, overview);
        this.charts = new Charts(overview);
        this.history = new History(database, journal);
        this.team = new Team(database, clock);
        this.feeds = new Feeds(database, clock);
    }

    /**
     * Opens a ledger to be written to; makes it if there is none.
     *
     * @param where a folder, or a JDBC address of PostgreSQL
     * @param clock for the time stamps of runs and of the journal
     * @throws LedgerException if it cannot be opened, or somebody else writes to it
     */
    public static Ledger write(String where, Clock clock) {
        return write(where, clock, Commits.UNWATCHED);
    }

    /**
     * The same, with somebody who watches what is made to last: a test that stops the program right
     * there.
     */
    public static Ledger write(String where, Clock clock, Commits commits) {
        LedgerLocation location = LedgerLocation.of(where);
        WriterLock lock = null;
        Handle handle = null;
        try {
            if (location.folder() != null) {
                Files.createDirectories(location.folder());
                lock = WriterLock.take(location.folder());
            }
            Jdbi jdbi = Jdbi.create(location.url(), settings(location, false));
            handle = jdbi.open();
            if (location.folder() == null && !advisoryLock(handle)) {
                throw WriterLock.busy(location.toString(), "");
            }
            Database database = new Database(handle, location.dialect(), commits);
            migrate(location, database);
            return new Ledger(database, lock, location.folder() == null, clock, null);
        } catch (RuntimeException | IOException e) {
            close(handle, lock);
            throw explained(location, e);
        }
    }

    /**
     * Opens a ledger to be read.
     *
     * @throws LedgerException if there is none, or it cannot be opened
     */
    public static Ledger read(String where) {
        return known(where, true, Clock.systemUTC(), null);
    }

    /**
     * Opens a ledger to be read that answers lists, counts and charts from a catalogue, as soon as
     * that has been {@linkplain Catalogue#load loaded}.
     *
     * @param catalogue of this ledger; may be shared with others, on other threads
     * @throws LedgerException if there is none, or it cannot be opened
     */
    public static Ledger read(String where, Catalogue catalogue) {
        return known(where, true, Clock.systemUTC(), catalogue);
    }

    /**
     * Opens a ledger to write what may be written while somebody else writes to it: nothing about
     * reports and incidents.
     */
    static Ledger beside(String where, Clock clock) {
        return known(where, false, clock, null);
    }

    private static Ledger known(
            String where, boolean readOnly, Clock clock, @Nullable Catalogue catalogue) {
        LedgerLocation location = LedgerLocation.of(where);
        Path file = location.file();
        if (file != null && !Files.exists(file)) {
            throw new LedgerException(
                    "there is no ledger in " + location + "; casus ingest makes one");
        }
        Handle handle = null;
        try {
            handle = Jdbi.create(location.url(), settings(location, readOnly)).open();
            Database database = new Database(handle, location.dialect(), Commits.UNWATCHED);
            int schema = schema(database);
            if (schema != SCHEMA) {
                throw new LedgerException(
                        schema > SCHEMA
                                ? newer(location)
                                : schema == 0
                                        ? "there is no ledger in "
                                                + location
                                                + "; casus ingest makes one"
                                        : "the ledger "
                                                + location
                                                + " was made by an older Casus; casus ingest"
                                                + " brings it up to date");
            }
            return new Ledger(database, null, false, clock, catalogue);
        } catch (RuntimeException e) {
            close(handle, null);
            throw explained(location, e);
        }
    }

    /**
     * Does work of which all is made to last at once, or nothing: what would otherwise be made to
     * last one by one, which takes longer than to store it.
     *
     * @param what is done, for those who watch
     */
    public void atOnce(String what, Runnable work) {
        atOnce(
                what,
                () -> {
                    work.run();
                    return true;
                });
    }

    /** The same for work that comes to something. */
    public <T> T atOnce(String what, Supplier<T> work) {
        return database.transaction(what, work);
    }

    public ReportStore reports() {
        return reports;
    }

    public Runs runs() {
        return runs;
    }

    public Search search() {
        return search;
    }

    public Decisions decisions() {
        return decisions;
    }

    public IncidentStore incidents() {
        return incidents;
    }

    public Charts charts() {
        return charts;
    }

    public History history() {
        return history;
    }

    public Journal journal() {
        return journal;
    }

    public Team team() {
        return team;
    }

    public Feeds feeds() {
        return feeds;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            if (advisory) {
                // A server ends a session some time after it was left; the next writer is there
                // sooner.
                database.handle()
                        .createQuery("select pg_advisory_unlock(:lock)")
                        .bind("lock", LOCK)
                        .mapTo(Boolean.class)
                        .one();
            }
        } finally {
            close(database.handle(), lock);
        }
    }

    // ---- opening

    private static Properties settings(LedgerLocation location, boolean readOnly) {
        Properties settings = new Properties();
        if (location.dialect() == Dialect.SQLITE) {
            settings.setProperty("journal_mode", "WAL");
            settings.setProperty("synchronous", "FULL");
            settings.setProperty("foreign_keys", "true");
            settings.setProperty("busy_timeout", "10000");
            settings.setProperty("cache_size", readOnly ? "-32000" : "-64000");
            settings.setProperty("wal_autocheckpoint", LOG_PAGES);
            if (readOnly) {
                settings.setProperty("query_only", "true");
            } else {
                settings.setProperty("transaction_mode", "IMMEDIATE");
            }
        } else {
            settings.setProperty("ApplicationName", "casus");
            settings.setProperty("reWriteBatchedInserts", "true");
            settings.setProperty("readOnly", Boolean.toString(readOnly));
        }
        return settings;
    }

    private static boolean advisoryLock(Handle handle) {
        return handle.createQuery("select pg_try_advisory_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /** The newest migration that has been applied, 0 for none. */
    private static int schema(Database database) {
        boolean any = database.query("history-exists").mapTo(Integer.class).findFirst().isPresent();
        return any ? database.query("history").mapTo(Integer.class).one() : 0;
    }

    private static void migrate(LedgerLocation location, Database database) {
        int schema = schema(database);
        if (schema > SCHEMA) {
            throw new LedgerException(newer(location));
        }
        if (schema < SCHEMA) {
            Flyway.configure(Ledger.class.getClassLoader())
                    .dataSource(location.url(), null, null)
                    .locations("classpath:org/casus/store/" + location.dialect().folder())
                    .load()
                    .migrate();
        }
    }

    private static String newer(LedgerLocation location) {
        return "the ledger " + location + " was made by a newer Casus than this one";
    }

    private static LedgerException explained(LedgerLocation location, Exception failure) {
        if (failure instanceof LedgerException known) {
            return known;
        }
        Throwable cause = failure;
        while ((cause instanceof ConnectionException || cause instanceof FlywayException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new LedgerException(
                "the ledger " + location + " cannot be opened: " + cause.getMessage(), failure);
    }

    private static void close(@Nullable Handle handle, @Nullable WriterLock lock) {
        try {
            if (handle != null) {
                handle.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
