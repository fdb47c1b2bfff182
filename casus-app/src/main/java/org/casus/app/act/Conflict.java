package org.casus.app.act;

/** What was to be decided has changed since whoever decides looked at it. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    Conflict(String message) {
        super(message);
    }
}
