package org.casus.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Incidents counted by where, when, and who did it to whom: what maps, timelines and networks are
 * drawn from, without opening what is known of each.
 */
public final class Charts {
    private static final int FETCH = 1_000;

    private final Database database;

    Charts(Database database) {
        this.database = database;
    }

    /**
     * Incidents of one place. Each incident is counted once, at the place that is known best.
     *
     * @param place null, as all that follows, where none is known
     * @param precision in small letters
     * @param uid of one of them
     * @param line of one of them
     */
    public record Place(
            @Nullable String place,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String precision,
            long incidents,
            String uid,
            String line) {}

    /** The incidents that are asked for by place, the place with the most first. */
    public List<Place> places(IncidentQuery query) {
        return counted(
                "i.place, i.country, i.latitude, i.longitude, i.precision",
                "min(i.uid), min(i.line)",
                query,
                (row, context) ->
                        new Place(
                                row.getString(1),
                                row.getString(2),
                                real(row.getDouble(3), row.wasNull()),
                                real(row.getDouble(4), row.wasNull()),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7),
                                row.getString(8)));
    }

    /**
     * Incidents of one type that happened between the same two days, as far as is known.
     *
     * @param firstDay null, with the last, where it is not known
     */
    public record Period(
            @Nullable String firstDay, @Nullable String lastDay, String type, long incidents) {}

    /** The incidents that are asked for by time and type. */
    public List<Period> periods(IncidentQuery query) {
        return counted(
                "i.first_day, i.last_day, i.type",
                "",
                query,
                (row, context) ->
                        new Period(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)));
    }

    /**
     * Incidents of one type in which the same ones do it to the same others.
     *
     * @param source names, a semicolon between them; null where nobody is named
     */
    public record Sides(
            @Nullable String source, @Nullable String target, String type, long incidents) {}

    /** The incidents that are asked for by who did it to whom, and by type. */
    public List<Sides> sides(IncidentQuery query) {
        return counted(
                "i.source, i.target, i.type",
                "",
                query,
                (row, context) ->
                        new Sides(
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
                                + (further.isEmpty() ? "" : ", " + further)
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
