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
import org.casus.model.Account;
import org.casus.model.Account.Party;
import org.casus.model.Account.Where;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of POLECAT, the event data set that is coded in PLOVER. An incident is a row; several
 * actors share their cells, as they do there.
 */
final class Polecat {
    private static final String VERSION = "Casus-1";

    private record Weight(String quad, @Nullable Double intensity) {}

    private static final Map<String, Weight> WEIGHTS = load();

    static final List<Column<Case>> COLUMNS = columns();

    private Polecat() {}

    /**
     * All but what a reviewer rejected, and responsibility claimed or denied: no types of PLOVER.
     */
    static List<Case> rows(Case c) {
        return WEIGHTS.containsKey(c.incident().type()) && !Facts.isRejected(c.incident())
                ? List.of(c)
                : List.of();
    }

    private static List<Column<Case>> columns() {
        List<Column<Case>> all = new ArrayList<>();
        all.add(text("Event ID", c -> c.incident().uid()));
        all.add(text("Event Date", c -> date(c.incident())));
        all.add(text("Event Type", c -> c.incident().type()));
        all.add(text("Event Mode", c -> c.incident().mode()));
        all.add(decimal("Intensity", c -> weight(c.incident()).intensity()));
        all.add(text("Quad Code", c -> weight(c.incident()).quad()));
        all.add(list("Contexts", c -> contexts(c.incident())));
        parties(all, "Actor", c -> c.incident().sources());
        parties(all, "Recipient", c -> c.incident().targets());
        all.add(text("Placename", c -> place(c, Where::name)));
        all.add(text("City", c -> place(c, Polecat::city)));
        all.add(text("District", c -> place(c, Facts::admin2)));
        all.add(text("Province", c -> place(c, Facts::admin1)));
        all.add(text("Country", c -> Facts.country(c.incident())));
        all.add(decimal("Latitude", c -> Facts.latitude(Facts.place(c.incident()))));
        all.add(decimal("Longitude", c -> Facts.longitude(Facts.place(c.incident()))));
        all.add(integer("GeoNames ID", c -> Facts.geonamesId(Facts.place(c.incident()))));
        all.add(text("Raw Placename", c -> place(c, Facts::asTold)));
        all.add(text("Feature Type", c -> place(c, Polecat::feature)));
        all.add(list("Source", c -> Facts.outlets(c.incident())));
        all.add(text("Publication Date", c -> Facts.firstPublished(c.incident())));
        all.add(list("Story People", c -> story(c, Account.Document::people)));
        all.add(list("Story Organizations", c -> story(c, Account.Document::organizations)));
        all.add(list("Story Locations", c -> story(c, Account.Document::locations)));
        all.add(text("Language", c -> "English"));
        all.add(text("Version", c -> VERSION));
        return List.copyOf(all);
    }

    private static void parties(List<Column<Case>> all, String role, Role of) {
        all.add(list(role + " Name", c -> Facts.names(of.parties(c))));
        all.add(list(role + " Country", c -> Facts.distinct(of.parties(c), Party::country)));
        all.add(list(role + " COW", c -> Facts.distinct(of.parties(c), Polecat::cow)));
        all.add(
                list(
                        "Primary " + role + " Sector",
                        c -> Facts.distinct(of.parties(c), Polecat::firstSector)));
        all.add(list(role + " Sectors", c -> Facts.flat(of.parties(c), Party::sectors)));
        all.add(empty(role + " Title"));
        all.add(list(role + " Name Raw", c -> Facts.distinct(of.parties(c), Polecat::asTold)));
        all.add(empty("Wikipedia " + role + " ID"));
    }

    private interface Role {
        List<Party> parties(Case c);
    }

    // Without a column for precision a date is a day or nothing.
    private static @Nullable String date(Incident incident) {
        Period period = Period.of(incident.time());
        return period != null && period.isOneDay() ? period.first().toString() : null;
    }

    /** PLOVER's auxiliary contexts say what has not happened. */
    private static List<String> contexts(Incident incident) {
        String auxiliary =
                switch (incident.factuality()) {
                    case HAPPENED, ONGOING, ATTEMPTED -> null;
                    case PLANNED -> "future";
                    case THREATENED, DEMANDED, POSSIBLE, HYPOTHETICAL -> "hypothetical";
                    case NOT_HAPPENED -> "negation";
                };
        if (auxiliary == null) {
            return incident.contexts();
        }
        List<String> contexts = new ArrayList<>(incident.contexts());
        contexts.add(auxiliary);
        return contexts;
    }

    private static Weight weight(Incident incident) {
        Weight weight = WEIGHTS.get(key(incident.type(), incident.mode()));
        if (weight == null) {
            weight = WEIGHTS.get(incident.type());
        }
        return weight == null ? new Weight("", null) : weight;
    }

    private static @Nullable String cow(Party party) {
        Countries.Country country = Countries.of(party.country());
        return country == null || country.cow() == null ? null : country.cow().toString();
    }

    private static @Nullable String firstSector(Party party) {
        return party.sectors().isEmpty() ? null : party.sectors().get(0);
    }

    private static String asTold(Party party) {
        return party.quote() == null ? party.name() : party.quote().text();
    }

    private static @Nullable String place(Case c, Facts.Value<Where> value) {
        Where place = Facts.place(c.incident());
        return place == null ? null : value.of(place);
    }

    private static @Nullable String city(Where place) {
        return place.kind() == Place.Kind.SETTLEMENT ? place.name() : null;
    }

    /** A feature code of GeoNames, as far as the kind of place tells it. */
    private static @Nullable String feature(Where place) {
        return switch (place.kind()) {
            case SETTLEMENT -> "PPL";
            case COUNTRY -> "PCLI";
            case REGION -> "RGN";
            case ADMIN ->
                    switch (place.precision()) {
                        case ADMIN1 -> "ADM1";
                        case ADMIN2 -> "ADM2";
                        default -> "ADMD";
                    };
            case SITE, WATER -> null;
        };
    }

    private interface Names {
        List<String> of(Account.Document document);
    }

    private static List<String> story(Case c, Names names) {
        return Facts.flat(c.accounts(), account -> names.of(account.document()));
    }

    private static String key(String type, @Nullable String mode) {
        return mode == null ? type : type + "/" + mode;
    }

    private static Map<String, Weight> load() {
        Problems problems = new Problems();
        Map<String, Weight> weights = new HashMap<>();
        Table.read(
                "publish/plover.table",
                problems,
                row -> {
                    String mode = row.get("mode");
                    String intensity = row.get("intensity");
                    Double number = null;
                    try {
                        number = intensity.isEmpty() ? null : Double.valueOf(intensity);
                    } catch (NumberFormatException e) {
                        row.problem("intensity is \"" + intensity + "\", which is no number");
                    }
                    String key = key(row.get("type"), mode.isEmpty() ? null : mode);
                    if (weights.put(key, new Weight(row.get("quad"), number)) != null) {
                        row.problem(key + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(weights);
    }
}
