package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for. What is not asked for is null or empty.
 *
 * @param where values that an incident must have, by name; of several for one name, any
 * @param from first day; an incident that ended before it is left out
 * @param to last day; an incident that began after it is left out
 * @param contested only those whose accounts disagree on something
 * @param text words that the incident must have in its line, its names or the sentences that tell
 *     of it
 * @param bounds where it must be
 */
public record IncidentQuery(
        Map<String, List<String>> where,
        @Nullable String from,
        @Nullable String to,
        boolean contested,
        @Nullable String text,
        @Nullable Bounds bounds) {
    /** Names of columns of table incident. */
    private static final Set<String> COLUMNS =
            Set.of("type", "mode", "grade", "factuality", "precision");

    /** Names of values of table incident_value. */
    private static final Set<String> VALUES =
            Set.of("country", "place", "actor", "source", "target", "outcome", "context");

    /**
     * What a reviewer said: accept, await, reject, none; or doubt, where something waits for one.
     */
    private static final String REVIEW = "review";

    private static final Set<String> REVIEWS = Set.of("accept", "await", "reject", "none", "doubt");

    /** In a list of review states, an incident that may be one with another. */
    private static final String DOUBT =
            "i.number in (select a.incident from doubt d join account a on a.number ="
                    + " d.left_account union all select a.incident from doubt d join account a on"
                    + " a.number = d.right_account)";

    /** All incidents. */
    public static final IncidentQuery ALL = new IncidentQuery(Map.of(), null, null, false);

    /**
     * A part of the map, in degrees, its edges included.
     *
     * @param west may be greater than east, where the part lies across the date line
     */
    public record Bounds(double south, double west, double north, double east) {
        boolean hold(@Nullable Double latitude, @Nullable Double longitude) {
            return latitude != null
                    && longitude != null
                    && latitude >= south
                    && latitude <= north
                    && (west <= east
                            ? longitude >= west && longitude <= east
                            : longitude >= west || longitude <= east);
        }
    }

    public IncidentQuery {
        where = Map.copyOf(where);
        for (String name : where.keySet()) {
            if (!COLUMNS.contains(name) && !VALUES.contains(name) && !name.equals(REVIEW)) {
                List<String> allowed = new ArrayList<>(COLUMNS);
                allowed.addAll(VALUES);
                allowed.add(REVIEW);
                throw new LedgerException(
                        "incidents cannot be asked for their "
                                + name
                                + ", but for "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        for (String state : where.getOrDefault(REVIEW, List.of())) {
            if (!REVIEWS.contains(state.toLowerCase(Locale.ROOT))) {
                throw new LedgerException(
                        "the state of review is "
                                + state
                                + ", but must be one of "
                                + String.join(", ", REVIEWS.stream().sorted().toList()));
            }
        }
        day(from);
        day(to);
    }

    public IncidentQuery(
            Map<String, List<String>> where,
            @Nullable String from,
            @Nullable String to,
            boolean contested) {
        this(where, from, to, contested, null, null);
    }

    /** The same for incidents with these words; null for whatever words they have. */
    public IncidentQuery withText(@Nullable String words) {
        return new IncidentQuery(where, from, to, contested, words, bounds);
    }

    /** The same for incidents in a part of the map; null for wherever they are. */
    public IncidentQuery withBounds(@Nullable Bounds part) {
        return new IncidentQuery(where, from, to, contested, text, part);
    }

    private static void day(@Nullable String day) {
        if (day != null && !day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new LedgerException(day + " is no day; a day is written as 2026-01-31");
        }
    }

    /**
     * @param conditions each NAME=VALUE, or NAME=VALUE,VALUE for any of several
     * @throws LedgerException if one is no such thing, or asks for what cannot be asked
     */
    public static IncidentQuery of(
            List<String> conditions,
            @Nullable String from,
            @Nullable String to,
            boolean contested) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String condition : conditions) {
            int sign = condition.indexOf('=');
            if (sign <= 0 || sign == condition.length() - 1) {
                throw new LedgerException(
                        "the condition is "
                                + condition
                                + ", but must be NAME=VALUE, as country=IRQ");
            }
            values.computeIfAbsent(condition.substring(0, sign), name -> new ArrayList<>())
                    .addAll(List.of(condition.substring(sign + 1).split(",")));
        }
        return new IncidentQuery(values, from, to, contested);
    }

    /**
     * Whether an incident is one of those that are asked for.
     *
     * @throws LedgerException if words, a part of the map or doubts are asked for, which only the
     *     ledger as it stands can tell
     */
    public boolean matches(Incident incident) {
        if (text != null
                || bounds != null
                || where.getOrDefault(REVIEW, List.of()).contains("doubt")) {
            throw new LedgerException(
                    "words, parts of the map and doubts can be asked of the ledger as it stands"
                            + " alone");
        }
        IncidentRow row = new IncidentRow(incident);
        Map<String, Set<String>> values = row.values();
        values.put("type", Set.of(incident.type().toLowerCase(Locale.ROOT)));
        values.put("grade", Set.of(incident.grade().name().toLowerCase(Locale.ROOT)));
        values.put("factuality", Set.of(incident.factuality().name().toLowerCase(Locale.ROOT)));
        values.put("precision", Set.of(row.precision()));
        values.put(REVIEW, Set.of(incident.reviewed() == null ? "none" : incident.reviewed()));
        if (incident.mode() != null) {
            values.put("mode", Set.of(incident.mode().toLowerCase(Locale.ROOT)));
        }
        String first = row.firstDay();
        String last = row.lastDay();
        return where.entrySet().stream()
                        .allMatch(
                                asked ->
                                        asked.getValue().stream()
                                                .map(value -> value.toLowerCase(Locale.ROOT))
                                                .anyMatch(
                                                        values.getOrDefault(
                                                                        asked.getKey(), Set.of())
                                                                ::contains))
                && (from == null || last != null && last.compareTo(from) >= 0)
                && (to == null || first != null && first.compareTo(to) <= 0)
                && (!contested || IncidentRow.contested(incident));
    }

    /** Whether a name is a column of table incident, not a value of table incident_value. */
    static boolean isColumn(String name) {
        return COLUMNS.contains(name);
    }

    /** The condition in SQL; what it binds is put into the map. */
    String condition(Dialect dialect, Map<String, Object> bound) {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(where).entrySet()) {
            String name = entry.getKey();
            if (name.equals(REVIEW)) {
                all.add(reviewed(entry.getValue()));
                continue;
            }
            List<String> names = new ArrayList<>();
            for (String value : entry.getValue()) {
                String key = "v" + bound.size();
                bound.put(key, value.toLowerCase(Locale.ROOT));
                names.add(":" + key);
            }
            String list = "(" + String.join(", ", names) + ")";
            all.add(
                    COLUMNS.contains(name)
                            ? column(name) + " in " + list
                            : "i.number in (select incident from incident_value where name = '"
                                    + name
                                    + "' and value in "
                                    + list
                                    + ")");
        }
        if (from != null) {
            bound.put("from", from);
            all.add("i.last_day >= :from");
        }
        if (to != null) {
            bound.put("to", to);
            // The second says the same again, for the order of lists.
            all.add("i.first_day <= :to and coalesce(i.first_day, '0000') <= :to");
        }
        if (contested) {
            all.add("i.contested");
        }
        if (text != null) {
            bound.put("words", Search.words(dialect, text));
            all.add(
                    dialect == Dialect.SQLITE
                            ? "i.number in (select rowid from incident_search where incident_search"
                                    + " match :words)"
                            : "i.search @@ websearch_to_tsquery('english', :words)");
        }
        if (bounds != null) {
            bound.put("south", bounds.south());
            bound.put("north", bounds.north());
            bound.put("west", bounds.west());
            bound.put("east", bounds.east());
            all.add("i.latitude between :south and :north");
            all.add(
                    bounds.west() <= bounds.east()
                            ? "i.longitude between :west and :east"
                            : "(i.longitude >= :west or i.longitude <= :east)");
        }
        return all.isEmpty() ? "1 = 1" : String.join(" and ", all);
    }

    /** A column in small letters; an incident without a place is one of no precision. */
    static String column(String name) {
        return name.equals("precision") ? "coalesce(i.precision, 'none')" : "lower(i." + name + ")";
    }

    private static String reviewed(List<String> states) {
        List<String> any = new ArrayList<>();
        for (String state : states) {
            any.add(
                    switch (state.toLowerCase(Locale.ROOT)) {
                        case "doubt" -> DOUBT;
                        case "none" -> "i.reviewed is null";
                        case "accept" -> "i.reviewed = 'accept'";
                        case "await" -> "i.reviewed = 'await'";
                        default -> "i.reviewed = 'reject'";
                    });
        }
        return "(" + String.join(" or ", any) + ")";
    }
}
