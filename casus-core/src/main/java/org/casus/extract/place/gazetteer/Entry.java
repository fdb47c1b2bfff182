package org.casus.extract.place.gazetteer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place as GeoNames has it.
 *
 * @param id GeoNames id
 * @param name in the local spelling, with accents
 * @param country ISO 3166-1 alpha-2, "" for what lies in none
 * @param admin1 GeoNames code of the first-level region, "" when unknown
 * @param population 0 when unknown
 * @param latitude in degrees
 * @param longitude in degrees
 */
public record Entry(
        int id,
        String name,
        String country,
        String admin1,
        Kind kind,
        int population,
        double latitude,
        double longitude) {
    /**
     * What sort of place it is; the byte that stands for it in a packed gazetteer is its ordinal.
     */
    public enum Kind {
        CAPITAL(0),
        SEAT_OF_REGION(1),
        SEAT_OF_DISTRICT(2),
        LESSER_SEAT(3),
        PLACE(4),
        QUARTER(5),
        FORMER(6),
        COUNTRY(7),
        REGION(8),
        DISTRICT(9),
        LESSER_DISTRICT(10),
        WATER(11),
        LAND(12),
        SITE(13);

        private static final Set<String> WATERS =
                Set.of(
                        "OCN", "SEA", "GULF", "BAY", "STRT", "LK", "LKS", "RSV", "STM", "STMS",
                        "CNL", "LGN", "SD", "FJD", "OAS", "WAD");
        private static final Set<String> LANDS =
                Set.of(
                        "MT", "MTS", "PK", "VLC", "HLLS", "ISL", "ISLS", "PEN", "CAPE", "PASS",
                        "DSRT", "PLAT", "PLN", "VAL", "RDGE", "ATOL", "RGN", "RGNE", "RGNH", "AREA",
                        "CST", "FRST");
        private static final Set<String> SITES =
                Set.of(
                        "MILB", "NVB", "OILF", "CMP", "CMPRF", "AIRP", "AIRB", "AIRF", "CSTM",
                        "PRN", "PS", "PSN", "DAM", "BDG", "FT", "OILR", "PRT", "HSP", "INSM");

        private static final Kind[] BY_CODE = values();

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Whether people live there together: a town, or a part of one. */
        public boolean isSettlement() {
            return code <= FORMER.code;
        }

        /** The byte that stands for it in a packed gazetteer. */
        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return BY_CODE[code];
        }

        /** The kind of a populated place by its GeoNames feature code, such as {@code PPLA2}. */
        public static Kind ofFeature(String code) {
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

        /**
         * The kind of any GeoNames feature, by its class and code; null for what reports of
         * conflict do not name, such as wells and schools.
         */
        public static @Nullable Kind of(String featureClass, String code) {
            return switch (featureClass) {
                case "P" -> ofFeature(code);
                case "A" ->
                        switch (code) {
                            case "ADM1", "ADM1H" -> REGION;
                            case "ADM2", "ADM2H" -> DISTRICT;
                            case "ADM3", "ADM4", "ADMD" -> LESSER_DISTRICT;
                            default ->
                                    code.startsWith("PCL") || code.equals("TERR") ? COUNTRY : null;
                        };
                case "H" -> WATERS.contains(code) ? WATER : null;
                case "T" -> LANDS.contains(code) ? LAND : null;
                case "L" -> LANDS.contains(code) ? LAND : SITES.contains(code) ? SITE : null;
                case "V" -> LANDS.contains(code) ? LAND : null;
                case "S" -> SITES.contains(code) ? SITE : null;
                default -> null;
            };
        }
    }

    /** Country and region in one word: {@code SY.04}. */
    public String region() {
        return country + "." + admin1;
    }
}
