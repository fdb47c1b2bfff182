package org.casus.acquire;

/** Says in words why something cannot be read as a report. */
final class UnreadableException extends Exception {
    UnreadableException(String reason) {
        super(reason);
    }

    /** The reason, in words for a person. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
