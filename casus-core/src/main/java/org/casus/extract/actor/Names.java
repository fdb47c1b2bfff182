package org.casus.extract.actor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.model.Actor;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Lexicon;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * The names of the actor tables, found in sentences: states and what stands for them, groups,
 * organizations, leaders.
 */
final class Names {
    /** How a name stands for its entity. */
    enum Use {
        NAME,
        DEMONYM,
        CAPITAL
    }

    /** A name found from one token to another. */
    record Found(int first, int last, Entity entity, Use use, Entry entry) {}

    /** A name of the tables, cut into words. */
    record Entry(List<String> words, Entity entity, Use use, boolean acronym) {}

    /** A leader is in the news by his full name long before the office. */
    private static final int YEARS_BEFORE_OFFICE = 30;

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Lexicon lexicon;
    private final Map<String, Entity> states = new HashMap<>();

    /** One person's offices, by the key of the person, in the order of the table. */
    private final Map<String, List<Entity>> offices = new HashMap<>();

    static Names load(Lexicon lexicon, Problems problems) {
        Names names = new Names(lexicon);
        Table.read("actor/countries.table", problems, names::country);
        Table.read("actor/historical.table", problems, names::historical);
        Table.read(
                "actor/groups.table",
                problems,
                row -> names.body(row, Actor.Kind.ORGANIZATION, years(row)));
        Table.read(
                "actor/organizations.table",
                problems,
                row -> names.body(row, Actor.Kind.ORGANIZATION, null));
        Table.read(
                "actor/leaders.table",
                problems,
                row -> names.body(row, Actor.Kind.PERSON, years(row)));
        names.byFirst
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt(e -> -e.words.size())));
        return names;
    }

    private Names(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The state of an ISO code, or null. */
    @Nullable Entity state(String code) {
        return states.get(code);
    }

    private void country(Table.Row row) {
        String code = row.get("code");
        Entity state =
                new Entity(
                        key(row.get("name")),
                        row.get("name"),
                        Actor.Kind.STATE,
                        code,
                        List.of("GOV"),
                        null,
                        null);
        if (states.put(code, state) != null) {
            row.problem(code + " stands twice");
        }
        row.names("name", "aliases").forEach(n -> put(n, state, Use.NAME));
        row.list("demonyms").forEach(n -> put(n, state, Use.DEMONYM));
        row.list("capital").forEach(n -> put(n, state, Use.CAPITAL));
        bodies(row, "seats", code, null);
        bodies(row, "forces", code, null);
    }

    /** Palaces and ministries, armies and police: "Kremlin:GOV; FSB:SPY". */
    private void bodies(Table.Row row, String column, String code, Entity.@Nullable Years years) {
        for (String cell : row.list(column)) {
            int colon = cell.lastIndexOf(':');
            if (colon < 0) {
                row.problem(cell + " in " + column + " names no sector");
                continue;
            }
            String name = cell.substring(0, colon).strip();
            Entity body =
                    new Entity(
                            key(name),
                            name,
                            Actor.Kind.ORGANIZATION,
                            code,
                            List.of(cell.substring(colon + 1).strip()),
                            code,
                            years);
            put(name, body, Use.NAME);
        }
    }

    private void historical(Table.Row row) {
        List<String> successors = row.list("successor");
        Entity.Years years = years(row);
        String successor = successors.isEmpty() ? null : successors.get(0);
        Entity state =
                new Entity(
                        key(row.get("name")),
                        row.get("name"),
                        Actor.Kind.STATE,
                        successor,
                        List.of("GOV"),
                        null,
                        years);
        row.names("name", "aliases").forEach(n -> put(n, state, Use.NAME));
        row.list("demonyms").forEach(n -> put(n, state, Use.DEMONYM));
        row.list("capital").forEach(n -> put(n, state, Use.CAPITAL));
        if (successor != null) {
            bodies(row, "forces", successor, years);
        }
    }

    private void body(Table.Row row, Actor.Kind kind, Entity.@Nullable Years years) {
        String country = row.get("country");
        boolean governs = kind == Actor.Kind.PERSON && row.list("sectors").contains("GOV");
        Entity entity =
                new Entity(
                        key(row.get("name")),
                        row.get("name"),
                        kind,
                        country.length() == 3 ? country : null,
                        row.list("sectors"),
                        governs && country.length() == 3 ? country : null,
                        years);
        if (kind == Actor.Kind.PERSON) {
            List<Entity> held = offices.computeIfAbsent(entity.key(), k -> new ArrayList<>(1));
            held.add(entity);
            if (held.size() > 1) {
                return; // his names stand in his first row
            }
        }
        row.names("name", "aliases").forEach(n -> put(n, entity, Use.NAME));
    }

    private static Entity.@Nullable Years years(Table.Row row) {
        try {
            return Entity.Years.parse(row.get("years"));
        } catch (NumberFormatException e) {
            row.problem("years are \"" + row.get("years") + "\", not like 1976-2009 or 2013-");
            return null;
        }
    }

    /** "U.S." and "U.S" are looked up alike. */
    private static String index(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith(".")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }

    static String key(String name) {
        return fold(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Without accents and with plain apostrophes. */
    static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return Normalizer.normalize(
                                word.replace('’', '\'').replace('‘', '\''), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("ı", "i")
                        .replace("ø", "o")
                        .replace("ł", "l");
            }
        }
        return word;
    }

    private void put(String name, Entity entity, Use use) {
        List<String> words = split(name);
        if (words.size() == 1 && use == Use.NAME && lexicon.isCommon(name)) {
            return; // "the Army", "the Front": too common to name anybody
        }
        boolean acronym =
                words.size() == 1
                        && name.length() <= 6
                        && name.equals(name.toUpperCase(Locale.ROOT));
        Entry entry = new Entry(words, entity, use, acronym);
        String first = words.get(0);
        byFirst.computeIfAbsent(index(first), k -> new ArrayList<>(1)).add(entry);
        int hyphen = first.indexOf('-');
        if (hyphen > 0) {
            // The tokenizer may cut "al-Shabab" in three.
            byFirst.computeIfAbsent(index(first.substring(0, hyphen)), k -> new ArrayList<>(1))
                    .add(entry);
        }
    }

    /**
     * As the tokenizer would: "Jund al-Aqsa" keeps its hyphen, "People's" loses its s to a token of
     * its own.
     */
    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        for (String w : fold(name).split(" +", -1)) {
            int end = w.length();
            boolean comma = w.endsWith(",");
            end -= comma ? 1 : 0;
            String core = w.substring(0, end);
            if (core.endsWith("'s") && core.length() > 2) {
                words.add(core.substring(0, core.length() - 2));
                words.add("'s");
            } else {
                words.add(core);
            }
            if (comma) {
                words.add(",");
            }
        }
        return words;
    }

    /**
     * The longest name that begins at a token, or null. Where several bear it, the year of the
     * report decides; 0 when that is not known.
     */
    @Nullable Found startingAt(Sentence s, int i, int year) {
        String first = fold(s.token(i).form());
        Found best = null;
        for (Entry e : byFirst.getOrDefault(index(first), List.of())) {
            if (best != null && e.words.size() < best.entry.words.size()) {
                break;
            }
            int last = lastOf(s, i, e);
            if (last >= 0 && possible(e, year)) {
                Entity then = at(e.entity, year);
                if (best == null || away(then, year) < away(best.entity, year)) {
                    best = new Found(i, last, then, e.use, e);
                }
            }
        }
        return best != null ? best : plural(s, i, first);
    }

    /** "Russians", "Kenyans". */
    private @Nullable Found plural(Sentence s, int i, String form) {
        if (form.length() <= 3 || !form.toLowerCase(Locale.ROOT).endsWith("s")) {
            return null;
        }
        String singular = index(form.substring(0, form.length() - 1));
        for (Entry e : byFirst.getOrDefault(singular, List.of())) {
            if (e.use == Use.DEMONYM && e.words.size() == 1) {
                String word = e.words.get(0) + "s";
                if (s.upper() ? form.equalsIgnoreCase(word) : form.equals(word)) {
                    return new Found(i, i, e.entity, e.use, e);
                }
            }
        }
        return null;
    }

    /** The office that a person holds in a year, or the nearest to it. */
    private Entity at(Entity entity, int year) {
        Entity best = entity;
        for (Entity held : offices.getOrDefault(entity.key(), List.of())) {
            boolean same = held.kind() == entity.kind();
            if (year > 0 && same && away(held, year) < away(best, year)) {
                best = held;
            }
        }
        return best;
    }

    private static int away(Entity entity, int year) {
        return entity.years() == null || year == 0 ? 0 : entity.years().away(year);
    }

    /** Nobody names a movement before it is founded, nor a person by one name before the office. */
    private static boolean possible(Entry e, int year) {
        Entity.Years years = e.entity.years();
        if (years == null || year == 0 || e.use != Use.NAME) {
            return true;
        }
        boolean person = e.entity.kind() == Actor.Kind.PERSON;
        int early = person ? (e.words.size() > 1 ? YEARS_BEFORE_OFFICE : 1) : 1;
        return year >= years.from() - early;
    }

    /** The last token of a name that begins at a token, or -1. */
    private static int lastOf(Sentence s, int i, Entry e) {
        int at = i;
        for (int k = 0; k < e.words.size(); k++) {
            at = after(s, at, e.words.get(k), k > 0, e.words.size());
            if (at < 0) {
                return -1;
            }
        }
        boolean word =
                e.acronym && s.upper() && e.words.get(0).length() <= 3 && !s.token(i).isProper();
        return word ? -1 : at - 1;
    }

    /** The token after a word, which may be cut at its hyphens; -1 if the word is not there. */
    private static int after(Sentence s, int at, String word, boolean inner, int words) {
        if (at >= s.size()) {
            return -1;
        }
        String form = fold(s.token(at).form());
        int next = at + 1;
        while (form.length() < word.length()
                && next < s.size()
                && s.token(next).span().start() == s.token(next - 1).span().end()
                && word.regionMatches(true, 0, form, 0, form.length())) {
            form += fold(s.token(next).form());
            next++;
        }
        boolean same = form.equals(word) || form.equals(withoutStop(word));
        if (!same && form.equalsIgnoreCase(word)) {
            Token t = s.token(at);
            // "Security council", but neither "an Islamic state" nor "the news"
            boolean named = t.isProper() || !t.entity().isEmpty() || words > 2;
            same = s.upper() || inner && (named || !isLower(form) || isLower(word));
        }
        return same ? next : -1;
    }

    private static String withoutStop(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isLower(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT));
    }

    /** Whether two spellings may be one name: the same word, an initial, or the same consonants. */
    static boolean alike(String known, String word) {
        if (known.equalsIgnoreCase(word)) {
            return true;
        }
        if (word.length() == 1 || word.length() == 2 && word.endsWith(".")) {
            return known.charAt(0) == word.charAt(0);
        }
        return consonants(known).equals(consonants(word));
    }

    private static String consonants(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replaceAll("[aeiouy'-]", "")
                .replaceAll("(.)\\1", "$1");
    }
}
