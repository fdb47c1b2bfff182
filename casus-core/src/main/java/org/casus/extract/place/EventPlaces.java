package org.casus.extract.place;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Event;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.rule.Numbers;

/**
 * Chooses the places of an event: those that hang, by a preposition, on its trigger or its verb.
 */
public final class EventPlaces {
    private static final int DEPTH = 8;

    private EventPlaces() {}

    /** The places of the event that a trigger tells, with the count of "three sites in Iraq". */
    public static List<Event.At> of(
            Mentions<Place> places, Sentence s, int trigger, Numbers numbers) {
        List<Event.At> found = new ArrayList<>();
        for (Mention<Place> m : places.in(s.index())) {
            int place = m.head().token();
            if (s.token(place).labelled("pobj") && governs(s, trigger, place)) {
                int noun = s.token(s.token(place).head()).head();
                found.add(
                        new Event.At(
                                m.value(), m.span(), noun < 0 ? null : numbers.count(s, noun)));
            }
        }
        return found;
    }

    private static boolean governs(Sentence s, int trigger, int place) {
        int at = place;
        for (int steps = 0; steps < DEPTH && at >= 0; steps++) {
            at = s.token(at).head();
            if (at == trigger) {
                return true;
            }
            if (at >= 0 && s.token(at).isVerb()) {
                break;
            }
        }
        return at >= 0
                && s.token(trigger).isNoun()
                && s.token(trigger).head() == at
                && s.token(trigger).labelled("dobj", "nsubjpass");
    }
}
