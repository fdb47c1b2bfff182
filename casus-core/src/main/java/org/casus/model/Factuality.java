package org.casus.model;

/** Whether an event happened, as the report has it. */
public enum Factuality {
    HAPPENED,
    ONGOING,
    ATTEMPTED,
    PLANNED,
    THREATENED,
    DEMANDED,
    POSSIBLE,
    HYPOTHETICAL,
    NOT_HAPPENED;

    /** How sure the report is of what it says of an event. */
    public enum Certainty {
        CERTAIN,
        PROBABLE,
        POSSIBLE
    }
}
