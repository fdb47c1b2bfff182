package org.casus.store;

/** One run of taking reports in; counts its inputs. */
public final class Run {
    private final long number;
    private int inputs;

    Run(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** The place of the next input, from 1. */
    int next() {
        return ++inputs;
    }
}
