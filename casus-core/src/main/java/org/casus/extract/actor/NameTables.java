package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.extract.actor.Names.Use;
import org.casus.model.Actor.Kind;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Reads the actor tables into {@link Names}. */
final class NameTables {
    private static final int CODE = 3;

    private final Names names = new Names();
    private final Map<String, Entity> states = new HashMap<>();

    private NameTables() {}

    static Names load(Problems problems) {
        NameTables tables = new NameTables();
        Table.read("actor/countries.table", problems, tables::country);
        Table.read("actor/historical.table", problems, tables::historical);
        Table.read("actor/groups.table", problems, row -> tables.body(row, years(row)));
        Table.read("actor/organizations.table", problems, row -> tables.body(row, Years.ALL));
        tables.leaders(problems);
        return tables.names;
    }

    // ---- states, their seats and their forces

    private void country(Table.Row row) {
        String code = row.get("code");
        Entity state = state(row, code, List.of("GOV"), Years.ALL);
        if (states.put(code, state) != null) {
            row.problem(code + " stands twice");
        }
        row.names("name", "aliases").forEach(n -> names.put(n, state, Use.NAME));
        people(row, state);
        row.list("capital").forEach(n -> names.put(n, state, Use.CAPITAL));
        bodies(row, "seats", state, true);
        bodies(row, "forces", state, false);
    }

    private void historical(Table.Row row) {
        List<String> successors = row.list("successor");
        if (successors.isEmpty()) {
            row.problem("has no successor");
            return;
        }
        List<String> sectors = new ArrayList<>(row.list("sectors"));
        sectors.add("GOV");
        Entity state = state(row, successors.get(0), sectors, years(row));
        row.names("name", "aliases").forEach(n -> names.put(n, state, Use.NAME));
        people(row, state);
        row.list("capital").forEach(n -> names.put(n, state, Use.CAPITAL));
        bodies(row, "forces", state, false);
    }

    private static Entity state(
            Table.Row row, @Nullable String code, List<String> sectors, Years years) {
        String name = row.get("name");
        Entity.Term term = new Entity.Term(List.copyOf(sectors), years, "");
        return new Entity(Spelling.key(name), name, Kind.STATE, code, List.of(term), null, false);
    }

    private void people(Table.Row row, Entity state) {
        for (String demonym : row.list("demonyms")) {
            names.put(demonym, state, Use.DEMONYM);
            names.put(demonym + "s", state, Use.PEOPLE);
        }
    }

    private void bodies(Table.Row row, String column, Entity state, boolean seat) {
        for (String cell : row.list(column)) {
            int colon = cell.lastIndexOf(':');
            if (colon < 0) {
                row.problem(cell + " in " + column + " names no sector");
                continue;
            }
            String name = cell.substring(0, colon).strip();
            List<String> sectors = List.of(cell.substring(colon + 1).strip());
            Entity body =
                    new Entity(
                            Spelling.key(name),
                            name,
                            Kind.ORGANIZATION,
                            state.country(),
                            List.of(new Entity.Term(sectors, state.years(), "")),
                            state,
                            seat);
            names.put(name, body, Use.NAME);
        }
    }

    // ---- groups, organizations

    private void body(Table.Row row, Years years) {
        String name = row.get("name");
        int city = name.indexOf(" (");
        Entity body =
                new Entity(
                        Spelling.key(name),
                        city < 0 ? name : name.substring(0, city),
                        Kind.ORGANIZATION,
                        code(row),
                        terms(row, years),
                        null,
                        false);
        row.names("name", "aliases").forEach(n -> names.put(n, body, Use.NAME));
    }

    /** "REB (1980-1992); PTY (1992-)": what a body was, and when where it was that for a time. */
    private static List<Entity.Term> terms(Table.Row row, Years years) {
        List<String> always = new ArrayList<>();
        List<Entity.Term> terms = new ArrayList<>();
        for (String cell : row.list("sectors")) {
            int bracket = cell.indexOf(" (");
            if (bracket < 0) {
                always.add(cell);
                continue;
            }
            Years held = Years.parse(cell.substring(bracket + 2).replace(")", ""));
            if (held == null) {
                row.problem(cell + " in sectors has no span of years in its brackets");
                continue;
            }
            terms.add(new Entity.Term(List.of(cell.substring(0, bracket)), held, ""));
        }
        if (!always.isEmpty() || terms.isEmpty()) {
            terms.add(0, new Entity.Term(always, years, ""));
        }
        return List.copyOf(terms);
    }

    // ---- persons: the rows of one person make one entry

    private record Person(List<String> names, @Nullable String country, List<Entity.Term> terms) {}

    private void leaders(Problems problems) {
        Map<String, Person> people = new LinkedHashMap<>();
        Table.read(
                "actor/leaders.table",
                problems,
                row -> {
                    Person person =
                            people.computeIfAbsent(
                                    row.get("name"),
                                    name ->
                                            new Person(
                                                    new ArrayList<>(List.of(name)),
                                                    code(row),
                                                    new ArrayList<>()));
                    person.names.addAll(row.list("aliases"));
                    person.terms.add(
                            new Entity.Term(row.list("sectors"), years(row), row.get("office")));
                });
        people.forEach(this::person);
    }

    private void person(String name, Person person) {
        boolean official =
                person.terms.stream()
                        .anyMatch(t -> t.sectors().contains("GOV") || t.sectors().contains("MIL"));
        Entity entity =
                new Entity(
                        Spelling.key(name),
                        name,
                        Kind.PERSON,
                        person.country,
                        List.copyOf(person.terms),
                        official && person.country != null ? states.get(person.country) : null,
                        false);
        person.names.forEach(n -> names.put(n, entity, Use.NAME));
    }

    // ---- cells

    private static @Nullable String code(Table.Row row) {
        String country = row.get("country");
        return country.length() == CODE ? country : null;
    }

    private static Years years(Table.Row row) {
        Years years = Years.parse(row.get("years"));
        if (years == null) {
            row.problem(row.get("years") + " is not a year, a span of years or an open one");
            return Years.ALL;
        }
        return years;
    }
}
