package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for. What is not asked for is null or empty.
 *
 * @param where values that an incident must have, by name; of several for one name, any
 * @param from first day; an incident that ended before it is left out
 * @param to last day; an incident that began after it is left out
 * @param contested only those whose accounts disagree on something
 */
public record IncidentQuery(
        Map<String, List<String>> where,
        @Nullable String from,
        @Nullable String to,
        boolean contested) {
    /** Names of columns of table incident. */
    private static final Set<String> COLUMNS = Set.of("type", "mode", "grade");

    /** Names of values of table incident_value. */
    private static final Set<String> VALUES =
            Set.of("country", "place", "actor", "source", "target", "outcome", "context");

    /** All incidents. */
    public static final IncidentQuery ALL = new IncidentQuery(Map.of(), null, null, false);

    public IncidentQuery {
        where = Map.copyOf(where);
        for (String name : where.keySet()) {
            if (!COLUMNS.contains(name) && !VALUES.contains(name)) {
                List<String> allowed = new ArrayList<>(COLUMNS);
                allowed.addAll(VALUES);
                throw new LedgerException(
                        "incidents cannot be asked for their "
                                + name
                                + ", but for "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        day(from);
        day(to);
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

    /** Whether an incident is one of those that are asked for. */
    public boolean matches(Incident incident) {
        IncidentRow row = new IncidentRow(incident);
        Map<String, Set<String>> values = new TreeMap<>();
        row.values((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
        values.put("type", Set.of(incident.type().toLowerCase(Locale.ROOT)));
        values.put("grade", Set.of(incident.grade().name().toLowerCase(Locale.ROOT)));
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

    /** The condition in SQL; what it binds is put into the map. */
    String condition(Map<String, Object> bound) {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(where).entrySet()) {
            String name = entry.getKey();
            List<String> names = new ArrayList<>();
            for (String value : entry.getValue()) {
                String key = "v" + bound.size();
                bound.put(key, value.toLowerCase(Locale.ROOT));
                names.add(":" + key);
            }
            String list = "(" + String.join(", ", names) + ")";
            all.add(
                    COLUMNS.contains(name)
                            ? "lower(i." + name + ") in " + list
                            : "exists (select 1 from incident_value v where v.name = '"
                                    + name
                                    + "' and v.value in "
                                    + list
                                    + " and v.incident = i.number)");
        }
        if (from != null) {
            bound.put("from", from);
            all.add("i.last_day >= :from");
        }
        if (to != null) {
            bound.put("to", to);
            all.add("i.first_day <= :to");
        }
        if (contested) {
            all.add("i.contested");
        }
        return all.isEmpty() ? "1 = 1" : String.join(" and ", all);
    }
}
