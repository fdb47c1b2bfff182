package org.casus.acquire;

import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/** What comes of one thing that was to be read: a report, or the reason why there is none. */
public sealed interface Arrival {
    /** Where it was. */
    Input input();

    /**
     * A file, or a line of one.
     *
     * @param file as it was named, {@link Arrivals#STANDARD_INPUT} for standard input
     * @param line from 1; null where the whole file is one thing
     */
    record Input(String file, @Nullable Integer line) {
        @Override
        public String toString() {
            String name = file.equals(Arrivals.STANDARD_INPUT) ? "standard input" : file;
            return line == null ? name : name + ":" + line;
        }
    }

    /** A report, ready to be read. */
    record Arrived(Report report, Input input) implements Arrival {}

    /**
     * Something that is no readable report.
     *
     * @param reason in words, for a person
     */
    record Unreadable(Input input, String reason) implements Arrival {
        /** Of the file, with the line where it is a line of a file. */
        public String name() {
            return input.toString();
        }
    }
}
