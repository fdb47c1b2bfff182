package org.casus.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/** The common nouns of conflict news and what they stand for: people, bodies, weapons, things. */
public final class Lexicon {
    /** What {@link #is} can be asked. */
    public static final Set<String> CLASSES =
            Set.of(
                    "@person",
                    "@named",
                    "@counted",
                    "@many",
                    "@armed",
                    "@state",
                    "@place",
                    "@weapon",
                    "@site",
                    "@money");

    /** A noun for a person; {@code category} is that of a victim. */
    public record Person(
            String noun, String category, List<String> sectors, boolean armed, Set<String> notes) {}

    /**
     * A noun for people together or for a body; {@code kind} is group, organization or population.
     */
    public record Collective(
            String noun, String kind, String category, List<String> sectors, Set<String> notes) {}

    /** A weapon or platform; {@code mode} is the ASSAULT mode that its use implies. */
    public record Weapon(String name, String kind, @Nullable String mode) {}

    /** A thing that is hit or seized: site, vehicle, infrastructure, weapon or other. */
    public record Thing(String noun, String kind, boolean place, boolean area) {}

    private final Phrases<Person> people = new Phrases<>();
    private final Phrases<Collective> collectives = new Phrases<>();
    private final Phrases<Weapon> weapons = new Phrases<>();
    private final Phrases<Thing> things = new Phrases<>();
    private final Phrases<String> offices = new Phrases<>();
    private final Phrases<String> effects = new Phrases<>();

    public static Lexicon load(Problems problems) {
        Lexicon lexicon = new Lexicon();
        Table.read(
                "actor/people.table",
                problems,
                row ->
                        lexicon.people.put(
                                row.get("noun"),
                                new Person(
                                        row.get("noun"),
                                        row.get("category"),
                                        row.list("sectors"),
                                        row.get("armed").equals("yes"),
                                        notes(row))));
        Table.read(
                "actor/collectives.table",
                problems,
                row ->
                        lexicon.collectives.put(
                                row.get("noun"),
                                new Collective(
                                        row.get("noun"),
                                        row.get("kind"),
                                        row.get("category"),
                                        row.list("sectors"),
                                        notes(row))));
        Table.read(
                "event/weapons.table",
                problems,
                row -> {
                    String mode = row.get("mode");
                    Weapon weapon =
                            new Weapon(
                                    row.get("name"), row.get("kind"), mode.isEmpty() ? null : mode);
                    for (String name : row.names("name", "aliases")) {
                        lexicon.weapons.put(name, weapon);
                    }
                });
        Table.read(
                "actor/offices.table",
                problems,
                row -> lexicon.offices.put(row.get("title"), row.get("title")));
        Table.read(
                "event/things.table",
                problems,
                row ->
                        lexicon.things.put(
                                row.get("noun"),
                                new Thing(
                                        row.get("noun"),
                                        row.get("kind"),
                                        notes(row).contains("place"),
                                        notes(row).contains("area"))));
        Table.read(
                "event/effects.table",
                problems,
                row -> lexicon.effects.put(row.get("words"), row.get("effect")));
        return lexicon;
    }

    private static Set<String> notes(Table.Row row) {
        return Set.of(
                row.get("note").split("[,; ]+", -1).length == 0
                        ? new String[0]
                        : java.util.Arrays.stream(row.get("note").split("[,;] *", -1))
                                .filter(s -> !s.isEmpty())
                                .distinct()
                                .toArray(String[]::new));
    }

    /** Whether a word is one of the common nouns for people, bodies or things. */
    public boolean isCommon(String word) {
        return people.get(word) != null
                || collectives.get(word) != null
                || things.get(word) != null;
    }

    /**
     * What the noun at a token stands for, with the words before it that belong to the entry ("car
     * bomb"); or null.
     */
    public Phrases.@Nullable Found<Person> person(Sentence s, int head) {
        return people.endingAt(s, head);
    }

    public Phrases.@Nullable Found<Collective> collective(Sentence s, int head) {
        Phrases.Found<Collective> found = collectives.endingAt(s, head);
        boolean things =
                found != null
                        && s.token(head).pos().equals("NNS")
                        && found.value().notes().contains("singular");
        return things ? null : found;
    }

    /** The weapon that a noun names; a suicide bomber is a man and no aircraft. */
    public Phrases.@Nullable Found<Weapon> weapon(Sentence s, int head) {
        Phrases.Found<Weapon> found = weapons.endingAt(s, head);
        Phrases.Found<Person> person = found == null ? null : person(s, head);
        return person != null && found != null && person.first() < found.first() ? null : found;
    }

    public Phrases.@Nullable Found<Thing> thing(Sentence s, int head) {
        return things.endingAt(s, head);
    }

    /** What the words of a trigger tell of the thing hit: destroyed, damaged, stolen; or null. */
    public @Nullable String effect(Match m) {
        Sentence s = m.sentence();
        String words =
                m.words().stream().map(w -> s.token(w).lemma()).collect(Collectors.joining(" "));
        String whole = effects.get(words);
        return whole != null || m.kind() == Match.Kind.AGENT
                ? whole
                : effects.get(s.token(m.head()).lemma());
    }

    /**
     * Whether a filler belongs to a class of the frame files: "@person", "@named" (by a name of a
     * person), "@counted" (a number that stands for people), "@many" (people with a number over
     * one), "@armed", "@state", "@place", "@weapon", "@site", "@money".
     */
    public boolean is(String kind, Sentence s, int head) {
        Token t = s.token(head);
        String entity = t.entity();
        return switch (kind) {
            case "@person" ->
                    t.isPronoun() && !t.is("it")
                            || Set.of("PERSON", "NORP", "ORG", "GPE").contains(entity)
                            || person(s, head) != null
                            || collective(s, head) != null
                            || t.isNoun() && offices.endingAt(s, head) != null
                            || (t.isProper() && entity.isEmpty())
                            || counted(s, head);
            case "@named" -> entity.equals("PERSON") || titled(s, head);
            case "@counted" -> counted(s, head);
            case "@many" -> many(s, head);
            case "@armed" -> armed(s, head);
            case "@state" -> entity.equals("GPE") || entity.equals("NORP") || official(s, head);
            case "@place" -> Set.of("GPE", "LOC", "FAC").contains(entity) || place(s, head);
            case "@weapon" -> weapon(s, head) != null;
            case "@site" -> thing(s, head) != null || entity.equals("FAC");
            case "@money" ->
                    entity.equals("MONEY")
                            || t.is("$", "dollar", "euro", "pound", "money", "fund", "cash");
            default -> throw new IllegalArgumentException("no class " + kind);
        };
    }

    /** "Crown Princess Victoria": a name with an office or rank before it. */
    private boolean titled(Sentence s, int head) {
        return s.token(head).isProper()
                && s.children(head).stream()
                        .anyMatch(
                                c ->
                                        s.token(c).labelled("compound")
                                                && (offices.endingAt(s, c) != null
                                                        || person(s, c) != null));
    }

    /**
     * "five were killed", "25 of its fighters", "many", "some", "one": a number or quantifier that
     * stands for people.
     */
    private static boolean counted(Sentence s, int head) {
        Token t = s.token(head);
        return t.pos().equals("CD") && !t.entity().equals("MONEY") && !t.entity().equals("DATE")
                || t.is(
                        "many",
                        "some",
                        "several",
                        "other",
                        "dozen",
                        "score",
                        "hundred",
                        "thousand",
                        "number",
                        "most",
                        "those",
                        "all",
                        "none",
                        "nobody");
    }

    /** "nine of its men", "dozens", "300 villagers", "half of the village", "nobody". */
    private boolean many(Sentence s, int head) {
        Token t = s.token(head);
        if (t.is("number", "total", "half", "most", "majority", "group", "column", "remains")) {
            return s.arguments(head, "of").stream()
                    .anyMatch(of -> is("@person", s, of) || s.token(of).is("village", "town"));
        }
        if (counted(s, head) || t.form().equalsIgnoreCase("tens")) {
            boolean one = t.is("one", "1") && s.child(head, "compound", "nummod") < 0;
            return !one && !t.is("other", "those", "all");
        }
        boolean numbered =
                t.pos().equals("NNS")
                        && s.children(head).stream()
                                .map(s::token)
                                .anyMatch(
                                        c ->
                                                c.pos().equals("CD") && !c.is("one")
                                                        || c.is(
                                                                "no", "several", "many", "some",
                                                                "dozen", "more"));
        return numbered && is("@person", s, head);
    }

    private boolean armed(Sentence s, int head) {
        Phrases.Found<Person> person = person(s, head);
        Phrases.Found<Collective> body = collective(s, head);
        return person != null && person.value().armed()
                || body != null && body.value().notes().contains("armed")
                || s.token(head).isProper();
    }

    private boolean official(Sentence s, int head) {
        Phrases.Found<Collective> body = collective(s, head);
        return body != null && body.value().sectors().contains("GOV");
    }

    private boolean place(Sentence s, int head) {
        Phrases.Found<Thing> thing = thing(s, head);
        return thing != null && thing.value().place();
    }
}
