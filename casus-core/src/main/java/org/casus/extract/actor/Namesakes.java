package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.casus.extract.actor.Names.Found;
import org.casus.extract.actor.Names.Sense;
import org.casus.extract.actor.Names.Use;
import org.casus.model.Actor.Kind;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.casus.rule.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the names of the tables in a report and decides whom each means: first where grammar
 * leaves one choice, then by what the whole report speaks of, its country, its year and the other
 * names in it. Where several remain, what they share is kept and the entity left open.
 */
final class Namesakes {
    /**
     * A name of the tables in its sentence.
     *
     * @param head the token that the others hang on
     * @param actor whether it is an actor here; a place, or a part of another name, is none but
     *     still tells the country
     */
    record Named(int first, int last, int head, Entity entity, Use use, boolean actor) {}

    private static final Set<String> NO_ACTOR =
            Set.of(
                    "DATE",
                    "TIME",
                    "MONEY",
                    "PERCENT",
                    "QUANTITY",
                    "ORDINAL",
                    "CARDINAL",
                    "LANGUAGE",
                    "LAW",
                    "EVENT");

    private static final Set<String> NAME_OF_ANOTHER =
            Set.of("ORG", "PERSON", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW");

    /** Words that make another land of a name: "Latin American", "South Africa". */
    private static final Set<String> COMPASS =
            Set.of(
                    "central",
                    "latin",
                    "north",
                    "south",
                    "east",
                    "west",
                    "equatorial",
                    "african",
                    "native",
                    "british",
                    "french",
                    "dutch",
                    "spanish",
                    "meso");

    /** Nobody is news so long before the first office. */
    private static final int YEARS_BEFORE_OFFICE = 15;

    /** A surname alone is somebody else's so long after. */
    private static final int YEARS_AFTER_OFFICE = 30;

    private final Names names;
    private final Offices offices;
    private final Policy policy;
    private final Lexicon lexicon;

    Namesakes(Names names, Offices offices, Policy policy, Lexicon lexicon) {
        this.names = names;
        this.offices = offices;
        this.policy = policy;
        this.lexicon = lexicon;
    }

    /** The names of each sentence, from left to right. */
    List<List<Named>> in(Analysis analysis, Mentions<Place> places) {
        Scene scene = new Scene(analysis, places);
        Set<String> others = othersSurnames(analysis);
        List<List<Found>> found = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            List<Found> here = new ArrayList<>();
            Found before = null;
            for (Found f : names.in(s)) {
                List<Sense> senses = possible(s, f, before, scene.year(), others);
                if (!senses.isEmpty()) {
                    before = new Found(f.first(), f.last(), senses, f.single(), f.word());
                    here.add(before);
                    if (senses.size() == 1 && !f.word() && !isGeneral(f, s)) {
                        scene.add(senses.get(0).entity());
                    }
                }
            }
            found.add(here);
        }
        List<List<Named>> named = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            List<Named> here = new ArrayList<>();
            for (Found f : found.get(s.index())) {
                Named name = decide(s, f, scene, places);
                if (name != null) {
                    here.add(name);
                }
            }
            named.add(here);
        }
        return named;
    }

    // ---- what grammar, letters and years allow

    private List<Sense> possible(
            Sentence s,
            Found f,
            @Nullable Found before,
            @Nullable Integer year,
            Set<String> others) {
        List<Sense> senses = new ArrayList<>(f.senses().size());
        int head = head(s, f.first(), f.last());
        for (Sense sense : f.senses()) {
            boolean allowed =
                    (!f.single() || isWordOfItsKind(s, f, sense, others))
                            && !isOfAnotherLand(sense, f, before)
                            && inTime(sense, f, year)
                            && (sense.use() != Use.CAPITAL || policy.acts(s, head));
            if (allowed) {
                senses.add(sense);
            }
        }
        return senses;
    }

    private boolean isWordOfItsKind(Sentence s, Found f, Sense sense, Set<String> others) {
        Token t = s.token(f.first());
        boolean land = sense.entity().kind() == Kind.STATE;
        if (land && f.first() > 0 && COMPASS.contains(s.token(f.first() - 1).lemma())) {
            return false;
        }
        if (sense.use() != Use.NAME) {
            return true;
        }
        String text = t.form();
        boolean small = Character.isLowerCase(text.charAt(0));
        if (NO_ACTOR.contains(t.entity()) || !small && lexicon.isCommon(text)) {
            return false; // "the Army", "the Front": too common to name anybody
        }
        if (sense.entity().kind() == Kind.PERSON) {
            String surname = Spelling.fold(text).toLowerCase(Locale.ROOT);
            return (t.isProper() || isBareNoun(s, f.first()))
                    && standsAlone(s, f.first(), sense.entity())
                    && !others.contains(surname);
        }
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return small && !f.word() || t.isProper() || acronym || f.word() && t.isNoun();
    }

    /**
     * "Trump said": a word that taggers know as a common noun, where a common noun would have an
     * article.
     */
    private static boolean isBareNoun(Sentence s, int i) {
        Token t = s.token(i);
        return t.pos().equals("NN")
                && !s.upper()
                && Character.isUpperCase(t.form().charAt(0))
                && t.labelled("nsubj", "nsubjpass", "poss", "dobj", "pobj", "conj")
                && s.child(i, "det", "amod", "nummod", "compound") < 0;
    }

    /**
     * The surnames of persons whom the report names in full and no table knows: after "Hector
     * Larios" nobody else is meant by "Larios".
     */
    private Set<String> othersSurnames(Analysis analysis) {
        Set<String> surnames = new HashSet<>();
        for (Sentence s : analysis.sentences()) {
            List<Found> known = names.in(s);
            for (int i = 1; i < s.size(); i++) {
                Token t = s.token(i);
                if (t.entity().equals("PERSON")
                        && !t.name().startsWith("B")
                        && !t.name().startsWith("U")
                        && t.isProper()
                        && !t.labelled("compound")
                        && offices.endingAt(s, i - 1) == null
                        && !isCovered(i, known)) {
                    surnames.add(Spelling.fold(t.form()).toLowerCase(Locale.ROOT));
                }
            }
        }
        return surnames;
    }

    private static boolean isCovered(int token, List<Found> known) {
        for (Found f : known) {
            if (!f.single() && f.first() <= token && token <= f.last()) {
                return true;
            }
        }
        return false;
    }

    /** "Carter" is no part of "John Carter" or "Carter Hall". */
    private boolean standsAlone(Sentence s, int i, Entity entity) {
        Token t = s.token(i);
        if (t.labelled("compound") && t.head() > i && s.token(t.head()).isProper()) {
            return false;
        }
        if (i == 0 || !s.token(i - 1).isProper() || s.token(i - 1).head() != i) {
            return true;
        }
        return offices.endingAt(s, i - 1) != null
                || !s.token(i - 1).entity().equals("PERSON")
                || withGivenNames(s, i, entity) < i;
    }

    /** The "National Guard" of the "Venezuelan National Guard" is not Iraq's. */
    private static boolean isOfAnotherLand(Sense sense, Found f, @Nullable Found before) {
        if (before == null
                || before.last() + 1 != f.first()
                || sense.use() != Use.NAME
                || sense.entity().country() == null
                || sense.entity().kind() == Kind.PERSON) {
            return false;
        }
        for (Sense other : before.senses()) {
            if (other.use() != Use.DEMONYM
                    || sense.entity().country().equals(other.entity().country())) {
                return false;
            }
        }
        return true;
    }

    private static boolean inTime(Sense sense, Found f, @Nullable Integer year) {
        if (year == null) {
            return true;
        }
        Years years = sense.entity().years();
        if (sense.entity().kind() == Kind.PERSON) {
            boolean longGone = f.single() && years.to() < year - YEARS_AFTER_OFFICE;
            return years.from() <= year + YEARS_BEFORE_OFFICE && !longGone;
        }
        boolean lost = sense.use() == Use.CAPITAL && !years.contains(year);
        return years.from() <= year + 1 && !lost;
    }

    // ---- what the report as a whole allows

    private @Nullable Named decide(Sentence s, Found f, Scene scene, Mentions<Place> places) {
        int head = head(s, f.first(), f.last());
        List<Sense> left = narrow(f.senses(), scene);
        Set<Entity> entities = new LinkedHashSet<>();
        left.forEach(sense -> entities.add(sense.entity()));
        if (entities.size() > 1 && isTwice(entities)) {
            entities.retainAll(Set.of(left.get(0).entity()));
        }
        Entity entity = entities.size() == 1 ? left.get(0).entity() : Entity.shared(entities);
        if ((f.word() || isGeneral(f, s)) && !isSpokenOf(entity, scene)) {
            return null;
        }
        Sense sense = left.get(0);
        boolean actor =
                isActor(s, f, head, sense)
                        && !endsAddress(s, head, sense, places)
                        && !isPartOfPlace(s, f, sense, places);
        int first =
                sense.entity().kind() == Kind.PERSON
                        ? withGivenNames(s, f.first(), entity)
                        : f.first();
        return new Named(first, f.last(), head, entity, sense.use(), actor);
    }

    /** Whether two tables have the same body: an agency of a state and an organization. */
    private static boolean isTwice(Set<Entity> entities) {
        Entity first = entities.iterator().next();
        for (Entity e : entities) {
            if (first.kind() != Kind.ORGANIZATION
                    || e.kind() != first.kind()
                    || first.country() == null
                    || !first.country().equals(e.country())
                    || first.owner() == null && e.owner() == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpokenOf(Entity entity, Scene scene) {
        return scene.has(entity) || scene.isMain(entity.country());
    }

    /** "National Guard", "security forces": many states have them. */
    private boolean isGeneral(Found f, Sentence s) {
        if (f.single()) {
            return false;
        }
        Phrases.Found<Lexicon.Collective> body = lexicon.collective(s, f.last());
        return body != null && body.first() <= f.first();
    }

    private static List<Sense> narrow(List<Sense> senses, Scene scene) {
        List<Sense> left = senses;
        if (left.size() > 1) {
            left = preferring(left, sense -> scene.has(sense.entity()));
        }
        Integer year = scene.year();
        if (left.size() > 1 && year != null) {
            left = preferring(left, sense -> sense.entity().years().contains(year));
        }
        boolean byYear = left.size() < senses.size() && left.size() == 1;
        if (byYear && !scene.has(left.get(0).entity()) && scene.isElsewhere(left.get(0).entity())) {
            return senses;
        }
        if (left.size() > 1) {
            int most = 0;
            for (Sense sense : left) {
                most = Math.max(most, scene.weight(sense.entity().country()));
            }
            int weight = most;
            left = preferring(left, sense -> scene.weight(sense.entity().country()) == weight);
        }
        return left;
    }

    private static List<Sense> preferring(List<Sense> senses, Predicate<Sense> test) {
        List<Sense> preferred = new ArrayList<>(senses.size());
        for (Sense sense : senses) {
            if (test.test(sense)) {
                preferred.add(sense);
            }
        }
        return preferred.isEmpty() ? senses : preferred;
    }

    private static boolean isActor(Sentence s, Found f, int head, Sense sense) {
        boolean land = sense.entity().kind() == Kind.STATE && sense.use() != Use.DEMONYM;
        if ((land || sense.entity().seat()) && Policy.isLocative(s, head)) {
            return false;
        }
        return !(sense.entity().kind() == Kind.STATE && isInAnotherName(s, f));
    }

    /** The land after the town: "Quetta, Pakistan". */
    private static boolean endsAddress(Sentence s, int head, Sense sense, Mentions<Place> places) {
        Token t = s.token(head);
        return sense.entity().kind() == Kind.STATE
                && sense.use() == Use.NAME
                && t.labelled("appos", "npadvmod")
                && t.head() >= 0
                && places.covering(s.index(), t.head()) != null;
    }

    /** "Ben-Gurion" of "Ben-Gurion Airport". */
    private static boolean isPartOfPlace(Sentence s, Found f, Sense sense, Mentions<Place> places) {
        Mention<Place> place = places.covering(s.index(), f.first());
        return place != null
                && sense.entity().kind() != Kind.STATE
                && (place.first() < f.first() || place.last() > f.last());
    }

    /**
     * A surname of the tables takes in the given names before it: "Moammar el-" of "el-Qaddafi".
     */
    private int withGivenNames(Sentence s, int first, Entity entity) {
        int given = first;
        for (int k = first - 1; k >= 0 && s.token(k).entity().equals("PERSON"); k--) {
            if (offices.endingAt(s, k) != null) {
                break;
            }
            if (s.token(k).isProper()) {
                given = k;
            }
        }
        return given < first && hasGivenName(entity, s.token(given).form()) ? given : first;
    }

    private static boolean hasGivenName(Entity entity, String word) {
        for (String part : Spelling.pieces(entity.name())) {
            if (Spelling.alike(part, Spelling.fold(word))) {
                return true;
            }
        }
        return false;
    }

    /** "Colombia" in "Bank of Colombia", not "U.S." in "U.S. Senate". */
    private static boolean isInAnotherName(Sentence s, Found f) {
        Token first = s.token(f.first());
        boolean inside = first.name().startsWith("I-") || first.name().startsWith("L-");
        if (!inside || !NAME_OF_ANOTHER.contains(first.entity())) {
            return false;
        }
        Token before = s.token(f.first() - 1);
        return !before.pos().equals("DT");
    }

    static int head(Sentence s, int first, int last) {
        for (int i = last; i >= first; i--) {
            int up = s.token(i).head();
            if (up < first || up > last) {
                return i;
            }
        }
        return last;
    }
}
