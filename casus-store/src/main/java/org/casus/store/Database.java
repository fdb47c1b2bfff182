package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** One connection to the database of a ledger, with its statements by name. Serves one thread. */
final class Database implements AutoCloseable {
    private static final int MOST_BOUND = 512;
    private static final int MOST_WAITING = 5_000;

    private final Handle handle;
    private final Dialect dialect;
    private final Statements statements;
    private final Commits commits;
    private final List<Runnable> putOff = new ArrayList<>();

    Database(Handle handle, Dialect dialect, Commits commits) {
        this.handle = handle.setStatementBuilder(new KeptStatements());
        this.dialect = dialect;
        this.statements = Statements.of(dialect);
        this.commits = commits;
    }

    Dialect dialect() {
        return dialect;
    }

    Handle handle() {
        return handle;
    }

    Query query(String name) {
        return handle.createQuery(statements.get(name));
    }

    Update update(String name) {
        return handle.createUpdate(statements.get(name));
    }

    PreparedBatch batch(String name) {
        return handle.prepareBatch(statements.get(name));
    }

    String statement(String name) {
        return statements.get(name);
    }

    /** Writes rows of whole numbers, for a statement that has a question mark for each. */
    void insert(String name, Iterable<long[]> rows) {
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement(statements.get(name))) {
            int waiting = 0;
            for (long[] row : rows) {
                for (int n = 0; n < row.length; n++) {
                    statement.setLong(n + 1, row[n]);
                }
                statement.addBatch();
                if (++waiting == MOST_WAITING) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be written to: " + e.getMessage(), e);
        }
    }

    /** Hands things on in lists that a statement can bind, to find what is in them. */
    <T> void inParts(Collection<T> all, Consumer<List<T>> take) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += MOST_BOUND) {
            take.accept(even(list.subList(from, Math.min(list.size(), from + MOST_BOUND))));
        }
    }

    /**
     * A list with its last element as often as makes its length a power of two: there are then few
     * statements to prepare, and each finds the same.
     */
    static <T> List<T> even(List<T> list) {
        int length = list.size() < 2 ? 1 : 2 * Integer.highestOneBit(list.size() - 1);
        if (list.isEmpty() || length == list.size()) {
            return list;
        }
        List<T> even = new ArrayList<>(length);
        even.addAll(list);
        even.addAll(Collections.nCopies(length - list.size(), list.get(list.size() - 1)));
        return even;
    }

    /**
     * Does all of the work or, if it fails, nothing. Work within work is part of it.
     *
     * @param what is done, for those who watch commits
     */
    <T> T transaction(String what, Supplier<T> work) {
        if (handle.isInTransaction()) {
            return work.get();
        }
        handle.begin();
        try {
            T result = work.get();
            putOff.forEach(Runnable::run);
            commits.at(what + " before");
            handle.commit();
            commits.at(what + " after");
            return result;
        } catch (RuntimeException | Error e) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            throw e;
        } finally {
            putOff.clear();
        }
    }

    /** Reads all of it from the ledger as it is at one moment, whatever others write meanwhile. */
    <T> T reading(Supplier<T> work) {
        boolean within = handle.isInTransaction();
        return transaction(
                "reading",
                () -> {
                    if (!within && dialect == Dialect.POSTGRESQL) {
                        handle.execute("set transaction isolation level repeatable read");
                    }
                    return work.get();
                });
    }

    /**
     * Does something at the end of the transaction that is under way, before it is made to last.
     */
    void atEnd(Runnable work) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("there is no transaction whose end could come");
        }
        putOff.add(work);
    }

    @Override
    public void close() {
        handle.close();
    }
}
