package org.casus.extract.place.gazetteer;

/**
 * A populated place as GeoNames has it.
 *
 * @param id GeoNames id
 * @param name in the local spelling, with accents
 * @param country ISO 3166-1 alpha-2
 * @param admin1 GeoNames code of the first-level region, "" when unknown
 * @param rank what the place is the seat of
 * @param population 0 when unknown
 * @param latitude in degrees
 * @param longitude in degrees
 */
public record Settlement(
        int id,
        String name,
        String country,
        String admin1,
        Rank rank,
        int population,
        double latitude,
        double longitude) {
    /** Seats from the highest to the lowest, then places that are the seat of nothing. */
    public enum Rank {
        CAPITAL(0),
        SEAT_OF_REGION(1),
        SEAT_OF_DISTRICT(2),
        LESSER_SEAT(3),
        PLACE(4),
        QUARTER(5),
        FORMER(6);

        private static final Rank[] BY_CODE = values();

        private final int code;

        Rank(int code) {
            this.code = code;
        }

        /** The byte that stands for it in a packed gazetteer. */
        int code() {
            return code;
        }

        static Rank ofCode(int code) {
            return BY_CODE[code];
        }

        /** The rank of a GeoNames feature code such as {@code PPLA2}. */
        public static Rank ofFeature(String code) {
            return switch (code) {
                case "PPLC" -> CAPITAL;
                case "PPLA" -> SEAT_OF_REGION;
                case "PPLA2" -> SEAT_OF_DISTRICT;
                case "PPLA3", "PPLA4", "PPLA5" -> LESSER_SEAT;
                case "PPLX" -> QUARTER;
                case "PPLQ", "PPLH", "PPLW", "PPLCH" -> FORMER;
                default -> PLACE;
            };
        }
    }

    /** Country and region in one word: {@code SY.04}. */
    public String region() {
        return country + "." + admin1;
    }
}
