package org.casus.model;

import org.jspecify.annotations.Nullable;

/** What led to what: {@code from} is in retaliation for, caused by, part of … {@code to}. */
public record Link(Type type, Assertable from, Assertable to, @Nullable Span span)
        implements Assertable {
    public enum Type {
        RETALIATION_FOR,
        CAUSED_BY,
        PART_OF,
        BEFORE,
        AFTER,
        DESPITE,
        ABOUT
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
