package org.casus.model;

import java.util.List;

/**
 * All that one report says: the content of its record. Lists are in order of first mention; the
 * record's ids are places in these lists.
 */
public record Reading(
        Report report,
        List<Actor> actors,
        List<Place> places,
        List<Time> times,
        List<Event> events,
        List<Harm> harms,
        List<Claim> claims,
        List<Relation> relations,
        List<Link> links,
        List<String> warnings) {
    public Reading {
        actors = List.copyOf(actors);
        places = List.copyOf(places);
        times = List.copyOf(times);
        events = List.copyOf(events);
        harms = List.copyOf(harms);
        claims = List.copyOf(claims);
        relations = List.copyOf(relations);
        links = List.copyOf(links);
        warnings = List.copyOf(warnings);
    }

    /** The harms of one event, in order. */
    public List<Harm> harmsOf(Event event) {
        return harms.stream().filter(h -> h.event() == event).toList();
    }
}
