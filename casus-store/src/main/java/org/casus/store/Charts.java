package org.casus.store;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Incidents counted by where, when, and who did it to whom: what maps, timelines and networks are
 * drawn from, without opening what is known of each.
 */
public final class Charts {
    private final Supplier<Overview> overview;

    Charts(Supplier<Overview> overview) {
        this.overview = overview;
    }

    /**
     * Incidents of one place. Each incident is counted once, at the place that is known best.
     *
     * @param place null, as all that follows, where none is known
     * @param precision in small letters
     * @param uid of one of them
     */
    public record Place(
            @Nullable String place,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String precision,
            long incidents,
            String uid) {}

    /** The incidents that are asked for by place, the place with the most first. */
    public List<Place> places(IncidentQuery query) {
        return overview.get().places(query);
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
        return overview.get().periods(query);
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
        return overview.get().sides(query);
    }
}
