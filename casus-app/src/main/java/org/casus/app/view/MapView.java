package org.casus.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.publish.export.Countries;
import org.casus.store.Charts;
import org.casus.store.IncidentQuery.Bounds;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Incidents on a map, each once, at the place that is known best. A country is no spot: what is
 * known to have happened somewhere in it is counted for the country as a whole.
 *
 * @param bounds the part of the map that is asked for; null for all of it
 * @param total with a place or without
 * @param unplaced incidents of which no place is known
 * @param unplacedAddress the list of these
 * @param cell degrees that spots were put together by, because there are too many; 0 where every
 *     place stands for itself
 */
public record MapView(
        IncidentFilter filter,
        @Nullable Bounds bounds,
        long total,
        long unplaced,
        String unplacedAddress,
        double cell,
        List<Spot> spots,
        List<Land> lands) {
    /** More spots than these are put together by cells. */
    private static final int MOST_SPOTS = 1_500;

    private static final int MOST_ROWS = 200;

    private static final double[] CELLS = {0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8};

    /**
     * A place, or places close together.
     *
     * @param precision exact, near, admin2, admin1, region; "several" for places that are not known
     *     equally well
     * @param country ISO 3166-1 alpha-3; null for none or several
     * @param places how many
     * @param address what leads to its incidents
     */
    public record Spot(
            String name,
            @Nullable String country,
            double latitude,
            double longitude,
            String precision,
            long incidents,
            long places,
            String address) {}

    /**
     * A country, for what is not known more precisely.
     *
     * @param numeric ISO 3166-1 in three digits; null where there is none
     */
    public record Land(
            String code, @Nullable String numeric, String name, long incidents, String address) {}

    /**
     * @param given the parameters of an address
     * @throws IllegalArgumentException if one of them makes no sense
     */
    public static MapView of(Ledger ledger, Map<String, List<String>> given) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        List<String> bounds = rest.remove("bounds");
        return of(
                ledger,
                IncidentFilter.of(rest),
                bounds == null || bounds.isEmpty() ? null : bounds(bounds.get(0)));
    }

    private static MapView of(Ledger ledger, IncidentFilter filter, @Nullable Bounds bounds) {
        List<Charts.Place> spots = new ArrayList<>();
        Map<String, Long> lands = new LinkedHashMap<>();
        long total = 0;
        long unplaced = 0;
        for (Charts.Place place : ledger.charts().places(filter.query().withBounds(bounds))) {
            total += place.incidents();
            boolean country = "country".equals(place.precision());
            if (country && place.country() != null) {
                lands.merge(place.country(), place.incidents(), Long::sum);
            } else if (country || place.latitude() == null) {
                unplaced += place.incidents();
            } else {
                spots.add(place);
            }
        }
        double cell = cell(spots);
        return new MapView(
                filter,
                bounds,
                total,
                unplaced,
                filter.only("precision", "none").list(),
                cell,
                cell == 0
                        ? spots.stream().map(place -> spot(place, filter)).toList()
                        : together(spots, cell, filter),
                lands.entrySet().stream()
                        .map(land -> land(land.getKey(), land.getValue(), filter))
                        .sorted(Comparator.comparingLong(Land::incidents).reversed())
                        .toList());
    }

    private static double degrees(@Nullable Double given) {
        return given == null ? 0 : given;
    }

    private static Spot spot(Charts.Place place, IncidentFilter filter) {
        String name = place.place() == null ? "" : place.place();
        IncidentFilter narrower = filter.only("place", name);
        return new Spot(
                name,
                place.country(),
                degrees(place.latitude()),
                degrees(place.longitude()),
                place.precision() == null ? "several" : place.precision(),
                place.incidents(),
                1,
                place.incidents() == 1
                        ? "/incidents/" + place.uid()
                        : (place.country() == null
                                        ? narrower
                                        : narrower.only("country", place.country()))
                                .list());
    }

    private static Land land(String code, long incidents, IncidentFilter filter) {
        return land(
                code, incidents, filter.only("country", code).only("precision", "country").list());
    }

    static Land land(String code, long incidents, String address) {
        Countries.Country known = Countries.of(code);
        Integer number = known == null ? null : known.numeric();
        return new Land(
                code,
                number == null ? null : String.format(Locale.ROOT, "%03d", number),
                known == null ? code : known.name(),
                incidents,
                address);
    }

    // ---- too many spots

    /** The smallest cells that are few enough. */
    private static double cell(List<Charts.Place> spots) {
        if (spots.size() <= MOST_SPOTS) {
            return 0;
        }
        for (double cell : CELLS) {
            if (spots.stream().map(place -> key(place, cell)).distinct().count() <= MOST_SPOTS) {
                return cell;
            }
        }
        return CELLS[CELLS.length - 1];
    }

    private static long key(Charts.Place place, double cell) {
        long row = (long) Math.floor(degrees(place.latitude()) / cell);
        long column = (long) Math.floor(degrees(place.longitude()) / cell);
        return row * 100_000 + column;
    }

    private static List<Spot> together(
            List<Charts.Place> places, double cell, IncidentFilter filter) {
        Map<Long, List<Charts.Place>> cells = new LinkedHashMap<>();
        for (Charts.Place place : places) {
            cells.computeIfAbsent(key(place, cell), k -> new ArrayList<>()).add(place);
        }
        return cells.values().stream()
                .map(
                        group ->
                                group.size() == 1
                                        ? spot(group.get(0), filter)
                                        : together(group, filter))
                .sorted(Comparator.comparingLong(Spot::incidents).reversed())
                .toList();
    }

    /** In the middle of the incidents; called after the place that has the most of them. */
    private static Spot together(List<Charts.Place> group, IncidentFilter filter) {
        long incidents = 0;
        double latitude = 0;
        double longitude = 0;
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (Charts.Place place : group) {
            double y = degrees(place.latitude());
            double x = degrees(place.longitude());
            incidents += place.incidents();
            latitude += y * place.incidents();
            longitude += x * place.incidents();
            south = Math.min(south, y);
            north = Math.max(north, y);
            west = Math.min(west, x);
            east = Math.max(east, x);
        }
        Spot most = spot(group.get(0), filter);
        boolean alike =
                group.stream().map(Charts.Place::precision).distinct().limit(2).count() == 1;
        boolean oneCountry =
                group.stream().map(Charts.Place::country).distinct().limit(2).count() == 1;
        Bounds around = new Bounds(south - 0.05, west - 0.05, north + 0.05, east + 0.05);
        String asked = filter.address();
        return new Spot(
                most.name(),
                oneCountry ? most.country() : null,
                round(latitude / incidents),
                round(longitude / incidents),
                alike ? most.precision() : "several",
                incidents,
                group.size(),
                "/map" + asked + (asked.isEmpty() ? "?" : "&") + "bounds=" + words(around));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }

    // ---- the part that is asked for

    /**
     * @param given south, west, north and east in degrees, a comma between them; blank for the
     *     whole world
     * @throws IllegalArgumentException if it is no such thing
     */
    private static @Nullable Bounds bounds(String given) {
        if (given.isBlank()) {
            return null;
        }
        String number = "-?\\d{1,3}(\\.\\d{1,9})?";
        if (!given.matches(number + "(," + number + "){3}")) {
            throw new IllegalArgumentException(
                    "The bounds are \""
                            + given
                            + "\", but must be south,west,north,east in degrees, as"
                            + " 42.5,15.7,45.3,19.7.");
        }
        String[] degrees = given.split(",");
        return new Bounds(
                Double.parseDouble(degrees[0]),
                Double.parseDouble(degrees[1]),
                Double.parseDouble(degrees[2]),
                Double.parseDouble(degrees[3]));
    }

    private static String words(Bounds bounds) {
        return round(bounds.south())
                + ","
                + round(bounds.west())
                + ","
                + round(bounds.north())
                + ","
                + round(bounds.east());
    }

    /** The places with the most incidents, as many as a table can have. */
    public List<Spot> most() {
        return spots.subList(0, Math.min(MOST_ROWS, spots.size()));
    }

    /** How well a place is known, in words. */
    public static String known(String precision) {
        return switch (precision) {
            case "exact" -> "the place itself";
            case "near" -> "near it";
            case "admin2" -> "somewhere in the district";
            case "admin1" -> "somewhere in the province";
            case "region" -> "somewhere in the region";
            case "country" -> "somewhere in the country";
            default -> "some better, some worse";
        };
    }

    /** Incidents that stand on the map. */
    public long placed() {
        return total - unplaced;
    }

    /** Where a script finds all of this. */
    public String source() {
        return "/api/v1/map" + filter.address();
    }

    /** The bounds as they stand in an address; empty for the whole world. */
    public String window() {
        return bounds == null ? "" : words(bounds);
    }
}
