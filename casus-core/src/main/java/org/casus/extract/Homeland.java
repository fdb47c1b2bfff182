package org.casus.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.extract.event.Draft;
import org.casus.extract.place.PlaceFinder;
import org.casus.model.Actor;
import org.casus.model.Argument;
import org.casus.model.Event;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.rule.Match;
import org.jspecify.annotations.Nullable;

/**
 * The country that a report is about: more than half of the places and actors that it speaks of are
 * of it, those of its first sentence counted twice. A deed of which the report tells no place was
 * done there, unless the country's own people did it to somebody else, perhaps abroad. No words say
 * so, so that such a place has no span.
 */
final class Homeland {
    private static final Set<String> DEEDS = Set.of("ASSAULT", "COERCE", "PROTEST");

    /** Mentions of places below which a report is about nothing in particular. */
    private static final double ENOUGH = 2;

    /** The dateline, or the first sentence, says where a report plays. */
    private static final double FIRST = 2;

    private static final Set<String> WHERE =
            Set.of("in", "at", "near", "outside", "inside", "off", "on");

    private final PlaceFinder finder;
    private final Mentions<Place> places;
    private final @Nullable String code;

    /** Countries that the report does not name. */
    private final Map<String, Place> made = new LinkedHashMap<>();

    private final @Nullable Place place;

    Homeland(PlaceFinder finder, Mentions<Place> places, Mentions<Actor> actors) {
        this.finder = finder;
        this.places = places;
        Map<String, Double> votes = new HashMap<>();
        for (Mention<Place> m : places.all()) {
            vote(votes, m.value().country(), m.head().sentence() == 0 ? FIRST : 1);
        }
        actors.all().forEach(m -> vote(votes, m.value().country(), 0.5));
        double all = votes.values().stream().mapToDouble(v -> v).sum();
        code =
                votes.entrySet().stream()
                        .filter(v -> v.getValue() >= ENOUGH && v.getValue() > all / 2)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        place = code == null ? null : place(code);
    }

    private static void vote(Map<String, Double> votes, @Nullable String country, double weight) {
        if (country != null) {
            votes.merge(country, weight, Double::sum);
        }
    }

    /** Gives a country to deeds without a place. */
    void settle(List<Draft> drafts) {
        for (Draft d : drafts) {
            if (DEEDS.contains(d.type()) && d.places().isEmpty()) {
                Event.At told = byPeople(d);
                d.goOnFrom(null, told == null ? there(d, drafts) : List.of(told));
            }
        }
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

    /** "At a Tunisian resort": the country of a place that the report has no name for. */
    private Event.@Nullable At byPeople(Draft d) {
        for (Match m : d.matches()) {
            for (Argument a : m.sentence().arguments(m.head())) {
                String land =
                        WHERE.contains(a.slot()) ? finder.landOf(m.sentence(), a.head()) : null;
                Place found = land == null ? null : place(land);
                if (found != null) {
                    Span span = m.sentence().span(m.sentence().first(a.head()), a.head());
                    return new Event.At(found, span, null);
                }
            }
        }
        return null;
    }

    /** "Marched in the capital a week after the bombing there": where the one before it was. */
    private static List<Event.At> there(Draft d, List<Draft> drafts) {
        Match m = d.matches().get(0);
        Sentence s = m.sentence();
        if (m.head() + 1 >= s.size() || !s.token(m.head() + 1).is("there")) {
            return List.of();
        }
        Draft before = null;
        for (Draft x : drafts) {
            Match first = x.matches().get(0);
            if (first.sentence() == s && first.head() < m.head() && !x.places().isEmpty()) {
                before = x;
            }
        }
        return before == null ? List.of() : before.places();
    }

    private @Nullable Place place(String land) {
        return places.values().stream()
                .filter(p -> p.kind() == Place.Kind.COUNTRY && land.equals(p.country()))
                .findFirst()
                .orElseGet(() -> made.computeIfAbsent(land, finder::country));
    }

    private boolean isOwn(List<Event.Role> roles) {
        return roles.stream()
                .flatMap(r -> Stream.ofNullable(r.actor()))
                .anyMatch(a -> a.country() != null && a.country().equals(code));
    }

    /** The countries that deeds were settled in and that the report does not name. */
    Stream<Place> unnamed(List<Draft> drafts) {
        return made.values().stream()
                .filter(
                        p ->
                                drafts.stream()
                                        .flatMap(d -> d.places().stream())
                                        .anyMatch(at -> at.place() == p));
    }
}
