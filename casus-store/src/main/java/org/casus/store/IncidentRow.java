package org.casus.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** An incident as a row of its table: the JSON, and the columns that are asked for. */
final class IncidentRow {
    private static final int DAY = "2026-01-31".length();

    private final Incident incident;
    private final String json;

    IncidentRow(Incident incident) {
        this.incident = incident;
        this.json = LedgerJson.line(incident);
    }

    Incident incident() {
        return incident;
    }

    String json() {
        return json;
    }

    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    <T extends SqlStatement<T>> T bind(T statement) {
        return statement
                .bind("uid", incident.uid())
                .bind("digest", digest())
                .bind("json", Gzip.of(json).bytes())
                .bind("type", incident.type())
                .bind("mode", incident.mode())
                .bind("first_day", firstDay())
                .bind("last_day", lastDay())
                .bind("contested", contested(incident))
                .bind("grade", incident.grade().name().toLowerCase(Locale.ROOT))
                .bind("sources", incident.independentSources())
                .bind("line", ReportStore.plain(incident.text()));
    }

    /** Null when unknown; where only the end is known, that. */
    @Nullable String firstDay() {
        Account.When time = incident.time();
        return time == null ? null : day(time.start() == null ? time.end() : time.start());
    }

    @Nullable String lastDay() {
        Account.When time = incident.time();
        return time == null ? null : day(time.end() == null ? time.start() : time.end());
    }

    static boolean contested(Incident incident) {
        return incident.fields().values().stream().anyMatch(Incident.Field::contested);
    }

    private static @Nullable String day(@Nullable String time) {
        return time == null || time.length() < DAY ? time : time.substring(0, DAY);
    }

    /** What the incident can be asked for, by name. */
    void values(BiConsumer<String, String> each) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Account.Where place : incident.places()) {
            put(values, "country", place.country());
            put(values, "place", place.name());
        }
        parties(values, "source", incident.sources());
        parties(values, "target", incident.targets());
        incident.harms().keySet().forEach(outcome -> put(values, "outcome", outcome));
        incident.contexts().forEach(context -> put(values, "context", context));
        values.forEach((name, set) -> set.forEach(value -> each.accept(name, value)));
    }

    private static void parties(
            Map<String, Set<String>> values, String role, List<Account.Party> parties) {
        for (Account.Party party : parties) {
            for (String name : new String[] {role, "actor"}) {
                put(values, name, party.name());
                put(values, name, party.entity());
                put(values, name, party.country());
            }
        }
    }

    private static void put(Map<String, Set<String>> values, String name, @Nullable String value) {
        if (value != null) {
            String folded = ReportStore.plain(value.toLowerCase(Locale.ROOT));
            values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(String.valueOf(folded));
        }
    }
}
