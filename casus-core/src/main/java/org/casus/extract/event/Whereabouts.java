package org.casus.extract.event;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casus.model.Event;
import org.casus.model.Place;

/** Whether two events can have been in one place. */
final class Whereabouts {
    private static final double NEAR_KM = 40;
    private static final double KM_A_DEGREE = 111.2;

    private Whereabouts() {}

    /** In different countries, or in different towns that are not close to each other. */
    static boolean conflict(Draft a, Draft b) {
        Set<String> x = countries(a);
        Set<String> y = countries(b);
        if (!x.isEmpty() && !y.isEmpty() && x.stream().noneMatch(y::contains)) {
            return true;
        }
        List<Place> here = towns(a);
        List<Place> there = towns(b);
        return !here.isEmpty()
                && !there.isEmpty()
                && here.stream().noneMatch(p -> there.stream().anyMatch(q -> near(p, q)));
    }

    static boolean sharedTown(Draft a, Draft b) {
        return towns(a).stream().anyMatch(towns(b)::contains);
    }

    private static Set<String> countries(Draft d) {
        return d.places().stream()
                .map(p -> p.place().country())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Place> towns(Draft d) {
        return d.places().stream()
                .map(Event.At::place)
                .filter(p -> p.kind() == Place.Kind.SETTLEMENT)
                .toList();
    }

    private static boolean near(Place p, Place q) {
        Double lat = p.latitude();
        Double lon = p.longitude();
        Double otherLat = q.latitude();
        Double otherLon = q.longitude();
        if (p == q || lat == null || lon == null || otherLat == null || otherLon == null) {
            return true;
        }
        double north = (lat - otherLat) * KM_A_DEGREE;
        double east = (lon - otherLon) * KM_A_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east) < NEAR_KM;
    }
}
