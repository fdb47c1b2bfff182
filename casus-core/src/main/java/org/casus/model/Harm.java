package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Casualties and other counted harm to people.
 *
 * @param count null when the report gives no number
 * @param place where the number holds for one place alone
 * @param partOf the larger number that includes this one
 * @param derived for a number nobody wrote
 */
public record Harm(
        Event event,
        Outcome outcome,
        Victims victims,
        @Nullable Count count,
        @Nullable Place place,
        @Nullable Harm partOf,
        @Nullable Derived derived)
        implements Assertable {
    public enum Outcome {
        KILLED,
        INJURED,
        MISSING,
        ABDUCTED,
        DETAINED,
        DISPLACED
    }

    /**
     * civilian, combatant, police, official, journalist, aid-worker, contractor, child or unknown.
     */
    public record Victims(@Nullable Actor actor, String category, @Nullable Span span) {}

    /**
     * Arithmetic over other harms, such as "h1 - h2": {@code how} is the operator sign between
     * them.
     */
    public record Derived(List<Harm> from, String operator) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
