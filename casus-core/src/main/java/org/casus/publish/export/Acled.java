package org.casus.publish.export;

import static org.casus.publish.export.Column.decimal;
import static org.casus.publish.export.Column.empty;
import static org.casus.publish.export.Column.integer;
import static org.casus.publish.export.Column.list;
import static org.casus.publish.export.Column.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.model.Account.Party;
import org.casus.model.Account.Where;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of ACLED, the Armed Conflict Location and Event Data project, as its codebook of 2023
 * has them.
 */
final class Acled {
    private static final String PROTESTS = "Protests";
    private static final String RIOTS = "Riots";
    private static final String AGAINST_CIVILIANS = "Violence against civilians";
    private static final String EXCESSIVE_FORCE = "Excessive force against protesters";

    /** A week is the middle precision of ACLED's dates, a month the last. */
    private static final int WEEK = 7;

    private static final int MONTH = 31;

    private record Kind(String event, String disorder) {}

    private static final Map<String, Kind> KINDS = load();

    static final List<Column<Row>> COLUMNS = columns();

    private Acled() {}

    /**
     * An incident and what stands beside its names.
     *
     * @param kind of its sub-event type
     */
    record Row(
            Incident incident,
            Kind kind,
            @Nullable Period period,
            @Nullable Where place,
            Countries.@Nullable Country country,
            @Nullable Integer inter1,
            @Nullable Integer inter2) {

        @Nullable Party actor(int number) {
            List<Party> parties = number == 1 ? incident.sources() : incident.targets();
            return parties.isEmpty() ? null : parties.get(0);
        }
    }

    /** Only what happened, and has a sub-event type of ACLED. */
    static List<Row> rows(Case c) {
        Incident incident = c.incident();
        Kind kind = incident.acled() == null ? null : KINDS.get(incident.acled());
        if (kind == null || !Facts.happened(incident)) {
            return List.of();
        }
        String code = Facts.country(incident);
        return List.of(
                new Row(
                        incident,
                        kind,
                        Period.of(incident.time()),
                        Facts.place(incident),
                        Countries.of(code),
                        inter(incident.sources(), kind, code),
                        inter(incident.targets(), null, code)));
    }

    private static List<Column<Row>> columns() {
        List<Column<Row>> all = new ArrayList<>();
        all.add(text("event_id_cnty", r -> r.incident().uid()));
        all.add(text("event_date", Acled::date));
        all.add(integer("year", r -> r.period() == null ? null : r.period().year()));
        all.add(integer("time_precision", r -> timePrecision(r.period())));
        all.add(text("disorder_type", r -> r.kind().disorder()));
        all.add(text("event_type", r -> r.kind().event()));
        all.add(text("sub_event_type", r -> r.incident().acled()));
        all.add(text("actor1", r -> name(r.actor(1))));
        all.add(list("assoc_actor_1", r -> others(r.incident().sources())));
        all.add(integer("inter1", Row::inter1));
        all.add(text("actor2", r -> name(r.actor(2))));
        all.add(list("assoc_actor_2", r -> others(r.incident().targets())));
        all.add(integer("inter2", Row::inter2));
        all.add(integer("interaction", Acled::interaction));
        all.add(text("civilian_targeting", Acled::civilianTargeting));
        all.add(integer("iso", r -> r.country() == null ? null : r.country().numeric()));
        all.add(text("region", r -> r.country() == null ? null : r.country().acledRegion()));
        all.add(text("country", r -> r.country() == null ? null : r.country().acled()));
        all.add(text("admin1", r -> Facts.admin1(r.place())));
        all.add(text("admin2", r -> Facts.admin2(r.place())));
        all.add(empty("admin3"));
        all.add(text("location", r -> r.place() == null ? null : r.place().name()));
        all.add(decimal("latitude", r -> Facts.latitude(r.place())));
        all.add(decimal("longitude", r -> Facts.longitude(r.place())));
        all.add(integer("geo_precision", r -> geoPrecision(r.place())));
        all.add(list("source", r -> Facts.outlets(r.incident())));
        all.add(empty("source_scale"));
        all.add(text("notes", r -> r.incident().text()));
        all.add(integer("fatalities", Acled::fatalities));
        all.add(empty("tags"));
        all.add(empty("timestamp"));
        return List.copyOf(all);
    }

    /** The day, else the middle of the time in question, as ACLED does. */
    private static @Nullable String date(Row row) {
        return row.period() == null || timePrecision(row.period()) == null
                ? null
                : row.period().middle().toString();
    }

    private static @Nullable Integer timePrecision(@Nullable Period period) {
        if (period == null || period.days() > MONTH) {
            return null;
        }
        return period.isOneDay() ? 1 : period.days() <= WEEK ? 2 : 3;
    }

    private static @Nullable Integer geoPrecision(@Nullable Where place) {
        if (place == null) {
            return null;
        }
        return switch (place.precision()) {
            case EXACT -> 1;
            case NEAR, ADMIN2 -> 2;
            case ADMIN1, REGION -> 3;
            case COUNTRY, NONE -> null;
        };
    }

    private static @Nullable Integer inter(
            List<Party> parties, @Nullable Kind kind, @Nullable String country) {
        Integer inter = parties.isEmpty() ? null : Sides.inter(parties.get(0), country);
        boolean crowd = inter == null || inter == Sides.CIVILIANS;
        if (kind != null && crowd && !parties.isEmpty()) {
            if (kind.event().equals(PROTESTS) && !kind.disorder().contains(";")) {
                return Sides.PROTESTERS;
            }
            if (kind.event().equals(RIOTS)) {
                return Sides.RIOTERS;
            }
        }
        return inter;
    }

    /** Both numbers, the smaller one first; one alone is followed by 0. */
    private static @Nullable Integer interaction(Row row) {
        Integer one = row.inter1();
        Integer two = row.inter2();
        if (one != null && two != null) {
            return 10 * Math.min(one, two) + Math.max(one, two);
        }
        Integer alone = one == null ? two : one;
        boolean isAlone = row.incident().sources().isEmpty() || row.incident().targets().isEmpty();
        return alone == null || !isAlone ? null : Integer.valueOf(10 * alone);
    }

    private static @Nullable String civilianTargeting(Row row) {
        return row.kind().event().equals(AGAINST_CIVILIANS)
                        || EXCESSIVE_FORCE.equals(row.incident().acled())
                        || Objects.equals(row.inter2(), Sides.CIVILIANS)
                ? "Civilian targeting"
                : null;
    }

    private static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name();
    }

    private static List<String> others(List<Party> parties) {
        return parties.size() < 2 ? List.of() : Facts.names(parties.subList(1, parties.size()));
    }

    private static @Nullable Integer fatalities(Row row) {
        Incident.Toll killed = Facts.toll(row.incident(), Harm.Outcome.KILLED);
        return killed == null ? null : killed.best();
    }

    private static Map<String, Kind> load() {
        Problems problems = new Problems();
        Map<String, Kind> kinds = new HashMap<>();
        Table.read(
                "publish/acled.table",
                problems,
                row -> {
                    Kind kind = new Kind(row.get("event"), row.get("disorder"));
                    if (kinds.put(row.get("sub-event"), kind) != null) {
                        row.problem(row.get("sub-event") + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(kinds);
    }
}
