package org.casus.extract.place;

import java.util.List;
import org.casus.model.Place;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Why a name means what it means, for people who ask.
 *
 * @param name as it is written
 * @param where in the report
 * @param options what it may mean, the best first
 * @param why how that was decided, in words
 */
public record Explanation(String name, Span where, List<Option> options, String why) {
    public Explanation {
        options = List.copyOf(options);
    }

    /**
     * A place that the name may mean.
     *
     * @param country ISO 3166-1 alpha-3, null for what lies in none or several
     * @param region the first-level region that it lies in
     * @param points what speaks for it, one row a pass
     * @param wins whether it is what the name is taken to mean
     */
    public record Option(
            String name,
            Place.Kind kind,
            @Nullable String country,
            @Nullable String region,
            double latitude,
            double longitude,
            @Nullable Integer geonameId,
            List<Points> points,
            boolean wins) {
        public Option {
            points = List.copyOf(points);
        }

        public double total() {
            return points.stream().mapToDouble(Points::points).sum();
        }
    }

    /**
     * What one pass gives.
     *
     * @param pass its name
     * @param reason what it goes by, in words
     */
    public record Points(String pass, String reason, double points) {}
}
