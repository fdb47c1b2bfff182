package org.casus.model;

/** How well an incident is supported; {@code docs/how-to/merge.md} has the rules. */
public enum Grade {
    CONFIRMED,
    FAIR,
    WEAK,
    CONTESTED,
    DISCOUNTED
}
