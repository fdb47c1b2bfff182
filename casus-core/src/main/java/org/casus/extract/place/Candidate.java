package org.casus.extract.place;

import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a name may mean.
 *
 * @param name as reports spell it
 * @param country ISO 3166-1 alpha-3; null when the entry lies in several countries or none
 * @param region country and GeoNames code of the first-level region ({@code SYR.04}) that it lies
 *     in or is; "" when unknown
 * @param geonameId null for what the gazetteer lacks
 * @param prominence how likely a report means this entry when nothing else is known, from 0 (a
 *     hamlet) to 10 (a continent)
 */
record Candidate(
        String name,
        Scale scale,
        @Nullable String country,
        String region,
        double latitude,
        double longitude,
        @Nullable Integer geonameId,
        double prominence) {

    /** What sort of thing it is, and with it how large a piece of the map. */
    enum Scale {
        CONTINENT(Place.Kind.REGION, Place.Precision.REGION),
        COUNTRY(Place.Kind.COUNTRY, Place.Precision.COUNTRY),
        ADMIN1(Place.Kind.ADMIN, Place.Precision.ADMIN1),
        ADMIN2(Place.Kind.ADMIN, Place.Precision.ADMIN2),
        REGION(Place.Kind.REGION, Place.Precision.REGION),
        WATER(Place.Kind.WATER, Place.Precision.REGION),
        SETTLEMENT(Place.Kind.SETTLEMENT, Place.Precision.EXACT),
        SITE(Place.Kind.SITE, Place.Precision.EXACT);

        private final Place.Kind kind;
        private final Place.Precision precision;

        Scale(Place.Kind kind, Place.Precision precision) {
            this.kind = kind;
            this.precision = precision;
        }

        Place.Kind kind() {
            return kind;
        }

        Place.Precision precision() {
            return precision;
        }

        /** Larger than a town. */
        boolean isArea() {
            return this != SETTLEMENT && this != SITE;
        }
    }

    boolean sharesCountryWith(Candidate other) {
        return country != null && country.equals(other.country);
    }

    /** Kilometres on the great circle. */
    double distanceTo(Candidate other) {
        return kilometres(latitude, longitude, other.latitude, other.longitude);
    }

    static double kilometres(
            double latitude1, double longitude1, double latitude2, double longitude2) {
        double a = Math.toRadians(latitude1);
        double b = Math.toRadians(latitude2);
        double h =
                square(Math.sin((b - a) / 2))
                        + Math.cos(a)
                                * Math.cos(b)
                                * square(Math.sin(Math.toRadians(longitude2 - longitude1) / 2));
        return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
