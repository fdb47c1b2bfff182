package org.casus.publish.export;

import java.io.IOException;

/**
 * Writes incidents in one form, one after the other. The stream that it writes to belongs to
 * whoever gave it.
 */
public interface IncidentWriter {
    /**
     * Writes an incident.
     *
     * @return false where the form has no place for it, so that nothing was written
     */
    boolean write(Case incident) throws IOException;

    /** Writes what stands at the end, if anything, and flushes. Nothing may follow. */
    void finish() throws IOException;
}
