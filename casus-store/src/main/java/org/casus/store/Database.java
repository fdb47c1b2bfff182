package org.casus.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** One connection to the database of a ledger, with its statements by name. Serves one thread. */
final class Database implements AutoCloseable {
    private static final int MOST_BOUND = 500;
    private static final int MOST_WAITING = 5_000;

    private final Handle handle;
    private final Dialect dialect;
    private final Statements statements;
    private final Commits commits;

    Database(Handle handle, Dialect dialect, Commits commits) {
        this.handle = handle;
        this.dialect = dialect;
        this.statements = Statements.load(dialect);
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

    /** Hands things on in lists that a statement can bind. */
    <T> void inParts(Collection<T> all, Consumer<List<T>> take) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += MOST_BOUND) {
            take.accept(list.subList(from, Math.min(list.size(), from + MOST_BOUND)));
        }
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
            commits.at(what + " before");
            handle.commit();
            commits.at(what + " after");
            return result;
        } catch (RuntimeException | Error e) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
