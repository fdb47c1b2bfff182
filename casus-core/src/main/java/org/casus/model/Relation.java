package org.casus.model;

import org.jspecify.annotations.Nullable;

/**
 * A standing relation between actors; of {@code CONTROLS}, the object may be a place. Exactly one
 * of {@code to} and {@code place} is there.
 */
public record Relation(
        Type type,
        Actor from,
        @Nullable Actor to,
        @Nullable Place place,
        @Nullable Time time,
        boolean ended,
        @Nullable Span span)
        implements Assertable {
    public enum Type {
        SUPPORTS,
        CONTROLS,
        ALLIED_WITH,
        FIGHTS,
        TRUCE_WITH,
        CONNECTED_TO
    }

    public Relation {
        if ((to == null) == (place == null)) {
            throw new IllegalArgumentException("a relation leads to an actor or to a place");
        }
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
