package org.casus.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Makes ledgers in both databases: a new SQLite file, a new database of a PostgreSQL that the tests
 * start.
 */
final class Databases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** A new, empty place for a ledger; gives up the test where PostgreSQL does not start. */
    static String fresh(Dialect dialect, Path folder) {
        return dialect == Dialect.SQLITE
                ? folder.resolve("ledger-" + NUMBER.incrementAndGet()).toString()
                : Server.RUNNING.fresh();
    }

    private static final class Server {
        static final Server RUNNING = new Server();

        private final @Nullable EmbeddedPostgres postgres;
        private final String failure;

        private Server() {
            EmbeddedPostgres started = null;
            String why = "";
            try {
                started = EmbeddedPostgres.builder().start();
            } catch (IOException | RuntimeException e) {
                why = "PostgreSQL does not start here, so nothing is tested on it: " + e;
            }
            postgres = started;
            failure = why;
        }

        String fresh() {
            Assumptions.assumeTrue(postgres != null, failure);
            String name = "ledger_" + NUMBER.incrementAndGet();
            if (postgres == null) {
                throw new IllegalStateException(failure);
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres.getJdbcUrl("postgres", name);
        }
    }
}
