package org.casus.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Decision;
import org.casus.model.Factuality;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's corrections of single fields. What the accounts say stays beside them: a correction
 * settles the field, it does not erase the other values.
 */
final class Corrections {
    private static final List<String> COUNTED =
            List.of("killed", "injured", "missing", "abducted", "detained", "displaced");

    private Corrections() {}

    static Incident apply(Incident incident, List<Decision> decisions) {
        Incident corrected = incident;
        for (Decision d : decisions) {
            if (d.act() == Decision.Act.CORRECT) {
                corrected =
                        one(
                                corrected,
                                Objects.requireNonNull(d.field()),
                                Objects.requireNonNull(d.value()));
            }
        }
        return corrected;
    }

    private static Incident one(Incident i, String field, String value) {
        Map<String, Incident.Field> fields = new LinkedHashMap<>(i.fields());
        Incident.Field before = fields.get(field);
        List<Incident.Value> values = new ArrayList<>(before == null ? List.of() : before.values());
        if (values.stream().noneMatch(v -> v.value().equals(value))) {
            values.add(new Incident.Value(value, List.of()));
        }
        fields.put(field, new Incident.Field(value, values, false));
        Map<String, Incident.Toll> harms = new LinkedHashMap<>(i.harms());
        Integer count = COUNTED.contains(field) ? number(value) : null;
        if (count != null) {
            Incident.Toll toll = harms.get(field);
            harms.put(
                    field,
                    new Incident.Toll(
                            count,
                            count,
                            count,
                            toll == null
                                    ? org.casus.model.TollPolicy.REPRESENTATIVE
                                    : toll.policy(),
                            toll == null ? List.of() : toll.groups(),
                            toll == null ? List.of() : toll.told(),
                            toll == null ? List.of() : toll.warnings()));
        }
        return new Incident(
                i.uid(),
                field.equals("type") ? value : i.type(),
                field.equals("mode") ? value : i.mode(),
                i.cameo(),
                i.acled(),
                i.contexts(),
                field.equals("factuality") ? factuality(value, i.factuality()) : i.factuality(),
                field.equals("time") ? time(value, i.time()) : i.time(),
                field.equals("place")
                        ? place(value, i.places())
                        : field.equals("country") ? country(value, i.places()) : i.places(),
                field.equals("sources") ? parties(value, i.sources()) : i.sources(),
                field.equals("targets") ? parties(value, i.targets()) : i.targets(),
                i.objects(),
                i.instruments(),
                harms,
                fields,
                i.accounts(),
                i.independentSources(),
                i.grade(),
                i.gradeReason(),
                i.responsibility(),
                i.joins(),
                i.links(),
                i.revisions(),
                i.reviewed(),
                i.text());
    }

    private static @Nullable Integer number(String value) {
        try {
            return Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Account.@Nullable When time(String value, Account.@Nullable When before) {
        try {
            String day = LocalDate.parse(value.strip()).toString();
            return new Account.When(day, day, Time.Granularity.DAY, null, day, null);
        } catch (DateTimeException e) {
            return before;
        }
    }

    private static Factuality factuality(String value, Factuality before) {
        try {
            return Factuality.valueOf(value.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            return before;
        }
    }

    /** The places in a country; the country itself where none of them is. */
    private static List<Account.Where> country(String value, List<Account.Where> before) {
        String code = value.strip().toUpperCase(Locale.ROOT);
        List<Account.Where> within =
                before.stream().filter(place -> code.equals(place.country())).toList();
        return within.isEmpty()
                ? List.of(
                        new Account.Where(
                                code,
                                Place.Kind.COUNTRY,
                                code,
                                null,
                                null,
                                null,
                                null,
                                Place.Precision.COUNTRY,
                                null,
                                null))
                : within;
    }

    private static List<Account.Where> place(String value, List<Account.Where> before) {
        for (Account.Where w : before) {
            if (w.name().equals(value)) {
                return List.of(w);
            }
        }
        String country = before.isEmpty() ? null : before.get(0).country();
        return List.of(
                new Account.Where(
                        value,
                        Place.Kind.SETTLEMENT,
                        country,
                        null,
                        null,
                        null,
                        null,
                        Place.Precision.NONE,
                        null,
                        null));
    }

    private static List<Account.Party> parties(String value, List<Account.Party> before) {
        List<Account.Party> parties = new ArrayList<>();
        for (String name : value.split(",")) {
            parties.add(
                    before.stream()
                            .filter(p -> p.name().equals(name.strip()))
                            .findFirst()
                            .orElse(
                                    new Account.Party(
                                            name.strip(),
                                            Actor.Kind.UNKNOWN,
                                            null,
                                            List.of(),
                                            null,
                                            List.of(),
                                            List.of(),
                                            null)));
        }
        return parties;
    }
}
