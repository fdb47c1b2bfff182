package org.casus.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The places of one incident, as the map draws them.
 *
 * @param cell as on the large map, where 0 says that no places are put together
 */
public record InsetView(
        long total, double cell, List<MapView.Spot> spots, List<MapView.Land> lands) {
    /** Degrees that are shown around a country of which no part is known. */
    private static final double AROUND = 9;

    public static InsetView of(IncidentView incident) {
        String here = "/incidents/" + incident.line().uid();
        List<MapView.Spot> spots = new ArrayList<>();
        List<MapView.Land> lands = new ArrayList<>();
        for (IncidentView.Spot place : incident.places()) {
            if (place.precision().equals("country") && place.country() != null) {
                lands.add(MapView.land(place.country(), 1, here));
            } else if (isKnown(place)) {
                spots.add(
                        new MapView.Spot(
                                place.name(),
                                place.country(),
                                Objects.requireNonNull(place.latitude()),
                                Objects.requireNonNull(place.longitude()),
                                place.precision(),
                                1,
                                1,
                                here));
            }
        }
        return new InsetView(incident.places().size(), 0, spots, lands);
    }

    private static boolean isKnown(IncidentView.Spot place) {
        return place.latitude() != null && place.longitude() != null;
    }

    /** Whether there is anything to be drawn. */
    public static boolean any(IncidentView incident) {
        InsetView inset = of(incident);
        return !inset.spots.isEmpty() || !inset.lands.isEmpty();
    }

    /** South, west, north and east of what is shown; empty where the spots decide. */
    public static String window(IncidentView incident) {
        if (!of(incident).spots.isEmpty()) {
            return "";
        }
        return incident.places().stream()
                .filter(InsetView::isKnown)
                .findFirst()
                .map(
                        land -> {
                            double y = Objects.requireNonNull(land.latitude());
                            double x = Objects.requireNonNull(land.longitude());
                            return String.format(
                                    Locale.ROOT,
                                    "%.2f,%.2f,%.2f,%.2f",
                                    y - AROUND,
                                    x - AROUND,
                                    y + AROUND,
                                    x + AROUND);
                        })
                .orElse("");
    }
}
