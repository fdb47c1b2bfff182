package org.casus.app.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.store.IncidentOrder;
import org.casus.store.IncidentQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are wanted, in which order, and which page of them: all of it stands in the
 * address, so that a link is enough to show somebody what one sees.
 *
 * @param where values by name; of several for one name, any
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param text words that it must have
 * @param review null for all
 * @param kind null where nothing is said of it: a page may then choose; types that are asked for
 *     outrank it
 * @param page from 1
 */
public record IncidentFilter(
        Map<String, List<String>> where,
        @Nullable String from,
        @Nullable String to,
        boolean contested,
        @Nullable String text,
        @Nullable Review review,
        @Nullable Kind kind,
        Sort sort,
        int page) {
    /** Incidents on one page. */
    public static final int SIZE = 50;

    /** What can be asked for by name, in the order in which it is shown. */
    public static final List<String> NAMES =
            List.of(
                    "type",
                    "country",
                    "place",
                    "actor",
                    "source",
                    "target",
                    "outcome",
                    "grade",
                    "mode",
                    "factuality",
                    "precision",
                    "context");

    /** What the pages that draw incidents have a field for; the rest they keep. */
    public static final Set<String> SHOWN =
            Set.of("type", "country", "place", "actor", "from", "to", "contested", "review");

    private static final Set<String> OTHERS =
            Set.of(
                    "q",
                    "from",
                    "to",
                    "contested",
                    "review",
                    "kind",
                    "sort",
                    "page",
                    "skip",
                    "done");

    /** How far reviewers have come with an incident. */
    public enum Review {
        /** It may be one with another, and nobody has decided. */
        DOUBT("doubt"),
        OPEN("none"),
        /** One reviewer has accepted it, and another has to. */
        AWAITING("await"),
        ACCEPTED("accept"),
        REJECTED("reject");

        private final String state;

        Review(String state) {
            this.state = state;
        }

        static Review ofDecided(@Nullable String reviewed) {
            return reviewed == null
                    ? OPEN
                    : switch (reviewed) {
                        case "accept" -> ACCEPTED;
                        case "await" -> AWAITING;
                        default -> REJECTED;
                    };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something was done, or only said. */
    public enum Kind {
        DEEDS,
        /** Threats, accusations, appeals, talks, statements. */
        TALK,
        ALL;

        /** PLOVER's types of it; none for whatever type. */
        List<String> types() {
            return switch (this) {
                case DEEDS -> Kinds.types(false);
                case TALK -> Kinds.types(true);
                case ALL -> List.of();
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which order. */
    public enum Sort {
        NEWEST(IncidentOrder.NEWEST),
        OLDEST(IncidentOrder.OLDEST),
        DEADLIEST(IncidentOrder.DEADLIEST),
        SOURCES(IncidentOrder.MOST_SOURCES),
        /** What a reviewer should look at first. */
        DOUBT(IncidentOrder.DOUBTFUL);

        private final IncidentOrder order;

        Sort(IncidentOrder order) {
            this.order = order;
        }

        public IncidentOrder order() {
            return order;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All, the newest first. */
    public static final IncidentFilter ALL =
            new IncidentFilter(Map.of(), null, null, false, null, null, null, Sort.NEWEST, 1);

    public IncidentFilter {
        Map<String, List<String>> copy = new TreeMap<>(Comparator.comparing(NAMES::indexOf));
        where.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        where = Collections.unmodifiableMap(copy);
    }

    /**
     * @param given the parameters of an address
     * @throws IllegalArgumentException if one of them makes no sense
     */
    public static IncidentFilter of(Map<String, List<String>> given) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        given.forEach(
                (name, values) -> {
                    List<String> said = values.stream().filter(value -> !value.isBlank()).toList();
                    if (!NAMES.contains(name) && !OTHERS.contains(name)) {
                        throw new IllegalArgumentException(
                                "Incidents cannot be filtered by \""
                                        + name
                                        + "\", but by "
                                        + String.join(", ", NAMES)
                                        + ", q, from, to, contested, review and kind.");
                    }
                    if (NAMES.contains(name) && !said.isEmpty()) {
                        where.put(
                                name,
                                said.stream()
                                        .flatMap(value -> Arrays.stream(value.split("(?<!\\\\),")))
                                        .map(value -> value.replace("\\,", ",").strip())
                                        .filter(value -> !value.isEmpty())
                                        .distinct()
                                        .toList());
                    }
                });
        Sort sort = constant(Sort.class, "sort", one(given, "sort"));
        return new IncidentFilter(
                where,
                day(one(given, "from"), "from"),
                day(one(given, "to"), "to"),
                "yes".equals(one(given, "contested")),
                one(given, "q"),
                constant(Review.class, "review", one(given, "review")),
                constant(Kind.class, "kind", one(given, "kind")),
                sort == null ? Sort.NEWEST : sort,
                page(one(given, "page")));
    }

    private static @Nullable String one(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
    }

    private static @Nullable String day(@Nullable String given, String name) {
        if (given == null || given.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return given;
        }
        if (given.matches("\\d{4}(-\\d{2})?")) { // a year or a month: all of it
            String month =
                    given.length() == 4 ? given + (name.equals("to") ? "-12" : "-01") : given;
            return month + (name.equals("to") ? "-31" : "-01");
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" is \"" + given + "\", but a day is written as 2026-01-31.");
    }

    private static int page(@Nullable String given) {
        if (given == null) {
            return 1;
        }
        if (!given.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("There is no page \"" + given + "\".");
        }
        return Integer.parseInt(given);
    }

    private static <E extends Enum<E>> @Nullable E constant(
            Class<E> type, String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(given)) {
                return constant;
            }
            words.add(word);
        }
        throw new IllegalArgumentException(
                "\"" + name + "\" is \"" + given + "\", but must be one of " + words + ".");
    }

    /** The same for the ledger, which knows nothing of pages. */
    public IncidentQuery query() {
        return query("");
    }

    /** The same without what is asked of one name: what there is to choose from. */
    IncidentQuery query(String but) {
        Map<String, List<String>> asked = new LinkedHashMap<>(where);
        asked.remove(but);
        if (kind != null && !kind.types().isEmpty()) {
            asked.putIfAbsent("type", kind.types());
        }
        if (review != null) {
            asked.put("review", List.of(review.state));
        }
        return new IncidentQuery(asked, from, to, contested, text, null);
    }

    // ---- addresses

    /** Everything that is asked, as name and value: what a form has to send along. */
    public List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        where.forEach((name, values) -> values.forEach(value -> all.add(Map.entry(name, value))));
        if (text != null) {
            all.add(Map.entry("q", text));
        }
        if (from != null) {
            all.add(Map.entry("from", from));
        }
        if (to != null) {
            all.add(Map.entry("to", to));
        }
        if (contested) {
            all.add(Map.entry("contested", "yes"));
        }
        if (review != null) {
            all.add(Map.entry("review", review.word()));
        }
        if (kind != null) {
            all.add(Map.entry("kind", kind.word()));
        }
        return all;
    }

    /** What is asked but for the kind, which is never left out but exchanged. */
    public List<Map.Entry<String, String>> conditions() {
        return parameters().stream().filter(asked -> !asked.getKey().equals("kind")).toList();
    }

    /** The address of the list of just these incidents. */
    public String list() {
        boolean choosing = kind == null && !where.containsKey("type");
        return "/incidents" + (choosing ? only(Kind.ALL).address() : address());
    }

    /** The address of the queue of just these incidents, which begins with what is doubtful. */
    public String queue() {
        return "/review/incidents" + address(Sort.DOUBT);
    }

    /** What follows the path in an address, question mark included; empty for everything. */
    public String address() {
        return address(Sort.NEWEST);
    }

    private String address(Sort usual) {
        List<String> parts = new ArrayList<>();
        parameters()
                .forEach(
                        entry ->
                                parts.add(
                                        entry.getKey()
                                                + "="
                                                + encoded(
                                                        typed(entry.getKey(), entry.getValue()))));
        if (sort != usual) {
            parts.add("sort=" + sort.word());
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** A value as it is typed: a comma that belongs to a name is none between two names. */
    public static String typed(String name, String value) {
        return NAMES.contains(name) ? value.replace(",", "\\,") : value;
    }

    /** The values that are asked for by one name, as they are typed; empty for none. */
    public String typed(String name) {
        return where.getOrDefault(name, List.of()).stream()
                .map(value -> typed(name, value))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public boolean asks(String name, String value) {
        return where.getOrDefault(name, List.of()).stream().anyMatch(value::equalsIgnoreCase);
    }

    /** The same with a value more, from the first page. */
    public IncidentFilter with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(where);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        values.add(value);
        changed.put(name, values);
        return new IncidentFilter(changed, from, to, contested, text, review, kind, sort, 1);
    }

    /** The same with this value of a name, and no other, from the first page. */
    public IncidentFilter only(String name, String value) {
        return only(name, List.of(value));
    }

    /** The same with any of these values of a name, and no other, from the first page. */
    IncidentFilter only(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(where);
        changed.put(name, values);
        return new IncidentFilter(changed, from, to, contested, text, review, kind, sort, 1);
    }

    /** The same for any of these types, and no other, as far as they are of the kind. */
    IncidentFilter ofTypes(List<String> types) {
        return only(
                "type",
                kind == null || kind.types().isEmpty()
                        ? types
                        : types.stream().filter(kind.types()::contains).toList());
    }

    /** The same for one kind, of whatever type, from the first page. */
    public IncidentFilter only(Kind asked) {
        Map<String, List<String>> changed = new LinkedHashMap<>(where);
        changed.remove("type");
        return new IncidentFilter(changed, from, to, contested, text, review, asked, sort, 1);
    }

    /** The same for deeds, unless the address says by kind or type what is wanted. */
    public IncidentFilter deedsFirst() {
        return kind != null || where.containsKey("type") ? this : only(Kind.DEEDS).onPage(page);
    }

    /** The same for what happened, or may have happened, on these days. */
    public IncidentFilter during(String first, String last) {
        return new IncidentFilter(where, first, last, contested, text, review, kind, sort, 1);
    }

    /** The same for incidents on which accounts disagree. */
    public IncidentFilter disputed() {
        return new IncidentFilter(where, from, to, true, text, review, kind, sort, 1);
    }

    /** The same without this, whatever it is, from the first page. */
    public IncidentFilter without(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(where);
        changed.computeIfPresent(
                name,
                (n, values) -> {
                    List<String> left =
                            values.stream().filter(v -> !v.equalsIgnoreCase(value)).toList();
                    return left.isEmpty() ? null : left;
                });
        return new IncidentFilter(
                changed,
                name.equals("from") ? null : from,
                name.equals("to") ? null : to,
                !name.equals("contested") && contested,
                name.equals("q") ? null : text,
                name.equals("review") ? null : review,
                name.equals("kind") ? null : kind,
                sort,
                1);
    }

    /** The same for incidents on which nobody has decided, or not yet a second reader. */
    public IncidentFilter waiting() {
        return review == Review.DOUBT || review == Review.OPEN || review == Review.AWAITING
                ? this
                : new IncidentFilter(where, from, to, contested, text, Review.OPEN, kind, sort, 1);
    }

    public IncidentFilter sorted(Sort by) {
        return new IncidentFilter(where, from, to, contested, text, review, kind, by, 1);
    }

    public IncidentFilter onPage(int number) {
        return new IncidentFilter(where, from, to, contested, text, review, kind, sort, number);
    }
}
