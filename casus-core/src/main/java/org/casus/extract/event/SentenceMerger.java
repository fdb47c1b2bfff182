package org.casus.extract.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Event;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.rule.Match;

/** Brings together the triggers of one sentence that tell one event. */
final class SentenceMerger {
    private static final Set<String> DEEDS = Set.of("ASSAULT", "COERCE");

    private SentenceMerger() {}

    static List<Draft> merge(List<Draft> drafts) {
        List<Draft> left = new ArrayList<>(drafts);
        for (boolean again = true; again; ) {
            again = false;
            for (int i = 0; i < left.size() && !again; i++) {
                for (int j = i + 1; j < left.size() && !again; j++) {
                    if (same(left.get(i), left.get(j))) {
                        left.get(i).absorb(left.remove(j));
                        again = true;
                    }
                }
            }
        }
        return left;
    }

    private static boolean same(Draft a, Draft b) {
        if (!a.type().equals(b.type())) {
            return false;
        }
        for (Match x : a.matches()) {
            for (Match y : b.matches()) {
                if (same(a, b, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(Draft a, Draft b, Match x, Match y) {
        if (overlaps(x, y)) {
            return true;
        }
        if (x.frame().name().equals("anaphor") != y.frame().name().equals("anaphor")) {
            Match vague = x.frame().name().equals("anaphor") ? x : y;
            return DEEDS.contains(a.type()) && Clauses.within(vague == x ? y : x, vague);
        }
        if (!DEEDS.contains(a.type()) || !compatible(a, b)) {
            return false;
        }
        if (a.type().equals("COERCE") && (a.mode() == null) != (b.mode() == null)) {
            return false; // a coup and the arrests made in it
        }
        if ((Clauses.does(x, y) || Clauses.does(y, x)) && modesMeet(x, y)) {
            return true;
        }
        boolean harmX = isEffect(x);
        boolean harmY = isEffect(y);
        if (sameWeapon(a, b) || has(a, y) || has(b, x)) {
            return modesAgree(a, b);
        }
        if (harmX && harmY && Clauses.listed(x.sentence(), x.head(), y.head())) {
            return modesAgree(a, b);
        }
        if (harmX && Clauses.harmIn(x, y) || harmY && Clauses.harmIn(y, x)) {
            return modesAgree(a, b);
        }
        if (!harmX && harmY && Clauses.outcome(x, y)) {
            return modesAgree(a, b);
        }
        if (Clauses.named(x, y)) {
            return true;
        }
        boolean deedInDeed =
                Clauses.participle(x.sentence(), x.head(), y.head())
                        || Clauses.participle(x.sentence(), y.head(), x.head());
        return deedInDeed && modesAgree(a, b) && !conflict(a.targets(), b.targets());
    }

    /** What a deed does to people or things: they were killed, wrecked. */
    private static boolean isEffect(Match m) {
        return m.frame().harm() != null || "destroy".equals(m.frame().mode());
    }

    private static boolean overlaps(Match x, Match y) {
        return x.words().stream().anyMatch(y.words()::contains);
    }

    private static boolean compatible(Draft a, Draft b) {
        return a.modality().factuality() == b.modality().factuality()
                && !conflict(a.sources(), b.sources())
                && !apart(a.places(), b.places())
                && (a.time() == null
                        || b.time() == null
                        || a.time() == b.time()
                        || Coreference.sameTime(a.time(), b.time()));
    }

    /** "killed nine in Gao and wounded five in Kidal": both name settlements, and others. */
    private static boolean apart(List<Event.At> a, List<Event.At> b) {
        return !a.isEmpty()
                && !b.isEmpty()
                && a.stream().allMatch(x -> x.place().kind() == Place.Kind.SETTLEMENT)
                && b.stream().allMatch(x -> x.place().kind() == Place.Kind.SETTLEMENT)
                && a.stream().noneMatch(x -> b.stream().anyMatch(y -> x.place() == y.place()));
    }

    /** Both words tell how it was done, and the same way. */
    private static boolean modesMeet(Match x, Match y) {
        String one = x.frame().mode();
        String other = y.frame().mode();
        return one != null && other != null && (one.equals(other) || Coreference.akin(one, other));
    }

    /** "a bomb, which wrecked the office, went off": one bomb does both. */
    private static boolean sameWeapon(Draft a, Draft b) {
        return a.instruments().stream()
                .anyMatch(
                        x ->
                                x.span() != null
                                        && b.instruments().stream()
                                                .anyMatch(y -> x.span().equals(y.span())));
    }

    /** "a bomb planted by two men went off": the trigger holds the weapon of the other deed. */
    private static boolean has(Draft draft, Match trigger) {
        Sentence s = trigger.sentence();
        return trigger.words().stream()
                .filter(w -> w != trigger.head())
                .map(w -> s.token(w).span())
                .anyMatch(
                        word ->
                                draft.instruments().stream()
                                        .anyMatch(
                                                i ->
                                                        i.span() != null
                                                                && i.span().end() == word.end()));
    }

    private static boolean modesAgree(Draft a, Draft b) {
        String x = a.mode();
        String y = b.mode();
        return x == null || y == null || x.equals(y) || Coreference.akin(x, y);
    }

    /** Both sides name somebody and nobody is named by both. */
    private static boolean conflict(List<Event.Role> a, List<Event.Role> b) {
        return !a.isEmpty()
                && !b.isEmpty()
                && a.stream()
                        .noneMatch(
                                x ->
                                        b.stream()
                                                .anyMatch(
                                                        y ->
                                                                Coreference.sameActor(
                                                                        x.actor(), y.actor())));
    }
}
