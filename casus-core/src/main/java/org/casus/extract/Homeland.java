package org.casus.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.extract.event.Draft;
import org.casus.extract.place.PlaceFinder;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * The country that a report is about: more than half of the places and actors that it speaks of are
 * of it. A deed of which the report tells no place was done there, unless the country's own people
 * did it to somebody else, perhaps abroad. No words say so, so that such a place has no span.
 */
final class Homeland {
    private static final Set<String> DEEDS = Set.of("ASSAULT", "COERCE", "PROTEST");

    /** Mentions of places below which a report is about nothing in particular. */
    private static final double ENOUGH = 2;

    private final @Nullable String code;
    private final @Nullable Place place;

    Homeland(PlaceFinder finder, Mentions<Place> places, Mentions<Actor> actors) {
        Map<String, Double> votes = new HashMap<>();
        places.all().forEach(m -> vote(votes, m.value().country(), 1));
        actors.all().forEach(m -> vote(votes, m.value().country(), 0.5));
        double all = votes.values().stream().mapToDouble(v -> v).sum();
        code =
                votes.entrySet().stream()
                        .filter(v -> v.getValue() >= ENOUGH && v.getValue() > all / 2)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        place =
                code == null
                        ? null
                        : places.values().stream()
                                .filter(
                                        p ->
                                                p.kind() == Place.Kind.COUNTRY
                                                        && code.equals(p.country()))
                                .findFirst()
                                .orElseGet(() -> finder.country(code));
    }

    private static void vote(Map<String, Double> votes, @Nullable String country, double weight) {
        if (country != null) {
            votes.merge(country, weight, Double::sum);
        }
    }

    /** Gives the country to deeds without a place. */
    void settle(List<Draft> drafts) {
        if (place == null) {
            return;
        }
        for (Draft d : drafts) {
            boolean abroad = isOwn(d.sources()) && !isOwn(d.targets());
            if (DEEDS.contains(d.type()) && d.places().isEmpty() && !abroad) {
                d.goOnFrom(null, List.of(new Event.At(place, null, null)));
            }
        }
    }

    private boolean isOwn(List<Event.Role> roles) {
        return roles.stream()
                .flatMap(r -> Stream.ofNullable(r.actor()))
                .anyMatch(a -> a.country() != null && a.country().equals(code));
    }

    /** The country, where deeds were settled in it and the report does not name it. */
    Stream<Place> unnamed(List<Draft> drafts) {
        return Stream.ofNullable(place)
                .filter(p -> p.mentions().isEmpty())
                .filter(
                        p ->
                                drafts.stream()
                                        .flatMap(d -> d.places().stream())
                                        .anyMatch(at -> at.place() == p));
    }
}
