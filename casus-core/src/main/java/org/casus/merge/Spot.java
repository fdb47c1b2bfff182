package org.casus.merge;

import org.casus.model.Account;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/** A place of an event as merging compares it. */
record Spot(
        String name,
        String folded,
        @Nullable Integer geonameId,
        @Nullable String country,
        @Nullable String admin1,
        boolean fine,
        boolean land,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    private static final double EARTH_RADIUS_KM = 6371;

    static Spot of(Account.Where where) {
        boolean fine = where.kind() == Place.Kind.SETTLEMENT || where.kind() == Place.Kind.SITE;
        boolean exact =
                where.precision() == Place.Precision.EXACT
                        || where.precision() == Place.Precision.NEAR;
        return new Spot(
                where.name(),
                Words.fold(where.name()),
                where.kind() == Place.Kind.SETTLEMENT ? where.geonameId() : null,
                where.country(),
                where.admin1(),
                fine,
                where.kind() == Place.Kind.COUNTRY,
                exact ? where.latitude() : null,
                exact ? where.longitude() : null);
    }

    /** One place by its number, or by its name where nobody knows more. */
    boolean same(Spot other) {
        if (geonameId != null && other.geonameId != null) {
            return geonameId.equals(other.geonameId);
        }
        boolean land = country == null || other.country == null || country.equals(other.country);
        return land && folded.equals(other.folded);
    }

    /** Great-circle distance in kilometres; null where a position is not known. */
    @Nullable Double distance(Spot other) {
        if (latitude == null
                || longitude == null
                || other.latitude == null
                || other.longitude == null) {
            return null;
        }
        double a = Math.toRadians(latitude);
        double b = Math.toRadians(other.latitude);
        double h =
                square(Math.sin((b - a) / 2))
                        + Math.cos(a)
                                * Math.cos(b)
                                * square(Math.sin(Math.toRadians(other.longitude - longitude) / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
