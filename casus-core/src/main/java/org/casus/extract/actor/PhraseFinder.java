package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.extract.actor.Names.Use;
import org.casus.extract.actor.Namesakes.Named;
import org.casus.extract.actor.Phrase.Form;
import org.casus.model.Actor.Kind;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.casus.rule.Numbers;
import org.casus.rule.Phrases;
import org.jspecify.annotations.Nullable;

/** Finds the noun phrases of a report that may be actors and reads what each says by itself. */
final class PhraseFinder {
    private static final Set<String> NAME_ENTITIES = Set.of("PERSON", "ORG", "NORP", "GPE");
    private static final Set<String> NOMINAL =
            Set.of(
                    "nsubj",
                    "nsubjpass",
                    "dobj",
                    "pobj",
                    "poss",
                    "attr",
                    "conj",
                    "appos",
                    "dative",
                    "agent",
                    "oprd",
                    "root");

    private static final Set<String> AMOUNTS = Set.of("DATE", "TIME", "MONEY", "PERCENT");

    private static final Set<String> REMAINS = Set.of("body", "corpse", "remains");
    private static final Set<String> SHARES =
            Set.of(
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
                    "minority",
                    "all",
                    "half",
                    "one",
                    "any",
                    "none",
                    "each",
                    "both",
                    "group",
                    "series",
                    "third",
                    "rest",
                    "remainder",
                    "two",
                    "three",
                    "four",
                    "five");

    private static final int LONGEST_DATELINE = 24;
    private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014");
    private static final Set<String> ONE = Set.of("one", "1", "each", "none", "another");

    /** Nouns that without any word before them are no body: "in front of", "by force". */
    private static final Set<String> NEVER_BARE =
            Set.of("front", "office", "side", "force", "body", "mass", "command", "house", "part");

    private static final Set<String> LANDS = Set.of("country", "nation", "kingdom", "republic");

    private static final Set<String> FORCES = Set.of("force", "forces", "unit", "security");

    private final Offices offices;
    private final Descriptions descriptions;
    private final GivenNames givenNames;
    private final Policy policy;
    private final Lexicon lexicon;
    private final Numbers numbers;

    PhraseFinder(
            Offices offices,
            Descriptions descriptions,
            GivenNames givenNames,
            Policy policy,
            Lexicon lexicon,
            Numbers numbers) {
        this.offices = offices;
        this.descriptions = descriptions;
        this.givenNames = givenNames;
        this.policy = policy;
        this.lexicon = lexicon;
        this.numbers = numbers;
    }

    /**
     * All phrases in the order of the text.
     *
     * @param named the names of the tables, by sentence
     */
    List<Phrase> find(Analysis analysis, List<List<Named>> named, Mentions<Place> places) {
        List<Phrase> found = new ArrayList<>();
        Integer year = Scene.year(analysis);
        for (Sentence s : analysis.sentences()) {
            if (isDateline(s)) {
                continue;
            }
            SentenceNames names = new SentenceNames(s, named.get(s.index()));
            Reader reader = new Reader(s, names, places, analysis.text(), year);
            for (int i = 0; i < s.size(); i++) {
                Phrase p = reader.at(i);
                if (p != null) {
                    found.add(p);
                }
            }
        }
        return found;
    }

    /** "KHARTOUM, Sudan (Reuters) -": where a report comes from, and nobody who acts. */
    private static boolean isDateline(Sentence s) {
        if (s.index() > 0 || s.size() < 2 || s.size() > LONGEST_DATELINE) {
            return false;
        }
        boolean dash = false;
        for (Token t : s.tokens()) {
            if (t.isVerb()) {
                return false;
            }
            dash |= t.index() > 0 && DASHES.contains(t.form());
        }
        return dash;
    }

    /** Reads the phrases of one sentence. */
    private final class Reader {
        private final Sentence s;
        private final SentenceNames names;
        private final Mentions<Place> places;
        private final String report;
        private final @Nullable Integer year;

        /** The last token of a name with its complement: "Ministry of Defense". */
        private int covered = -1;

        Reader(
                Sentence s,
                SentenceNames names,
                Mentions<Place> places,
                String report,
                @Nullable Integer year) {
            this.s = s;
            this.names = names;
            this.places = places;
            this.report = report;
            this.year = year;
        }

        /** The phrase whose head a token is, or null. */
        @Nullable Phrase at(int i) {
            Token t = s.token(i);
            if (t.isPronoun() || Pronouns.areBoth(s, t)) {
                return Pronouns.read(s, i, report);
            }
            Named name = names.covering(i);
            if (name != null) {
                return name.actor() && name.head() == i ? tableName(name) : null;
            }
            if (i <= covered) {
                return null;
            }
            if (isShare(i)) {
                return share(i);
            }
            boolean nominal = isNominalAdjective(t) || isArmedModifier(t) || endsOffice(i);
            return t.isNoun() || nominal ? noun(i) : null;
        }

        /** "a rebel attack": a noun, which taggers take for an adjective. */
        private boolean isArmedModifier(Token t) {
            Phrases.Found<Lexicon.Person> person =
                    t.labelled("amod", "nmod") ? lexicon.person(s, t.index()) : null;
            return person != null && person.value().armed();
        }

        /** "The secretary-general": an office whose last word the tagger takes for an adjective. */
        private boolean endsOffice(int i) {
            Phrases.Found<Offices.Office> office = offices.endingAt(s, i);
            return office != null && office.first() < i;
        }

        // ---- names of the tables

        private @Nullable Phrase tableName(Named name) {
            int i = name.head();
            Token t = s.token(i);
            Entity entity = name.entity();
            Phrase p = new Phrase(s, Form.NAME, i, name.first(), name.last(), report);
            p.country = entity.country();
            p.within = entity.owner();
            p.inner = NounPhrase.isInside(s, i);
            if (name.use() == Use.PEOPLE || name.use() == Use.DEMONYM && t.isNoun() && !p.inner) {
                onesPeople(p, t, entity);
                return p;
            }
            if (entity.key() != null) {
                p.entity = entity;
            }
            p.kind = entity.kind();
            p.sectors = entity.sectors(year);
            if (p.kind == Kind.PERSON) {
                p.name = NounPhrase.properWords(s, p.first, p.last);
                person(p);
                p.noun = p.noun == null ? office(entity) : p.noun;
            } else {
                p.noun = p.kind == Kind.ORGANIZATION ? lastWord(entity.name()) : null;
            }
            owners(p, NounPhrase.first(s, i, p.first, true));
            return p;
        }

        private static String lastWord(String words) {
            return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        }

        /** What somebody known is called without his name, where the year tells. */
        private @Nullable String office(Entity entity) {
            List<Entity.Term> terms = entity.terms(year);
            return year == null || terms.get(0).office().isEmpty()
                    ? null
                    : lastWord(terms.get(0).office());
        }

        /** "Palestinians", "an American": people of a land, not the land. */
        private void onesPeople(Phrase p, Token t, Entity land) {
            NounPhrase.readModifiers(p);
            p.within = land;
            p.plural = t.pos().endsWith("S");
            p.count = p.plural ? numbers.count(s, p.head) : null;
            boolean some = p.count != null || p.fresh;
            p.kind =
                    !p.plural && some
                            ? Kind.PERSON
                            : p.plural && some ? Kind.GROUP : Kind.POPULATION;
            p.plural |= p.kind == Kind.POPULATION;
        }

        /** The title and the gender of a person with a name. */
        private void person(Phrase p) {
            int first = NounPhrase.first(s, p.head, p.first, false);
            if (first < p.first) {
                title(p, first, p.first - 1);
            }
            if (p.gender == null) {
                p.gender = givenNames.of(p.name);
            }
        }

        private void title(Phrase p, int first, int last) {
            int end = last;
            while (end >= first && s.token(end).pos().matches("[,.:]")) {
                end--;
            }
            boolean office = false;
            for (int k = first; k <= end; k++) {
                Phrases.Found<Offices.Office> found = offices.endingAt(s, k);
                Token t = s.token(k);
                if (found != null && names.covering(k) == null) {
                    office = true;
                    p.sectors = sectors(p, found.value().sectors());
                    p.noun = found.value().title() ? p.noun : t.lemma();
                    p.gender = p.gender == null ? found.value().gender() : p.gender;
                } else if (t.isNoun() && lexicon.person(s, k) != null) {
                    office = true;
                    p.noun = t.lemma();
                }
            }
            if (office) {
                p.title = s.span(first, end);
                p.kind = Kind.PERSON;
            }
        }

        /** Of somebody known, the title chooses between offices; of others, it is all there is. */
        private List<String> sectors(Phrase p, List<String> ofTitle) {
            if (p.entity == null) {
                return ofTitle.isEmpty() ? p.sectors : ofTitle;
            }
            if (year != null) {
                return p.sectors;
            }
            List<String> both = p.sectors.stream().filter(ofTitle::contains).toList();
            return both.isEmpty() ? p.sectors : both;
        }

        // ---- "25 of its fighters", "several of the groups", "one of the attackers"

        private boolean isShare(int i) {
            Token t = s.token(i);
            if (!t.pos().equals("CD") && !SHARES.contains(t.lemma())
                    || AMOUNTS.contains(t.entity())) {
                return false;
            }
            return !s.arguments(i, "of").isEmpty();
        }

        private Phrase share(int i) {
            Token t = s.token(i);
            Phrase p = new Phrase(s, Form.SHARE, i, i, i, report);
            p.partOf = s.arguments(i, "of").get(0);
            p.plural = !ONE.contains(t.form().toLowerCase(Locale.ROOT));
            p.kind = p.plural ? Kind.GROUP : Kind.PERSON;
            return p;
        }

        // ---- nouns that no table of names has

        private boolean isNominalAdjective(Token t) {
            return t.is("wounded", "dead", "injured", "poor", "disappeared")
                    && NOMINAL.contains(t.label())
                    && !t.isVerb();
        }

        private @Nullable Phrase noun(int i) {
            Token t = s.token(i);
            Phrases.Found<Lexicon.Person> person = lexicon.person(s, i);
            Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, i);
            Phrases.Found<Offices.Office> office = office(i);
            boolean common = person != null || body != null || office != null;
            boolean remains = REMAINS.contains(t.lemma()) && !s.arguments(i, "of").isEmpty();
            if (isPartOfName(t) || isEndOfOffice(i) || remains) {
                return null; // "the bodies of two farmers": the farmers are meant
            }
            if (!common || isNamedLike(t, body != null)) {
                return isName(t, common) ? unlisted(t) : null;
            }
            if (body != null && body.value().notes().contains("metonym") && !policy.acts(s, i)) {
                return null;
            }
            if (NounPhrase.isInside(s, i) && !countsInside(t, body)) {
                return null;
            }
            boolean bare = s.children(i).isEmpty() || s.children(i).get(0) > i;
            if (bare && NEVER_BARE.contains(t.lemma())) {
                return null;
            }
            return described(t, person, body, office);
        }

        /** The office that a noun heads: a longer one where the words after "of" belong to it. */
        private Phrases.@Nullable Found<Offices.Office> office(int i) {
            int of = i + 1 < s.size() && s.token(i + 1).is("of") ? s.child(i + 1, "pobj") : -1;
            Phrases.Found<Offices.Office> longer = of < 0 ? null : offices.endingAt(s, of);
            return longer != null && longer.first() <= i ? longer : offices.alone(s, i);
        }

        /** "Prince" of "Port-au-Prince", "King" of "Martin Luther King". */
        private boolean isNamedLike(Token t, boolean body) {
            return t.isProper()
                    && switch (t.entity()) {
                        case "PERSON", "FAC", "GPE", "LOC", "PRODUCT", "WORK_OF_ART" ->
                                !body && t.name().charAt(0) != 'U' && t.name().charAt(0) != 'B';
                        default -> false;
                    };
        }

        /** "staff" of "chief of staff", "defense" of "minister of defense". */
        private boolean isEndOfOffice(int i) {
            Phrases.Found<Offices.Office> office = offices.endingAt(s, i);
            return office != null
                    && office.first() < i
                    && s.token(i).labelled("pobj")
                    && s.token(i - 1).head() >= office.first();
        }

        /** "Colonel" of "Colonel Luis Vega", "Luis" too. */
        private boolean isPartOfName(Token t) {
            return t.isProper()
                    && t.labelled("compound", "nmod")
                    && t.head() > t.index()
                    && s.token(t.head()).isProper()
                    && names.covering(t.head()) == null;
        }

        /**
         * Before another noun a body is somebody ("army spokesman", "militia sites"); people are
         * only if the noun is not about people itself ("rebel attack", not "rebel commander").
         */
        private boolean countsInside(Token t, Phrases.@Nullable Found<Lexicon.Collective> body) {
            Token up = s.token(t.head());
            if (isPartOfNoun(t.index(), up.index())) {
                return false;
            }
            boolean aboutPeople = up.isProper() || isPeople(up.index());
            if (!aboutPeople) {
                return true;
            }
            boolean title = offices.endingAt(s, t.index()) != null;
            return !title && body != null && body.value().kind().equals("organization");
        }

        private boolean isPeople(int i) {
            return lexicon.person(s, i) != null
                    || lexicon.collective(s, i) != null
                    || offices.endingAt(s, i) != null;
        }

        private Phrase described(
                Token t,
                Phrases.@Nullable Found<Lexicon.Person> person,
                Phrases.@Nullable Found<Lexicon.Collective> body,
                Phrases.@Nullable Found<Offices.Office> office) {
            int i = t.index();
            int first = NounPhrase.first(s, i, i, true);
            boolean proper = t.isProper() && body != null;
            int last =
                    descriptions.isRelational(t.lemma()) || proper || office != null
                            ? NounPhrase.complement(s, i, names, descriptions)
                            : i;
            if (proper && !s.token(last).isProper()) {
                last = i;
            }
            // a parse of mangled words may hang a noun's own part before it
            first = Math.min(first, i);
            last = Math.max(last, i);
            Phrase p = new Phrase(s, proper ? Form.NAME : Form.DESCRIPTION, i, first, last, report);
            p.inner = NounPhrase.isInside(s, i);
            p.noun = t.lemma();
            p.plural = t.pos().equals("NNS") || t.pos().equals("NNPS") || isNominalAdjective(t);
            NounPhrase.readModifiers(p);
            p.count = p.plural ? numbers.count(s, i) : null;
            if (body != null && (person == null || body.first() < person.first() || proper)) {
                p.kind =
                        switch (body.value().kind()) {
                            case "organization" -> Kind.ORGANIZATION;
                            case "population" -> Kind.POPULATION;
                            default -> Kind.GROUP;
                        };
                p.sectors = body.value().sectors();
                if (!p.plural && LANDS.contains(t.lemma())) {
                    p.kind = Kind.STATE; // "a neutral country", "his country"
                    p.sectors = List.of("GOV");
                }
            } else {
                boolean many =
                        p.plural || person != null && person.value().notes().contains("plural");
                p.kind = many ? Kind.GROUP : Kind.PERSON;
                p.plural = many;
                p.sectors =
                        office != null
                                ? office.value().sectors()
                                : person == null ? List.of() : person.value().sectors();
                p.gender = office == null ? null : office.value().gender();
                p.gender = p.gender == null ? gender(person) : p.gender;
            }
            if (proper) {
                covered = last;
                p.name = NounPhrase.properWords(s, first, last);
            }
            owners(p, first);
            if (p.within != null
                    && p.within.kind() == Kind.STATE
                    && FORCES.contains(t.lemma())
                    && p.sectors.equals(List.of("UAF"))) {
                p.sectors = List.of("MIL"); // "U.S. forces", not "Shiite forces"
            }
            return p;
        }

        private @Nullable Gender gender(Phrases.@Nullable Found<Lexicon.Person> person) {
            if (person == null) {
                return null;
            }
            Set<String> notes = person.value().notes();
            return notes.contains("male")
                    ? Gender.MAN
                    : notes.contains("female") ? Gender.WOMAN : null;
        }

        // ---- names that no table has

        private boolean isName(Token t, boolean common) {
            if (!t.isProper()) {
                return false;
            }
            boolean titled = t.index() > 0 && offices.endingAt(s, t.index() - 1) != null;
            if (places.covering(s.index(), t.index()) != null && !titled) {
                return false;
            }
            boolean inside = NounPhrase.isInside(s, t.index());
            if (t.entity().isEmpty()) {
                return !inside
                        && !common
                        && (titled
                                || NOMINAL.contains(t.label())
                                        && (!s.upper() || isChristened(t.index())))
                        && lexicon.weapon(s, t.index()) == null
                        && lexicon.thing(s, t.index()) == null;
            }
            if (!NAME_ENTITIES.contains(t.entity())) {
                return titled;
            }
            return !inside || t.entity().equals("ORG") && !isThing(t.head());
        }

        /** "Rosa Quispe" in capitals: of several words that may be a name the first is given. */
        private boolean isChristened(int i) {
            int first = i;
            while (first > 0
                    && s.token(first - 1).isProper()
                    && s.token(first - 1).labelled("compound")
                    && s.token(first - 1).head() == i
                    && offices.endingAt(s, first - 1) == null) {
                first--;
            }
            return givenNames.of(NounPhrase.properWords(s, first, i)) != null;
        }

        private boolean isThing(int i) {
            return lexicon.weapon(s, i) != null || lexicon.thing(s, i) != null;
        }

        /** A person or a body, with the office in front of it. */
        private Phrase unlisted(Token t) {
            int i = t.index();
            int first = NounPhrase.first(s, i, i, false);
            int start = NounPhrase.nameStart(s, i, first, offices, names);
            Phrase p = new Phrase(s, Form.NAME, i, start, i, report);
            p.inner = NounPhrase.isInside(s, i);
            p.kind =
                    switch (t.entity()) {
                        case "PERSON" -> Kind.PERSON;
                        case "ORG" -> Kind.ORGANIZATION;
                        case "NORP" -> Kind.POPULATION;
                        default -> Kind.UNKNOWN;
                    };
            p.name = NounPhrase.properWords(s, start, i);
            person(p);
            if (p.kind == Kind.UNKNOWN && s.upper() && isChristened(i)) {
                p.kind = Kind.PERSON;
            }
            p.plural = t.pos().equals("NNPS");
            owners(p, NounPhrase.first(s, i, i, true));
            return p;
        }

        // ---- whose it is

        /** The bodies and lands named before a noun, as its possessor, or after "of". */
        private void owners(Phrase p, int from) {
            Set<String> links =
                    p.kind == Kind.PERSON || p.kind == Kind.GROUP
                            ? Set.of("of", "from", "for", "with")
                            : Set.of("of");
            int poss = s.child(p.head, "poss");
            if (poss >= 0) {
                p.owners.add(poss);
            }
            for (Argument a : s.arguments(p.head)) {
                boolean near = !p.isName() || p.entity == null && a.link() == p.last + 1;
                if (links.contains(a.slot()) && a.head() > p.head && !a.passed() && near) {
                    p.owners.add(a.head());
                }
            }
            for (int k = from; k < p.head; k++) {
                if (k >= p.first && p.form == Form.NAME && p.kind == Kind.PERSON) {
                    break;
                }
                if (isOwner(k, p)) {
                    p.owners.add(k);
                }
            }
            for (Named name : names.all()) {
                boolean own = p.first <= name.first() && name.last() <= p.last && p.entity != null;
                if (!own && p.owners.contains(name.head())) {
                    belongTo(p, name.entity());
                } else if (p.kind == Kind.ORGANIZATION
                        && p.first <= name.first()
                        && name.head() < p.head
                        && p.sectors.contains("GOV")) {
                    p.within = name.entity().owner(); // "the Obama administration"
                    p.country = name.entity().country();
                }
            }
        }

        private boolean isOwner(int k, Phrase p) {
            Named name = names.headedBy(k);
            if (name != null) {
                return name.entity().kind() != Kind.PERSON
                        && !(p.first <= name.first() && p.entity != null);
            }
            Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, k);
            return s.token(k).isNoun()
                    && NounPhrase.isInside(s, k)
                    && names.covering(k) == null
                    && body != null
                    && body.value().kind().equals("organization")
                    && !isPartOfNoun(k, s.token(k).head());
        }

        /** "militia" of "militia group", where the table has the two as one. */
        private boolean isPartOfNoun(int k, int head) {
            Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, head);
            Phrases.Found<Lexicon.Person> person = lexicon.person(s, head);
            return body != null && body.first() <= k || person != null && person.first() <= k;
        }

        private void belongTo(Phrase p, Entity entity) {
            if (p.within == null) {
                p.within = entity;
                p.country = p.country == null ? entity.country() : p.country;
            } else if (p.entity == null
                    && entity.country() != null
                    && p.within.kind() == Kind.STATE
                    && entity.kind() == Kind.STATE
                    && !entity.country().equals(p.country)) {
                p.country = null; // "Israeli and British mercenaries"
            }
            if (p.sectors.isEmpty() && entity.kind() == Kind.ORGANIZATION) {
                p.sectors = entity.sectors(year);
            }
        }
    }
}
