package org.casus.extract.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Event;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The places that govern an event: first those the sentence's grammar ties to its trigger, then
 * those of its clause, then, where the words imply it, the last place spoken of.
 */
public final class EventPlaces {
    private static final Set<String> WHERE =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "on",
                    "inside",
                    "outside",
                    "around",
                    "across",
                    "off",
                    "within",
                    "throughout",
                    "along",
                    "over",
                    "between",
                    "beside",
                    "outside of",
                    "inside of",
                    "near to",
                    "close to",
                    "south of",
                    "north of",
                    "via",
                    "through",
                    "into",
                    "to",
                    "toward",
                    "towards",
                    "onto",
                    "upon",
                    "behind",
                    "beyond");

    /** Slots of a trigger whose noun was in the place that its own words name. */
    private static final Set<String> THINGS =
            Set.of(
                    "object",
                    "against",
                    "on",
                    "at",
                    "of",
                    "into",
                    "for",
                    "over",
                    "around",
                    "inside",
                    "complement");

    /** Lines that lie "with" whoever is on the other side. */
    private static final String[] BORDERS = {"border", "frontier", "boundary"};

    /** Where those stood who left, and those who were taken away. */
    private static final Set<String> ORIGINS = Set.of("from", "out of", "off");

    private static final Set<String> GOALS =
            Set.of("into", "to", "toward", "towards", "through", "via", "for");

    /** Verbs that say that a noun's event came about. */
    private static final Set<String> SAYING =
            Set.of(
                    "say",
                    "tell",
                    "announce",
                    "report",
                    "speak",
                    "warn",
                    "claim",
                    "add",
                    "state",
                    "declare",
                    "urge",
                    "deny",
                    "condemn",
                    "accuse",
                    "blame",
                    "believe",
                    "think",
                    "threaten",
                    "vow",
                    "pledge",
                    "promise",
                    "plan",
                    "order",
                    "demand",
                    "ask",
                    "call",
                    "propose",
                    "recall");

    private static final Set<String> REACTING =
            Set.of(
                    "deny",
                    "condemn",
                    "denounce",
                    "accuse",
                    "blame",
                    "criticize",
                    "deplore",
                    "praise",
                    "welcome",
                    "defend",
                    "demand",
                    "urge");

    /** How an event has its places. */
    public enum Kind {
        /** Where it was done: what somebody heads for or comes from is another place. */
        DEED,
        /** The place that somebody or something left is the event's. */
        LEAVING,
        /** Where the words were spoken, not where what they speak of was. */
        TALK,
        /** Anything else, also the place that somebody went to. */
        OTHER
    }

    private static final int NONE = -1;

    private final Words words;
    private final Numbers numbers;

    private EventPlaces(Words words, Numbers numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** Reads the words that stand beside places. */
    public static EventPlaces load(Numbers numbers) {
        return new EventPlaces(Words.load(), numbers);
    }

    /**
     * The places of an event, in order of the text.
     *
     * @param sentence index of the sentence of its trigger
     * @param trigger index of the trigger's head token
     * @param kind what sort of event it is
     * @return each with the count of what was hit there ("three sites in Iraq and two in Syria")
     */
    public List<Event.At> of(
            Analysis analysis, Mentions<Place> places, int sentence, int trigger, Kind kind) {
        Sentence s = analysis.sentences().get(sentence);
        if (places.all().isEmpty() || !s.parsed()) {
            return List.of();
        }
        Search search = new Search(s, places, kind);
        search.event(trigger);
        if (search.found.isEmpty()) {
            search.aside(trigger);
        }
        if (search.found.isEmpty() && kind != Kind.TALK) {
            search.relative(trigger);
        }
        if (search.found.isEmpty() && kind != Kind.TALK) {
            search.host(trigger);
        }
        if (search.found.isEmpty()) {
            search.doers(trigger);
        }
        if (search.found.isEmpty()) {
            search.clause(trigger);
        }
        if (search.found.isEmpty() && kind != Kind.TALK && pointsBack(s, trigger)) {
            Mention<Place> last = lastBefore(analysis, places, sentence);
            if (last != null) {
                return List.of(new Event.At(last.value(), last.span(), null));
            }
        }
        search.countThings(trigger);
        List<Event.At> found = new ArrayList<>(search.found.values());
        found.removeIf(
                outer -> found.stream().anyMatch(inner -> holds(outer.place(), inner.place())));
        found.sort(
                Comparator.comparing(
                        Event.At::span, Comparator.nullsLast(Comparator.naturalOrder())));
        return found;
    }

    /** Whether a place is the larger one that another place lies in: Mali for Gao. */
    private static boolean holds(Place outer, Place inner) {
        String country = outer.country();
        if (outer == inner || country == null || !country.equals(inner.country())) {
            return false;
        }
        return switch (outer.kind()) {
            case COUNTRY -> inner.kind() != Place.Kind.COUNTRY;
            case ADMIN, REGION ->
                    (inner.kind() == Place.Kind.SETTLEMENT || inner.kind() == Place.Kind.SITE)
                            && (outer.name().equals(inner.admin1()) || isNear(outer, inner));
            case SETTLEMENT, SITE, WATER -> false;
        };
    }

    private static boolean isNear(Place a, Place b) {
        return a.latitude() != null
                && a.longitude() != null
                && b.latitude() != null
                && b.longitude() != null
                && Candidate.kilometres(a.latitude(), a.longitude(), b.latitude(), b.longitude())
                        < 200;
    }

    /** "there", "the attack", "the blast": what was told a sentence ago. */
    private static boolean pointsBack(Sentence s, int trigger) {
        for (int c : s.children(trigger)) {
            Token t = s.token(c);
            if (t.labelled("advmod") && t.is("there")) {
                return true;
            }
            if (s.token(trigger).isNoun()
                    && t.labelled("det")
                    && t.is("the", "this", "that", "these", "those")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Mention<Place> lastBefore(
            Analysis analysis, Mentions<Place> places, int sentence) {
        for (int before = sentence - 1; before >= Math.max(0, sentence - 2); before--) {
            Sentence s = analysis.sentences().get(before);
            Mention<Place> last = null;
            for (Mention<Place> m : places.in(before)) {
                if (!isDoer(s, m) && standsWhere(s, m.head().token()) && !isInner(s, places, m)) {
                    last = m;
                }
            }
            if (last != null) {
                return last;
            }
        }
        return null;
    }

    /** "in U.S. attacks": a country before a noun is who, not where. */
    private static boolean isDoer(Sentence s, Mention<Place> m) {
        return m.value().kind() == Place.Kind.COUNTRY
                && s.token(m.head().token()).labelled("compound", "nmod", "amod");
    }

    /** Whether a place stands after a preposition of place. */
    private static boolean standsWhere(Sentence s, int i) {
        Token t = s.token(i);
        if (t.labelled("conj") && t.head() >= 0) {
            return standsWhere(s, t.head());
        }
        if (t.labelled("nmod", "compound") && t.head() >= 0 && !s.token(t.head()).isVerb()) {
            return standsWhere(s, t.head());
        }
        if (!t.labelled("pobj") || t.head() < 0) {
            return false;
        }
        Token p = s.token(t.head());
        return WHERE.contains(p.lemma()) && !GOALS.contains(p.lemma())
                || p.is("of") && p.head() >= 0 && standsWhere(s, p.head());
    }

    /** Whether a place only says where another one lies: Mali in "Gao, Mali". */
    private static boolean isInner(Sentence s, Mentions<Place> places, Mention<Place> m) {
        for (int up = s.token(m.head().token()).head(), steps = 0; up >= 0 && steps < 3; steps++) {
            if (s.token(up).isVerb()) {
                return false;
            }
            if (places.at(s.index(), up) != null) {
                return !s.token(m.head().token()).labelled("conj");
            }
            up = s.token(up).head();
        }
        return false;
    }

    /** The walk from one trigger. */
    private final class Search {
        private final Sentence s;
        private final Mentions<Place> places;
        private final Kind kind;
        private final Map<Place, Event.At> found = new LinkedHashMap<>();

        Search(Sentence s, Mentions<Place> places, Kind kind) {
            this.s = s;
            this.places = places;
            this.kind = kind;
        }

        /** Whether the noun in a slot stands where the event was. */
        private boolean isWhere(String slot, int head) {
            if (kind == Kind.LEAVING && ORIGINS.contains(slot)) {
                return true;
            }
            boolean goal = GOALS.contains(slot);
            boolean reached = kind != Kind.LEAVING && kind != Kind.DEED || slot.equals("into");
            return WHERE.contains(slot) && (!goal || reached && !isCountry(head));
        }

        /** What the trigger's own arguments say. */
        void event(int trigger) {
            boolean noun = s.token(trigger).isNoun();
            for (Argument a : s.arguments(trigger)) {
                String slot = a.slot();
                if (isWhere(slot, a.head()) || noun && slot.equals("of") && kind != Kind.TALK) {
                    phrase(a.head(), NONE);
                } else if (noun && (slot.equals("compound") || slot.equals("poss"))) {
                    modifier(a.head());
                } else if (slot.equals("for")) {
                    battle(a.head());
                } else if (THINGS.contains(slot) && kind != Kind.TALK) {
                    thing(a.head());
                }
            }
            s.children(trigger).forEach(this::direction);
        }

        /** "the battle for Mosul"; not "jailed for a murder in Mosul". */
        private void battle(int head) {
            Mention<Place> m = places.covering(s.index(), head);
            if (m != null && kind != Kind.TALK) {
                add(m, NONE);
            }
        }

        /** "The governor, speaking in Aden, accused": where the subject was meanwhile. */
        void aside(int trigger) {
            for (int subject : s.children(trigger)) {
                if (s.token(subject).labelled("nsubj")) {
                    for (int c : s.children(subject)) {
                        Token t = s.token(c);
                        if (t.labelled("acl")
                                && t.pos().equals("VBG")
                                && c > 0
                                && s.token(c - 1).form().equals(",")) {
                            locatives(c);
                        }
                    }
                }
            }
        }

        /** "a bombing that killed forty in Kashmir": where it did what is told of it. */
        void relative(int trigger) {
            if (s.token(trigger).isNoun()) {
                for (int c : s.children(trigger)) {
                    if (s.token(c).labelled("relcl")
                            && words.is(s.token(c), Words.Role.HIT, Words.Role.HURT)) {
                        locatives(c);
                    }
                }
            }
        }

        /**
         * What the word says that the trigger hangs on: its verb, its noun, the verb it goes on
         * from.
         */
        void host(int trigger) {
            Token t = s.token(trigger);
            int up = t.head();
            if (up < 0) {
                return;
            }
            Token host = s.token(up);
            boolean verbOfNoun =
                    t.isNoun()
                            && t.labelled("dobj", "nsubj", "nsubjpass", "attr", "pobj")
                            && host.isVerb()
                            && !SAYING.contains(host.lemma());
            if (t.labelled("pobj") && host.head() >= 0) {
                Token verb = s.token(host.head());
                if (verb.isVerb() && !SAYING.contains(verb.lemma())) {
                    locatives(verb.index());
                } else if (verb.isNoun()) {
                    event(verb.index());
                }
            } else if (verbOfNoun) {
                locatives(up);
                if (found.isEmpty() && host.labelled("conj", "xcomp", "advcl", "relcl", "acl")) {
                    host(up);
                }
            } else if (t.labelled("conj")
                    && (host.isVerb() || host.isNoun())
                    && !SAYING.contains(host.lemma())) {
                event(up);
                if (found.isEmpty()) {
                    host(up);
                }
            } else if (t.labelled("advcl", "xcomp")
                    && host.isVerb()
                    && !SAYING.contains(host.lemma())) {
                event(up);
            } else if (t.labelled("relcl", "acl") && host.isNoun()) {
                event(up);
                if (found.isEmpty()) {
                    thing(up);
                }
            } else if (t.labelled("compound", "nmod", "amod") && host.isNoun()) {
                event(up);
                if (found.isEmpty()) {
                    host(up);
                }
            }
        }

        /** "Soldiers in Sagaing shot villagers": where those were who did it. */
        void doers(int trigger) {
            for (Argument a : s.arguments(trigger)) {
                if (a.slot().equals("subject") && s.token(a.head()).isNoun()) {
                    for (int c : s.children(a.head())) {
                        Token p = s.token(c);
                        if (p.labelled("prep") && p.is("in", "at", "near", "outside", "inside")) {
                            for (int o : s.children(c)) {
                                phrase(o, NONE);
                            }
                        }
                    }
                }
            }
        }

        /**
         * "destroyed four depots in Crimea": the number is of what was hit, wherever "in" hangs.
         */
        void countThings(int trigger) {
            if (found.size() != 1) {
                return;
            }
            Event.At only = found.values().iterator().next();
            if (only.count() != null) {
                return;
            }
            for (Argument a : s.arguments(trigger)) {
                if (a.slot().equals("object")
                        && isSites(a.head())
                        && places.covering(s.index(), a.head()) == null) {
                    found.put(
                            only.place(),
                            new Event.At(only.place(), only.span(), numbers.count(s, a.head())));
                    return;
                }
            }
        }

        /**
         * The places of the trigger's clause that stand after a preposition of place, nearest
         * first.
         */
        void clause(int trigger) {
            int root = clauseOf(trigger);
            Mention<Place> nearest = null;
            for (Mention<Place> m : places.in(s.index())) {
                int head = m.head().token();
                boolean leads = kind != Kind.TALK && clauseOf(head) == root || isLeading(head);
                if (leads && !isDoer(s, m) && standsWhere(s, head) && !isInner(s, places, m)) {
                    if (nearest == null
                            || Math.abs(head - trigger)
                                    < Math.abs(nearest.head().token() - trigger)) {
                        nearest = m;
                    }
                }
            }
            if (nearest != null) {
                add(nearest, NONE);
            }
        }

        /**
         * "In Gao, officials said that …": a place that opens the sentence holds for all of it, but
         * not where from afar somebody takes a stand on what is known: "In Paris, ministers
         * condemned the raid".
         */
        private boolean isLeading(int head) {
            int p = s.token(head).head();
            int root = p < 0 ? -1 : s.token(p).head();
            return root >= 0
                    && s.first(p) == 0
                    && s.token(p).labelled("prep")
                    && s.token(root).head() < 0
                    && !REACTING.contains(s.token(root).lemma());
        }

        /** The verb of the clause that a token is in. */
        private int clauseOf(int i) {
            int at = i;
            for (int steps = 0; steps < s.size(); steps++) {
                Token t = s.token(at);
                if (t.head() < 0 || t.isVerb() && !t.labelled("aux", "auxpass", "amod", "nmod")) {
                    return at;
                }
                at = t.head();
            }
            return at;
        }

        private void locatives(int verb) {
            for (Argument a : s.arguments(verb)) {
                if (isWhere(a.slot(), a.head())) {
                    phrase(a.head(), NONE);
                }
            }
            for (int c : s.children(verb)) {
                direction(c);
            }
        }

        /** "20 km south of Mosul", "close to Mosul": the adverb has the place. */
        private void direction(int adverb) {
            boolean close = s.token(adverb).is("close", "adjacent", "next");
            if (!s.token(adverb).labelled("advmod", "npadvmod") && !close) {
                return;
            }
            for (int p : s.children(adverb)) {
                if (s.token(p).labelled("prep")
                        && (s.token(p).is("of", "from") || close && s.token(p).is("to"))) {
                    for (int o : s.children(p)) {
                        if (s.token(o).labelled("pobj")) {
                            phrase(o, NONE);
                        }
                    }
                }
            }
        }

        /** "the road linking Homs to Palmyra": both ends. */
        private void ends(int linking) {
            for (int c : s.children(linking)) {
                Token child = s.token(c);
                if (child.labelled("dobj")) {
                    phrase(c, NONE);
                } else if (child.labelled("prep") && child.is("to", "with", "and")) {
                    for (int o : s.children(c)) {
                        if (s.token(o).labelled("pobj")) {
                            phrase(o, NONE);
                        }
                    }
                }
            }
        }

        /** A place, or a noun with the place that its words name: Gao; the village of Inates. */
        private void phrase(int head, int sites) {
            Mention<Place> m = places.covering(s.index(), head);
            if (m != null) {
                add(m, sites);
                equals(head);
                return;
            }
            Token t = s.token(head);
            if (!t.isNoun() && !t.pos().equals("CD") && !t.pos().startsWith("PRP")) {
                return;
            }
            int noun = sites == NONE ? head : sites;
            boolean own = false;
            for (int c : s.children(head)) {
                Token child = s.token(c);
                if (child.labelled("prep")
                        && (WHERE.contains(child.lemma())
                                || child.is("of")
                                || child.is("with") && t.is(BORDERS))) {
                    for (int o : s.children(c)) {
                        if (s.token(o).labelled("pobj")) {
                            phrase(o, noun);
                            own = true;
                        }
                    }
                } else if (child.labelled("acl") && child.is("link", "connect", "join")) {
                    ends(c);
                } else {
                    direction(c);
                }
            }
            if (!own || found.isEmpty()) {
                for (int c : s.children(head)) {
                    Token child = s.token(c);
                    Mention<Place> by = places.covering(s.index(), c);
                    boolean doer =
                            by != null
                                    && by.value().kind() == Place.Kind.COUNTRY
                                    && !child.labelled("appos");
                    if (child.labelled("compound", "nmod", "poss", "appos")
                            && by != null
                            && !doer) {
                        add(by, noun);
                        equals(c);
                    }
                }
            }
            equals(head);
        }

        /** The equals of a phrase: "in Gao and Kidal", "three sites in Iraq and two in Syria". */
        private void equals(int head) {
            for (int c : s.children(head)) {
                if (s.token(c).labelled("conj")) {
                    phrase(c, NONE);
                }
            }
        }

        /** Something that was hit: a place itself, or a thing with its place. */
        private void thing(int head) {
            Mention<Place> m = places.covering(s.index(), head);
            if (m != null) {
                add(m, NONE);
                equals(head);
                return;
            }
            if (s.token(head).isNoun() || s.token(head).pos().equals("CD")) {
                ofThing(head);
                for (int c : s.children(head)) {
                    if (s.token(c).labelled("conj")) {
                        thing(c);
                    }
                }
            }
        }

        private void ofThing(int head) {
            for (int c : s.children(head)) {
                Token child = s.token(c);
                direction(c);
                if (child.labelled("prep")
                        && (WHERE.contains(child.lemma()) && !GOALS.contains(child.lemma())
                                || child.is("of"))) {
                    for (int o : s.children(c)) {
                        if (s.token(o).labelled("pobj")) {
                            phrase(o, head);
                        }
                    }
                } else if (child.labelled("compound", "nmod", "poss")) {
                    Mention<Place> m = places.covering(s.index(), c);
                    if (m != null && m.value().kind() != Place.Kind.COUNTRY) {
                        add(m, head);
                    }
                }
            }
        }

        /** "the Benghazi attack", "Aleppo's siege"; a country there is who did it. */
        private void modifier(int head) {
            Mention<Place> m = places.covering(s.index(), head);
            if (m != null && m.value().kind() != Place.Kind.COUNTRY) {
                add(m, NONE);
            }
        }

        private boolean isCountry(int head) {
            Mention<Place> m = places.covering(s.index(), head);
            return m != null && m.value().kind() == Place.Kind.COUNTRY;
        }

        private void add(Mention<Place> m, int sites) {
            found.computeIfAbsent(
                    m.value(),
                    p ->
                            new Event.At(
                                    p, m.span(), isSites(sites) ? numbers.count(s, sites) : null));
        }

        /**
         * "two" of "three bases in Iraq and two in Syria", not of "nine soldiers in Iraq and two".
         */
        private boolean numberOfSites(int head) {
            Token t = s.token(head);
            return t.pos().equals("CD")
                    && (!t.labelled("conj") || t.head() < 0 || isSites(t.head()));
        }

        /** Whether a noun, or a number that stands for one, is of places and not of people. */
        private boolean isSites(int head) {
            return head != NONE
                    && (numberOfSites(head)
                            || words.is(
                                    s.token(head),
                                    Words.Role.FACILITY,
                                    Words.Role.SETTLEMENT,
                                    Words.Role.QUARTER,
                                    Words.Role.REGION));
        }
    }
}
