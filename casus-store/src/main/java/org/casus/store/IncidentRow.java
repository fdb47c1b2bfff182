package org.casus.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.merge.Chains;
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
    private final String digest;

    IncidentRow(Incident incident) {
        this.incident = incident;
        this.json = LedgerJson.line(incident);
        this.digest = digest(json);
    }

    Incident incident() {
        return incident;
    }

    String json() {
        return json;
    }

    /** SHA-256 of the JSON. */
    String digest() {
        return digest;
    }

    private static String digest(String json) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Binds all columns but the number. */
    <T extends SqlStatement<T>> T bind(T statement) {
        Incident.Toll dead = incident.harms().get("killed");
        Account.Where place = bestPlace();
        Chains.Move move = Chains.move(incident);
        return statement
                .bind("uid", incident.uid())
                .bind("digest", digest)
                .bind("type", incident.type())
                .bind("mode", incident.mode())
                .bind("first_day", firstDay())
                .bind("last_day", lastDay())
                .bind("contested", contested(incident))
                .bind("grade", incident.grade().name().toLowerCase(Locale.ROOT))
                .bind("sources", incident.independentSources())
                .bind("line", ReportStore.plain(incident.text()))
                .bind("factuality", incident.factuality().name().toLowerCase(Locale.ROOT))
                .bind("start", move == null ? null : move.day())
                .bind("dead_low", dead == null ? null : dead.low())
                .bind("dead_best", dead == null ? null : dead.best())
                .bind("dead_high", dead == null ? null : dead.high())
                .bind("place", place == null ? null : ReportStore.plain(place.name()))
                .bind("country", place == null ? null : place.country())
                .bind("latitude", place == null ? null : place.latitude())
                .bind("longitude", place == null ? null : place.longitude())
                .bind(
                        "precision",
                        place == null ? null : place.precision().name().toLowerCase(Locale.ROOT))
                .bind("source", names(incident.sources()))
                .bind("target", names(incident.targets()))
                .bind("accounts", incident.accounts().size())
                .bind("reviewed", incident.reviewed());
    }

    /** The place that is known best: one with a position, and of those the most precise. */
    private Account.@Nullable Where bestPlace() {
        return incident.places().stream()
                .min(
                        Comparator.comparing((Account.Where where) -> where.latitude() == null)
                                .thenComparing(Account.Where::precision))
                .orElse(null);
    }

    /** How well the place is known; "none" where there is no place. */
    String precision() {
        Account.Where place = bestPlace();
        return place == null ? "none" : place.precision().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String names(List<Account.Party> parties) {
        return parties.isEmpty()
                ? null
                : ReportStore.plain(
                        parties.stream()
                                .map(Account.Party::name)
                                .distinct()
                                .collect(Collectors.joining("; ")));
    }

    /** What the incident can be found by: all that its line, its values and its sentences say. */
    String words(Collection<Account> accounts) {
        Set<String> words = new LinkedHashSet<>(List.of(incident.text()));
        values().values().forEach(words::addAll);
        for (Account account : accounts) {
            account.mentions().forEach(mention -> words.add(mention.sentence().text()));
        }
        return String.valueOf(ReportStore.plain(String.join("\n", words)));
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

    boolean sameMembers(IncidentRow other) {
        return incident.accounts().equals(other.incident.accounts());
    }

    /** Whether both can be found by the same words; what an account tells never changes. */
    boolean sameWords(IncidentRow other) {
        return incident.text().equals(other.incident.text())
                && sameMembers(other)
                && values().equals(other.values());
    }

    /** What the incident can be asked for, by name. */
    Map<String, Set<String>> values() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Account.Where place : incident.places()) {
            put(values, "country", place.country());
            put(values, "place", place.name());
        }
        parties(values, "source", incident.sources());
        parties(values, "target", incident.targets());
        incident.harms().keySet().forEach(outcome -> put(values, "outcome", outcome));
        incident.contexts().forEach(context -> put(values, "context", context));
        return values;
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
