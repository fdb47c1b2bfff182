package org.casus.publish.export;

import static org.casus.publish.export.Column.decimal;
import static org.casus.publish.export.Column.integer;
import static org.casus.publish.export.Column.list;
import static org.casus.publish.export.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.Account;
import org.casus.model.Account.Party;
import org.casus.model.Account.Where;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.model.Incident.Member;
import org.casus.model.Incident.Told;
import org.casus.model.Place;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/**
 * What each report says of each event, a row each: the shape that the R package eventreport weighs
 * against one another. Its columns of that name are id, event_id, country, date_start, city,
 * location, actor1, deaths_best, injuries_best and source.
 */
final class EventReports {
    private static final String WHOLE = "unknown";

    /**
     * A number that was not counted because of other reports is still what this one says; one that
     * was not counted because of others beside it is not. The words of the reason begin so.
     */
    private static final List<String> BECAUSE_OF_OTHERS = List.of("copy of", "superseded by");

    /** How a field of an incident writes a span of time, and an end that is open. */
    private static final String TO = " to ";

    private static final String OPEN = "\u2026";

    static final List<Column<Row>> COLUMNS = columns();

    private EventReports() {}

    /**
     * An event as one report tells it.
     *
     * @param account itself, where a ledger has it
     * @param values what it says by field, where the incident knows
     * @param place the best known one of the account
     */
    record Row(
            Incident incident,
            Member member,
            @Nullable Account account,
            Map<String, List<String>> values,
            @Nullable Where place,
            @Nullable Period period) {}

    /** A number with its bounds. */
    private record Bounds(@Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        Bounds plus(Bounds more) {
            return new Bounds(sum(low, more.low), sum(best, more.best), sum(high, more.high));
        }

        private static @Nullable Integer sum(@Nullable Integer a, @Nullable Integer b) {
            return a == null || b == null ? null : Integer.valueOf(a + b);
        }
    }

    static List<Row> rows(Case c) {
        if (Facts.isRejected(c.incident())) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Member member : c.incident().accounts()) {
            Account account =
                    c.accounts().stream()
                            .filter(a -> a.uid().equals(member.uid()))
                            .findFirst()
                            .orElse(null);
            rows.add(
                    new Row(
                            c.incident(),
                            member,
                            account,
                            values(c.incident(), member.uid()),
                            account == null ? null : Facts.place(account.places()),
                            account == null ? null : Period.of(account.time())));
        }
        return rows;
    }

    private static List<Column<Row>> columns() {
        List<Column<Row>> all = new ArrayList<>();
        all.add(text("id", r -> r.member().uid()));
        all.add(text("event_id", r -> r.incident().uid()));
        all.add(text("source", r -> source(r.member())));
        all.add(text("source_date", r -> r.member().published()));
        all.add(text("source_origin", EventReports::origin));
        all.add(text("report", r -> r.member().key()));
        all.add(text("type", r -> r.account() == null ? first(r, "type") : r.account().type()));
        all.add(text("mode", r -> r.account() == null ? first(r, "mode") : r.account().mode()));
        all.add(text("factuality", EventReports::factuality));
        all.add(text("country", EventReports::country));
        all.add(text("date_start", EventReports::dateStart));
        all.add(text("date_end", EventReports::dateEnd));
        all.add(text("date_granularity", EventReports::granularity));
        all.add(text("admin1", r -> Facts.admin1(r.place())));
        all.add(text("city", EventReports::city));
        all.add(text("location", EventReports::location));
        all.add(text("location_precision", EventReports::precision));
        all.add(decimal("latitude", r -> Facts.latitude(r.place())));
        all.add(decimal("longitude", r -> Facts.longitude(r.place())));
        all.add(text("actor1", r -> head(sources(r))));
        all.add(list("actors", EventReports::sources));
        all.add(text("target1", r -> head(targets(r))));
        all.add(list("targets", EventReports::targets));
        for (Harm.Outcome outcome : Harm.Outcome.values()) {
            String name = name(outcome);
            all.add(integer(name + "_low", r -> toll(r, outcome).low()));
            all.add(integer(name + "_best", r -> toll(r, outcome).best()));
            all.add(integer(name + "_high", r -> toll(r, outcome).high()));
        }
        all.add(list("claims", r -> r.member().claims()));
        all.add(text("text", r -> r.account() == null ? null : r.account().text()));
        return List.copyOf(all);
    }

    private static String name(Harm.Outcome outcome) {
        return switch (outcome) {
            case KILLED -> "deaths";
            case INJURED -> "injuries";
            case MISSING, ABDUCTED, DETAINED, DISPLACED -> Words.of(outcome);
        };
    }

    private static String source(Member member) {
        return member.outlet() == null ? member.key() : member.outlet();
    }

    private static @Nullable String origin(Row row) {
        return row.account() == null ? null : row.account().document().origin();
    }

    private static @Nullable String factuality(Row row) {
        return row.account() == null
                ? first(row, "factuality")
                : Words.of(row.account().factuality());
    }

    private static @Nullable String country(Row row) {
        return row.account() == null
                ? first(row, "country")
                : row.place() == null ? null : row.place().country();
    }

    private static @Nullable String dateStart(Row row) {
        if (row.account() != null) {
            return row.account().time() == null ? null : row.account().time().start();
        }
        String span = first(row, "time");
        int to = span == null ? -1 : span.indexOf(TO);
        return span == null ? null : known(to < 0 ? span : span.substring(0, to));
    }

    private static @Nullable String dateEnd(Row row) {
        if (row.account() != null) {
            return row.account().time() == null ? null : row.account().time().end();
        }
        String span = first(row, "time");
        int to = span == null ? -1 : span.indexOf(TO);
        return span == null ? null : known(to < 0 ? span : span.substring(to + TO.length()));
    }

    private static @Nullable String known(String day) {
        return day.equals(OPEN) ? null : day;
    }

    private static @Nullable String granularity(Row row) {
        return row.account() == null
                        || row.account().time() == null
                        || row.account().time().granularity() == null
                ? null
                : Words.of(row.account().time().granularity());
    }

    private static @Nullable String city(Row row) {
        Where place = row.place();
        return place != null && place.kind() == Place.Kind.SETTLEMENT ? place.name() : null;
    }

    private static @Nullable String location(Row row) {
        return row.account() == null
                ? first(row, "place")
                : row.place() == null ? null : row.place().name();
    }

    private static @Nullable String precision(Row row) {
        return row.place() == null ? null : Words.of(row.place().precision());
    }

    private static List<String> sources(Row row) {
        return row.account() == null
                ? row.values().getOrDefault("sources", List.of())
                : Facts.distinct(row.account().sources(), Party::name);
    }

    private static List<String> targets(Row row) {
        return row.account() == null
                ? row.values().getOrDefault("targets", List.of())
                : Facts.distinct(row.account().targets(), Party::name);
    }

    private static @Nullable String head(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }

    private static @Nullable String first(Row row, String field) {
        return head(row.values().getOrDefault(field, List.of()));
    }

    private static Map<String, List<String>> values(Incident incident, String account) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        incident.fields()
                .forEach(
                        (name, field) ->
                                values.put(
                                        name,
                                        field.values().stream()
                                                .filter(v -> v.accounts().contains(account))
                                                .map(Incident.Value::value)
                                                .toList()));
        return values;
    }

    /**
     * What the account says of one outcome. Numbers of one kind of victim that differ, because it
     * quotes several voices, give bounds and no best number; kinds are added up, unless one number
     * is for all.
     */
    private static Bounds toll(Row row, Harm.Outcome outcome) {
        Incident.Toll toll = Facts.toll(row.incident(), outcome);
        Map<String, Bounds> byVictims = new LinkedHashMap<>();
        if (toll != null) {
            for (Told told : toll.told()) {
                if (told.account().equals(row.member().uid()) && isWhatItSays(told)) {
                    byVictims.merge(
                            told.victims(),
                            new Bounds(told.low(), told.best(), told.high()),
                            EventReports::spanning);
                }
            }
        }
        Bounds whole = byVictims.get(WHOLE);
        return whole != null
                ? whole
                : byVictims.values().stream()
                        .reduce(Bounds::plus)
                        .orElse(new Bounds(null, null, null));
    }

    private static boolean isWhatItSays(Told told) {
        String reason = told.leftOut();
        return reason == null || BECAUSE_OF_OTHERS.stream().anyMatch(reason::startsWith);
    }

    private static Bounds spanning(Bounds one, Bounds other) {
        return new Bounds(
                one.low() == null || other.low() == null
                        ? null
                        : Integer.valueOf(Math.min(one.low(), other.low())),
                one.best() != null && one.best().equals(other.best()) ? one.best() : null,
                one.high() == null || other.high() == null
                        ? null
                        : Integer.valueOf(Math.max(one.high(), other.high())));
    }
}
