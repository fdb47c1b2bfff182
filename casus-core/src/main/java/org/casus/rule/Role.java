package org.casus.rule;

/** The parts that words play in an event. */
public enum Role {
    SOURCE,
    TARGET,
    OBJECT,
    INSTRUMENT,
    ABOUT
}
