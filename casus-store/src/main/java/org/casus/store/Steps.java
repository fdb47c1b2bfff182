package org.casus.store;

/** Is told how far settling is, which takes minutes where much has come or all is made anew. */
@FunctionalInterface
public interface Steps {
    /** Nobody looks. */
    Steps UNWATCHED = (step, done) -> {};

    /**
     * @param step what is being done, in words
     * @param done how much of all is done, from 0 to 1
     */
    void at(String step, double done);
}
