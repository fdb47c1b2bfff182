package org.casus.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger is: a folder with a SQLite file, or a PostgreSQL database.
 *
 * @param folder null for PostgreSQL
 * @param url of JDBC
 */
record LedgerLocation(Dialect dialect, @Nullable Path folder, String url) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String FILE = "ledger.db";

    /**
     * @param given a folder, or a JDBC address that begins with {@code jdbc:postgresql:}
     * @throws LedgerException if it is neither
     */
    static LedgerLocation of(String given) {
        if (given.startsWith(POSTGRESQL)) {
            return new LedgerLocation(Dialect.POSTGRESQL, null, given);
        }
        if (given.startsWith("jdbc:") || given.startsWith("postgres")) {
            throw new LedgerException(
                    "the ledger is "
                            + withoutSecrets(given)
                            + ", but it must be a folder or begin with "
                            + POSTGRESQL);
        }
        try {
            Path folder = Path.of(given).toAbsolutePath().normalize();
            return new LedgerLocation(
                    Dialect.SQLITE, folder, "jdbc:sqlite:" + folder.resolve(FILE));
        } catch (InvalidPathException e) {
            throw new LedgerException(
                    "the ledger is " + given + ", which is no possible folder", e);
        }
    }

    @Nullable Path file() {
        return folder == null ? null : folder.resolve(FILE);
    }

    /** For messages: without what follows the question mark, where passwords stand. */
    @Override
    public String toString() {
        return folder == null ? withoutSecrets(url) : folder.toString();
    }

    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        String shown = parameters < 0 ? url : url.substring(0, parameters);
        return shown.replaceAll("//[^/@]*@", "//");
    }
}
