package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import org.casus.acquire.Arrival.Input;

/** One run of taking reports in. */
public final class Run {
    private final long number;
    private final List<Unchanged> waiting = new ArrayList<>();
    private int inputs;

    Run(long number) {
        this.number = number;
    }

    /** The row of a report that the ledger has; such rows are written many at a time. */
    record Unchanged(int ordinal, Input input, String address, String document) {}

    long number() {
        return number;
    }

    /** The place of the next input, from 1. */
    int next() {
        return ++inputs;
    }

    List<Unchanged> waiting() {
        return waiting;
    }
}
