package org.casus.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.casus.store.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a row of a list.
 *
 * @param factuality "happened", "threatened" …
 * @param firstDay ISO; null when unknown
 * @param when in words
 * @param where in words
 * @param country ISO 3166-1 alpha-3
 * @param sources independent ones
 * @param review "open", "awaiting", "accepted", "rejected"
 * @param doubtful whether it may be one with another, and nobody has decided
 */
public record IncidentLine(
        String uid,
        String sentence,
        String type,
        @Nullable String mode,
        String factuality,
        @Nullable String firstDay,
        @Nullable String lastDay,
        String when,
        String where,
        @Nullable String country,
        @Nullable Amount killed,
        boolean contested,
        String grade,
        int sources,
        String review,
        boolean doubtful) {
    public static IncidentLine of(IncidentSummary summary) {
        return new IncidentLine(
                summary.uid(),
                summary.line(),
                summary.type(),
                summary.mode(),
                summary.factuality().toLowerCase(Locale.ROOT).replace('_', '-'),
                summary.firstDay(),
                summary.lastDay(),
                Phrases.days(summary.firstDay(), summary.lastDay()),
                where(summary.place(), summary.country()),
                summary.country(),
                Amount.of(summary.deadLow(), summary.deadBest(), summary.deadHigh()),
                summary.contested(),
                summary.grade(),
                summary.sources(),
                IncidentFilter.Review.ofDecided(summary.reviewed()).word(),
                summary.doubtful());
    }

    static IncidentLine of(Incident incident, boolean doubtful) {
        Account.When time = incident.time();
        Incident.Toll dead = incident.harms().get("killed");
        return new IncidentLine(
                incident.uid(),
                incident.text(),
                incident.type(),
                incident.mode(),
                Words.of(incident.factuality()),
                time == null ? null : day(time.start() == null ? time.end() : time.start()),
                time == null ? null : day(time.end() == null ? time.start() : time.end()),
                Phrases.when(time),
                Phrases.where(incident.places()),
                incident.places().stream()
                        .map(Account.Where::country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                dead == null ? null : Amount.of(dead.low(), dead.best(), dead.high()),
                incident.fields().values().stream().anyMatch(Incident.Field::contested),
                Words.of(incident.grade()),
                incident.independentSources(),
                IncidentFilter.Review.ofDecided(incident.reviewed()).word(),
                doubtful);
    }

    private static @Nullable String day(@Nullable String time) {
        return time == null || time.length() < 10 ? time : time.substring(0, 10);
    }

    private static String where(@Nullable String place, @Nullable String country) {
        return String.join(
                ", ",
                List.of(place == null ? "" : place, country == null ? "" : country).stream()
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    /** "assault", "deny": the type as it is read. */
    public String typeWord() {
        return Phrases.type(type).toLowerCase(Locale.ROOT);
    }
}
