package org.casus.app.view;

import java.util.List;
import java.util.Locale;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a row of a list.
 *
 * @param firstDay ISO; null when unknown
 * @param when in words
 * @param where in words
 * @param sources independent ones
 * @param review "open", "accepted", "rejected"
 */
public record IncidentLine(
        String uid,
        String sentence,
        String type,
        @Nullable String mode,
        @Nullable String firstDay,
        @Nullable String lastDay,
        String when,
        String where,
        List<String> countries,
        @Nullable Amount killed,
        @Nullable Amount injured,
        List<String> outcomes,
        boolean contested,
        String grade,
        int sources,
        String review) {
    public static IncidentLine of(Incident incident) {
        Account.When time = incident.time();
        return new IncidentLine(
                incident.uid(),
                incident.text(),
                incident.type(),
                incident.mode(),
                time == null ? null : day(time.start() == null ? time.end() : time.start()),
                time == null ? null : day(time.end() == null ? time.start() : time.end()),
                Phrases.when(time),
                Phrases.where(incident.places()),
                incident.places().stream()
                        .flatMap(place -> java.util.stream.Stream.ofNullable(place.country()))
                        .distinct()
                        .toList(),
                toll(incident, "killed"),
                toll(incident, "injured"),
                List.copyOf(incident.harms().keySet()),
                incident.fields().values().stream().anyMatch(Incident.Field::contested),
                Words.of(incident.grade()),
                incident.independentSources(),
                IncidentFilter.Review.ofDecided(incident.reviewed()).word());
    }

    private static @Nullable String day(@Nullable String time) {
        return time == null || time.length() < 10 ? time : time.substring(0, 10);
    }

    private static @Nullable Amount toll(Incident incident, String outcome) {
        Incident.Toll toll = incident.harms().get(outcome);
        return toll == null ? null : Amount.of(toll.low(), toll.best(), toll.high());
    }

    /** "assault", "deny": the type as it is read. */
    public String typeWord() {
        return Phrases.type(type).toLowerCase(Locale.ROOT);
    }
}
