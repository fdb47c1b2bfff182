package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where. An entry of the gazetteer, or a place only as told (no coordinates then).
 *
 * @param country ISO 3166-1 alpha-3
 * @param latitude in degrees, null together with longitude
 * @param candidates what it may be, when these stay level; else empty
 */
public record Place(
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String admin1,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer geonameId,
        Precision precision,
        List<Span> mentions,
        List<Possible> candidates) {
    /** One of several places that a name may mean, where nothing in the report decides. */
    public record Possible(
            String name,
            @Nullable String country,
            @Nullable String admin1,
            double latitude,
            double longitude,
            @Nullable Integer geonameId) {}

    public enum Kind {
        SITE,
        SETTLEMENT,
        ADMIN,
        COUNTRY,
        REGION,
        WATER
    }

    public enum Precision {
        EXACT,
        NEAR,
        ADMIN2,
        ADMIN1,
        REGION,
        COUNTRY,
        NONE
    }

    public Place {
        mentions = List.copyOf(mentions);
        candidates = List.copyOf(candidates);
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("half a coordinate for " + name);
        }
    }

    /** A place that is what it is. */
    public Place(
            String name,
            Kind kind,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer geonameId,
            Precision precision,
            List<Span> mentions) {
        this(
                name, kind, country, admin1, latitude, longitude, geonameId, precision, mentions,
                List.of());
    }
}
