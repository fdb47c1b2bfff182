package org.casus.publish.export;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.casus.model.Account.Party;
import org.casus.model.Account.Where;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.model.Incident.Member;
import org.casus.model.Place;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/** What several tables ask of an incident. */
final class Facts {
    private static final int DAY_LENGTH = "2011-05-06".length();

    private Facts() {}

    /** The place that is known best, the first of several. */
    static @Nullable Where place(List<Where> places) {
        return places.stream().min(Comparator.comparing(Where::precision)).orElse(null);
    }

    static @Nullable Where place(Incident incident) {
        return place(incident.places());
    }

    /** The country of the best known place; else the only one that any place is in. */
    static @Nullable String country(Incident incident) {
        Where place = place(incident);
        if (place == null || place.country() != null) {
            return place == null ? null : place.country();
        }
        List<String> countries = distinct(incident.places(), Where::country);
        return countries.size() == 1 ? countries.get(0) : null;
    }

    static @Nullable Double latitude(@Nullable Where place) {
        return place == null ? null : place.latitude();
    }

    static @Nullable Double longitude(@Nullable Where place) {
        return place == null ? null : place.longitude();
    }

    static @Nullable Integer geonamesId(@Nullable Where place) {
        return place == null ? null : place.geonameId();
    }

    /** The first-level region that a place is or lies in. */
    static @Nullable String admin1(@Nullable Where place) {
        if (place == null || place.admin1() != null) {
            return place == null ? null : place.admin1();
        }
        return isAdmin(place, Place.Precision.ADMIN1) ? place.name() : null;
    }

    /** The second-level region that a place is. */
    static @Nullable String admin2(@Nullable Where place) {
        return place != null && isAdmin(place, Place.Precision.ADMIN2) ? place.name() : null;
    }

    private static boolean isAdmin(Where place, Place.Precision precision) {
        return place.kind() == Place.Kind.ADMIN && place.precision() == precision;
    }

    /** The words of the report for it, where it has some. */
    static String asTold(Where place) {
        return place.quote() == null ? place.name() : place.quote().text();
    }

    static Incident.@Nullable Toll toll(Incident incident, Harm.Outcome outcome) {
        return incident.harms().get(Words.of(outcome));
    }

    static List<String> names(List<Party> parties) {
        return distinct(parties, Party::name);
    }

    static List<String> outlets(Incident incident) {
        return distinct(incident.accounts(), Member::outlet);
    }

    /** The day of the first report, null when none is known. */
    static @Nullable String firstPublished(Incident incident) {
        return incident.accounts().stream()
                .map(Member::published)
                .filter(Objects::nonNull)
                .map(Facts::day)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static String day(String date) {
        return date.length() > DAY_LENGTH ? date.substring(0, DAY_LENGTH) : date;
    }

    /** Whether it happened, and no reviewer said that it did not. */
    static boolean happened(Incident incident) {
        return !isRejected(incident)
                && (incident.factuality() == Factuality.HAPPENED
                        || incident.factuality() == Factuality.ONGOING);
    }

    static boolean isRejected(Incident incident) {
        return "reject".equals(incident.reviewed());
    }

    /** What is known of each thing, once, in their order. */
    static <T> List<String> distinct(List<T> things, Value<T> value) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        for (T thing : things) {
            String one = value.of(thing);
            if (one != null && !one.isEmpty()) {
                values.add(one);
            }
        }
        return List.copyOf(values);
    }

    static <T> List<String> flat(List<T> things, Function<T, List<String>> values) {
        return things.stream().flatMap(thing -> values.apply(thing).stream()).distinct().toList();
    }

    /** Something that may be unknown of a thing. */
    interface Value<T> {
        @Nullable String of(T thing);
    }
}
