package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What: one distinct event as a report tells it. Harms name their event, not the other way round.
 *
 * @param uid from the content alone
 * @param type PLOVER type, or SAY.CLAIM, SAY.DENY
 * @param text one plain English line
 */
public record Event(
        String uid,
        String type,
        @Nullable String mode,
        @Nullable String cameo,
        @Nullable String acled,
        List<String> contexts,
        Factuality factuality,
        Factuality.Certainty certainty,
        List<Mention> mentions,
        List<Role> sources,
        List<Role> targets,
        List<Thing> objects,
        List<Instrument> instruments,
        @Nullable Time time,
        List<At> places,
        String text)
        implements Assertable {

    /** Where the report speaks of it, and the rule that saw it. */
    public record Mention(Span trigger, Span sentence, String rule) {}

    /** A part that an actor has in it. */
    public record Role(@Nullable Actor actor, @Nullable Span span) {}

    /**
     * A thing hit.
     *
     * @param kind site, vehicle, infrastructure, weapon or other
     * @param effect destroyed, damaged, no damage, taken …
     */
    public record Thing(
            String kind,
            @Nullable String name,
            @Nullable Span span,
            @Nullable Count count,
            @Nullable String effect) {}

    /** What it was done with; the kind is one of the weapon table's. */
    public record Instrument(@Nullable String kind, @Nullable String name, @Nullable Span span) {}

    /** A place of it, with the count of "three sites in Iraq". */
    public record At(Place place, @Nullable Span span, @Nullable Count count) {}

    public Event {
        contexts = List.copyOf(contexts);
        mentions = List.copyOf(mentions);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        objects = List.copyOf(objects);
        instruments = List.copyOf(instruments);
        places = List.copyOf(places);
    }

    // Two events are the same only if they are one: contents may coincide.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return uid.hashCode();
    }
}
