package org.casus.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows for several tables that are written many at a time, the tables always in one order. */
final class Rows {
    private static final int MOST_WAITING = 5_000;

    private final Map<String, PreparedBatch> waiting = new LinkedHashMap<>();

    /**
     * @param statements in the order in which they have to be done
     */
    Rows(Database database, String... statements) {
        for (String statement : List.of(statements)) {
            waiting.put(statement, database.batch(statement));
        }
    }

    /** To bind a row to and to add it. */
    PreparedBatch to(String statement) {
        PreparedBatch batch = waiting.get(statement);
        if (batch == null) {
            throw new IllegalArgumentException("there is no statement " + statement + " here");
        }
        return batch;
    }

    /** Writes what waits if that is much; to be called when a thing is whole. */
    void next() {
        if (waiting.values().stream().anyMatch(batch -> batch.size() >= MOST_WAITING)) {
            flush();
        }
    }

    void flush() {
        for (PreparedBatch batch : waiting.values()) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
