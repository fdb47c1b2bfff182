package org.casus.extract.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Argument;
import org.casus.model.Event;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.casus.rule.Match;
import org.casus.rule.Match.Filler;
import org.casus.rule.Numbers;
import org.casus.rule.Phrases;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/** Decides what the fillers of a match are: actors, things hit, weapons, places. */
final class Roles {
    /** Words that tell how many and not what. */
    private static final Set<String> AMOUNTS =
            Set.of("several", "many", "some", "various", "numerous", "few", "dozen", "more");

    /** Premises that only their owner tells apart. */
    private static final Set<String> PREMISES =
            Set.of(
                    "office",
                    "headquarters",
                    "home",
                    "house",
                    "residence",
                    "building",
                    "facility",
                    "installation",
                    "premises",
                    "branch",
                    "embassy",
                    "consulate",
                    "car",
                    "vehicle");

    /** Parts that are hit with the whole. */
    private static final Set<String> PARTS =
            Set.of(
                    "window",
                    "door",
                    "roof",
                    "wall",
                    "room",
                    "basement",
                    "floor",
                    "front",
                    "facade",
                    "entrance",
                    "gate",
                    "lobby",
                    "garden",
                    "yard",
                    "garage");

    /** Bodies that an explosion hits in their house. */
    private static final Set<String> HOUSED =
            Set.of(
                    "BUS", "JRN", "PTY", "LAB", "REL", "EDU", "MED", "NGO", "GOV", "JUD", "LEG",
                    "SPY");

    /** How a thing is hit with those who are in it. */
    private static final Set<String> SHAKING = Set.of("explosives", "destroy");

    private static final List<Integer> NONE = List.of();

    private final Lexicon lexicon;
    private final Numbers numbers;
    private final Mentions<Actor> actors;
    private final Mentions<Place> places;

    Roles(Lexicon lexicon, Numbers numbers, Mentions<Actor> actors, Mentions<Place> places) {
        this.lexicon = lexicon;
        this.numbers = numbers;
        this.actors = actors;
        this.places = places;
    }

    /** Fills a draft from its match. */
    void fill(Draft draft, Match m) {
        Sentence s = m.sentence();
        List<Filler> sources = m.fillers(Role.SOURCE);
        List<Filler> targets = m.fillers(Role.TARGET);
        if (m.frame().symmetric()) {
            symmetric(draft, s, sources, targets);
        } else {
            String taken = "";
            for (Filler f : sources) {
                if ((taken.isEmpty() || taken.equals(f.slot())) && source(draft, s, f, m)) {
                    taken = f.slot();
                }
            }
            for (Filler f : targets) {
                target(draft, s, f, m);
            }
        }
        for (Filler f : m.fillers(Role.OBJECT)) {
            object(draft, s, f.head(), m);
            office(draft, s, f.head());
        }
        for (Filler f : m.fillers(Role.INSTRUMENT)) {
            instrument(draft, s, f.head());
        }
    }

    /** The actor at a word, or the name set beside it: "the playwright Vaclav Havel". */
    private @Nullable Mention<Actor> actor(Sentence s, int head) {
        Mention<Actor> own = actors.at(s.index(), head);
        int name = own == null ? s.child(head, "appos") : -1;
        return name == head + 1 || name == head + 2 ? actors.at(s.index(), name) : own;
    }

    private void symmetric(Draft draft, Sentence s, List<Filler> sources, List<Filler> targets) {
        boolean first = true;
        for (List<Filler> side : List.of(sources, targets)) {
            for (Filler f : side) {
                Mention<Actor> actor = actor(s, f.head());
                if (actor == null || draft.has(draft.sources(), actor.value())) {
                    continue;
                }
                Event.Role role = new Event.Role(actor.value(), actor.span());
                boolean suffers = f.slot().equals("sufferer"); // "the war killed ten"
                if (first && !suffers) {
                    draft.addSource(role);
                } else {
                    draft.addTarget(role);
                }
                first = false;
            }
        }
    }

    private boolean source(Draft draft, Sentence s, Filler f, Match m) {
        if (lexicon.weapon(s, f.head()) != null && actors.at(s.index(), f.head()) == null) {
            instrument(draft, s, f.head());
            return crew(draft, s, f.head());
        }
        Mention<Actor> actor = actor(s, f.head());
        if (actor == null
                || (f.slot().equals("compound") && !doer(s, f.head(), actor.value()))
                || m.fillers(Role.TARGET).stream()
                        .anyMatch(t -> t.head() == f.head() && !t.slot().equals("compound"))) {
            return false;
        }
        draft.addSource(new Event.Role(actor.value(), actor.span()));
        if (s.children(f.head()).stream().anyMatch(c -> s.token(c).is("suicide"))) {
            draft.addMode("suicide-attack"); // "a suicide bomber killed nine recruits"
        }
        return true;
    }

    /** "Indian warplanes", "tanks of the Third Brigade": whoever's weapons do it does it. */
    private boolean crew(Draft draft, Sentence s, int weapon) {
        boolean found = false;
        for (Argument a : s.arguments(weapon)) {
            Mention<Actor> owner = actors.at(s.index(), a.head());
            boolean owns =
                    a.slot().equals("modifier")
                            || a.slot().equals("compound")
                            || a.slot().equals("poss")
                            || a.slot().equals("of");
            boolean make = // "Hawker Hunter planes"
                    owner != null
                            && a.slot().equals("compound")
                            && owner.value().entity() == null
                            && s.token(a.head()).isProper();
            if (owns && owner != null && !make) {
                draft.addSource(new Event.Role(owner.value(), owner.span()));
                found = true;
            }
        }
        return found;
    }

    private void target(Draft draft, Sentence s, Filler f, Match m) {
        if (m.frame().talk() && s.token(f.head()).is("it", "this", "that")) {
            return; // what is denied, praised or condemned is a deed
        }
        Mention<Actor> actor = actor(s, f.head());
        if (s.token(f.head()).isReflexive()) {
            if (actor != null && m.frame().harm() != null) {
                draft.toSelf(
                        new Event.Role(actor.value(), s.token(f.head()).span()), s.lower(f.head()));
            }
            return;
        }
        boolean compound = f.slot().equals("compound");
        if (compound
                && (s.token(f.head()).pos().startsWith("JJ")
                        || actor == null
                        || doer(s, f.head(), actor.value()))) {
            if (lexicon.thing(s, f.head()) != null && actor == null) {
                object(draft, s, f.head(), m);
            }
            return;
        }
        boolean thing = lexicon.thing(s, f.head()) != null;
        if (thing) {
            object(draft, s, f.head(), m);
        }
        if (actor != null && (!thing || s.token(f.head()).isProper())) {
            if (!draft.has(draft.sources(), actor.value())) {
                draft.addTarget(new Event.Role(actor.value(), actor.span()));
            }
            seat(draft, actor, m);
        } else if (m.frame().type().equals("ASSAULT") || m.frame().type().equals("COERCE")) {
            owner(draft, s, f.head());
        }
    }

    /** "a bomb exploded at the newspaper": what is blown up of a body is its house. */
    private static void seat(Draft draft, Mention<Actor> body, Match m) {
        String mode = m.frame().mode();
        boolean house =
                mode != null
                        && SHAKING.contains(mode)
                        && body.value().kind() == Actor.Kind.ORGANIZATION
                        && body.value().sectors().stream().anyMatch(HOUSED::contains);
        if (house) {
            draft.addObject(new Event.Thing("site", body.value().name(), body.span(), null, null));
        }
    }

    /**
     * "militia sites", "the group's bases", "bases of the group": whoever's thing is hit is hit.
     */
    private void owner(Draft draft, Sentence s, int thing) {
        for (Argument a : s.arguments(thing)) {
            Mention<Actor> actor = actors.at(s.index(), a.head());
            boolean owns =
                    a.slot().equals("poss")
                            || a.slot().equals("of")
                            || a.slot().equals("compound")
                            || a.slot().equals("modifier");
            if (owns
                    && actor != null
                    && !draft.has(draft.sources(), actor.value())
                    && places.covering(s.index(), a.head()) == null) {
                draft.addTarget(new Event.Role(actor.value(), actor.span()));
            }
        }
    }

    /**
     * In "rebel attack" and "U.S. strike" the first word does it; in "civilian killings" it suffers
     * it.
     */
    private boolean doer(Sentence s, int head, Actor actor) {
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, head);
        if (person != null) {
            return person.value().armed();
        }
        return actor.kind() != Actor.Kind.POPULATION
                && (actor.kind() != Actor.Kind.PERSON || s.token(head).isProper());
    }

    void object(Draft draft, Sentence s, int head, Match m) {
        Phrases.Found<Lexicon.Thing> thing = lexicon.thing(s, head);
        for (int whole : PARTS.contains(s.token(head).lemma()) ? s.arguments(head, "of") : NONE) {
            if (lexicon.thing(s, whole) != null) {
                object(draft, s, whole, m); // "the windows of the hotel"
                return;
            }
        }
        if (thing != null && !thing.value().area()) {
            Span span = nounPhrase(s, head);
            draft.addObject(
                    new Event.Thing(
                            thing.value().kind(),
                            s.token(head).form(),
                            span,
                            numbers.count(s, head),
                            lexicon.effect(m)));
        }
    }

    /** "occupied the ministry": a body that is taken stands for its seat. */
    private void office(Draft draft, Sentence s, int head) {
        Mention<Actor> actor = actors.at(s.index(), head);
        if (actor == null) {
            return;
        }
        boolean body =
                actor.value().kind() == Actor.Kind.ORGANIZATION
                        && s.token(head).isNoun()
                        && lexicon.thing(s, head) == null;
        if (body && draft.objects().isEmpty() && draft.targets().isEmpty()) {
            draft.addObject(
                    new Event.Thing("other", actor.value().name(), actor.span(), null, null));
        }
    }

    void instrument(Draft draft, Sentence s, int head) {
        Phrases.Found<Lexicon.Weapon> weapon = lexicon.weapon(s, head);
        if (weapon != null && weapon.value().name().equals("gunfire")) {
            draft.addMode(weapon.value().mode()); // shots are what happened, not what with
        } else if (weapon != null) {
            int first = compoundStart(s, head, weapon.first());
            Phrases.Found<Lexicon.Weapon> make =
                    first < weapon.first() ? lexicon.weapon(s, weapon.first() - 1) : null;
            draft.addMode(make == null ? null : make.value().mode());
            draft.addInstrument(
                    new Event.Instrument(
                            weapon.value().kind(), weapon.value().name(), s.span(first, head)),
                    weapon.value().mode());
        }
    }

    /** "F-15 aircraft", "Katyusha rockets": the type stands before the noun. */
    private int compoundStart(Sentence s, int head, int first) {
        while (first > 0
                && s.token(first - 1).head() == head
                && s.token(first - 1).labelled("compound")
                && lexicon.weapon(s, first - 1) != null) {
            first--;
        }
        return first;
    }

    /**
     * From the first modifier before a noun to the noun, its article and number left out; with the
     * words after "of" where the noun alone says little: "the offices of the water board".
     */
    static Span nounPhrase(Sentence s, int head) {
        int first = head;
        int counted = -1;
        for (int c : s.children(head)) {
            Token t = s.token(c);
            if (c < head && (t.pos().equals("CD") || AMOUNTS.contains(t.lemma()))) {
                counted = Math.max(counted, c);
            } else if (c < head
                    && !t.labelled(
                            "det", "punct", "cc", "preconj", "predet", "prep", "relcl", "advcl")) {
                first = Math.min(first, s.first(c));
            }
        }
        int last = head;
        if (PREMISES.contains(s.token(head).lemma())
                && head + 1 < s.size()
                && s.token(head + 1).is("of")) {
            int owner = s.child(head + 1, "pobj");
            last = owner < 0 ? head : ownerEnd(s, owner);
        }
        return s.span(Math.max(first, Math.min(counted + 1, head)), last);
    }

    /** The last word of an owner's name: what hangs on it behind a comma is left out. */
    private static int ownerEnd(Sentence s, int owner) {
        int last = owner;
        for (int c : s.children(owner)) {
            Token t = s.token(c);
            if (c > owner && t.labelled("prep") && t.is("of", "for") && c == last + 1) {
                last = Math.max(last, s.last(c));
            }
        }
        return last;
    }

    /** The weapons that hang on a trigger and on no other trigger below it. */
    void weaponsAround(Draft draft, Match m, Set<Integer> triggers) {
        Sentence s = m.sentence();
        for (int i = 0; i < s.size(); i++) {
            if (s.token(i).isNoun()
                    && lexicon.weapon(s, i) != null
                    && (!s.token(i).labelled("compound") || m.words().contains(s.token(i).head()))
                    && !suffers(m, i)
                    && anchors(m, triggers).contains(nearest(s, i, triggers))
                    && usedIn(s, i, m)) {
                instrument(draft, s, i);
            }
        }
    }

    /** "the bombing of an airliner": what is hit is not what it is hit with. */
    private static boolean suffers(Match m, int weapon) {
        List<String> slots =
                (m.kind() == Match.Kind.NOUN ? m.frame().nounSlots() : m.frame().verbSlots())
                        .getOrDefault(Role.INSTRUMENT, List.of());
        return Stream.of(Role.TARGET, Role.OBJECT)
                .flatMap(role -> m.fillers(role).stream())
                .anyMatch(
                        f ->
                                f.head() == weapon
                                        && !f.slot().equals("compound")
                                        && !slots.contains(f.slot()));
    }

    /**
     * What is seized, found or handed over is no instrument, unless the frame fires or throws its
     * object.
     */
    private static boolean usedIn(Sentence s, int weapon, Match m) {
        boolean fires =
                m.frame().verbSlots().getOrDefault(Role.INSTRUMENT, List.of()).contains("object");
        boolean suffers =
                m.words().stream().anyMatch(w -> s.arguments(w, "object").contains(weapon));
        return m.frame().type().equals("ASSAULT") && (fires || !suffers);
    }

    /** The trigger's words, and the light verb that a noun of action is the object of. */
    private static Set<Integer> anchors(Match m, Set<Integer> triggers) {
        Set<Integer> anchors = new HashSet<>(m.words());
        Token t = m.sentence().token(m.head());
        if (m.kind() == Match.Kind.NOUN
                && t.head() >= 0
                && t.labelled("dobj", "nsubjpass")
                && !triggers.contains(t.head())) {
            anchors.add(t.head());
        }
        return anchors;
    }

    private static int nearest(Sentence s, int i, Set<Integer> triggers) {
        for (int at = s.token(i).head(), steps = 0; at >= 0 && steps < s.size(); steps++) {
            if (triggers.contains(at) || s.token(at).labelled("root")) {
                return at;
            }
            if (s.token(at).labelled("ccomp", "relcl")) {
                return -1;
            }
            at = s.token(at).head();
        }
        return -1;
    }
}
