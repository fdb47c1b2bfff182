package org.casus.store;

/**
 * A ledger cannot be opened, or what is asked of it cannot be done; the message is for a person.
 */
public final class LedgerException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
