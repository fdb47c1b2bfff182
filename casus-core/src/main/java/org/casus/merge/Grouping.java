package org.casus.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits one connected component of good matches into incidents: the best match first, each time
 * asking whether all accounts on both sides bear each other's company. So no chain of weak links
 * joins what has nothing in common, and what contradicts itself in day or place stays apart.
 */
final class Grouping {
    /** What the accounts of two groups must reach on average to become one. */
    static final int COMPANY = 30;

    /** A vague account that fits two incidents this equally is left to a reviewer. */
    private static final int TIE = 10;

    /** A match between two accounts, by their places in the sorted list. */
    record Edge(int a, int b, int points) {}

    private final List<Profile> profiles;
    private final Set<Long> together;
    private final Set<Long> apart;
    private final Map<Long, Integer> known = new HashMap<>();

    /** Edges that joined two groups, and those that were refused though good enough. */
    final List<Edge> joins = new ArrayList<>();

    final List<Edge> refused = new ArrayList<>();

    Grouping(List<Profile> profiles, Set<Long> together, Set<Long> apart) {
        this.profiles = profiles;
        this.together = together;
        this.apart = apart;
    }

    static long pair(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    /** The groups of one component, each in order, the one with the earliest account first. */
    List<List<Integer>> groups(List<Integer> members, List<Edge> edges) {
        edges.forEach(e -> known.put(pair(e.a(), e.b()), e.points()));
        Map<Integer, List<Integer>> groupOf = new HashMap<>();
        for (int m : members) {
            groupOf.put(m, new ArrayList<>(List.of(m)));
        }
        Set<Integer> vague = vague(edges);
        List<Edge> best = new ArrayList<>(edges);
        best.sort(
                Comparator.comparingInt(Edge::points)
                        .reversed()
                        .thenComparingInt(Edge::a)
                        .thenComparingInt(Edge::b));
        for (Edge e : best) {
            List<Integer> left = of(groupOf, e.a());
            List<Integer> right = of(groupOf, e.b());
            if (left == right) {
                continue;
            }
            boolean decided = together.contains(pair(e.a(), e.b()));
            boolean guess = vague.contains(e.a()) || vague.contains(e.b());
            if (!decided && (guess || !bear(left, right))) {
                refused.add(e);
                continue;
            }
            if (decided && split(left, right)) {
                continue;
            }
            joins.add(e);
            left.addAll(right);
            right.forEach(m -> groupOf.put(m, left));
        }
        List<List<Integer>> groups = new ArrayList<>(new HashSet<>(groupOf.values()));
        groups.forEach(g -> g.sort(null));
        groups.sort(Comparator.comparing(g -> g.get(0)));
        refused.removeIf(e -> of(groupOf, e.a()) == of(groupOf, e.b()));
        return groups;
    }

    private static List<Integer> of(Map<Integer, List<Integer>> groupOf, int member) {
        List<Integer> group = groupOf.get(member);
        if (group == null) {
            throw new IllegalStateException("an edge leads out of its component");
        }
        return group;
    }

    private boolean split(List<Integer> left, List<Integer> right) {
        for (int a : left) {
            for (int b : right) {
                if (apart.contains(pair(a, b))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean bear(List<Integer> left, List<Integer> right) {
        long sum = 0;
        for (int a : left) {
            for (int b : right) {
                int points = points(a, b);
                if (points <= Scale.NEVER) {
                    return false;
                }
                sum += points;
            }
        }
        return sum >= (long) COMPANY * left.size() * right.size();
    }

    private int points(int a, int b) {
        long pair = pair(a, b);
        if (apart.contains(pair)) {
            return 4 * Scale.NEVER;
        }
        return known.computeIfAbsent(
                pair,
                p -> Scale.points(profiles.get(Math.min(a, b)), profiles.get(Math.max(a, b))));
    }

    /** Accounts without a day of their own that fit two incidents about equally well. */
    private Set<Integer> vague(List<Edge> edges) {
        Map<Integer, List<Edge>> of = new HashMap<>();
        for (Edge e : edges) {
            for (int end : Arrays.asList(e.a(), e.b())) {
                if (profiles.get(end).period.precision() != Period.Precision.DAY) {
                    of.computeIfAbsent(end, k -> new ArrayList<>()).add(e);
                }
            }
        }
        Set<Integer> vague = new HashSet<>();
        of.forEach(
                (end, list) -> {
                    Edge best =
                            list.stream().max(Comparator.comparingInt(Edge::points)).orElseThrow();
                    for (Edge other : list) {
                        if (other != best
                                && best.points() - other.points() < TIE
                                && points(far(best, end), far(other, end)) <= Scale.NEVER) {
                            vague.add(end);
                        }
                    }
                });
        return vague;
    }

    private static int far(Edge e, int end) {
        return e.a() == end ? e.b() : e.a();
    }
}
