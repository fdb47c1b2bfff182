package org.casus.publish.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.model.Account.Party;
import org.casus.model.Account.When;
import org.casus.model.Account.Where;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.jspecify.annotations.Nullable;

/** Casus's own table of incidents, a row each: of CSV, of Parquet, and the properties on a map. */
public final class IncidentTable {
    /** The columns, in order. */
    public static final List<Column<Case>> COLUMNS = columns();

    private IncidentTable() {}

    private static List<Column<Case>> columns() {
        List<Column<Case>> all = new ArrayList<>();
        all.add(Column.text("uid", c -> c.incident().uid()));
        all.add(Column.text("type", c -> c.incident().type()));
        all.add(Column.text("mode", c -> c.incident().mode()));
        all.add(Column.text("cameo", c -> c.incident().cameo()));
        all.add(Column.text("acled", c -> c.incident().acled()));
        all.add(Column.list("contexts", c -> c.incident().contexts()));
        all.add(Column.text("factuality", c -> Words.of(c.incident().factuality())));
        all.add(Column.text("date_start", c -> time(c, When::start)));
        all.add(Column.text("date_end", c -> time(c, When::end)));
        all.add(Column.text("date_granularity", c -> time(c, t -> word(t.granularity()))));
        all.add(Column.text("date_modifier", c -> time(c, t -> word(t.modifier()))));
        all.add(Column.text("place", c -> place(c, Where::name)));
        all.add(Column.text("place_kind", c -> place(c, p -> Words.of(p.kind()))));
        all.add(Column.text("place_precision", c -> place(c, p -> Words.of(p.precision()))));
        all.add(Column.text("country", c -> Facts.country(c.incident())));
        all.add(Column.text("admin1", c -> Facts.admin1(Facts.place(c.incident()))));
        all.add(Column.decimal("latitude", c -> Facts.latitude(Facts.place(c.incident()))));
        all.add(Column.decimal("longitude", c -> Facts.longitude(Facts.place(c.incident()))));
        all.add(Column.integer("geonames_id", c -> Facts.geonamesId(Facts.place(c.incident()))));
        all.add(Column.list("places", c -> Facts.distinct(c.incident().places(), Where::name)));
        parties(all, "source", "sources", true);
        parties(all, "target", "targets", false);
        all.add(Column.list("objects", c -> things(c.incident())));
        all.add(Column.list("instruments", c -> tools(c.incident())));
        for (Harm.Outcome outcome : Harm.Outcome.values()) {
            String name = Words.of(outcome);
            all.add(Column.integer(name + "_low", c -> toll(c, outcome, Incident.Toll::low)));
            all.add(Column.integer(name + "_best", c -> toll(c, outcome, Incident.Toll::best)));
            all.add(Column.integer(name + "_high", c -> toll(c, outcome, Incident.Toll::high)));
        }
        all.add(Column.text("toll_policy", IncidentTable::policy));
        all.add(Column.text("grade", c -> Words.of(c.incident().grade())));
        all.add(Column.text("grade_reason", c -> c.incident().gradeReason()));
        all.add(Column.list("contested", c -> contested(c.incident())));
        all.add(Column.list("claimed_by", c -> named(c.incident().responsibility().claimed())));
        all.add(
                Column.list(
                        "attributed_to", c -> named(c.incident().responsibility().attributed())));
        all.add(Column.list("denied_by", c -> named(c.incident().responsibility().denied())));
        all.add(Column.integer("accounts", c -> c.incident().accounts().size()));
        all.add(Column.integer("independent_sources", c -> c.incident().independentSources()));
        all.add(Column.list("outlets", c -> Facts.outlets(c.incident())));
        all.add(Column.text("first_published", c -> Facts.firstPublished(c.incident())));
        all.add(Column.list("reports", c -> reports(c.incident())));
        all.add(Column.list("links", c -> links(c.incident())));
        all.add(Column.text("reviewed", c -> c.incident().reviewed()));
        all.add(Column.text("text", c -> c.incident().text()));
        return List.copyOf(all);
    }

    private static void parties(
            List<Column<Case>> all, String one, String several, boolean sources) {
        all.add(Column.list(several, c -> Facts.names(parties(c, sources))));
        all.add(
                Column.list(
                        one + "_entities",
                        c -> Facts.distinct(parties(c, sources), Party::entity)));
        all.add(
                Column.list(
                        one + "_countries",
                        c -> Facts.distinct(parties(c, sources), Party::country)));
        all.add(
                Column.list(
                        one + "_sectors", c -> Facts.flat(parties(c, sources), Party::sectors)));
    }

    private static List<Party> parties(Case c, boolean sources) {
        return sources ? c.incident().sources() : c.incident().targets();
    }

    private static @Nullable String time(Case c, Facts.Value<When> value) {
        When time = c.incident().time();
        return time == null ? null : value.of(time);
    }

    private static @Nullable String place(Case c, Facts.Value<Where> value) {
        Where place = Facts.place(c.incident());
        return place == null ? null : value.of(place);
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : Words.of(constant);
    }

    private static List<String> things(Incident incident) {
        return Facts.distinct(
                incident.objects(), thing -> thing.name() == null ? thing.kind() : thing.name());
    }

    private static List<String> tools(Incident incident) {
        return Facts.distinct(
                incident.instruments(), tool -> tool.name() == null ? tool.kind() : tool.name());
    }

    private interface Bound {
        @Nullable Integer of(Incident.Toll toll);
    }

    private static @Nullable Integer toll(Case c, Harm.Outcome outcome, Bound bound) {
        Incident.Toll toll = Facts.toll(c.incident(), outcome);
        return toll == null ? null : bound.of(toll);
    }

    private static @Nullable String policy(Case c) {
        return c.incident().harms().values().stream()
                .findFirst()
                .map(toll -> Words.of(toll.policy()))
                .orElse(null);
    }

    private static List<String> contested(Incident incident) {
        return incident.fields().entrySet().stream()
                .filter(field -> field.getValue().contested())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> named(List<Incident.Named> some) {
        return some.stream().map(Incident.Named::name).distinct().toList();
    }

    private static List<String> reports(Incident incident) {
        return Facts.distinct(incident.accounts(), Incident.Member::key);
    }

    /** {@code retaliation-for 1a2b…}. */
    private static List<String> links(Incident incident) {
        return incident.links().stream().map(link -> link.type() + " " + link.to()).toList();
    }
}
