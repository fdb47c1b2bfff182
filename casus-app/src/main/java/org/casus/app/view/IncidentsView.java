package org.casus.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.casus.store.Ledger;

/**
 * Incidents as they were asked for: a page of them, how many there are in all, and what they could
 * be narrowed down to.
 *
 * @param total on all pages together
 * @param pages how many pages there are, at least one
 */
public record IncidentsView(
        IncidentFilter filter, int total, int pages, List<IncidentLine> lines, List<Facet> facets) {
    private static final int MOST_VALUES = 8;

    /** One way to narrow down, with how many incidents would be left. */
    public record Facet(String name, String title, List<Value> values) {}

    /** A value of a facet. */
    public record Value(String value, String title, int count, boolean asked) {}

    public static IncidentsView of(Ledger ledger, IncidentFilter filter) {
        List<IncidentLine> found = new ArrayList<>();
        ledger.incidents()
                .each(filter.query(), (incident, accounts) -> found.add(IncidentLine.of(incident)));
        if (filter.review() != null) {
            found.removeIf(line -> !line.review().equals(filter.review().word()));
        }
        found.sort(filter.sort().order());
        int pages = Math.max(1, (found.size() + IncidentFilter.SIZE - 1) / IncidentFilter.SIZE);
        int from = Math.min(found.size(), (filter.page() - 1) * IncidentFilter.SIZE);
        int to = Math.min(found.size(), from + IncidentFilter.SIZE);
        return new IncidentsView(
                filter,
                found.size(),
                pages,
                List.copyOf(found.subList(from, to)),
                facets(found, filter));
    }

    private static List<Facet> facets(List<IncidentLine> found, IncidentFilter filter) {
        return List.of(
                facet("type", "What", found, filter, line -> List.of(line.type())),
                facet("grade", "Support", found, filter, line -> List.of(line.grade())),
                facet("country", "Country", found, filter, IncidentLine::countries),
                facet("outcome", "Harm", found, filter, IncidentLine::outcomes));
    }

    private static Facet facet(
            String name,
            String title,
            List<IncidentLine> found,
            IncidentFilter filter,
            Function<IncidentLine, List<String>> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (IncidentLine line : found) {
            values.apply(line).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        filter.where()
                .getOrDefault(name, List.of())
                .forEach(
                        asked -> {
                            if (counts.keySet().stream().noneMatch(asked::equalsIgnoreCase)) {
                                counts.put(asked, 0); // so that it can be left out again
                            }
                        });
        List<Value> all =
                counts.entrySet().stream()
                        .map(
                                entry ->
                                        new Value(
                                                entry.getKey(),
                                                name.equals("type")
                                                        ? Phrases.type(entry.getKey())
                                                        : entry.getKey(),
                                                entry.getValue(),
                                                filter.asks(name, entry.getKey())))
                        .sorted(
                                Comparator.comparing((Value value) -> !value.asked())
                                        .thenComparing(value -> -value.count())
                                        .thenComparing(Value::value))
                        .limit(MOST_VALUES)
                        .toList();
        return new Facet(name, title, all);
    }

    /** The values that are asked for by one name, as they were typed; empty for none. */
    public String one(String name) {
        return String.join(",", filter.where().getOrDefault(name, List.of()));
    }

    /** The number of the first line, from 1; 0 where there is none. */
    public int first() {
        return lines.isEmpty() ? 0 : (filter.page() - 1) * IncidentFilter.SIZE + 1;
    }

    /** The number of the last line. */
    public int last() {
        return lines.isEmpty() ? 0 : first() + lines.size() - 1;
    }
}
