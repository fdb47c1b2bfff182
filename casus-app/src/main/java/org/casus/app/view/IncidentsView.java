package org.casus.app.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.store.IncidentStore;
import org.casus.store.Ledger;

/**
 * Incidents as they were asked for: a page of them, how many there are in all, and what they could
 * be narrowed down to.
 *
 * @param total on all pages together
 * @param pages how many pages there are, at least one
 * @param parts how many are deeds, how many talk, and how many there are of both
 */
public record IncidentsView(
        IncidentFilter filter,
        long total,
        long pages,
        List<Part> parts,
        List<IncidentLine> lines,
        List<Facet> facets) {
    private static final int MOST_VALUES = 8;

    /** A kind, and how many incidents of it there are, of whatever type. */
    public record Part(String kind, long count) {}

    /** One way to narrow down, with how many incidents would be left. */
    public record Facet(String name, String title, List<Value> values) {}

    /** A value of a facet. */
    public record Value(String value, String title, long count, boolean asked) {}

    /** Deeds alone, unless the filter says by kind or type what is wanted. */
    public static IncidentsView of(Desk desk, Ledger ledger, IncidentFilter asked) {
        IncidentFilter filter = asked.deedsFirst();
        IncidentStore incidents = ledger.incidents();
        IncidentFilter first = filter.onPage(1).sorted(IncidentFilter.Sort.NEWEST);
        long total =
                desk.whileUnchanged(
                        ledger,
                        "count" + first.address(),
                        () -> Long.valueOf(incidents.count(filter.query())));
        IncidentFilter both = first.only(IncidentFilter.Kind.ALL);
        List<Part> parts =
                desk.whileUnchanged(ledger, "parts" + both.address(), () -> parts(incidents, both));
        List<Facet> facets =
                desk.whileUnchanged(
                        ledger, "facets" + first.address(), () -> facets(incidents, filter));
        List<IncidentLine> lines =
                incidents
                        .list(
                                filter.query(),
                                filter.sort().order(),
                                IncidentFilter.SIZE,
                                (filter.page() - 1) * IncidentFilter.SIZE)
                        .stream()
                        .map(IncidentLine::of)
                        .toList();
        long pages = Math.max(1, (total + IncidentFilter.SIZE - 1) / IncidentFilter.SIZE);
        return new IncidentsView(filter, total, pages, parts, lines, facets);
    }

    private static List<Part> parts(IncidentStore incidents, IncidentFilter both) {
        List<Part> parts = new ArrayList<>();
        for (IncidentFilter.Kind kind : IncidentFilter.Kind.values()) {
            parts.add(new Part(kind.word(), incidents.count(both.only(kind).query())));
        }
        return parts;
    }

    private static List<Facet> facets(IncidentStore incidents, IncidentFilter filter) {
        return List.of(
                facet(incidents, filter, "type", "What"),
                facet(incidents, filter, "grade", "Support"),
                facet(incidents, filter, "country", "Country"),
                facet(incidents, filter, "outcome", "Harm"));
    }

    private static Facet facet(
            IncidentStore incidents, IncidentFilter filter, String name, String title) {
        List<Value> values = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        for (IncidentStore.Tally tally : incidents.tally(filter.query(name), name, MOST_VALUES)) {
            values.add(value(filter, name, tally.value(), tally.incidents()));
            shown.add(tally.value());
        }
        for (String asked : filter.where().getOrDefault(name, List.of())) {
            if (shown.add(asked.toLowerCase(Locale.ROOT))) {
                values.add(value(filter, name, asked, 0)); // so that it can be left out again
            }
        }
        return new Facet(name, title, values);
    }

    private static Value value(IncidentFilter filter, String name, String value, long count) {
        boolean capitals = name.equals("type") || name.equals("country");
        String spelled = capitals ? value.toUpperCase(Locale.ROOT) : value;
        String title = name.equals("type") ? Phrases.type(spelled) : spelled;
        return new Value(spelled, title, count, filter.asks(name, value));
    }

    /** How many there are of a kind, of whatever type. */
    public long count(IncidentFilter.Kind kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind.word()))
                .mapToLong(Part::count)
                .sum();
    }

    /** The values that are asked for by one name, as they were typed; empty for none. */
    public String one(String name) {
        return filter.typed(name);
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
