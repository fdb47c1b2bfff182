package org.casus.publish;

import java.util.IdentityHashMap;
import java.util.List;
import org.casus.model.Reading;

/** The short local names of a record: a letter for the list, and the place in it from 1. */
final class Ids {
    private final IdentityHashMap<Object, String> ids = new IdentityHashMap<>();

    Ids(Reading reading) {
        number("a", reading.actors());
        number("p", reading.places());
        number("t", reading.times());
        number("e", reading.events());
        number("h", reading.harms());
        number("c", reading.claims());
        number("r", reading.relations());
        number("l", reading.links());
    }

    private void number(String letter, List<?> things) {
        for (int i = 0; i < things.size(); i++) {
            if (ids.put(things.get(i), letter + (i + 1)) != null) {
                throw new IllegalArgumentException("listed twice in a reading: " + things.get(i));
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the reading refers to a thing that it does not list
     */
    String of(Object thing) {
        String id = ids.get(thing);
        if (id == null) {
            throw new IllegalArgumentException("not listed in the reading: " + thing);
        }
        return id;
    }
}
