package org.casus.store;

/** Watches the moments at which the ledger makes something last. */
@FunctionalInterface
public interface Commits {
    /** Nobody watches. */
    Commits UNWATCHED = moment -> {};

    /**
     * Called right before a transaction is made to last, and once more right after.
     *
     * @param moment what was done, and "before" or "after"
     */
    void at(String moment);
}
