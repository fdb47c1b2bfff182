package org.casus.extract.harm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Count;
import org.casus.model.Harm;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.casus.rule.Phrases;
import org.casus.rule.Problems;
import org.casus.rule.Role;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Finds who was killed, hurt, lost, taken or driven out, and how many. */
public final class HarmFinder {
    /** A row of the outcome table. */
    private record Outcome(
            char pos, Harm.Outcome outcome, List<String> victims, List<String> notes) {}

    private final Phrases<Outcome> outcomes = new Phrases<>();
    private final Lexicon lexicon;
    private final Numbers numbers;

    private HarmFinder(Lexicon lexicon, Numbers numbers) {
        this.lexicon = lexicon;
        this.numbers = numbers;
    }

    public static HarmFinder load(Lexicon lexicon, Numbers numbers, Problems problems) {
        HarmFinder finder = new HarmFinder(lexicon, numbers);
        Table.read(
                "harm/outcomes.table",
                problems,
                row -> {
                    String name = row.get("outcome");
                    if (!name.isEmpty() && !row.get("pos").equals("v")) {
                        try {
                            Harm.Outcome outcome =
                                    Harm.Outcome.valueOf(name.toUpperCase(Locale.ROOT));
                            finder.outcomes.put(
                                    row.get("word"),
                                    new Outcome(
                                            row.get("pos").charAt(0),
                                            outcome,
                                            row.list("victims"),
                                            row.list("note")));
                        } catch (IllegalArgumentException e) {
                            row.problem(
                                    "outcome "
                                            + name
                                            + " is not one of "
                                            + List.of(Harm.Outcome.values()));
                        }
                    }
                });
        return finder;
    }

    /** All harm told in a report, in order, with its parts and remainders. */
    public List<HarmMention> find(
            Analysis analysis,
            List<Match> triggers,
            Mentions<Actor> actors,
            Mentions<Place> places) {
        List<HarmMention> found = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            if (!s.parsed()) {
                continue;
            }
            List<Match> here = triggers.stream().filter(m -> m.sentence() == s).toList();
            List<HarmMention> told = new ArrayList<>();
            for (Match m : here) {
                if (m.frame().harm() != null) {
                    told.addAll(
                            byFrame(
                                    m,
                                    actors,
                                    places,
                                    told.isEmpty() ? null : told.get(told.size() - 1)));
                }
            }
            told.addAll(byWord(s, here, told, found, triggers, actors));
            parts(s, told, actors);
            told.sort((a, b) -> a.at().compareTo(b.at()));
            found.addAll(told);
            shares(s, found, places);
        }
        return found;
    }

    // ---- harm that a frame tells

    private List<HarmMention> byFrame(
            Match m, Mentions<Actor> actors, Mentions<Place> places, @Nullable HarmMention before) {
        Harm.Outcome outcome = Objects.requireNonNull(m.frame().harm());
        List<HarmMention> told = new ArrayList<>();
        for (Match.Filler f : m.fillers(Role.TARGET)) {
            if (m.fillers(Role.SOURCE).stream().noneMatch(x -> x.head() == f.head())
                    && isPeople(m.sentence(), f.head(), actors)) {
                told.add(
                        mention(
                                m.sentence(),
                                f.head(),
                                m,
                                outcome,
                                actors,
                                told.isEmpty() ? before : told.get(told.size() - 1)));
            }
        }
        return eachItsPlace(m.sentence(), told, places);
    }

    /** "five in Gao and three in Kidal": each number holds for its own place. */
    private static List<HarmMention> eachItsPlace(
            Sentence s, List<HarmMention> told, Mentions<Place> places) {
        List<Position> where =
                told.stream()
                        .map(h -> placeBeside(s, h.at().token(), places))
                        .filter(Objects::nonNull)
                        .toList();
        if (told.size() < 2 || where.size() != told.size()) {
            return told;
        }
        List<HarmMention> placed = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            HarmMention h = told.get(i);
            placed.add(
                    new HarmMention(
                            h.at(),
                            h.deed(),
                            h.outcome(),
                            h.victim(),
                            h.category(),
                            h.span(),
                            h.count(),
                            where.get(i),
                            h.partOf(),
                            h.minus()));
        }
        return placed;
    }

    /** The place that stands after "in" right behind a number or noun. */
    private static @Nullable Position placeBeside(Sentence s, int head, Mentions<Place> places) {
        for (int in : s.arguments(head, "in")) {
            for (int k = in; k <= s.last(in); k++) {
                if (places.at(s.index(), k) != null) {
                    return new Position(s.index(), k);
                }
            }
        }
        return null;
    }

    private HarmMention mention(
            Sentence s,
            int head,
            Match deed,
            Harm.Outcome outcome,
            Mentions<Actor> actors,
            @Nullable HarmMention before) {
        int noun = noun(s, head);
        Count count = count(s, head, noun, actors);
        String category = category(s, noun, actors);
        Position victim = new Position(s.index(), noun);
        Span span = people(s, head, noun);
        if (category.equals("unknown") && s.token(noun).pos().equals("CD") && before != null) {
            return new HarmMention(
                    new Position(s.index(), head),
                    deed,
                    outcome,
                    before.victim(),
                    before.category(),
                    span,
                    count,
                    null,
                    null,
                    null);
        }
        return new HarmMention(
                new Position(s.index(), head),
                deed,
                outcome,
                victim,
                category,
                span,
                count,
                null,
                null,
                null);
    }

    /** In "25 of its fighters" and "dozens of villagers" the people stand after of. */
    private int noun(Sentence s, int head) {
        Token t = s.token(head);
        if (numbers.isNumber(t)
                || t.is(
                        "number",
                        "group",
                        "series",
                        "most",
                        "many",
                        "some",
                        "several",
                        "one",
                        "all",
                        "majority",
                        "total",
                        "half",
                        "part")) {
            List<Integer> of = s.arguments(head, "of");
            if (!of.isEmpty()) {
                return of.get(0);
            }
        }
        return head;
    }

    private @Nullable Count count(Sentence s, int head, int noun, Mentions<Actor> actors) {
        Count count = numbers.count(s, head);
        if (count != null || head != noun) {
            return count;
        }
        Token t = s.token(noun);
        Mention<Actor> actor = actors.at(s.index(), noun);
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, noun);
        boolean one =
                t.pos().equals("NN") && person != null && !person.value().notes().contains("plural")
                        || t.pos().equals("NNP")
                                && actor != null
                                && actor.value().kind() == Actor.Kind.PERSON
                        || t.is("he", "she", "him", "her");
        return one ? Count.exactly(1, t.span()) : null;
    }

    private boolean isPeople(Sentence s, int head, Mentions<Actor> actors) {
        int noun = noun(s, head);
        return actors.at(s.index(), noun) != null
                || lexicon.is("@person", s, noun)
                || numbers.isNumber(s.token(head));
    }

    private String category(Sentence s, int noun, Mentions<Actor> actors) {
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, noun);
        if (person != null) {
            return person.value().category().isEmpty() ? "unknown" : person.value().category();
        }
        Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, noun);
        if (body != null) {
            return body.value().category().isEmpty() ? "unknown" : body.value().category();
        }
        Mention<Actor> actor = actors.at(s.index(), noun);
        return actor == null ? "unknown" : categoryOf(actor.value());
    }

    private static String categoryOf(Actor actor) {
        for (String sector : actor.sectors()) {
            switch (sector) {
                case "MIL", "REB", "UAF", "PRM", "SPY" -> {
                    return "combatant";
                }
                case "COP" -> {
                    return "police";
                }
                case "GOV", "LEG", "JUD", "ELI" -> {
                    return "official";
                }
                case "JRN", "MED" -> {
                    return "journalist";
                }
                case "CVL", "EDU", "LAB", "REL", "BUS", "AGR", "REF" -> {
                    return "civilian";
                }
                default -> {}
            }
        }
        return "unknown";
    }

    private static Span people(Sentence s, int head, int noun) {
        int first = head;
        for (int c : s.children(head)) {
            Token t = s.token(c);
            if (c < head && !t.labelled("punct", "cc", "preconj", "prep", "relcl", "advcl")) {
                first = Math.min(first, s.first(c));
            }
        }
        return s.span(first, Math.max(head, noun));
    }

    // ---- harm that only a noun or adjective tells: "12 dead", "casualties", "the toll rose to 20"

    private List<HarmMention> byWord(
            Sentence s,
            List<Match> here,
            List<HarmMention> told,
            List<HarmMention> earlier,
            List<Match> triggers,
            Mentions<Actor> actors) {
        List<HarmMention> more = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            Phrases.Found<Outcome> hit = s.token(i).isVerb() ? null : outcomes.endingAt(s, i);
            boolean taken =
                    here.stream().anyMatch(m -> m.words().contains(at))
                            || told.stream()
                                    .anyMatch(
                                            h ->
                                                    h.at().token() == at
                                                            || (h.victim() != null
                                                                    && h.victim().token() == at));
            if (hit == null
                    || taken
                    || (hit.value().pos() == 'n') != s.token(i).isNoun()
                            && !s.token(i).is("dead", "wounded", "injured", "missing")) {
                continue;
            }
            Match deed = deed(s, i, here, earlier, triggers);
            if (deed == null) {
                continue;
            }
            for (int victim : victims(s, i, hit.value())) {
                if (told.stream()
                                .noneMatch(
                                        h ->
                                                h.outcome() == hit.value().outcome()
                                                        && h.at().token() == victim)
                        && isCounted(s, victim, hit.value())) {
                    more.add(mention(s, victim, deed, hit.value().outcome(), actors, null));
                }
            }
        }
        return more;
    }

    /** Without a frame, only a number makes it worth telling. */
    private boolean isCounted(Sentence s, int victim, Outcome outcome) {
        return numbers.count(s, victim) != null && !outcome.notes().contains("of the deed");
    }

    private static List<Integer> victims(Sentence s, int word, Outcome outcome) {
        List<Integer> found = new ArrayList<>();
        for (String slot : outcome.victims()) {
            switch (slot) {
                case "self" -> found.add(word);
                case "head" -> {
                    if (s.token(word).labelled("amod", "nmod", "acl")
                            && s.token(word).head() >= 0) {
                        found.add(s.token(word).head());
                    }
                }
                default -> found.addAll(s.arguments(word, slot));
            }
            if (!found.isEmpty() && !slot.equals("self")) {
                break;
            }
        }
        if (outcome.notes().contains("toll")) {
            found.clear();
            int verb = s.token(word).head();
            if (verb >= 0) {
                for (String slot : List.of("to", "at", "of", "complement")) {
                    found.addAll(s.arguments(verb, slot));
                }
            }
        }
        return found;
    }

    /**
     * The deed of the same sentence that stands nearest, else the last one that did harm before.
     */
    private static @Nullable Match deed(
            Sentence s,
            int word,
            List<Match> here,
            List<HarmMention> earlier,
            List<Match> triggers) {
        Match best = null;
        for (Match m : here) {
            if (m.frame().type().equals("ASSAULT")
                    && (best == null || Math.abs(m.head() - word) < Math.abs(best.head() - word))) {
                best = m;
            }
        }
        if (best != null) {
            return best;
        }
        for (int k = earlier.size() - 1; k >= 0; k--) {
            if (s.index() - earlier.get(k).at().sentence() <= 3) {
                return earlier.get(k).deed();
            }
        }
        for (int k = triggers.size() - 1; k >= 0; k--) {
            Match m = triggers.get(k);
            int distance = s.index() - m.sentence().index();
            if (m.frame().type().equals("ASSAULT") && distance > 0 && distance <= 2) {
                return m;
            }
        }
        return null;
    }

    // ---- arithmetic

    /** "12 people, including three children". */
    private void parts(Sentence s, List<HarmMention> told, Mentions<Actor> actors) {
        for (HarmMention whole : List.copyOf(told)) {
            for (int base :
                    new TreeSet<>(
                            List.of(
                                    whole.at().token(),
                                    whole.victim() == null
                                            ? whole.at().token()
                                            : whole.victim().token()))) {
                if (whole.at().sentence() != s.index()) {
                    continue;
                }
                for (Argument a : s.arguments(base)) {
                    boolean included = a.slot().equals("including") || a.slot().equals("among");
                    if (included
                            && numbers.count(s, a.head()) != null
                            && told.stream().noneMatch(h -> h.at().token() == a.head())) {
                        HarmMention part =
                                mention(s, a.head(), whole.deed(), whole.outcome(), actors, whole);
                        told.add(
                                new HarmMention(
                                        part.at(),
                                        part.deed(),
                                        part.outcome(),
                                        part.victim(),
                                        part.category(),
                                        part.span(),
                                        part.count(),
                                        null,
                                        whole,
                                        null));
                    }
                }
            }
        }
    }

    /**
     * "Fifteen of those deaths were in the capital": part of a number told before; the rest was
     * elsewhere.
     */
    private void shares(Sentence s, List<HarmMention> found, Mentions<Place> places) {
        for (int i = 0; i < s.size(); i++) {
            if (!numbers.isNumber(s.token(i))) {
                continue;
            }
            for (int noun : s.arguments(i, "of")) {
                HarmMention whole = freed(s, i) ? null : whole(s, i, noun, found);
                Count count = numbers.count(s, i);
                int at = i;
                if (whole == null
                        || count == null
                        || found.stream()
                                .anyMatch(
                                        h ->
                                                h.at().equals(new Position(s.index(), at))
                                                        && h.partOf() != null)) {
                    continue;
                }
                found.removeIf(h -> h.at().equals(new Position(s.index(), at)) && h != whole);
                Position place = placeOf(s, i, places);
                HarmMention part =
                        new HarmMention(
                                new Position(s.index(), i),
                                whole.deed(),
                                whole.outcome(),
                                whole.victim(),
                                whole.category(),
                                s.span(s.first(i), Math.max(i, noun)),
                                count,
                                place,
                                whole,
                                null);
                found.add(part);
                HarmMention rest = rest(whole, part);
                if (place != null && rest != null) {
                    found.add(rest);
                }
            }
        }
    }

    /** "53 of them escaped": what became of these is no part of the harm. */
    private static boolean freed(Sentence s, int number) {
        int predicate = s.token(number).head();
        return s.token(number).labelled("nsubj", "nsubjpass")
                && predicate >= 0
                && s.token(predicate)
                        .is("escape", "flee", "free", "release", "rescue", "survive", "return");
    }

    /** The number that "those deaths", "the dead" or "them" goes back to. */
    private @Nullable HarmMention whole(Sentence s, int number, int noun, List<HarmMention> found) {
        boolean back =
                s.token(noun).isPronoun()
                        || s.children(noun).stream()
                                .anyMatch(c -> s.token(c).is("the", "those", "these"));
        Phrases.Found<Outcome> hit = outcomes.endingAt(s, noun);
        if (!back || (hit == null && !s.token(noun).is("they", "them", "victim"))) {
            return null;
        }
        for (int k = found.size() - 1; k >= 0; k--) {
            HarmMention h = found.get(k);
            boolean here = h.at().sentence() == s.index() && s.token(noun).isPronoun();
            boolean before = h.at().sentence() < s.index() || here && h.at().token() < number;
            if (before
                    && h.count() != null
                    && h.partOf() == null
                    && h.minus() == null
                    && (hit == null || h.outcome() == hit.value().outcome())) {
                return s.index() - h.at().sentence() <= 5 ? h : null;
            }
        }
        return null;
    }

    private static @Nullable Position placeOf(Sentence s, int number, Mentions<Place> places) {
        int predicate = s.token(number).head();
        for (int w : predicate < 0 ? List.of(number) : List.of(number, predicate)) {
            for (Argument a : s.arguments(w)) {
                if (a.link() >= 0 && places.covering(s.index(), a.head()) != null) {
                    return new Position(s.index(), a.head());
                }
            }
        }
        return null;
    }

    private static @Nullable HarmMention rest(HarmMention whole, HarmMention part) {
        Integer all = exact(whole.count());
        Integer some = exact(part.count());
        if (all == null || some == null || all <= some) {
            return null;
        }
        return new HarmMention(
                part.at(),
                whole.deed(),
                whole.outcome(),
                whole.victim(),
                whole.category(),
                null,
                new Count(all - some, all - some, all - some, null),
                null,
                null,
                List.of(whole, part));
    }

    private static @Nullable Integer exact(@Nullable Count c) {
        return c != null && c.low() != null && c.low().equals(c.high()) ? c.low() : null;
    }
}
