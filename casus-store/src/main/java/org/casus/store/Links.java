package org.casus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** All incidents that links lead to and from, directly or not, the given one included. */
    Collection<Long> reach(long number) {
        Set<Long> reached = new LinkedHashSet<>(List.of(number));
        List<Long> open = List.of(number);
        while (!open.isEmpty()) {
            List<Long> next = new ArrayList<>();
            database.inParts(
                    open,
                    part ->
                            database.query("linked-incidents")
                                    .bindList("numbers", part)
                                    .mapTo(Long.class)
                                    .forEach(
                                            other -> {
                                                if (reached.add(other)) {
                                                    next.add(other);
                                                }
                                            }));
            open = next;
        }
        return reached;
    }
}
