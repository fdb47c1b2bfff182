package org.casus.acquire;

import org.casus.model.Report;

/** What comes of one thing that was to be read: a report, or the reason why there is none. */
public sealed interface Arrival {
    /** A report, ready to be read. */
    record Arrived(Report report) implements Arrival {}

    /**
     * Something that is no readable report.
     *
     * @param name of the file, with the line where it is a line of a file
     * @param reason in words, for a person
     */
    record Unreadable(String name, String reason) implements Arrival {}
}
