package org.casus.publish.export;

import static org.casus.publish.export.Column.decimal;
import static org.casus.publish.export.Column.empty;
import static org.casus.publish.export.Column.integer;
import static org.casus.publish.export.Column.list;
import static org.casus.publish.export.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Account;
import org.casus.model.Account.Party;
import org.casus.model.Account.Where;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.model.Incident.Member;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * The columns of UCDP GED, the Georeferenced Event Dataset of the Uppsala Conflict Data Program, as
 * its codebook of version 23.1 has them.
 */
final class Ucdp {
    private static final int STATE_BASED = 1;
    private static final int NON_STATE = 2;
    private static final int ONE_SIDED = 3;

    /** The longest times, in days, that a precision of dates stands for. */
    private static final int WEEK = 7;

    private static final int MONTH = 31;
    private static final int YEAR = 366;

    static final List<Column<Row>> COLUMNS = columns();

    private Ucdp() {}

    /**
     * An incident with its two sides in Uppsala's order: the state first, civilians last.
     *
     * @param killed by whom it is counted
     * @param violence 1 with a state, 2 between others, 3 against civilians; null where the sides
     *     do not tell
     */
    record Row(
            Case told,
            Incident.Toll killed,
            @Nullable Period period,
            @Nullable Where place,
            Countries.@Nullable Country country,
            List<Party> sideA,
            List<Party> sideB,
            boolean swapped,
            @Nullable Integer violence,
            @Nullable Deaths deaths) {
        Incident incident() {
            return told.incident();
        }
    }

    /** The dead by side; they add up to the best number. */
    record Deaths(int a, int b, int civilians, int unknown) {}

    /** Only force that happened and killed somebody. */
    static List<Row> rows(Case c) {
        Incident incident = c.incident();
        Incident.Toll killed = Facts.toll(incident, Harm.Outcome.KILLED);
        if (!incident.type().equals("ASSAULT")
                || !Facts.happened(incident)
                || killed == null
                || !isPositive(killed)) {
            return List.of();
        }
        Sides.Side source = side(incident.sources());
        Sides.Side target = side(incident.targets());
        if (target == null && incident.targets().isEmpty() && onlyCivilians(killed)) {
            target = Sides.Side.CIVILIAN;
        }
        boolean swapped = target == Sides.Side.STATE && source == Sides.Side.ARMED;
        Integer violence = violence(source, target);
        return List.of(
                new Row(
                        c,
                        killed,
                        Period.of(incident.time()),
                        Facts.place(incident),
                        Countries.of(Facts.country(incident)),
                        swapped ? incident.targets() : incident.sources(),
                        swapped ? incident.sources() : incident.targets(),
                        swapped,
                        violence,
                        deaths(killed, violence, swapped)));
    }

    private static List<Column<Row>> columns() {
        List<Column<Row>> all = new ArrayList<>();
        all.add(empty("id"));
        all.add(text("relid", r -> r.incident().uid()));
        all.add(integer("year", r -> r.period() == null ? null : r.period().year()));
        all.add(empty("active_year"));
        all.add(
                text(
                        "code_status",
                        r -> "accept".equals(r.incident().reviewed()) ? "Clear" : null));
        all.add(integer("type_of_violence", Row::violence));
        all.add(empty("conflict_name"));
        all.add(text("dyad_name", Ucdp::dyad));
        all.add(list("side_a", r -> Facts.names(r.sideA())));
        all.add(list("side_b", Ucdp::sideB));
        all.add(integer("number_of_sources", Ucdp::numberOfSources));
        all.add(list("source_article", Ucdp::articles));
        all.add(list("source_office", r -> Facts.outlets(r.incident())));
        all.add(list("source_date", Ucdp::dates));
        all.add(list("source_headline", Ucdp::headlines));
        all.add(integer("where_prec", r -> wherePrecision(r.place())));
        all.add(text("where_coordinates", r -> r.place() == null ? null : r.place().name()));
        all.add(
                list(
                        "where_description",
                        r -> Facts.distinct(r.incident().places(), Facts::asTold)));
        all.add(text("adm_1", r -> Facts.admin1(r.place())));
        all.add(text("adm_2", r -> Facts.admin2(r.place())));
        all.add(decimal("latitude", r -> Facts.latitude(r.place())));
        all.add(decimal("longitude", r -> Facts.longitude(r.place())));
        all.add(text("geom_wkt", r -> point(r.place())));
        all.add(text("country", r -> r.country() == null ? null : r.country().ucdp()));
        all.add(integer("country_id", r -> r.country() == null ? null : r.country().gw()));
        all.add(text("region", r -> r.country() == null ? null : r.country().ucdpRegion()));
        all.add(integer("event_clarity", Ucdp::clarity));
        all.add(integer("date_prec", r -> datePrecision(r.period())));
        all.add(text("date_start", r -> r.period() == null ? null : r.period().first().toString()));
        all.add(text("date_end", r -> r.period() == null ? null : r.period().last().toString()));
        all.add(integer("deaths_a", r -> r.deaths() == null ? null : r.deaths().a()));
        all.add(integer("deaths_b", r -> r.deaths() == null ? null : r.deaths().b()));
        all.add(
                integer(
                        "deaths_civilians",
                        r -> r.deaths() == null ? null : r.deaths().civilians()));
        all.add(integer("deaths_unknown", r -> r.deaths() == null ? null : r.deaths().unknown()));
        all.add(integer("best", r -> r.killed().best()));
        all.add(integer("high", r -> r.killed().high()));
        all.add(integer("low", r -> r.killed().low()));
        return List.copyOf(all);
    }

    private static boolean isPositive(Incident.Toll toll) {
        Integer most = toll.high() != null ? toll.high() : toll.best();
        return most == null ? toll.low() != null && toll.low() > 0 : most > 0;
    }

    private static Sides.@Nullable Side side(List<Party> parties) {
        return parties.isEmpty() ? null : Sides.of(parties.get(0));
    }

    private static boolean onlyCivilians(Incident.Toll killed) {
        return !killed.groups().isEmpty()
                && killed.groups().stream().allMatch(group -> isCivilian(group.victims()));
    }

    private static @Nullable Integer violence(
            Sides.@Nullable Side source, Sides.@Nullable Side target) {
        if (source == null || target == null || source == Sides.Side.CIVILIAN) {
            return null;
        }
        return switch (target) {
            case CIVILIAN -> ONE_SIDED;
            case STATE -> STATE_BASED;
            case ARMED -> source == Sides.Side.STATE ? STATE_BASED : NON_STATE;
        };
    }

    private static boolean isCivilian(String victims) {
        return switch (victims) {
            case "civilian", "journalist", "aid-worker", "child" -> true;
            default -> false;
        };
    }

    /**
     * Combatants and police who died are of the side that was struck, where that is a fighting one.
     * What the groups leave of the best number is of unknown side; where they come to more, nothing
     * is told.
     */
    private static @Nullable Deaths deaths(
            Incident.Toll killed, @Nullable Integer violence, boolean swapped) {
        Integer best = killed.best();
        if (best == null) {
            return null;
        }
        boolean bothFight = violence != null && violence != ONE_SIDED;
        int struck = 0;
        int civilians = 0;
        for (Incident.Group group : killed.groups()) {
            int dead = group.best() == null ? 0 : group.best();
            if (isCivilian(group.victims())) {
                civilians += dead;
            } else if (bothFight
                    && (group.victims().equals("combatant") || group.victims().equals("police"))) {
                struck += dead;
            }
        }
        int unknown = best - struck - civilians;
        return unknown < 0
                ? null
                : new Deaths(swapped ? struck : 0, swapped ? 0 : struck, civilians, unknown);
    }

    private static List<String> sideB(Row row) {
        return Integer.valueOf(ONE_SIDED).equals(row.violence())
                ? List.of("Civilians")
                : Facts.names(row.sideB());
    }

    private static @Nullable String dyad(Row row) {
        List<String> a = Facts.names(row.sideA());
        List<String> b = sideB(row);
        return row.violence() == null || a.isEmpty() || b.isEmpty()
                ? null
                : String.join(", ", a) + " - " + String.join(", ", b);
    }

    private static int numberOfSources(Row row) {
        return Facts.distinct(row.incident().accounts(), Member::document).size();
    }

    /** Outlet, day and headline of each report, as far as known, else its name. */
    private static List<String> articles(Row row) {
        return Facts.distinct(
                row.incident().accounts(),
                member -> {
                    List<String> parts = new ArrayList<>();
                    if (member.outlet() != null) {
                        parts.add(member.outlet());
                    }
                    if (member.published() != null) {
                        parts.add(Facts.day(member.published()));
                    }
                    String title = title(row.told(), member);
                    if (title != null) {
                        parts.add(title);
                    }
                    return parts.isEmpty() ? member.key() : String.join(", ", parts);
                });
    }

    private static @Nullable String title(Case c, Member member) {
        for (Account account : c.accounts()) {
            if (account.uid().equals(member.uid())) {
                return account.document().title();
            }
        }
        return null;
    }

    private static List<String> dates(Row row) {
        return Facts.distinct(
                row.incident().accounts(),
                member -> member.published() == null ? null : Facts.day(member.published()));
    }

    private static List<String> headlines(Row row) {
        return Facts.distinct(row.told().accounts(), account -> account.document().title());
    }

    private static @Nullable Integer wherePrecision(@Nullable Where place) {
        if (place == null) {
            return null;
        }
        return switch (place.precision()) {
            case EXACT -> 1;
            case NEAR -> 2;
            case ADMIN2 -> 3;
            case ADMIN1 -> 4;
            case REGION -> place.kind() == Place.Kind.WATER && place.country() == null ? 7 : 5;
            case COUNTRY -> 6;
            case NONE -> null;
        };
    }

    private static @Nullable Integer datePrecision(@Nullable Period period) {
        if (period == null) {
            return null;
        }
        long days = period.days();
        if (days > YEAR) {
            return null;
        }
        return period.isOneDay() ? 1 : days < WEEK ? 2 : days == WEEK ? 3 : days <= MONTH ? 4 : 5;
    }

    /** 1 for one event on one day in one place, 2 for what stands for several or is vaguer. */
    private static int clarity(Row row) {
        Integer where = wherePrecision(row.place());
        boolean clear =
                row.period() != null && row.period().isOneDay() && where != null && where <= 3;
        return clear ? 1 : 2;
    }

    /** Well-known text: longitude before latitude. */
    private static @Nullable String point(@Nullable Where place) {
        return place == null || place.latitude() == null || place.longitude() == null
                ? null
                : "POINT ("
                        + Cells.decimal(place.longitude())
                        + " "
                        + Cells.decimal(place.latitude())
                        + ")";
    }
}
