package org.casus.analyze;

/** Hears how far the preparation of the language model has come. Called by one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (share, doing) -> {};

    /**
     * @param share of the work that is done, from 0 to 1
     * @param doing what is being done now, in a few words
     */
    void at(double share, String doing);
}
