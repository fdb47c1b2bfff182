package org.casus.store;

import java.util.Locale;

/** The databases that can hold a ledger. */
enum Dialect {
    SQLITE,
    POSTGRESQL;

    /** Where its own SQL and its migrations stand. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
