package org.casus.rule;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of the tables, each with file and line, and fails once. */
public final class Problems {
    private final List<String> all = new ArrayList<>();

    /** Notes what is wrong, where, and what would be right. */
    public void add(String file, int line, String what) {
        all.add(file + ":" + line + ": " + what);
    }

    /** Takes over what another collected, as when two threads read. */
    public void addAll(Problems others) {
        all.addAll(others.all);
    }

    public List<String> all() {
        return List.copyOf(all);
    }

    /**
     * Fails if there is a problem.
     *
     * @throws IllegalStateException naming every problem, when there is one
     */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new IllegalStateException(
                    all.size() + " problems in the tables:\n" + String.join("\n", all));
        }
    }
}
