package org.casus.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.merge.Chains;
import org.casus.model.Incident;

/**
 * What incidents have to do with each other, read from the ledger: what their reports tell, by the
 * incident that the account which is told of is in now, and what was inferred when they were
 * settled. Comes to what {@link Chains#over} makes of all incidents.
 */
final class Links {
    private final Database database;

    Links(Database database) {
        this.database = database;
    }

    private record Row(String sides, int ordinal, Chains.Inferred tie) {}

    /** An incident with its links to others. */
    Incident of(long number, Incident incident) {
        List<Chains.Inferred> inferred =
                database
                        .query("ties-of")
                        .bind("incident", number)
                        .map(
                                (row, context) ->
                                        new Row(
                                                row.getString("sides"),
                                                row.getInt("ordinal"),
                                                new Chains.Inferred(
                                                        incident.uid(),
                                                        row.getString("type"),
                                                        row.getString("target"),
                                                        row.getString("because"))))
                        .list()
                        .stream()
                        // Not the database's order of letters, which is another in every country.
                        .sorted(Comparator.comparing(Row::sides).thenComparing(Row::ordinal))
                        .map(Row::tie)
                        .toList();
        Map<String, String> incidentOf = new HashMap<>();
        List<String> accounts = incident.links().stream().map(Incident.Tie::to).distinct().toList();
        if (!accounts.isEmpty()) {
            database.query("incidents-of-accounts")
                    .bindList("uids", accounts)
                    .map((row, context) -> incidentOf.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return incident.withLinks(Chains.links(incident, incidentOf::get, inferred));
    }

    /** Incidents by their numbers, and whether there are more than were wanted. */
    record Reach(Collection<Long> numbers, boolean more) {}

    /**
     * The incidents that links lead to and from, directly or not, the given one included.
     *
     * @param most so many at the most: those with the fewest links between, and of equals those of
     *     the least uids
     */
    Reach reach(long number, int most) {
        Set<Long> reached = new LinkedHashSet<>(List.of(number));
        Collection<Long> open = List.of(number);
        while (!open.isEmpty()) {
            Set<Long> next = new LinkedHashSet<>();
            database.inParts(
                    open,
                    part ->
                            database.query("linked-incidents")
                                    .bindList("numbers", part)
                                    .mapTo(Long.class)
                                    .forEach(next::add));
            next.removeAll(reached);
            int room = most - reached.size();
            if (next.size() > room) {
                reached.addAll(byUid(next).subList(0, room));
                return new Reach(reached, true);
            }
            reached.addAll(next);
            open = next;
        }
        return new Reach(reached, false);
    }

    private List<Long> byUid(Collection<Long> numbers) {
        Map<String, Long> byUid = new TreeMap<>();
        database.inParts(
                numbers,
                part ->
                        database.query("uids")
                                .bindList("numbers", part)
                                .map((row, context) -> byUid.put(row.getString(1), row.getLong(2)))
                                .list());
        return List.copyOf(byUid.values());
    }
}
