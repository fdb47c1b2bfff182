package org.casus.store;

import java.util.Locale;

/** What came of an input. */
public enum Outcome {
    /** A report that is new to the ledger. */
    READ,
    /** The ledger has it as it is. */
    UNCHANGED,
    /** The ledger has an earlier or a later text of the same report. */
    NEW_VERSION,
    /** Its text, or nearly its text, is in the ledger from another place. */
    DUPLICATE,
    /** It could not be read; the reason stands beside it. */
    FAILED;

    /** As it is printed and stored. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Outcome of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
