package org.casus.model;

/** How one toll is made of what several sources say. */
public enum TollPolicy {
    /** The least that all sources can agree on: the smallest of the numbers told. */
    CONSERVATIVE,
    /** The median of the independent sources. */
    REPRESENTATIVE,
    /** The last number told. */
    LATEST,
    /** From the smallest to the largest, and no best one unless all agree. */
    ALL
}
