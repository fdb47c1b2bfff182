package org.casus.app.view;

import org.jspecify.annotations.Nullable;

/**
 * An incident to be read, and perhaps decided on as one of many.
 *
 * @param queue null where it was opened by itself
 */
public record Dossier(IncidentView incident, @Nullable Queue queue) {
    /**
     * Incidents that wait for a reviewer.
     *
     * @param waiting how many, this one included
     * @param here where the queue goes on once this one is decided
     * @param skipped where it goes on without
     */
    public record Queue(long waiting, String here, String skipped) {}
}
