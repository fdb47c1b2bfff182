package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who: one distinct actor of a report with every mention of it, names, descriptions and pronouns.
 *
 * @param country ISO 3166-1 alpha-3 of the actor, not of where it stands
 * @param sectors PLOVER sectors
 * @param entity key in the actor tables
 * @param memberOf what it belongs to ("Mike Pompeo" to the United States government)
 */
public record Actor(
        String name,
        Kind kind,
        @Nullable String country,
        List<String> sectors,
        @Nullable String entity,
        List<Actor> memberOf,
        List<Span> mentions) {
    public enum Kind {
        PERSON,
        GROUP,
        ORGANIZATION,
        STATE,
        POPULATION,
        UNKNOWN
    }

    public Actor {
        sectors = List.copyOf(sectors);
        memberOf = List.copyOf(memberOf);
        mentions = List.copyOf(mentions);
    }
}
