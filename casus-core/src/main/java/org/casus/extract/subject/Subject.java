package org.casus.extract.subject;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.jspecify.annotations.Nullable;

/** What a report is about. */
public enum Subject {
    CONFLICT,
    SPORT,
    STAGE,
    BUSINESS,
    SCIENCE,
    NATURE,
    ACCIDENT;

    /** What is done by force or pressure. */
    private static final Set<String> DEEDS =
            Set.of("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION");

    private static final Set<String> PUBLIC =
            Set.of("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "PRM", "UAF", "OPP", "PTY");

    /** Whether what reads like an event in a report about this may be one; an arrest always may. */
    public boolean allows(
            String type,
            @Nullable String mode,
            List<Event.Role> sources,
            List<Event.Role> targets) {
        if ("arrest".equals(mode)) {
            return true;
        }
        return switch (this) {
            case CONFLICT -> true;
            case SPORT, STAGE -> false;
            case BUSINESS -> type.equals("PROTEST") || isPublic(sources, targets);
            case SCIENCE -> isPublic(sources, targets) || isAmongPeople(sources, targets);
            case NATURE ->
                    !DEEDS.contains(type)
                            || (type.equals("ASSAULT")
                                    ? isAmongPeople(sources, targets)
                                    : isPublic(sources, targets));
            case ACCIDENT -> !DEEDS.contains(type);
        };
    }

    /** Storms, germs and beasts are nobody. */
    private static boolean isAmongPeople(List<Event.Role> sources, List<Event.Role> targets) {
        return sources.stream().anyMatch(r -> r.actor() != null)
                && targets.stream().anyMatch(r -> r.actor() != null);
    }

    private static boolean isPublic(List<Event.Role> sources, List<Event.Role> targets) {
        return Stream.of(sources, targets)
                .flatMap(List::stream)
                .map(Event.Role::actor)
                .anyMatch(Subject::isPublic);
    }

    private static boolean isPublic(@Nullable Actor actor) {
        return actor != null
                && (actor.kind() == Actor.Kind.STATE
                        || actor.sectors().stream().anyMatch(PUBLIC::contains));
    }
}
