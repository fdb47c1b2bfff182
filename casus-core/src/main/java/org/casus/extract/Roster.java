package org.casus.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.harm.HarmMention;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Count;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * Who the victims were by name, where a report tells first how many they were: "two guards, Luis
 * Vega and Juan Paz", "the dead were identified as ...".
 */
final class Roster {
    private static final Set<String> NAMING = Set.of("identify", "name");

    /** Words for victims that leave open what befell them. */
    private static final Set<String> VICTIMS =
            Set.of(
                    "victim",
                    "dead",
                    "casualty",
                    "wounded",
                    "injured",
                    "hostage",
                    "captive",
                    "body",
                    "corpse",
                    "fatality");

    /** How many sentences a list of names may come after the number. */
    private static final int NEAR = 6;

    private final Analysis analysis;
    private final Mentions<Actor> actors;
    private final Map<Position, HarmMention> named = new LinkedHashMap<>();

    private Roster(Analysis analysis, Mentions<Actor> actors) {
        this.analysis = analysis;
        this.actors = actors;
    }

    /** The harm done to each victim who is named apart, as a part of that done to them all. */
    static List<HarmMention> of(
            Analysis analysis, List<HarmMention> harms, Mentions<Actor> actors) {
        Roster roster = new Roster(analysis, actors);
        for (HarmMention h : harms) {
            if (h.victim() != null && h.minus() == null && h.partOf() == null) {
                roster.beside(h);
            }
        }
        for (Sentence s : analysis.sentences()) {
            for (int i = 0; i < s.size(); i++) {
                if (s.token(i).isVerb() && NAMING.contains(s.token(i).lemma())) {
                    roster.identified(s, i, harms);
                }
            }
        }
        List<HarmMention> fresh = new ArrayList<>();
        for (Map.Entry<Position, HarmMention> e : roster.named.entrySet()) {
            if (harms.stream().noneMatch(h -> e.getKey().equals(h.victim()))) {
                fresh.add(e.getValue());
            }
        }
        return fresh;
    }

    /** "two Italians, A and B, were killed". */
    private void beside(HarmMention h) {
        Position at = h.victim();
        if (at == null || !isMany(h)) {
            return;
        }
        Sentence s = analysis.sentences().get(at.sentence());
        int group = at.token();
        int verb = h.deed().sentence() == s ? h.deed().head() : -1;
        int above = s.token(h.at().token()).head();
        for (int i = group + 1; i < s.size(); i++) {
            Token t = s.token(i);
            boolean apposed =
                    t.labelled("appos") && (s.under(i, group) || t.head() == h.at().token());
            boolean second = // as parsers have it: "two guards, A and B, were killed"
                    t.labelled("nsubj", "nsubjpass")
                            && i < verb
                            && (t.head() == verb || t.head() == above)
                            && s.first(i) > 0
                            && s.token(s.first(i) - 1).form().equals(",");
            if ((apposed || second) && isNamed(s, i)) {
                list(s, i, h);
            }
        }
    }

    /** "the victims were identified as A, B and C". */
    private void identified(Sentence s, int verb, List<HarmMention> harms) {
        int subject = s.child(verb, "nsubjpass");
        int group = subject >= 0 ? subject : s.child(verb, "dobj");
        List<Integer> names = s.arguments(verb, "as");
        if (group < 0 || names.isEmpty()) {
            return;
        }
        Mention<Actor> who = actors.at(s.index(), group);
        HarmMention told = null;
        for (HarmMention h : harms) {
            int distance = s.index() - h.at().sentence();
            if (distance < 0 || distance > NEAR || h.victim() == null || h.minus() != null) {
                continue;
            }
            Mention<Actor> victim = actors.at(h.victim());
            boolean same = who != null && victim != null && who.value() == victim.value();
            boolean victims = VICTIMS.contains(s.token(group).lemma()) || isDead(s, group);
            if (same || victims && distance > 0) {
                told = h;
            }
        }
        if (told != null) {
            for (int name : names) {
                list(s, name, told);
            }
        }
    }

    private static boolean isDead(Sentence s, int noun) {
        return s.children(noun).stream()
                .anyMatch(
                        c ->
                                s.token(c)
                                        .is(
                                                "dead",
                                                "slain",
                                                "murdered",
                                                "wounded",
                                                "injured",
                                                "kidnapped"));
    }

    /** A name and those that stand in a row with it. */
    private void list(Sentence s, int first, HarmMention whole) {
        Mention<Actor> person = actors.at(s.index(), first);
        if (person != null && isNamed(s, first)) {
            Position at = new Position(s.index(), first);
            named.putIfAbsent(
                    at,
                    new HarmMention(
                            at,
                            whole.deed(),
                            whole.outcome(),
                            at,
                            whole.category(),
                            person.span(),
                            Count.exactly(1, null),
                            null,
                            whole,
                            null));
        }
        for (int c : s.children(first)) {
            if (s.token(c).labelled("conj") && c > first) {
                list(s, c, whole);
            }
        }
    }

    private boolean isNamed(Sentence s, int i) {
        Mention<Actor> who = actors.at(s.index(), i);
        return who != null && s.token(i).isProper() && who.value().kind() == Actor.Kind.PERSON;
    }

    private boolean isMany(HarmMention h) {
        Mention<Actor> who = h.victim() == null ? null : actors.at(h.victim());
        return who == null || who.value().kind() == Actor.Kind.GROUP;
    }
}
