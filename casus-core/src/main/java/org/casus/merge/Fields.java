package org.casus.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * Every value that an account gives, side by side. A field is contested where two values exclude
 * each other; a coarser value (March 2016, Iraq) does not contest a finer one (22 March, Mosul).
 */
final class Fields {
    private final List<Account> accounts;
    private final Deeds deeds;

    Fields(List<Account> accounts, Deeds deeds) {
        this.accounts = accounts;
        this.deeds = deeds;
    }

    /** One value as merging compares it, and as people read it. */
    private record Told<T>(String value, T of, Account account) {}

    Map<String, Incident.Field> all(Map<String, Incident.Toll> tolls) {
        Map<String, Incident.Field> fields = new LinkedHashMap<>();
        put(fields, "type", each(a -> a.type(), t -> t), (s, t) -> s.equals(t));
        put(
                fields,
                "mode",
                each(a -> a.mode() == null ? null : a, a -> Objects.requireNonNull(a.mode())),
                (a, b) ->
                        !a.type().equals(b.type())
                                || Deeds.fit(
                                        deeds.of(a.type(), a.mode()),
                                        deeds.of(b.type(), b.mode())));
        put(fields, "factuality", each(a -> a.factuality(), f -> spelled(f)), (f, g) -> f == g);
        put(fields, "time", each(Fields::period, Period::toString), (p, q) -> p.gap(q) == 0);
        put(fields, "country", each(Fields::countries, c -> String.join(", ", c)), Fields::overlap);
        put(fields, "place", each(Fields::places, p -> String.join(", ", p)), Fields::overlap);
        put(fields, "sources", each(a -> who(a.sources()), Fields::names), Fields::related);
        put(fields, "targets", each(a -> who(a.targets()), Fields::names), Fields::related);
        put(fields, "objects", each(a -> things(a), o -> String.join(", ", o)), (o, p) -> true);
        put(fields, "instruments", each(a -> tools(a), i -> String.join(", ", i)), (i, j) -> true);
        tolls.forEach((outcome, toll) -> fields.put(outcome, counts(toll)));
        return fields;
    }

    private <T> List<Told<T>> each(
            Function<Account, @Nullable T> value, Function<T, String> spelled) {
        List<Told<T>> all = new ArrayList<>();
        for (Account account : accounts) {
            T of = value.apply(account);
            if (of != null) {
                all.add(new Told<>(spelled.apply(of), of, account));
            }
        }
        return all;
    }

    private static <T> void put(
            Map<String, Incident.Field> fields,
            String name,
            List<Told<T>> told,
            BiPredicate<T, T> fit) {
        if (told.isEmpty()) {
            return;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        told.forEach(
                t ->
                        values.computeIfAbsent(t.value(), v -> new ArrayList<>())
                                .add(t.account().uid()));
        boolean contested = false;
        for (int i = 0; i < told.size() && !contested; i++) {
            for (int j = 0; j < i && !contested; j++) {
                contested =
                        !told.get(i).value().equals(told.get(j).value())
                                && !fit.test(told.get(i).of(), told.get(j).of());
            }
        }
        fields.put(name, field(values, contested));
    }

    private static Incident.Field field(Map<String, List<String>> values, boolean contested) {
        List<Incident.Value> all = new ArrayList<>();
        values.forEach((value, uids) -> all.add(new Incident.Value(value, uids)));
        return new Incident.Field(values.size() == 1 ? all.get(0).value() : null, all, contested);
    }

    /** Numbers as ranges: two that meet do not contest each other. */
    private static Incident.Field counts(Incident.Toll toll) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Incident.Told> counted = new ArrayList<>();
        for (Incident.Told t : toll.told()) {
            if (t.leftOut() == null) {
                values.computeIfAbsent(range(t.low(), t.best(), t.high()), v -> new ArrayList<>())
                        .add(t.account());
                counted.add(t);
            }
        }
        boolean contested = false;
        for (Incident.Told s : counted) {
            for (Incident.Told t : counted) {
                contested |=
                        !s.account().equals(t.account())
                                && s.victims().equals(t.victims())
                                && s.high() != null
                                && t.low() != null
                                && s.high() < t.low();
            }
        }
        values.replaceAll((v, uids) -> uids.stream().distinct().toList());
        return field(values, contested);
    }

    /** "25", "at least 20", "10 to 15". */
    static String range(@Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        if (low != null && low.equals(high)) {
            return low.toString();
        }
        if (high == null) {
            return low == null ? best == null ? "unknown" : "about " + best : "at least " + low;
        }
        return low == null ? "at most " + high : low + " to " + high;
    }

    private static @Nullable Period period(Account account) {
        Period period = Period.of(account);
        return period.equals(Period.UNKNOWN) ? null : period;
    }

    private static @Nullable Set<String> countries(Account account) {
        Set<String> countries = new TreeSet<>();
        for (Account.Where w : account.places()) {
            if (w.country() != null) {
                countries.add(w.country());
            }
        }
        return countries.isEmpty() ? null : countries;
    }

    private static @Nullable Set<String> places(Account account) {
        Set<String> places = new LinkedHashSet<>();
        for (Account.Where w : account.places()) {
            if (w.kind() != Place.Kind.COUNTRY) {
                places.add(w.name());
            }
        }
        return places.isEmpty() ? null : places;
    }

    private static @Nullable Set<String> things(Account account) {
        Set<String> things = new LinkedHashSet<>();
        account.objects().stream()
                .map(Account.Thing::name)
                .filter(Objects::nonNull)
                .forEach(things::add);
        return things.isEmpty() ? null : things;
    }

    private static @Nullable Set<String> tools(Account account) {
        Set<String> tools = new LinkedHashSet<>();
        for (Account.Tool tool : account.instruments()) {
            if (tool.kind() != null || tool.name() != null) {
                tools.add(Objects.requireNonNull(tool.kind() != null ? tool.kind() : tool.name()));
            }
        }
        return tools.isEmpty() ? null : tools;
    }

    private static boolean overlap(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static @Nullable List<Account.Party> who(List<Account.Party> parties) {
        return parties.isEmpty() ? null : parties;
    }

    private static String names(List<Account.Party> parties) {
        return String.join(", ", parties.stream().map(Account.Party::name).distinct().toList());
    }

    /** Descriptions exclude nobody; two names that have nothing to do with each other do. */
    private static boolean related(List<Account.Party> a, List<Account.Party> b) {
        for (Account.Party p : a) {
            for (Account.Party q : b) {
                if (!named(p) || !named(q) || same(p, q)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean named(Account.Party p) {
        return p.entity() != null || p.kind() == Actor.Kind.STATE || p.country() != null;
    }

    /** Whether two parties are one, or one belongs to the other. */
    static boolean same(Account.Party p, Account.Party q) {
        return key(p).equals(key(q))
                || p.memberOf().contains(key(q))
                || q.memberOf().contains(key(p))
                || p.country() != null
                        && p.country().equals(q.country())
                        && (p.kind() == Actor.Kind.STATE || q.kind() == Actor.Kind.STATE);
    }

    static String key(Account.Party p) {
        return p.entity() != null ? p.entity() : Words.fold(p.name());
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String spelled(Harm.Outcome outcome) {
        return Tolls.name(outcome);
    }
}
