package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.casus.merge.Chains;
import org.casus.model.Factuality;
import org.casus.model.Incident;

/**
 * Keeps the ties that follow from what passed between two sides. They depend on what the one did to
 * the other and was answered and on nothing else, so only the sides of incidents that changed are
 * gone over again.
 */
final class Ties {
    /** From so many pairs of sides on, all are gone over: it is quicker than to ask for each. */
    private static final int MANY = 2_000;

    private static final int BATCH = 1_000;

    private final Database database;
    private final Rows rows;
    private final Set<String> changed = new TreeSet<>();

    /**
     * @param rows for the sides and links of incidents, written before {@link #write}
     */
    Ties(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    private record Numbered(String sides, long number, Chains.Move move) {}

    private record Tie(long incident, int ordinal, String type, long target, String because) {}

    /** Before an incident is written again, or ceases. */
    void without(long incident) {
        changed.addAll(
                database.query("sides-of").bind("incident", incident).mapTo(String.class).list());
        database.update("sides-delete").bind("incident", incident).execute();
        database.update("links-delete").bind("incident", incident).execute();
    }

    /** Where an incident ceases. */
    void cease(long incident) {
        database.update("ties-delete-of").bind("incident", incident).execute();
    }

    /** An incident as it is now. */
    void with(Incident incident, long number) {
        if (Chains.move(incident) != null) {
            for (String between : Chains.sides(incident)) {
                changed.add(between);
                rows.to("sides-insert").bind("sides", between).bind("incident", number).add();
            }
        }
        incident.links().stream()
                .map(Incident.Tie::to)
                .distinct()
                .forEach(
                        to ->
                                rows.to("link-insert")
                                        .bind("account", to)
                                        .bind("incident", number)
                                        .add());
    }

    /** Whether all ties of an incident are what they were, those of others with it as well. */
    static boolean same(Incident was, Incident is) {
        return Objects.equals(Chains.move(was), Chains.move(is))
                && Chains.sides(was).equals(Chains.sides(is))
                && was.links().equals(is.links());
    }

    /** Goes over what has changed. */
    void write() {
        Set<String> lines = new TreeSet<>(changed);
        changed.forEach(sides -> lines.add(Chains.reverse(sides)));
        if (lines.size() < MANY) {
            for (String sides : lines) {
                line(sides, moves(sides), moves(Chains.reverse(sides)));
            }
            return;
        }
        Map<String, List<Numbered>> all = new HashMap<>();
        database.query("moves-all")
                .setFetchSize(BATCH)
                .map((row, context) -> numbered(row))
                .forEach(
                        move ->
                                all.computeIfAbsent(move.sides(), s -> new ArrayList<>())
                                        .add(move));
        database.update("ties-delete-all").execute();
        for (String sides : new TreeSet<>(all.keySet())) {
            insert(
                    sides,
                    ties(
                            all.getOrDefault(sides, List.of()),
                            all.getOrDefault(Chains.reverse(sides), List.of())));
        }
    }

    private void line(String sides, List<Numbered> moves, List<Numbered> answers) {
        List<Tie> now = ties(moves, answers);
        List<Tie> before =
                database.query("ties-between")
                        .bind("sides", sides)
                        .map(
                                (row, context) ->
                                        new Tie(
                                                row.getLong("incident"),
                                                row.getInt("ordinal"),
                                                row.getString("type"),
                                                row.getLong("target"),
                                                row.getString("because")))
                        .list();
        if (!Set.copyOf(now).equals(Set.copyOf(before))) {
            database.update("ties-delete-between").bind("sides", sides).execute();
            insert(sides, now);
        }
    }

    private static List<Tie> ties(List<Numbered> moves, List<Numbered> answers) {
        Map<String, Long> numbers = new HashMap<>();
        moves.forEach(move -> numbers.put(move.move().uid(), move.number()));
        answers.forEach(move -> numbers.put(move.move().uid(), move.number()));
        List<Tie> ties = new ArrayList<>();
        for (Chains.Inferred tie : Chains.between(only(moves), only(answers))) {
            ties.add(
                    new Tie(
                            numbers.getOrDefault(tie.from(), 0L),
                            ties.size(),
                            tie.type(),
                            numbers.getOrDefault(tie.to(), 0L),
                            tie.because()));
        }
        return ties;
    }

    private void insert(String sides, Collection<Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        var batch = database.batch("tie-insert");
        for (Tie tie : ties) {
            batch.bind("sides", sides)
                    .bind("incident", tie.incident())
                    .bind("ordinal", tie.ordinal())
                    .bind("type", tie.type())
                    .bind("target", tie.target())
                    .bind("because", tie.because())
                    .add();
        }
        batch.execute();
    }

    private List<Numbered> moves(String sides) {
        return database.query("moves")
                .bind("sides", sides)
                .map((row, context) -> numbered(row))
                .list();
    }

    private static List<Chains.Move> only(List<Numbered> moves) {
        return moves.stream().map(Numbered::move).toList();
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(
                row.getString("sides"),
                row.getLong("number"),
                new Chains.Move(
                        row.getString("uid"),
                        row.getString("start"),
                        row.getString("type"),
                        row.getString("mode"),
                        Factuality.valueOf(row.getString("factuality").toUpperCase(Locale.ROOT)),
                        row.getInt("dead")));
    }
}
