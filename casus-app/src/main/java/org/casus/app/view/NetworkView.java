package org.casus.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.casus.store.Charts;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Who is against whom, and who supports whom: each pair of actors with the number of incidents in
 * which the one does it to the other. Talks, requests and statements are left out.
 *
 * @param total incidents that are asked for
 * @param oneSided those of them that name nobody at one end, or are of no kind that is drawn
 * @param drawable whether there are few enough actors to draw
 * @param actors the most involved first
 * @param ties the most incidents first
 */
public record NetworkView(
        IncidentFilter filter,
        long total,
        long oneSided,
        boolean drawable,
        List<Actor> actors,
        List<Tie> ties) {
    /** More actors than these are a tangle that nobody can read. */
    static final int MOST_ACTORS = 300;

    private static final int MOST_ROWS = 200;
    private static final int MOST_PROPOSED = 30;

    private static final List<String> AGAINST =
            List.of(
                    "ASSAULT",
                    "COERCE",
                    "SANCTION",
                    "MOBILIZE",
                    "PROTEST",
                    "THREATEN",
                    "REJECT",
                    "ACCUSE");
    private static final List<String> FOR =
            List.of("AID", "SUPPORT", "COOPERATE", "AGREE", "CONCEDE", "RETREAT");

    /**
     * Somebody who does something, or to whom it is done.
     *
     * @param incidents in which he takes part
     * @param address the network around him
     */
    public record Actor(String name, long incidents, String address) {}

    /**
     * Somebody and another.
     *
     * @param kind "against" or "for"
     * @param assaults how many of the incidents are assaults
     */
    public record Tie(
            String source,
            String target,
            String kind,
            long incidents,
            long assaults,
            String address) {
        public String words() {
            return kind.equals("against") ? "against" : "supports or gives way to";
        }
    }

    private record Key(String source, String target, String kind) {}

    private static final class Count {
        private long incidents;
        private long assaults;
    }

    /**
     * @param given the parameters of an address
     * @throws IllegalArgumentException if one of them makes no sense
     */
    public static NetworkView of(Ledger ledger, Map<String, List<String>> given) {
        IncidentFilter filter = IncidentFilter.of(given);
        Map<String, String> spelled = new LinkedHashMap<>();
        Map<Key, Count> counts = new LinkedHashMap<>();
        Map<String, Long> involved = new LinkedHashMap<>();
        long total = 0;
        long oneSided = 0;
        for (Charts.Sides sides : ledger.charts().sides(filter.query())) {
            total += sides.incidents();
            String kind = kind(sides.type());
            if (kind == null || sides.source() == null || sides.target() == null) {
                oneSided += sides.incidents();
                continue;
            }
            Collection<String> sources = names(sides.source(), spelled);
            Collection<String> targets = names(sides.target(), spelled);
            for (String source : sources) {
                for (String target : targets) {
                    Count count =
                            counts.computeIfAbsent(new Key(source, target, kind), k -> new Count());
                    count.incidents += sides.incidents();
                    count.assaults += sides.type().equals("ASSAULT") ? sides.incidents() : 0;
                }
            }
            Set<String> all = new LinkedHashSet<>(sources);
            all.addAll(targets);
            all.forEach(name -> involved.merge(name, sides.incidents(), Long::sum));
        }
        List<Actor> actors =
                involved.entrySet().stream()
                        .map(one -> actor(spelled.get(one.getKey()), one.getValue(), filter))
                        .sorted(
                                Comparator.comparingLong(Actor::incidents)
                                        .reversed()
                                        .thenComparing(Actor::name))
                        .toList();
        return new NetworkView(
                filter,
                total,
                oneSided,
                actors.size() <= MOST_ACTORS,
                actors,
                counts.entrySet().stream()
                        .map(tie -> tie(tie.getKey(), tie.getValue(), spelled, filter))
                        .sorted(
                                Comparator.comparingLong(Tie::incidents)
                                        .reversed()
                                        .thenComparing(Tie::source)
                                        .thenComparing(Tie::target)
                                        .thenComparing(Tie::kind))
                        .toList());
    }

    private static @Nullable String kind(String type) {
        return AGAINST.contains(type) ? "against" : FOR.contains(type) ? "for" : null;
    }

    /** Names without regard to capitals, each spelled as it was first. */
    private static Collection<String> names(String list, Map<String, String> spelled) {
        List<String> names = new ArrayList<>();
        Arrays.stream(list.split("; "))
                .filter(name -> !name.isBlank())
                .forEach(
                        name -> {
                            String key = name.toLowerCase(Locale.ROOT);
                            spelled.putIfAbsent(key, name);
                            if (!names.contains(key)) {
                                names.add(key);
                            }
                        });
        return names;
    }

    private static Actor actor(@Nullable String name, long incidents, IncidentFilter filter) {
        String spelled = String.valueOf(name);
        return new Actor(spelled, incidents, "/network" + filter.only("actor", spelled).address());
    }

    private static Tie tie(
            Key key, Count count, Map<String, String> spelled, IncidentFilter filter) {
        String source = spelled.getOrDefault(key.source(), key.source());
        String target = spelled.getOrDefault(key.target(), key.target());
        IncidentFilter narrower = filter.only("source", source).only("target", target);
        if (!filter.where().containsKey("type")) {
            narrower = narrower.ofTypes(key.kind().equals("against") ? AGAINST : FOR);
        }
        return new Tie(
                source, target, key.kind(), count.incidents, count.assaults, narrower.list());
    }

    /**
     * The same with other names. Actors that come to have one name are one, and lead to no list of
     * their own.
     */
    NetworkView renamed(UnaryOperator<String> names) {
        Map<String, Actor> called = new LinkedHashMap<>();
        for (Actor actor : actors) {
            String name = names.apply(actor.name());
            called.merge(
                    name,
                    name.equals(actor.name())
                            ? actor
                            : new Actor(name, actor.incidents(), "/network"),
                    (one, other) ->
                            new Actor(name, one.incidents() + other.incidents(), "/network"));
        }
        Map<Key, Tie> tied = new LinkedHashMap<>();
        for (Tie tie : ties) {
            String source = names.apply(tie.source());
            String target = names.apply(tie.target());
            boolean same = source.equals(tie.source()) && target.equals(tie.target());
            tied.merge(
                    new Key(source, target, tie.kind()),
                    same
                            ? tie
                            : new Tie(
                                    source,
                                    target,
                                    tie.kind(),
                                    tie.incidents(),
                                    tie.assaults(),
                                    "/incidents"),
                    (one, other) ->
                            new Tie(
                                    source,
                                    target,
                                    tie.kind(),
                                    one.incidents() + other.incidents(),
                                    one.assaults() + other.assaults(),
                                    one.address()));
        }
        return new NetworkView(
                filter,
                total,
                oneSided,
                called.size() <= MOST_ACTORS,
                List.copyOf(called.values()),
                List.copyOf(tied.values()));
    }

    /** The ties with the most incidents, as many as a table can have. */
    public List<Tie> rows() {
        return ties.subList(0, Math.min(MOST_ROWS, ties.size()));
    }

    /** Actors to begin with, where there are too many. */
    public List<Actor> proposed() {
        return actors.subList(0, Math.min(MOST_PROPOSED, actors.size()));
    }

    /** The drawing; null where there is nothing to draw, or too much. */
    public @Nullable NetworkDrawing drawing() {
        return drawable && !actors.isEmpty() ? NetworkDrawing.of(this) : null;
    }
}
