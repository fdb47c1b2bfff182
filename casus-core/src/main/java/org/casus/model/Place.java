package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where. An entry of the gazetteer, or a place only as told (no coordinates then).
 *
 * @param country ISO 3166-1 alpha-3
 * @param latitude in degrees, null together with longitude
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
        List<Span> mentions) {
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
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("half a coordinate for " + name);
        }
    }
}
