package org.casus.extract;

import java.util.List;
import java.util.Set;
import org.casus.extract.event.Draft;
import org.casus.model.Factuality;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.jspecify.annotations.Nullable;

/**
 * "Raiders attacked Birao on Sunday. They burned the hospital.": a deed that the main clause of a
 * sentence tells, in the simple past and without a time or place anywhere in the sentence, goes on
 * from the deed that the main clause of the sentence before told in the same way.
 */
final class Continuations {
    private static final Set<String> DEEDS = Set.of("ASSAULT", "COERCE", "PROTEST", "RETREAT");

    private final Mentions<Place> places;
    private final Mentions<Time> times;

    Continuations(Mentions<Place> places, Mentions<Time> times) {
        this.places = places;
        this.times = times;
    }

    /** Gives events that go on from the sentence before its time and place. */
    void join(List<Draft> drafts) {
        for (Draft later : drafts) {
            Match m = later.matches().get(0);
            int sentence = m.sentence().index();
            boolean silent = later.time() == null && times.in(sentence).isEmpty();
            boolean nowhere = later.places().isEmpty() && places.in(sentence).isEmpty();
            Draft earlier = silent || nowhere ? before(drafts, later, m) : null;
            if (earlier != null) {
                Time time = earlier.time();
                later.goOnFrom(
                        silent && time != null && isOneDay(time) ? time : null,
                        nowhere && silent ? earlier.places() : List.of());
            }
        }
    }

    /** The last deed that the sentence before tells. */
    private static @Nullable Draft before(List<Draft> drafts, Draft later, Match m) {
        if (!isTold(later, m)) {
            return null;
        }
        Draft found = null;
        int head = -1;
        for (Draft d : drafts) {
            for (Match x : d.matches()) {
                boolean right = x.sentence().index() == m.sentence().index() - 1 && x.head() > head;
                if (d != later && right && isTold(d, x)) {
                    found = d;
                    head = x.head();
                }
            }
        }
        return found;
    }

    private static boolean isTold(Draft d, Match m) {
        return DEEDS.contains(d.type())
                && d.modality().factuality() == Factuality.HAPPENED
                && m.sentence().parsed()
                && isMain(m.sentence(), m.head());
    }

    private static boolean isMain(Sentence s, int word) {
        int at = word;
        if (s.token(at).isNoun()
                && s.token(at).labelled("nsubj", "nsubjpass", "dobj")
                && s.token(at).head() >= 0) {
            at = s.token(at).head();
        }
        if (!isSimplePast(s, at)) {
            return false;
        }
        for (int steps = 0; steps < s.size() && goesOn(s, at); steps++) {
            at = s.token(at).head();
        }
        return s.token(at).head() < 0 && s.token(at).isVerb();
    }

    /** A second verb; the sentence before "the army said", or before a semicolon. */
    private static boolean goesOn(Sentence s, int verb) {
        Token t = s.token(verb);
        return t.labelled("conj") || t.labelled("ccomp", "parataxis") && verb < t.head();
    }

    private static boolean isSimplePast(Sentence s, int verb) {
        int passive = s.child(verb, "auxpass");
        return s.child(verb, "aux", "neg") < 0
                && (passive < 0 ? s.token(verb).pos() : s.token(passive).pos()).equals("VBD");
    }

    private static boolean isOneDay(Time time) {
        return time.start() != null
                && time.end() != null
                && time.start().substring(0, 10).equals(time.end().substring(0, 10));
    }
}
