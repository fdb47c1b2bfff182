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
    record Found(int first, int last, Entity entity, Use use) {}

    private record Entry(List<String> words, Entity entity, Use use, boolean acronym) {}

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Lexicon lexicon;
    private final Map<String, Entity> states = new HashMap<>();

    static Names load(Lexicon lexicon, Problems problems) {
        Names names = new Names(lexicon);
        Table.read("actor/countries.table", problems, names::country);
        Table.read("actor/historical.table", problems, names::historical);
        Table.read("actor/groups.table", problems, row -> names.body(row, Actor.Kind.ORGANIZATION));
        Table.read(
                "actor/organizations.table",
                problems,
                row -> names.body(row, Actor.Kind.ORGANIZATION));
        Table.read("actor/leaders.table", problems, row -> names.body(row, Actor.Kind.PERSON));
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
                        null);
        if (states.put(code, state) != null) {
            row.problem(code + " stands twice");
        }
        row.names("name", "aliases").forEach(n -> put(n, state, Use.NAME));
        row.list("demonyms").forEach(n -> put(n, state, Use.DEMONYM));
        row.list("capital").forEach(n -> put(n, state, Use.CAPITAL));
        for (String column : List.of("seats", "forces")) {
            for (String cell : row.list(column)) {
                int colon = cell.lastIndexOf(':');
                if (colon < 0) {
                    row.problem(cell + " in " + column + " names no sector");
                    continue;
                }
                String name = cell.substring(0, colon).strip();
                put(
                        name,
                        new Entity(
                                key(name),
                                name,
                                Actor.Kind.ORGANIZATION,
                                code,
                                List.of(cell.substring(colon + 1).strip()),
                                code),
                        Use.NAME);
            }
        }
    }

    private void historical(Table.Row row) {
        String successor = row.get("successor");
        Entity state =
                new Entity(
                        key(row.get("name")),
                        row.get("name"),
                        Actor.Kind.STATE,
                        successor.length() == 3 ? successor : null,
                        List.of("GOV"),
                        null);
        row.names("name", "aliases").forEach(n -> put(n, state, Use.NAME));
        row.list("demonyms").forEach(n -> put(n, state, Use.DEMONYM));
        row.list("capital").forEach(n -> put(n, state, Use.CAPITAL));
    }

    private void body(Table.Row row, Actor.Kind kind) {
        String country = row.get("country");
        Entity entity =
                new Entity(
                        key(row.get("name")),
                        row.get("name"),
                        kind,
                        country.length() == 3 ? country : null,
                        row.list("sectors"),
                        kind == Actor.Kind.PERSON
                                        && row.list("sectors").contains("GOV")
                                        && country.length() == 3
                                ? country
                                : null);
        row.names("name", "aliases").forEach(n -> put(n, entity, Use.NAME));
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
        byFirst.computeIfAbsent(index(words.get(0)), k -> new ArrayList<>(1))
                .add(new Entry(words, entity, use, acronym));
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

    /** The longest name that begins at a token, or null. */
    @Nullable Found startingAt(Sentence s, int i) {
        String first = fold(s.token(i).form());
        for (Entry e : byFirst.getOrDefault(index(first), List.of())) {
            if (i + e.words.size() <= s.size() && matches(s, i, e)) {
                return new Found(i, i + e.words.size() - 1, e.entity, e.use);
            }
            if (e.use == Use.DEMONYM
                    && e.words.size() == 1
                    && plural(s.token(i), e.words.get(0), s.upper())) {
                return new Found(i, i, e.entity, e.use);
            }
        }
        if (first.length() > 3 && first.endsWith("s")) {
            for (Entry e :
                    byFirst.getOrDefault(
                            first.substring(0, first.length() - 1).toLowerCase(Locale.ROOT),
                            List.of())) {
                if (e.use == Use.DEMONYM
                        && e.words.size() == 1
                        && plural(s.token(i), e.words.get(0), s.upper())) {
                    return new Found(i, i, e.entity, e.use);
                }
            }
        }
        return null;
    }

    private static boolean plural(Token t, String singular, boolean upper) {
        String form = fold(t.form());
        return upper ? form.equalsIgnoreCase(singular + "s") : form.equals(singular + "s");
    }

    private static boolean matches(Sentence s, int i, Entry e) {
        for (int k = 0; k < e.words.size(); k++) {
            String form = fold(s.token(i + k).form());
            String word = e.words.get(k);
            boolean same =
                    s.upper()
                            ? form.equalsIgnoreCase(word)
                            : form.equals(word) || (k > 0 && form.equalsIgnoreCase(word));
            if (!same
                    && !(word.endsWith(".") && form.equals(word.substring(0, word.length() - 1)))) {
                return false;
            }
        }
        return !(e.acronym && s.upper() && e.words.get(0).length() <= 3 && !s.token(i).isProper());
    }
}
