package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.jspecify.annotations.Nullable;

/** Finds the noun phrases of a report that may be actors and reads what each says by itself. */
final class Phrases {
    private static final Set<String> PERSONAL =
            Set.of("he", "she", "him", "her", "his", "hers", "himself", "herself");
    private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "themselves", "both");
    private static final Set<String> THING = Set.of("it", "its", "itself");
    private static final Set<String> NAME_ENTITIES = Set.of("PERSON", "ORG", "NORP", "GPE");

    private static final Set<String> RELATIONAL =
            Set.of(
                    "member",
                    "group",
                    "leader",
                    "chief",
                    "head",
                    "director",
                    "unit",
                    "column",
                    "commander",
                    "secretary",
                    "president",
                    "minister",
                    "faction",
                    "wing",
                    "supporter",
                    "follower",
                    "son",
                    "daughter",
                    "wife",
                    "brother",
                    "father",
                    "mother",
                    "relative",
                    "owner",
                    "manager",
                    "mayor",
                    "governor",
                    "bishop",
                    "resident",
                    "inhabitant",
                    "native",
                    "crew",
                    "band");

    private static final int LONGEST_DATELINE = 16;

    /** Before a capital these tell of the town and not of its government. */
    private static final Set<String> LOCATIVE =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "outside",
                    "inside",
                    "around",
                    "through",
                    "across",
                    "throughout",
                    "over",
                    "of",
                    "from");

    private static final Set<String> MOTION =
            Set.of(
                    "fly", "flight", "travel", "go", "come", "return", "march", "drive", "walk",
                    "flee", "escape", "head", "sail", "trip", "journey", "way", "road");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final Names names;
    private final Offices offices;
    private final Lexicon lexicon;

    Phrases(Names names, Offices offices, Lexicon lexicon) {
        this.names = names;
        this.offices = offices;
        this.lexicon = lexicon;
    }

    List<Phrase> find(Analysis analysis, Mentions<Place> places) {
        List<Phrase> found = new ArrayList<>();
        int year = year(analysis);
        for (Sentence s : analysis.sentences()) {
            boolean dateline = dateline(s);
            Map<Integer, Names.Found> known = known(s, year);
            for (int i = 0; i < s.size(); i++) {
                Phrase p = dateline ? null : phrase(s, i, known, places, analysis.text());
                Names.Found name = known.get(i);
                if (p == null && name != null && name.entity().kind() == Actor.Kind.STATE) {
                    p = named(s, i, name, analysis.text());
                    p.aside = true;
                }
                if (p != null) {
                    found.add(p);
                }
            }
        }
        return found;
    }

    /** "KHARTOUM, Sudan (Reuters) -": where a report comes from, and nobody who acts. */
    private static boolean dateline(Sentence s) {
        boolean dash = s.size() > 1 && s.token(s.size() - 1).form().matches("[-\u2012-\u2015]+");
        return dash && s.size() <= LONGEST_DATELINE && s.tokens().stream().noneMatch(Token::isVerb);
    }

    /** The year of publication, else the one that the first sentence names; 0 when unknown. */
    private static int year(Analysis analysis) {
        String published = analysis.report().published();
        if (published != null && published.length() >= 4) {
            return Integer.parseInt(published.substring(0, 4));
        }
        for (Sentence s : analysis.sentences().stream().limit(1).toList()) {
            for (Token t : s.tokens()) {
                if (YEAR.matcher(t.form()).matches()) {
                    return Integer.parseInt(t.form());
                }
            }
        }
        return 0;
    }

    /** The table names of a sentence, by the token that heads each. */
    private Map<Integer, Names.Found> known(Sentence s, int year) {
        Map<Integer, Names.Found> byHead = new HashMap<>();
        for (int i = 0; i < s.size(); i++) {
            Names.Found f = names.startingAt(s, i, year);
            if (f != null) {
                f = withGivenNames(s, f);
                if (f != null) {
                    byHead.put(head(s, f.first(), f.last()), f);
                    i = f.last();
                }
            }
        }
        return byHead;
    }

    /**
     * A person by one name takes in the given names before it: "Moammar el-" of "Moammar
     * el-Qaddafi"; null if they are those of another, as in "Rashid Kadyrov".
     */
    private Names.@Nullable Found withGivenNames(Sentence s, Names.Found f) {
        if (f.entity().kind() != Actor.Kind.PERSON || f.last() > f.first()) {
            return f;
        }
        int first = f.first();
        while (first > 0 && isParticle(s.token(first - 1))) {
            first--;
        }
        int given = first;
        while (given > 0 && isGiven(s, given - 1)) {
            given--;
        }
        if (given == first) {
            return new Names.Found(first, f.last(), f.entity(), f.use(), f.entry());
        }
        String word = Names.fold(s.token(given).form());
        boolean his =
                Arrays.stream(Names.fold(f.entity().name()).split("[ -]"))
                        .anyMatch(w -> Names.alike(w, word));
        return his ? new Names.Found(given, f.last(), f.entity(), f.use(), f.entry()) : null;
    }

    private boolean isGiven(Sentence s, int i) {
        Token t = s.token(i);
        return t.isProper() && t.entity().equals("PERSON") && offices.endingAt(s, i) == null;
    }

    private static boolean isParticle(Token t) {
        return t.is("-", "al", "el", "bin", "ben", "ibn", "von", "van", "de", "da", "dos")
                && t.entity().equals("PERSON");
    }

    private static int head(Sentence s, int first, int last) {
        for (int i = last; i >= first; i--) {
            int up = s.token(i).head();
            if (up < first || up > last) {
                return i;
            }
        }
        return last;
    }

    private @Nullable Phrase phrase(
            Sentence s,
            int i,
            Map<Integer, Names.Found> known,
            Mentions<Place> places,
            String text) {
        Token t = s.token(i);
        if (t.isPronoun()) {
            return pronoun(s, i, text);
        }
        Names.Found name = known.get(i);
        if (name != null
                && name.use() == Names.Use.DEMONYM
                && !t.isNoun()
                && !t.labelled("pobj", "nsubj", "dobj", "nsubjpass")) {
            return insideNoun(s, i) && describesHead(s, i) ? null : named(s, i, name, text);
        }
        if (name != null) {
            if (name.use() == Names.Use.CAPITAL && isTown(s, i) || partOfPlace(s, name, places)) {
                return null;
            }
            return insideNoun(s, i) && describesHead(s, i) ? null : named(s, i, name, text);
        }
        if (!t.isNoun()
                && !(t.is("wounded", "dead", "injured")
                        || (partitive(t) && standsForPeople(s, i)))) {
            return null;
        }
        if (partOfName(i, known)) {
            return null;
        }
        return described(s, i, known, places, text);
    }

    private static boolean partitive(Token t) {
        return t.pos().equals("CD")
                || t.is(
                        "number",
                        "several",
                        "many",
                        "some",
                        "most",
                        "few",
                        "dozen",
                        "score",
                        "hundred",
                        "thousand",
                        "couple",
                        "handful",
                        "majority",
                        "all",
                        "half",
                        "one",
                        "any",
                        "none",
                        "each",
                        "both",
                        "group",
                        "series");
    }

    // ---- pronouns

    private static @Nullable Phrase pronoun(Sentence s, int i, String text) {
        String form = s.token(i).form().toLowerCase(Locale.ROOT);
        Phrase p = new Phrase(s, i, i, i, text);
        p.pronoun = true;
        if (PERSONAL.contains(form)) {
            p.kind = Actor.Kind.PERSON;
            p.female = FEMALE.contains(form);
        } else if (PLURAL.contains(form)) {
            p.plural = true;
        } else if (!THING.contains(form)) {
            p.kind =
                    form.equals("i") || form.equals("me") || form.equals("my")
                            ? Actor.Kind.PERSON
                            : Actor.Kind.GROUP;
            p.noun = "speaker";
        }
        return p;
    }

    // ---- names of the tables

    private Phrase named(Sentence s, int i, Names.Found f, String text) {
        int first = f.first();
        int last = f.last();
        Phrase p = new Phrase(s, i, first, last, text);
        Offices.Found title = offices.before(s, first);
        if (title != null) {
            p.title = s.span(leftmost(s, i, title.first()), first - 1);
            p.female = title.female();
        }
        p.entity = f.entity();
        p.kind =
                f.use() == Names.Use.DEMONYM
                                && (s.token(i).pos().equals("NNPS")
                                        || s.token(i).pos().equals("NNS"))
                        ? Actor.Kind.POPULATION
                        : f.entity().kind();
        if (p.kind == Actor.Kind.POPULATION) {
            p.entity = null;
            p.within = f.entity();
            p.plural = true;
            p.sectors = List.of();
        } else {
            p.sectors = f.entity().sectors();
        }
        p.country = f.entity().country();
        p.proper = true;
        if (f.entity().state() != null) {
            p.within = names.state(f.entity().state());
        }
        if (f.entity().kind() == Actor.Kind.PERSON) {
            p.name = words(s, first, last);
        }
        return p;
    }

    // ---- common nouns, and names that no table has

    private @Nullable Phrase described(
            Sentence s,
            int i,
            Map<Integer, Names.Found> known,
            Mentions<Place> places,
            String text) {
        Token t = s.token(i);
        org.casus.rule.Phrases.Found<Lexicon.Person> person = lexicon.person(s, i);
        org.casus.rule.Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, i);
        Offices.Found office = offices.endingAt(s, i);
        if (partitive(t) && standsForPeople(s, i)) {
            Phrase p = new Phrase(s, i, i, i, text);
            p.partOf = s.arguments(i, "of").get(0);
            p.plural = true;
            return p;
        }
        boolean unlikely = t.entity().isEmpty() && s.upper();
        boolean name =
                t.isProper()
                        && !unlikely
                        && places.covering(s.index(), i) == null
                        && (NAME_ENTITIES.contains(t.entity()) || t.entity().isEmpty());
        if (person == null
                && body == null
                && office == null
                && !name
                && !t.is("wounded", "dead", "injured")) {
            return null;
        }
        if (insideNoun(s, i) && !(name && s.token(i).labelled("poss"))) {
            boolean counts =
                    person != null
                            || (body != null && eventHead(s, i))
                            || (name && t.entity().equals("ORG") && eventHead(s, i));
            if (!counts || titleOf(s, i)) {
                return null;
            }
        }
        int first = leftmost(s, i, i);
        boolean bare = name && person == null && body == null && office == null;
        int from = bare ? afterTitle(s, first, i) : first;
        Phrase p = new Phrase(s, i, from, bare ? i : withComplement(s, i), text);
        if (from > first) {
            title(p, s, first, from - 1);
        }
        p.plural = t.pos().equals("NNS") || t.pos().equals("NNPS") || t.pos().equals("CD");
        p.definite =
                s.children(i).stream()
                        .anyMatch(
                                c ->
                                        s.token(c)
                                                .is(
                                                        "the", "this", "that", "these", "those",
                                                        "both"));
        p.owner = s.child(i, "poss");
        if (person != null) {
            p.kind = p.plural ? Actor.Kind.GROUP : Actor.Kind.PERSON;
            p.sectors = person.value().sectors();
            p.female = female(person.value().notes());
            p.noun = t.lemma();
        } else if (body != null) {
            p.kind =
                    switch (body.value().kind()) {
                        case "organization" -> Actor.Kind.ORGANIZATION;
                        case "population" -> Actor.Kind.POPULATION;
                        default -> Actor.Kind.GROUP;
                    };
            p.sectors = body.value().sectors();
            p.noun = t.lemma();
        }
        if (office != null && (person == null || office.first() < i)) {
            p.kind = p.plural ? Actor.Kind.GROUP : Actor.Kind.PERSON;
            p.sectors = office.sectors().isEmpty() ? p.sectors : office.sectors();
            p.female = p.female == null ? office.female() : p.female;
            p.noun = t.lemma();
        }
        if (bare) {
            name(p, s, i);
        } else if (name && person == null) {
            p.proper = true;
        }
        inside(p, s, known);
        return p;
    }

    /**
     * The first of the words that stand before a noun and belong to it, its article and dates left
     * out.
     */
    private static int leftmost(Sentence s, int i, int from) {
        int first = from;
        for (int k = from - 1; k >= 0 && s.under(k, i); k--) {
            Token t = s.token(k);
            int top = k;
            while (s.token(top).head() != i) {
                top = s.token(top).head();
            }
            boolean other =
                    s.token(top).labelled("prep", "relcl", "advcl", "appos", "mark", "cc", "conj")
                            || t.isVerb() && !t.pos().matches("VB[NG]")
                            || t.labelled("prep")
                            || t.pos().equals("PRP");
            if (other) {
                break;
            }
            boolean date = t.entity().equals("DATE") || t.entity().equals("TIME");
            if (!date && !s.token(top).labelled("punct", "preconj", "det", "predet")) {
                first = k;
            }
        }
        while (first < from && s.token(first).pos().matches("[,.:]|CC")) {
            first++;
        }
        return first;
    }

    /** Where the name begins in "army spokesman Colonel Luis Vega". */
    private int afterTitle(Sentence s, int first, int last) {
        int from = first;
        for (int k = first; k < last; k++) {
            if (offices.endingAt(s, k) != null) {
                from = k + 1;
            }
        }
        while (from < last && s.token(from).pos().matches("[,.:]")) {
            from++;
        }
        return from;
    }

    private void title(Phrase p, Sentence s, int first, int last) {
        p.title = s.span(first, last);
        for (int k = first; k <= last; k++) {
            Offices.Found office = offices.endingAt(s, k);
            if (office != null) {
                p.sectors = office.sectors();
                p.female = office.female() == null ? p.female : office.female();
                p.noun = s.token(k).lemma();
            }
        }
    }

    /** "members of the front", "leader of the rebels": nouns that need to be told whose. */
    private static int withComplement(Sentence s, int i) {
        if (RELATIONAL.contains(s.token(i).lemma())) {
            for (int c : s.children(i)) {
                boolean of = c == i + 1 && s.token(c).labelled("prep") && s.token(c).is("of");
                if (of && s.last(c) - c <= 7) {
                    return s.last(c);
                }
            }
        }
        return i;
    }

    /** A name that no table knows: a person or a body, with the office in front of it. */
    private void name(Phrase p, Sentence s, int i) {
        Token t = s.token(i);
        p.proper = true;
        p.kind =
                switch (t.entity()) {
                    case "PERSON" -> Actor.Kind.PERSON;
                    case "ORG" -> Actor.Kind.ORGANIZATION;
                    case "NORP" -> Actor.Kind.POPULATION;
                    default -> Actor.Kind.UNKNOWN;
                };
        if (p.title != null) {
            p.kind = Actor.Kind.PERSON;
        }
        p.name = words(s, p.first, i);
    }

    private static @Nullable Boolean female(Set<String> notes) {
        return notes.contains("female") ? Boolean.TRUE : notes.contains("male") ? false : null;
    }

    /** The country or body named among the words before a noun. */
    private void inside(Phrase p, Sentence s, Map<Integer, Names.Found> known) {
        for (Names.Found f : known.values()) {
            boolean before = f.first() >= p.first && f.last() < p.head;
            boolean poss = p.owner >= 0 && f.last() == p.owner;
            boolean of =
                    s.arguments(p.head, "of").contains(f.last())
                            || s.arguments(p.head, "from").contains(f.last());
            if (before || poss || (of && p.kind != Actor.Kind.UNKNOWN)) {
                p.country = p.country == null ? f.entity().country() : p.country;
                p.within = f.entity();
                boolean shows = f.entity().kind() == Actor.Kind.ORGANIZATION && p.sectors.isEmpty();
                p.sectors = shows ? f.entity().sectors() : p.sectors;
            }
        }
    }

    private static List<String> words(Sentence s, int first, int last) {
        List<String> words = new ArrayList<>();
        for (int k = first; k <= last; k++) {
            if (s.token(k).isProper()) {
                words.add(Names.fold(s.token(k).form()));
            }
        }
        return words;
    }

    // ---- where a word stands

    /** "in Nairobi": the town, not the government that sits there. */
    private static boolean isTown(Sentence s, int i) {
        Token t = s.token(i);
        if (t.labelled("conj", "appos", "compound", "nmod")
                && t.head() >= 0
                && t.head() < i
                && s.token(t.head()).isProper()) {
            return isTown(s, t.head());
        }
        if (!t.labelled("pobj") || t.head() < 0) {
            return false;
        }
        Token preposition = s.token(t.head());
        boolean motion =
                preposition.is("to")
                        && preposition.head() >= 0
                        && MOTION.contains(s.token(preposition.head()).lemma());
        return motion || LOCATIVE.contains(preposition.lemma());
    }

    /** "Ben-Gurion" of "Ben-Gurion Airport". */
    private static boolean partOfPlace(Sentence s, Names.Found f, Mentions<Place> places) {
        Mention<Place> place = places.covering(s.index(), f.first());
        return place != null
                && f.entity().kind() != Actor.Kind.STATE
                && (place.first() < f.first() || place.last() > f.last());
    }

    /** Whether a word stands before another noun that it belongs to. */
    private static boolean insideNoun(Sentence s, int i) {
        Token t = s.token(i);
        return t.head() > i && t.labelled("compound", "nmod", "amod");
    }

    /** "U.S." in "U.S. officials" is no actor of its own; in "U.S. strike" it is. */
    private boolean describesHead(Sentence s, int i) {
        int up = s.token(i).head();
        return lexicon.person(s, up) != null
                || lexicon.collective(s, up) != null
                || offices.endingAt(s, up) != null
                || s.token(up).isProper() && NAME_ENTITIES.contains(s.token(up).entity());
    }

    private boolean eventHead(Sentence s, int i) {
        return !describesHead(s, i);
    }

    private boolean titleOf(Sentence s, int i) {
        return s.token(s.token(i).head()).isProper() && offices.endingAt(s, i) != null;
    }

    private static boolean partOfName(int i, Map<Integer, Names.Found> known) {
        return known.values().stream().anyMatch(f -> f.first() <= i && i <= f.last());
    }

    /**
     * "25 of its fighters", "several of the groups": the words after of say who; a bare number is
     * nobody yet.
     */
    private static boolean standsForPeople(Sentence s, int i) {
        Token t = s.token(i);
        return !s.arguments(i, "of").isEmpty()
                && !s.token(s.arguments(i, "of").get(0)).entity().matches("GPE|LOC")
                && !Set.of("DATE", "TIME", "MONEY", "PERCENT").contains(t.entity());
    }
}
