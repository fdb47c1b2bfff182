package org.casus.extract.harm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
    private static final Set<String> REMAINS = Set.of("body", "corpse", "remains");

    /** Nouns that leave it to their body what sort of people they are. */
    private static final Set<String> WHOSE =
            Set.of("member", "leader", "head", "chief", "boss", "founder", "delegate");

    /** How badly some of the hurt are: "three seriously". */
    private static final Set<String> GRAVELY =
            Set.of(
                    "seriously",
                    "badly",
                    "critically",
                    "gravely",
                    "severely",
                    "fatally",
                    "slightly");

    private static final String NOT_KILLED = "outcome not-killed";

    /** What a sentence between a deed and its toll costs, against an e-fold of their sizes. */
    private static final double FAR = 0.1;

    /** What it costs if the deed's own number is not known. */
    private static final double UNSURE = 1;

    /** Notes of verbs that do not by themselves tell what befell the people counted with them. */
    private static final List<String> UNSURE_VERBS =
            List.of("likely", "lives", "aftermath", "of forces", "of a village", "in rubble");

    /** A verb of the outcome table with the words that follow it. */
    private record VerbOutcome(List<String> words, Harm.Outcome outcome, String slot) {}

    /** A row of the outcome table. */
    private record Outcome(
            char pos, Harm.Outcome outcome, List<String> victims, List<String> notes) {}

    private final Phrases<Outcome> outcomes = new Phrases<>();
    private final Lexicon lexicon;
    private final Numbers numbers;
    private final TollReader tolls;

    /** Phrases of a verb whose victims live, with what befell them: "left for dead". */
    private final Map<String, Harm.Outcome> spared = new HashMap<>();

    /** Verbs whose subject dies. */
    private final Set<String> dying = new HashSet<>();

    /** What verbs tell, by the verb; the longest phrase first. */
    private final Map<String, List<VerbOutcome>> verbs = new HashMap<>();

    private HarmFinder(Lexicon lexicon, Numbers numbers, TollReader tolls) {
        this.lexicon = lexicon;
        this.numbers = numbers;
        this.tolls = tolls;
    }

    public static HarmFinder load(Lexicon lexicon, Numbers numbers, Problems problems) {
        HarmFinder finder = new HarmFinder(lexicon, numbers, TollReader.load(numbers, problems));
        Table.read(
                "harm/outcomes.table",
                problems,
                row -> {
                    String name = row.get("outcome");
                    boolean verb = row.get("pos").equals("v");
                    if (verb && name.equals("killed") && row.get("victims").equals("subject")) {
                        finder.dying.add(row.get("word"));
                    }
                    if (!name.isEmpty()) {
                        try {
                            Harm.Outcome outcome =
                                    Harm.Outcome.valueOf(name.toUpperCase(Locale.ROOT));
                            if (verb && row.list("note").contains(NOT_KILLED)) {
                                finder.spared.put(row.get("word"), outcome);
                            } else if (verb) {
                                finder.verb(row, outcome);
                            } else {
                                finder.outcomes.put(
                                        row.get("word"),
                                        new Outcome(
                                                row.get("pos").charAt(0),
                                                outcome,
                                                row.list("victims"),
                                                row.list("note")));
                            }
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

    private void verb(Table.Row row, Harm.Outcome outcome) {
        if (UNSURE_VERBS.stream().anyMatch(row.get("note")::contains)) {
            return;
        }
        List<String> words = List.of(row.get("word").split(" ", -1));
        for (String slot : row.list("victims")) {
            List<VerbOutcome> all = verbs.computeIfAbsent(words.get(0), k -> new ArrayList<>(1));
            all.add(new VerbOutcome(words, outcome, slot));
            all.sort((a, b) -> b.words().size() - a.words().size());
        }
    }

    /**
     * All harm told in a report, in order, with its parts and remainders.
     *
     * @param befell whether the deed of a match reached anybody: what was only tried, planned or
     *     threatened harmed nobody
     */
    public List<HarmMention> find(
            Analysis analysis,
            List<Match> triggers,
            Predicate<Match> befell,
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
                if (m.frame().harm() != null && here.stream().noneMatch(x -> tellsMore(x, m))) {
                    HarmMention before = told.isEmpty() ? null : told.get(told.size() - 1);
                    byFrame(m, here, actors, places, before).stream()
                            .filter(h -> befell.test(m) || isNobody(h.count()))
                            .forEach(told::add);
                }
            }
            told.addAll(byVerb(s, here, befell, told, found, triggers, actors));
            told.addAll(byToll(s, here, told, found, triggers, actors));
            told.addAll(byWord(s, here, told, found, triggers, actors));
            aimedAt(s, here, told, actors);
            among(s, here, told, found, triggers, actors);
            once(s, told);
            parts(s, told, actors);
            included(s, told, actors);
            apposed(s, told, actors);
            breakdown(s, told, found, actors);
            told.sort((a, b) -> a.at().compareTo(b.at()));
            found.addAll(told);
            shares(s, found, actors, places);
            dropEchoes(s, found);
        }
        return found;
    }

    // ---- harm that a frame tells

    private List<HarmMention> byFrame(
            Match m,
            List<Match> here,
            Mentions<Actor> actors,
            Mentions<Place> places,
            @Nullable HarmMention before) {
        Sentence s = m.sentence();
        List<HarmMention> told = new ArrayList<>();
        for (Match.Filler f : m.fillers(Role.TARGET)) {
            if (m.fillers(Role.SOURCE).stream().noneMatch(x -> x.head() == f.head())
                    && isPeople(s, f.head(), actors)
                    && told.stream().noneMatch(h -> h.at().token() == f.head())) {
                List<Integer> counted = toll(s, f.head());
                Match deed = counted.isEmpty() ? m : namedUnder(m, here);
                for (int head : counted.isEmpty() ? List.of(f.head()) : counted) {
                    told.add(
                            mention(
                                    s,
                                    head,
                                    deed,
                                    outcome(m, f.head()),
                                    actors,
                                    told.isEmpty() ? before : told.get(told.size() - 1)));
                }
            }
        }
        for (int w : told.isEmpty() ? m.words() : List.<Integer>of()) {
            Count lost = numbers.count(s, w);
            if (s.token(w).is("life") && lost != null) {
                told.add(mention(s, w, m, outcome(m, w), actors, null)); // "claimed 43 lives"
            }
        }
        int roundly = told.isEmpty() ? behindPreposition(m, actors) : -1;
        if (roundly >= 0) {
            told.add(mention(s, roundly, m, outcome(m, roundly), actors, before));
        }
        Enumeration list = new Enumeration(s, i -> isCountedPeople(s, i, actors));
        for (HarmMention first : List.copyOf(told)) {
            int at = first.at().token();
            boolean among = told.stream().anyMatch(h -> h.at().token() > at);
            for (int member :
                    among
                            ? List.<Integer>of()
                            : list.after(at, at < m.head() ? m.head() : s.size())) {
                told.add(mention(s, member, m, first.outcome(), actors, null));
            }
        }
        return eachItsPlace(s, told, places);
    }

    /**
     * "killed between 30 and 40 soldiers", "wounded up to ten people": parsers take the words
     * before the number for a preposition of the verb. The counted noun, or -1.
     */
    private int behindPreposition(Match m, Mentions<Actor> actors) {
        Sentence s = m.sentence();
        int next = m.head() + 1;
        if (m.kind() != Match.Kind.VERB
                || next >= s.size()
                || !s.token(next).is("between", "up", "in", "close", "over", "about", "around")
                || s.child(m.head(), "auxpass") >= 0) {
            return -1;
        }
        for (int i = next + 1; i < s.size() && i < next + 9; i++) {
            if (s.token(i).isVerb() || s.token(i).is(",", "on", "at", "from")) {
                return -1;
            }
            if (s.token(i).isNoun() && isCountedPeople(s, i, actors)) {
                Count count = numbers.count(s, i);
                Span words = count == null ? null : count.span();
                return words != null && words.start() <= s.token(next + 2).span().start() ? i : -1;
            }
        }
        return -1;
    }

    /** In "the number of people killed in the bombing" the deed is the bombing. */
    private static Match namedUnder(Match m, List<Match> here) {
        for (Match x : here) {
            if (x != m && isDeed(x) && x.sentence().under(x.head(), m.head())) {
                return x;
            }
        }
        return m;
    }

    /** In "shot dead 13 men and wounded 16" the word that stands nearest tells. */
    private Harm.Outcome outcome(Match m, int victim) {
        int dead = dead(m);
        if (dead >= 0 && m.words().stream().noneMatch(w -> w > dead && w < victim)) {
            return Harm.Outcome.KILLED;
        }
        StringBuilder phrase = new StringBuilder();
        m.words()
                .forEach(
                        w ->
                                phrase.append(phrase.isEmpty() ? "" : " ")
                                        .append(m.sentence().token(w).lemma()));
        Harm.Outcome lives = spared.get(phrase.toString());
        return lives == null ? Objects.requireNonNull(m.frame().harm()) : lives;
    }

    /** "shot dead" tells what "shot" leaves open, of the same people. */
    private static boolean tellsMore(Match more, Match m) {
        return more != m
                && more.frame().harm() != null
                && more.head() == m.head()
                && more.words().size() > m.words().size();
    }

    /** The word "dead" right behind a verb, as in "shot dead 13 men", or -1. */
    private static int dead(Match m) {
        int next = m.head() + 1;
        Sentence s = m.sentence();
        return m.kind() == Match.Kind.VERB && next < s.size() && s.token(next).is("dead")
                ? next
                : -1;
    }

    private static boolean isSeveralOrNone(@Nullable Count count) {
        return count != null && (count.low() == null || count.low() != 1);
    }

    private static boolean isNobody(@Nullable Count count) {
        return count != null && count.high() != null && count.high() == 0;
    }

    /**
     * The numbers of people counted by another noun: "lowered the number of people killed to 20".
     */
    private List<Integer> toll(Sentence s, int people) {
        int counting = numbers.count(s, people) == null ? tolls.counting(s, people) : -1;
        return counting < 0 ? List.of() : tolls.told(s, counting).numbers();
    }

    private boolean isCountedPeople(Sentence s, int i, Mentions<Actor> actors) {
        return s.token(i).isNoun()
                && !numbers.isNumber(s.token(i))
                && isPeople(s, i, actors)
                && numbers.count(s, i) != null;
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
        if (s.token(noun).isPronoun() && noun + 1 < s.size() && s.token(noun + 1).isNoun()) {
            category = category(s, noun + 1, actors); // "nine of them policemen"
        }
        Position victim = new Position(s.index(), noun);
        Span span = people(s, head, noun, deed);
        if (category.equals("unknown") && isEllipsis(s.token(noun)) && before != null) {
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

    /** "and thirty wounded", "dozens more", "at least six others": of those just spoken of. */
    private boolean isEllipsis(Token t) {
        return numbers.isNumber(t) || t.is("other", "others", "more");
    }

    /** In "25 of its fighters" and "dozens of villagers" the people stand after of. */
    private int noun(Sentence s, int head) {
        int noun = counts(s, head);
        return noun == head ? head : counts(s, noun); // "tens of thousands of people"
    }

    private int counts(Sentence s, int head) {
        Token t = s.token(head);
        if (numbers.isNumber(t)
                || t.is(
                        "number",
                        "group",
                        "column",
                        "busload",
                        "boatload",
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
            boolean stands = count != null || numbers.isNumber(s.token(head));
            return stands || !s.token(head).isNoun() ? count : numbers.count(s, noun);
        }
        for (int of : s.arguments(head, "of")) {
            if (numbers.isNumber(s.token(of)) && lexicon.collective(s, head) != null) {
                return numbers.count(s, of); // "its crew of four"
            }
        }
        Token t = s.token(noun);
        Mention<Actor> actor = actors.at(s.index(), noun);
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, noun);
        boolean named = person != null && !person.value().notes().contains("plural");
        boolean office =
                person == null
                        && lexicon.collective(s, noun) == null
                        && actor != null
                        && actor.value().kind() == Actor.Kind.PERSON;
        boolean one =
                t.pos().equals("NN") && (named || office)
                        || t.pos().equals("NNP")
                                && actor != null
                                && actor.value().kind() == Actor.Kind.PERSON
                        || t.is("he", "she", "him", "her");
        return one ? Count.exactly(1, t.span()) : null;
    }

    private boolean isPeople(Sentence s, int head, Mentions<Actor> actors) {
        if (REMAINS.contains(s.token(head).lemma()) && !s.arguments(head, "of").isEmpty()) {
            return false; // "the bodies of two farmers": the farmers are the victims
        }
        int noun = noun(s, head);
        return actors.at(s.index(), noun) != null
                || lexicon.is("@person", s, noun)
                || s.token(noun).is("anyone", "anybody")
                || numbers.isNumber(s.token(head));
    }

    private String category(Sentence s, int noun, Mentions<Actor> actors) {
        Phrases.Found<Lexicon.Person> person = lexicon.person(s, noun);
        if (person != null) {
            String own = person.value().category();
            return own.isEmpty() || own.equals("unknown") ? ofBody(s, noun) : own;
        }
        Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, noun);
        if (body != null) {
            return body.value().category().isEmpty() ? "unknown" : body.value().category();
        }
        Mention<Actor> actor = actors.at(s.index(), noun);
        return actor == null ? "unknown" : categoryOf(actor.value());
    }

    /** "leaders of the peasant union": people are what their body is. */
    private String ofBody(Sentence s, int noun) {
        if (WHOSE.contains(s.token(noun).lemma())) {
            for (int of : s.arguments(noun, "of")) {
                Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, of);
                if (body != null && !body.value().category().isEmpty()) {
                    return body.value().category();
                }
            }
        }
        return "unknown";
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

    private static Span people(Sentence s, int head, int noun, Match deed) {
        int first = head;
        for (int c : s.children(head)) {
            Token t = s.token(c);
            boolean told = // "shot dead 13 men"
                    deed.sentence() == s && (deed.words().contains(c) || dead(deed) == c);
            if (c < head
                    && !told
                    && !t.labelled("punct", "cc", "preconj", "prep", "relcl", "advcl")) {
                first = Math.min(first, s.first(c));
            }
        }
        return s.span(first, Math.max(head, noun));
    }

    // ---- harm that a verb tells of people counted, whatever deed it belongs to

    /**
     * "a rocket hit the school and hurt six girls", "kept nine men hostage", "no one was hurt when
     * the bomb went off": the verb is no deed by itself, or one whose frame leaves open what it
     * does to people.
     */
    private List<HarmMention> byVerb(
            Sentence s,
            List<Match> here,
            Predicate<Match> befell,
            List<HarmMention> told,
            List<HarmMention> earlier,
            List<Match> triggers,
            Mentions<Actor> actors) {
        List<HarmMention> more = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int verb = i;
            VerbOutcome tells = s.token(i).isVerb() ? verbOutcome(s, i) : null;
            Match own = null;
            for (Match m : here) {
                own = m.words().contains(verb) && own == null ? m : own;
            }
            if (tells == null
                    || own == null && dying.contains(s.token(verb).lemma()) // for a toll to tell
                    || own != null && (own.head() != verb || !harms(own))
                    || own != null && told.stream().anyMatch(h -> h.deed().head() == verb)) {
                continue;
            }
            for (int victim : s.arguments(verb, tells.slot())) {
                Count count = own == null ? numbers.count(s, victim) : one(s, victim, actors);
                boolean nobody = isNobody(count);
                boolean reached = own == null ? isFact(s, verb) : befell.test(own);
                if (count == null
                        || !isPeople(s, victim, actors)
                        || !nobody && !reached
                        || told.stream().anyMatch(h -> h.at().token() == victim)
                        || more.stream().anyMatch(h -> h.at().token() == victim)) {
                    continue;
                }
                Match deed = own == null ? deed(s, verb, here, earlier, triggers) : own;
                if (deed != null) {
                    more.add(mention(s, victim, deed, tells.outcome(), actors, null));
                }
            }
        }
        return more;
    }

    /** The number of people, also where it is one without saying so: "its watchman". */
    private @Nullable Count one(Sentence s, int victim, Mentions<Actor> actors) {
        return count(s, victim, victim, actors);
    }

    private static boolean harms(Match m) {
        return m.frame().harm() == null
                && (m.frame().type().equals("ASSAULT") || m.frame().type().equals("COERCE"));
    }

    /** What a verb with the words behind it tells, or null. */
    private @Nullable VerbOutcome verbOutcome(Sentence s, int verb) {
        for (VerbOutcome v : verbs.getOrDefault(s.token(verb).lemma(), List.of())) {
            int at = verb;
            for (String word : v.words().subList(1, v.words().size())) {
                at = at < 0 ? -1 : following(s, at, verb, word);
            }
            if (at >= 0) {
                return v;
            }
        }
        return null;
    }

    /** A word of a verb's phrase among those that hang on it behind another; or -1. */
    private static int following(Sentence s, int after, int verb, String word) {
        for (int i = after + 1; i < s.size() && i < after + 6; i++) {
            if (s.token(i).is(word) && s.under(i, verb)) {
                return i;
            }
        }
        return -1;
    }

    /** Told as done, as far as the verb's own form tells: no "not", "may", "to" or "if". */
    private static boolean isFact(Sentence s, int verb) {
        return s.child(verb, "neg") < 0
                && s.children(verb).stream()
                        .map(s::token)
                        .noneMatch(
                                c ->
                                        c.pos().matches("MD|TO")
                                                || c.labelled("mark")
                                                        && c.is("if", "unless", "lest", "whether"));
    }

    // ---- tolls: "the number of the dead has risen to 40"

    private List<HarmMention> byToll(
            Sentence s,
            List<Match> here,
            List<HarmMention> told,
            List<HarmMention> earlier,
            List<Match> triggers,
            Mentions<Actor> actors) {
        List<HarmMention> more = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Phrases.Found<Outcome> hit = outcomes.endingAt(s, i);
            if (hit == null || hit.value().notes().contains("of the deed")) {
                continue;
            }
            boolean bare = hit.value().notes().contains("toll");
            int counting = tolls.counting(s, i);
            int toll = counting >= 0 ? counting : i;
            boolean names =
                    bare
                            || counting >= 0
                            || isDefinite(s, i) && isNominal(s, i)
                            || i > 0 && s.token(i - 1).is("the") && tolls.amountsBehind(s, i);
            if (!names || numbers.count(s, i) != null) {
                continue;
            }
            TollReader.Told amount = tolls.told(s, toll);
            boolean rivals = amount.numbers().isEmpty(); // "tolls of 30 and 40" are no sum
            List<Integer> heads =
                    rivals && (bare || counting >= 0) ? tolls.of(s, toll) : amount.numbers();
            Harm.Outcome outcome = hit.value().outcome();
            Match named =
                    heads.isEmpty()
                            ? null
                            : tollDeed(
                                    s,
                                    toll,
                                    rivals ? heads.subList(0, 1) : heads,
                                    outcome,
                                    here,
                                    earlier,
                                    triggers);
            if (named == null) {
                continue;
            }
            HarmMention whole = amount.parts() ? whole(s, outcome, named, told, earlier) : null;
            Match deed = whole == null ? named : whole.deed();
            for (int head : heads) {
                if (told.stream().noneMatch(h -> h.at().token() == head)
                        && more.stream().noneMatch(h -> h.at().token() == head)) {
                    HarmMention h = mention(s, head, deed, outcome, actors, null);
                    h = tolls.exceeds(s, head) ? atLeast(h) : h;
                    more.add(whole == null ? h : partOf(h, whole));
                }
            }
        }
        for (int i = 0; i < s.size(); i++) {
            int subject = dead(s, i, here);
            Match deed =
                    subject < 0 || told.stream().anyMatch(h -> h.at().token() == subject)
                            ? null
                            : tollDeed(
                                    s,
                                    i,
                                    List.of(subject),
                                    Harm.Outcome.KILLED,
                                    here,
                                    earlier,
                                    triggers);
            if (deed != null) {
                more.add(mention(s, subject, deed, Harm.Outcome.KILLED, actors, null));
            }
        }
        return more;
    }

    /** "60 people died", without a word of how: the counted subject of such a verb, or -1. */
    private int dead(Sentence s, int verb, List<Match> here) {
        Token t = s.token(verb);
        boolean plain = t.pos().equals("VBD") || t.pos().equals("VBN") && s.child(verb, "aux") >= 0;
        if (!plain
                || !dying.contains(t.lemma())
                || s.child(verb, "neg", "prep", "advcl") >= 0
                || here.stream().anyMatch(m -> m.words().contains(verb))) {
            return -1;
        }
        int subject = s.child(verb, "nsubj");
        Count count = subject < 0 ? null : numbers.count(s, subject);
        return count != null && count.low() != null && count.low() > 1 ? subject : -1;
    }

    private static HarmMention atLeast(HarmMention h) {
        Count c = h.count();
        return c == null ? h : counted(h, new Count(c.low(), c.best(), null, c.span()));
    }

    private static HarmMention counted(HarmMention h, Count count) {
        return new HarmMention(
                h.at(),
                h.deed(),
                h.outcome(),
                h.victim(),
                h.category(),
                h.span(),
                count,
                h.place(),
                h.partOf(),
                h.minus());
    }

    private static boolean isDefinite(Sentence s, int i) {
        return s.children(i).stream()
                .anyMatch(
                        c ->
                                c < i
                                        && (s.token(c).is("the", "these", "those")
                                                || s.token(c).labelled("poss")));
    }

    private static boolean isNominal(Sentence s, int i) {
        return s.token(i).labelled("nsubj", "nsubjpass", "dobj", "pobj");
    }

    /** The last number told of an outcome of a deed. */
    private static @Nullable HarmMention whole(
            Sentence s,
            Harm.Outcome outcome,
            Match deed,
            List<HarmMention> told,
            List<HarmMention> earlier) {
        List<HarmMention> all = new ArrayList<>(earlier);
        all.addAll(told);
        for (int k = all.size() - 1; k >= 0; k--) {
            HarmMention h = all.get(k);
            if (h.outcome() == outcome
                    && h.count() != null
                    && h.partOf() == null
                    && h.minus() == null
                    && h.deed().frame().type().equals(deed.frame().type())
                    && s.index() - h.at().sentence() <= 5) {
                return h;
            }
        }
        return null;
    }

    /** Two officers of thirteen soldiers killed are combatants still, and children are children. */
    private static String narrower(String part, String whole) {
        boolean vague = whole.equals("unknown") || whole.equals("civilian");
        return vague && !part.equals("unknown") || part.equals("child") ? part : whole;
    }

    private static HarmMention partOf(HarmMention part, HarmMention whole) {
        return new HarmMention(
                part.at(),
                part.deed(),
                part.outcome(),
                part.victim(),
                narrower(part.category(), whole.category()),
                part.span(),
                part.count(),
                null,
                whole,
                null);
    }

    /**
     * The deed that a toll is the toll of: the one its own words name ("the toll of the bombing"),
     * else one of the same sentence, else of those told before the one that did such harm, in the
     * order of the toll's size and not far off.
     */
    private @Nullable Match tollDeed(
            Sentence s,
            int toll,
            List<Integer> heads,
            Harm.Outcome outcome,
            List<Match> here,
            List<HarmMention> earlier,
            List<Match> triggers) {
        Match named = null;
        for (Match m : here) {
            if (isDeed(m) && (named == null || !s.under(named.head(), toll))) {
                named = named == null || s.under(m.head(), toll) ? m : named;
            }
        }
        if (named != null) {
            return named;
        }
        long size = 0;
        for (int head : heads) {
            Count count = numbers.count(s, head);
            size += count == null ? 0 : count.low() != null ? count.low() : orZero(count.high());
        }
        Match best = null;
        double least = Double.MAX_VALUE;
        for (HarmMention h : earlier) {
            if (!h.deed().frame().type().equals("ASSAULT")) {
                continue;
            }
            double cost = FAR * (s.index() - h.at().sentence());
            if (h.outcome() != outcome || h.count() == null || h.count().low() == null) {
                cost += UNSURE;
            } else {
                cost += Math.min(2, Math.abs(Math.log((size + 1.0) / (h.count().low() + 1.0))));
            }
            if (cost <= least) {
                least = cost;
                best = h.deed();
            }
        }
        for (Match m : best == null ? triggers : List.<Match>of()) {
            if (isDeed(m) && m.sentence().index() < s.index()) {
                return m;
            }
        }
        return best;
    }

    private static int orZero(@Nullable Integer n) {
        return n == null ? 0 : n;
    }

    private static boolean isDeed(Match m) {
        return m.frame().type().equals("ASSAULT") && m.kind() != Match.Kind.AGENT;
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
            boolean verb = s.token(i).isVerb() && !isFigure(s, i) && !s.lower(i).equals("missing");
            Phrases.Found<Outcome> hit = verb ? null : outcomes.endingAt(s, i);
            boolean taken =
                    here.stream()
                                    .anyMatch(
                                            m ->
                                                    m.words().contains(at)
                                                            && !(m.frame().alone()
                                                                    && m.kind() != Match.Kind.VERB)
                                                            && (m.head() != at
                                                                    || !isFigure(s, at)
                                                                    || told.stream()
                                                                            .anyMatch(
                                                                                    h ->
                                                                                            h.deed()
                                                                                                    == m)))
                            || told.stream()
                                    .anyMatch(
                                            h ->
                                                    h.at().token() == at
                                                            || (h.victim() != null
                                                                    && h.victim().token() == at));
            if (hit == null
                    || taken
                    || (hit.value().pos() == 'n') != s.token(i).isNoun()
                            && !isFigure(s, i)
                            && !s.token(i).is("dead", "wounded", "injured")
                            && !s.lower(i).equals("missing")) {
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

    /**
     * Without a frame, only a number makes it worth telling; and where no hostage was harmed, there
     * are hostages.
     */
    private boolean isCounted(Sentence s, int victim, Outcome outcome) {
        Count count = numbers.count(s, victim);
        boolean alive =
                outcome.outcome() != Harm.Outcome.KILLED
                        && outcome.outcome() != Harm.Outcome.INJURED;
        return count != null
                && !outcome.notes().contains("of the deed")
                && !(alive && isNobody(count));
    }

    /** "45 dead and 120 wounded": the number itself counts them. */
    private boolean isFigure(Sentence s, int word) {
        Token t = s.token(word);
        return word > 0
                && t.is("dead", "wounded", "wound", "injured", "injure", "missing", "hurt")
                && !t.pos().matches("VB[DZP]")
                && !t.labelled("root", "ccomp", "conj", "relcl", "nsubj", "dobj")
                && s.token(word - 1).pos().equals("CD")
                && numbers.isNumber(s.token(word - 1))
                && (word + 1 == s.size() || !s.token(word + 1).isNoun());
    }

    /** The word itself, or whom it is said of: "nine miners are missing", "fifty were dead". */
    private static List<Integer> self(Sentence s, int word) {
        Token t = s.token(word);
        if (t.labelled("acl", "amod") && t.head() >= 0 && s.token(t.head()).pos().equals("CD")) {
            return List.of(t.head()); // "with twelve still missing"
        }
        boolean said = t.labelled("acomp") && t.head() >= 0;
        if (!said && !t.isVerb()) {
            return List.of(word);
        }
        int verb = said ? t.head() : word;
        int subject = s.child(verb, "nsubj", "nsubjpass");
        List<Integer> bare = s.arguments(verb, "number"); // "and that 223 were still missing"
        if (subject < 0 && !bare.isEmpty()) {
            return bare;
        }
        return s.arguments(verb, "subject").stream()
                .filter(a -> subject < 0 || s.under(a, subject))
                .toList();
    }

    private List<Integer> victims(Sentence s, int word, Outcome outcome) {
        List<Integer> found = new ArrayList<>();
        if (isFigure(s, word) && numbers.count(s, word) == null) {
            return List.of(word - 1);
        }
        for (String slot : outcome.victims()) {
            switch (slot) {
                case "self" -> found.addAll(self(s, word));
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
        Count own = found.isEmpty() ? numbers.count(s, word) : null;
        if (outcome.pos() == 'n' && outcome.notes().contains("count") && isSeveralOrNone(own)) {
            found.add(word); // "no injuries", "six deaths"
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
                        told.add(partOf(part, whole));
                    }
                }
            }
        }
    }

    /**
     * "six were seized, including two Danes", "80 people were driven out, among them 30 children":
     * the parts stand behind the verb, and belong to the number told last.
     */
    private void included(Sentence s, List<HarmMention> told, Mentions<Actor> actors) {
        for (int i = 1; i + 2 < s.size(); i++) {
            boolean among = s.token(i).is("among") && s.token(i + 1).is("they", "them", "who");
            if (!among && !s.lower(i).equals("including")) {
                continue;
            }
            int part = counted(s, among ? i + 2 : i + 1, actors);
            HarmMention whole = null;
            for (HarmMention h : told) {
                boolean before = h.at().sentence() == s.index() && h.at().token() < i;
                boolean last = whole == null || whole.at().token() < h.at().token();
                whole = before && last && h.partOf() == null && h.minus() == null ? h : whole;
            }
            if (part >= 0
                    && whole != null
                    && whole.count() != null
                    && holds(whole.count(), numbers.count(s, part))
                    && told.stream().noneMatch(h -> h.at().token() == part && h.partOf() != null)) {
                told.removeIf(h -> h.at().token() == part);
                told.add(
                        partOf(
                                mention(s, part, whole.deed(), whole.outcome(), actors, whole),
                                whole));
            }
        }
    }

    /**
     * "three people, one a policeman, were killed", "seventeen were hurt, three seriously": a
     * number between commas behind a larger one is part of it.
     */
    private void apposed(Sentence s, List<HarmMention> told, Mentions<Actor> actors) {
        for (int i = 2; i + 1 < s.size(); i++) {
            int at = i;
            int next = i + 1;
            boolean opens = s.lower(i - 1).equals(",") && s.token(i).pos().equals("CD");
            boolean kind = s.token(next).is("a", "an") && next + 1 < s.size();
            boolean gravely = GRAVELY.contains(s.lower(next));
            int person = kind ? people(s, next + 1, actors) : -1;
            if (!opens || !(gravely || person >= 0)) {
                continue;
            }
            HarmMention whole = null;
            for (HarmMention h : told) {
                boolean before = h.at().sentence() == s.index() && h.at().token() < i;
                whole = before && isWhole(h) ? h : whole;
            }
            Count count = numbers.count(s, i);
            if (whole != null
                    && count != null
                    && !count.equals(whole.count())
                    && holds(whole.count(), count)
                    && told.stream().noneMatch(h -> h.at().token() == at)) {
                HarmMention part =
                        new HarmMention(
                                new Position(s.index(), i),
                                whole.deed(),
                                whole.outcome(),
                                person < 0 ? whole.victim() : new Position(s.index(), person),
                                person < 0 ? whole.category() : category(s, person, actors),
                                s.span(i, person < 0 ? i : person),
                                count,
                                null,
                                null,
                                null);
                told.add(partOf(part, whole));
            }
        }
    }

    /** The noun for a person within three words, or -1. */
    private int people(Sentence s, int from, Mentions<Actor> actors) {
        for (int i = from; i < s.size() && i < from + 3; i++) {
            if (s.token(i).pos().equals("NN")
                    && isPeople(s, i, actors)
                    && !(i + 1 < s.size() && s.token(i + 1).isNoun())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * "opened fire on the strikers, killing nineteen": those who are only a number are of those
     * whom the deed over it was aimed at.
     */
    private void aimedAt(
            Sentence s, List<Match> here, List<HarmMention> told, Mentions<Actor> actors) {
        told.replaceAll(
                h -> {
                    int verb = h.deed().sentence() == s ? verbOver(s, h.at().token()) : -1;
                    boolean bare =
                            h.category().equals("unknown")
                                    && isEllipsis(s.token(h.at().token()))
                                    && (h.victim() == null || h.victim().equals(h.at()));
                    int up =
                            verb >= 0 && s.token(verb).labelled("advcl")
                                    ? s.token(verb).head()
                                    : -1;
                    for (Match m : bare && up >= 0 ? here : List.<Match>of()) {
                        if (m.head() == up) {
                            for (Role role : List.of(Role.TARGET, Role.OBJECT)) {
                                for (Match.Filler f : m.fillers(role)) {
                                    String kind = category(s, f.head(), actors);
                                    if (isPeople(s, f.head(), actors) && !kind.equals("unknown")) {
                                        return of(h, kind);
                                    }
                                }
                            }
                        }
                    }
                    return h;
                });
    }

    private static int verbOver(Sentence s, int token) {
        int at = s.token(token).head();
        return at >= 0 && s.token(at).isVerb() ? at : -1;
    }

    private static HarmMention of(HarmMention h, String category) {
        return new HarmMention(
                h.at(),
                h.deed(),
                h.outcome(),
                h.victim(),
                category,
                h.span(),
                h.count(),
                h.place(),
                h.partOf(),
                h.minus());
    }

    /** "fifty of them worshippers": one number is told once, as the part that it is. */
    private static void dropEchoes(Sentence s, List<HarmMention> found) {
        found.removeIf(
                h ->
                        h.at().sentence() == s.index()
                                && spanOf(h) != null
                                && found.stream()
                                        .anyMatch(
                                                x ->
                                                        x != h
                                                                && x.outcome() == h.outcome()
                                                                && x.partOf() != null
                                                                && Objects.equals(
                                                                        spanOf(x), spanOf(h))
                                                                && (h.partOf() == null
                                                                        || h.at().token()
                                                                                > x.at().token())));
    }

    private static @Nullable Span spanOf(HarmMention h) {
        return h.count() == null || h.minus() != null ? null : h.count().span();
    }

    private static boolean isOf(HarmMention h, HarmMention described) {
        return h.count() != null && Objects.equals(h.victim(), described.victim());
    }

    /**
     * "two children were among the dead", "among the 16 dead were two doctors": said to have
     * suffered what those suffered, and part of their number.
     */
    private void among(
            Sentence s,
            List<Match> here,
            List<HarmMention> told,
            List<HarmMention> earlier,
            List<Match> triggers,
            Mentions<Actor> actors) {
        for (int i = 0; i < s.size(); i++) {
            int verb = s.token(i).is("among") ? s.token(i).head() : -1;
            int whom = verb >= 0 && s.token(verb).is("be") ? s.child(i, "pobj") : -1;
            int word = whom >= 0 && s.token(whom).pos().equals("CD") ? whom + 1 : whom;
            Phrases.Found<Outcome> hit =
                    word < 0 || word >= s.size() ? null : outcomes.endingAt(s, word);
            if (hit == null) {
                continue;
            }
            List<Integer> people = new ArrayList<>(s.arguments(verb, "subject"));
            people.addAll(s.arguments(verb, "complement"));
            for (int person : people) {
                Match deed = deed(s, whom, here, earlier, triggers);
                if (deed == null
                        || person == whom
                        || numbers.count(s, person) == null
                        || !isPeople(s, person, actors)
                        || told.stream().anyMatch(h -> h.at().token() == person)) {
                    continue;
                }
                HarmMention part = mention(s, person, deed, hit.value().outcome(), actors, null);
                HarmMention whole = null;
                for (HarmMention h : told) {
                    whole = h.at().token() == whom && h.count() != null ? h : whole;
                }
                told.add(whole == null ? part : partOf(part, whole));
            }
        }
    }

    /** "soldiers captured in Arsal are still held": what two verbs tell of the same people. */
    private static void once(Sentence s, List<HarmMention> told) {
        for (int i = told.size() - 1; i >= 0; i--) {
            HarmMention later = told.get(i);
            boolean described =
                    later.count() == null
                            && later.deed().sentence() == s
                            && s.token(later.deed().head()).labelled("amod", "nmod");
            if (described && told.stream().anyMatch(h -> h != later && isOf(h, later))) {
                told.remove(i); // "forty of the kidnapped workers were found dead"
                continue;
            }
            boolean again =
                    told.subList(0, i).stream()
                            .anyMatch(
                                    h ->
                                            h.outcome() == later.outcome()
                                                    && (h.at().equals(later.at())
                                                            || later.count() == null
                                                                    && Objects.equals(
                                                                            h.victim(),
                                                                            later.victim())));
            if (again) {
                told.remove(i);
            }
        }
    }

    /** The people counted whose number begins at a word, or -1. */
    private int counted(Sentence s, int first, Mentions<Actor> actors) {
        for (int i = first; i < s.size() && i < first + 6; i++) {
            Token t = s.token(i);
            if (t.isVerb() || t.is(",", "and", "in", "of")) {
                return -1;
            }
            if (isCountedPeople(s, i, actors)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * "190 people died: 150 civilians and 40 soldiers", "It listed 150 civilians and 40 soldiers":
     * the parts of a toll just told, known by their sum or by the verb.
     */
    private void breakdown(
            Sentence s, List<HarmMention> told, List<HarmMention> earlier, Mentions<Actor> actors) {
        for (int i = 0; i < s.size(); i++) {
            if (s.token(i).labelled("conj", "nsubj", "nsubjpass")
                    || !isCountedPeople(s, i, actors)) {
                continue;
            }
            List<Integer> row = tolls.row(s, i);
            int first = i;
            HarmMention whole = null;
            for (HarmMention h : earlier) {
                whole = s.index() - h.at().sentence() <= 1 && isWhole(h) ? h : whole;
            }
            for (HarmMention h : told) {
                whole = isWhole(h) && h.at().token() < first ? h : whole;
            }
            Integer all = whole == null ? null : exact(whole.count());
            boolean fresh =
                    told.stream().noneMatch(h -> row.contains(h.at().token()))
                            && row.stream().allMatch(x -> isCountedPeople(s, x, actors));
            if (whole == null || all == null || row.size() < 2 || !fresh) {
                continue;
            }
            int sum = 0;
            for (int x : row) {
                Integer n = exact(numbers.count(s, x));
                sum = n == null || sum < 0 ? -1 : sum + n;
            }
            int verb = s.token(i).head();
            boolean listed = verb >= 0 && s.token(i).labelled("dobj") && tolls.lists(s.token(verb));
            if (sum == all || listed && sum > 0 && sum < all) {
                for (int x : row) {
                    told.add(
                            partOf(
                                    mention(s, x, whole.deed(), whole.outcome(), actors, null),
                                    whole));
                }
            }
        }
    }

    private static boolean isWhole(HarmMention h) {
        return h.partOf() == null && h.minus() == null && exact(h.count()) != null;
    }

    /**
     * "Fifteen of those deaths were in the capital": part of a number told before; the rest was
     * elsewhere.
     */
    private void shares(
            Sentence s, List<HarmMention> found, Mentions<Actor> actors, Mentions<Place> places) {
        for (int i = 0; i < s.size(); i++) {
            boolean share = s.token(i).is("half", "most", "all", "majority", "third", "quarter");
            if (!share && !numbers.isNumber(s.token(i))) {
                continue;
            }
            for (int noun : s.arguments(i, "of")) {
                HarmMention whole = freed(s, i) ? null : whole(s, i, noun, found);
                Count count = share && whole != null ? share(s, i, whole) : numbers.count(s, i);
                int at = i;
                if (whole == null
                        || !share && count == null
                        || found.stream()
                                .anyMatch(
                                        h ->
                                                h.at().equals(new Position(s.index(), at))
                                                        && h.partOf() != null)) {
                    continue;
                }
                found.removeIf(h -> h.at().equals(new Position(s.index(), at)) && h != whole);
                Position place = placeOf(s, i, places);
                int kind = kind(s, i, noun);
                HarmMention part =
                        new HarmMention(
                                new Position(s.index(), i),
                                whole.deed(),
                                whole.outcome(),
                                whole.victim(),
                                kind < 0
                                        ? whole.category()
                                        : narrower(category(s, kind, actors), whole.category()),
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

    /** What sort of people a part is: "nine of them policemen", "nine of the dead were nurses". */
    private static int kind(Sentence s, int number, int noun) {
        int next = noun + 1;
        while (next < s.size() && s.token(next).pos().matches("JJ|NNS?|VBG|RB|DT|NNPS?")) {
            if (s.token(next).pos().startsWith("NN")
                    && (next + 1 == s.size() || !s.token(next + 1).pos().startsWith("NN"))) {
                return s.token(noun).isPronoun() ? next : -1;
            }
            next++;
        }
        int verb = s.token(number).head();
        boolean is =
                verb > number
                        && s.token(verb).is("be")
                        && s.token(number).labelled("nsubj", "nsubjpass");
        int attribute = is ? s.child(verb, "attr") : -1;
        return attribute >= 0 && s.token(attribute).pos().equals("NNS") ? attribute : -1;
    }

    /** "half of them", "most of the victims": what a share comes to, as far as it is a number. */
    private static @Nullable Count share(Sentence s, int share, HarmMention whole) {
        Integer all = exact(whole.count());
        if (all == null) {
            return null;
        }
        Span span = s.token(share).span();
        boolean more = share > 1 && s.token(share - 1).is("than") && s.token(share - 2).is("more");
        boolean bent = share > 0 && s.token(share - 1).is("almost", "nearly", "about", "than");
        return switch (s.token(share).lemma()) {
            case "all" -> bent ? null : Count.exactly(all, span);
            case "most", "majority" -> new Count(all / 2 + 1, null, null, span);
            case "half" ->
                    more
                            ? new Count(all / 2 + 1, null, null, span)
                            : bent || all % 2 != 0 ? null : Count.exactly(all / 2, span);
            case "third" -> bent || all % 3 != 0 ? null : Count.exactly(all / 3, span);
            default -> bent || all % 4 != 0 ? null : Count.exactly(all / 4, span);
        };
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
        for (HarmMention h : found) {
            boolean there = h.at().equals(new Position(s.index(), noun));
            if (there && h.count() != null && holds(h.count(), numbers.count(s, number))) {
                return h; // "two of the eleven wounded"
            }
        }
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
                    && holds(h.count(), numbers.count(s, number))
                    && (hit == null || h.outcome() == hit.value().outcome())) {
                return s.index() - h.at().sentence() <= 5 ? h : null;
            }
        }
        return null;
    }

    /** Whether a number can be part of another. */
    private static boolean holds(@Nullable Count whole, @Nullable Count part) {
        Integer most = whole == null ? null : whole.high();
        Integer least = part == null ? null : part.low();
        return most == null || least == null || least <= most;
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
