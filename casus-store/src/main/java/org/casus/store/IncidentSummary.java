package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a list has it.
 *
 * @param firstDay null when unknown
 * @param line one plain English line
 * @param contested whether its accounts disagree on something
 * @param grade in small letters
 * @param sources that are independent of each other
 * @param place the one that is known best; it has the country, the position and its precision
 * @param source names of those who did it
 * @param target names of those to whom it was done
 * @param deadBest people killed, null where nobody counts them
 * @param reviewed "accept" or "reject" where a reviewer said so
 * @param doubtful whether it may be one with another incident, and nobody has decided
 */
public record IncidentSummary(
        String uid,
        String type,
        @Nullable String mode,
        String factuality,
        @Nullable String firstDay,
        @Nullable String lastDay,
        String line,
        boolean contested,
        String grade,
        int sources,
        int accounts,
        @Nullable String place,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String precision,
        @Nullable String source,
        @Nullable String target,
        @Nullable Integer deadLow,
        @Nullable Integer deadBest,
        @Nullable Integer deadHigh,
        @Nullable String reviewed,
        boolean doubtful) {

    static final String COLUMNS =
            "i.uid, i.type, i.mode, i.factuality, i.first_day, i.last_day, i.line, i.contested,"
                + " i.grade, i.sources, i.accounts, i.place, i.country, i.latitude, i.longitude,"
                + " i.precision, i.source, i.target, i.dead_low, i.dead_best, i.dead_high,"
                + " i.reviewed, exists (select 1 from account a join doubt d on d.left_account ="
                + " a.number where a.incident = i.number) or exists (select 1 from account a join"
                + " doubt d on d.right_account = a.number where a.incident = i.number) as doubtful";

    /**
     * An incident as a map has it.
     *
     * @param day the first, null when unknown
     * @param dead people killed, null where nobody counts them
     */
    public record Point(
            String uid,
            double latitude,
            double longitude,
            String precision,
            String type,
            @Nullable String day,
            @Nullable Integer dead,
            String line) {
        static final String COLUMNS =
                "i.uid, i.latitude, i.longitude, i.precision, i.type, i.first_day,"
                        + " coalesce(i.dead_best, i.dead_low), i.line";

        static Point of(ResultSet row) throws SQLException {
            int dead = row.getInt(7);
            return new Point(
                    row.getString(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.wasNull() ? null : dead,
                    row.getString(8));
        }
    }

    static IncidentSummary of(ResultSet row) throws SQLException {
        return new IncidentSummary(
                row.getString("uid"),
                row.getString("type"),
                row.getString("mode"),
                row.getString("factuality"),
                row.getString("first_day"),
                row.getString("last_day"),
                row.getString("line"),
                row.getBoolean("contested"),
                row.getString("grade"),
                row.getInt("sources"),
                row.getInt("accounts"),
                row.getString("place"),
                row.getString("country"),
                real(row, "latitude"),
                real(row, "longitude"),
                row.getString("precision"),
                row.getString("source"),
                row.getString("target"),
                whole(row, "dead_low"),
                whole(row, "dead_best"),
                whole(row, "dead_high"),
                row.getString("reviewed"),
                row.getBoolean("doubtful"));
    }

    private static @Nullable Double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
