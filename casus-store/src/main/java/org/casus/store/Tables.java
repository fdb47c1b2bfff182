package org.casus.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Asks the tables of the ledger. */
final class Tables implements Overview {
    private static final int FETCH = 1_000;

    private final Database database;

    Tables(Database database) {
        this.database = database;
    }

    @Override
    public List<Long> numbers(IncidentQuery query, IncidentOrder order, int limit, int offset) {
        Map<String, Object> bound = new LinkedHashMap<>();
        return database.handle()
                .createQuery(
                        "select i.number from incident i where "
                                + query.condition(database.dialect(), bound)
                                + " order by "
                                + order.sql()
                                + " limit :limit offset :offset")
                .bindMap(bound)
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Long.class)
                .list();
    }

    @Override
    public long count(IncidentQuery query) {
        Map<String, Object> bound = new LinkedHashMap<>();
        return database.handle()
                .createQuery(
                        "select count(*) from incident i where "
                                + query.condition(database.dialect(), bound))
                .bindMap(bound)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<IncidentStore.Tally> tally(IncidentQuery query, String name, int most) {
        Map<String, Object> bound = new LinkedHashMap<>();
        boolean column = IncidentQuery.isColumn(name);
        String value = column ? IncidentQuery.column(name) : "v.value";
        String condition = query.condition(database.dialect(), bound);
        String values =
                query.equals(IncidentQuery.ALL)
                        ? "(select value, name from incident_value where name = :name) v"
                        : "incident_value v join incident i on i.number = v.incident and v.name ="
                                + " :name";
        return database.handle()
                .createQuery(
                        "select "
                                + value
                                + " as value, count(*) as incidents from "
                                + (column ? "incident i" : values)
                                + " where "
                                + condition
                                + " group by "
                                + value
                                + " having "
                                + value
                                + " is not null order by incidents desc, value limit :limit")
                .bindMap(bound)
                .bindMap(column ? Map.of() : Map.of("name", name))
                .bind("limit", most)
                .map(
                        (row, context) ->
                                new IncidentStore.Tally(
                                        row.getString("value"), row.getLong("incidents")))
                .list();
    }

    @Override
    public List<Charts.Place> places(IncidentQuery query) {
        return counted(
                "i.place, i.country, i.latitude, i.longitude, i.precision",
                ", min(i.uid)",
                query,
                (row, context) ->
                        new Charts.Place(
                                row.getString(1),
                                row.getString(2),
                                real(row.getDouble(3), row.wasNull()),
                                real(row.getDouble(4), row.wasNull()),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7)));
    }

    @Override
    public List<Charts.Period> periods(IncidentQuery query) {
        return counted(
                "i.first_day, i.last_day, i.type",
                "",
                query,
                (row, context) ->
                        new Charts.Period(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)));
    }

    @Override
    public List<Charts.Sides> sides(IncidentQuery query) {
        return counted(
                "i.source, i.target, i.type",
                "",
                query,
                (row, context) ->
                        new Charts.Sides(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)));
    }

    private <T> List<T> counted(
            String by, String further, IncidentQuery query, RowMapper<T> mapper) {
        Map<String, Object> bound = new LinkedHashMap<>();
        return database.handle()
                .createQuery(
                        "select "
                                + by
                                + ", count(*)"
                                + further
                                + " from incident i where "
                                + query.condition(database.dialect(), bound)
                                + " group by "
                                + by
                                + " order by count(*) desc, "
                                + by)
                .bindMap(bound)
                .setFetchSize(FETCH)
                .map(mapper)
                .list();
    }

    private static @Nullable Double real(double value, boolean missing) {
        return missing ? null : value;
    }
}
