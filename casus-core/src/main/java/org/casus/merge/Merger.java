package org.casus.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.rule.Problems;

/**
 * Accounts of many reports in, incidents out. What comes out depends on the set of the accounts
 * alone, not on their order; and the incidents of a connected component, {@link #component}, depend
 * on that component alone, so that merging only what has changed gives the same as merging all.
 *
 * <p>The steps are those of entity resolution at large (Christen, Data Matching, 2012): blocks by
 * day, place, name and kind keep the number of comparisons near that of the accounts; a comparison
 * weighs what speaks for and against; groups are then refined so that all their accounts agree.
 */
public final class Merger {
    /** What a reviewer's word weighs: more than anything that can be counted. */
    private static final int DECIDED = 1000;

    private static final Comparator<Account> ORDER =
            Comparator.comparing(
                            (Account a) -> a.document().published(),
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(a -> a.document().id())
                    .thenComparingInt(
                            a -> a.mentions().isEmpty() ? 0 : a.mentions().get(0).trigger().start())
                    .thenComparing(Account::uid);

    private final Words words;
    private final Deeds deeds;

    private Merger(Words words, Deeds deeds) {
        this.words = words;
        this.deeds = deeds;
    }

    /** Reads the tables that merging goes by. */
    public static Merger load() {
        Problems problems = new Problems();
        Merger merger = new Merger(Words.load(problems), Deeds.load(problems));
        problems.throwIfAny();
        return merger;
    }

    /**
     * The blocks that an account stands in. Accounts that share none are never compared, so that a
     * store which keeps them finds all that a new account can touch.
     */
    public List<String> keys(Account account) {
        return Keys.of(profile(account)).stream().map(Keys.Key::text).toList();
    }

    /**
     * All accounts that merging must see together with the given ones, these included: whatever
     * matches one of them well enough to be joined or reviewed, whatever matches that, and so on.
     *
     * @param lookup the accounts that stand in a block
     * @param decisions those in force; what they join or link belongs together here too
     * @param byUid the accounts of the given uids, as far as there are such
     */
    public List<Account> component(
            Collection<Account> seeds,
            Function<String, Collection<Account>> lookup,
            Collection<Decision> decisions,
            Function<Collection<String>, Collection<Account>> byUid) {
        Map<String, Account> found = new LinkedHashMap<>();
        Map<String, Set<String>> decided = companions(decisions);
        List<Account> open = new ArrayList<>();
        for (Account seed : seeds) {
            if (found.putIfAbsent(seed.uid(), seed) == null) {
                open.add(seed);
            }
        }
        Map<String, Profile> profiles = new HashMap<>();
        while (!open.isEmpty()) {
            Account account = open.remove(open.size() - 1);
            Profile profile = profiles.computeIfAbsent(account.uid(), u -> profile(account));
            Set<String> seen = new HashSet<>();
            List<Account> near = new ArrayList<>();
            for (Keys.Key key : Keys.of(profile)) {
                for (Account other : lookup.apply(key.text())) {
                    if (!found.containsKey(other.uid()) && seen.add(other.uid())) {
                        Profile p = profiles.computeIfAbsent(other.uid(), u -> profile(other));
                        if (meet(profile, p) && points(profile, p) >= Scale.REVIEW) {
                            near.add(other);
                        }
                    }
                }
            }
            Set<String> named = decided.get(account.uid());
            if (named != null) {
                near.addAll(byUid.apply(named));
            }
            for (Account other : near) {
                if (found.putIfAbsent(other.uid(), other) == null) {
                    open.add(other);
                }
            }
        }
        List<Account> component = new ArrayList<>(found.values());
        component.sort(ORDER);
        return component;
    }

    private static Map<String, Set<String>> companions(Collection<Decision> decisions) {
        Map<String, Set<String>> companions = new HashMap<>();
        for (Decision d : decisions) {
            if (d.undone()) {
                continue;
            }
            Set<String> all = new LinkedHashSet<>(d.accounts());
            all.addAll(d.others());
            all.forEach(
                    uid -> companions.computeIfAbsent(uid, u -> new LinkedHashSet<>()).addAll(all));
        }
        return companions;
    }

    /** Merges accounts; of two accounts of one uid the first counts. */
    public Merged merge(
            Collection<Account> accounts, Collection<Decision> decisions, TollPolicy policy) {
        Map<String, Account> byUid = new LinkedHashMap<>();
        accounts.forEach(a -> byUid.putIfAbsent(a.uid(), a));
        List<Account> sorted = new ArrayList<>(byUid.values());
        sorted.sort(ORDER);
        Map<String, Integer> at = new HashMap<>();
        List<Profile> profiles = new ArrayList<>(sorted.size());
        for (Account account : sorted) {
            at.put(account.uid(), profiles.size());
            profiles.add(profile(account));
        }
        Verdicts verdicts = Verdicts.of(decisions, at);
        List<Grouping.Edge> edges = new ArrayList<>();
        List<Grouping.Edge> doubtful = new ArrayList<>();
        match(profiles, verdicts, edges, doubtful);
        int[] root = components(profiles.size(), edges);

        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            members.computeIfAbsent(root(root, i), r -> new ArrayList<>()).add(i);
        }
        Map<Integer, List<Grouping.Edge>> edgesOf = new HashMap<>();
        for (Grouping.Edge e : edges) {
            edgesOf.computeIfAbsent(root(root, e.a()), r -> new ArrayList<>()).add(e);
        }
        IncidentBuilder builder = new IncidentBuilder(policy, verdicts, deeds);
        List<Incident> incidents = new ArrayList<>();
        List<int[]> order = new ArrayList<>();
        int[] groupOf = new int[profiles.size()];
        for (Map.Entry<Integer, List<Integer>> component : members.entrySet()) {
            Grouping grouping = new Grouping(profiles, verdicts.together(), verdicts.apart());
            List<List<Integer>> groups =
                    component.getValue().size() == 1
                            ? List.of(component.getValue())
                            : grouping.groups(
                                    component.getValue(),
                                    edgesOf.getOrDefault(component.getKey(), List.of()));
            doubtful.addAll(grouping.refused);
            for (List<Integer> group : groups) {
                group.forEach(m -> groupOf[m] = group.get(0));
                List<Comparison> joins =
                        grouping.joins.stream()
                                .filter(
                                        e ->
                                                groupOf[e.a()] == group.get(0)
                                                        && group.contains(e.a()))
                                .map(e -> comparison(profiles, verdicts, e))
                                .toList();
                order.add(new int[] {group.get(0), incidents.size()});
                incidents.add(builder.build(group.stream().map(sorted::get).toList(), joins));
            }
        }
        order.sort(Comparator.comparingInt(o -> o[0]));
        return new Merged(
                order.stream().map(o -> incidents.get(o[1])).toList(),
                review(profiles, verdicts, doubtful, groupOf),
                verdicts.orphans());
    }

    private Profile profile(Account account) {
        return new Profile(account, words, deeds);
    }

    private static int points(Profile a, Profile b) {
        return ORDER.compare(a.account, b.account) <= 0 ? Scale.points(a, b) : Scale.points(b, a);
    }

    private static boolean meet(Profile a, Profile b) {
        Map<String, Keys.Key> keys = new HashMap<>();
        Keys.of(a).forEach(k -> keys.put(k.text(), k));
        for (Keys.Key k : Keys.of(b)) {
            Keys.Key other = keys.get(k.text());
            if (other != null && (k.time() || other.time()) && (k.place() || other.place())) {
                return true;
            }
        }
        return false;
    }

    // ---- blocks and matches

    /** Members of one block, in order, with their precision in two low bits. */
    private static final class Block {
        private int[] members = new int[2];
        private int size;

        void add(int member, Keys.Key key) {
            if (size == members.length) {
                members = Arrays.copyOf(members, 2 * size);
            }
            members[size++] = member << 2 | (key.time() ? 1 : 0) | (key.place() ? 2 : 0);
        }
    }

    private static void match(
            List<Profile> profiles,
            Verdicts verdicts,
            List<Grouping.Edge> edges,
            List<Grouping.Edge> doubtful) {
        Map<Long, Block> blocks = new HashMap<>();
        int[] seen = new int[profiles.size()];
        Arrays.fill(seen, -1);
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.get(i);
            for (Keys.Key key : Keys.of(profile)) {
                int bits = (key.time() ? 1 : 0) | (key.place() ? 2 : 0);
                Block block = blocks.computeIfAbsent(hash(key.text()), k -> new Block());
                for (int n = 0; n < block.size; n++) {
                    int j = block.members[n] >> 2;
                    if (seen[j] != i && (bits | block.members[n] & 3) == 3) {
                        seen[j] = i;
                        int points = Scale.points(profiles.get(j), profile);
                        if (points >= Scale.REVIEW
                                && !verdicts.apart().contains(Grouping.pair(i, j))) {
                            (points >= Scale.SAME ? edges : doubtful)
                                    .add(new Grouping.Edge(j, i, points));
                        }
                    }
                }
                block.add(i, key);
            }
        }
        edges.removeIf(e -> verdicts.together().contains(Grouping.pair(e.a(), e.b())));
        verdicts.together().stream()
                .sorted()
                .forEach(
                        pair ->
                                edges.add(
                                        new Grouping.Edge(
                                                (int) (pair >>> 32), (int) (long) pair, DECIDED)));
    }

    // FNV-1a in 64 bits. Should two keys ever meet by chance, two accounts are compared in vain.
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static int[] components(int size, List<Grouping.Edge> edges) {
        int[] root = new int[size];
        for (int i = 0; i < size; i++) {
            root[i] = i;
        }
        for (Grouping.Edge e : edges) {
            int a = root(root, e.a());
            int b = root(root, e.b());
            root[Math.max(a, b)] = Math.min(a, b);
        }
        return root;
    }

    private static int root(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    // ---- in words

    /** The best pair of each two groups that nearly became one. */
    private static List<Comparison> review(
            List<Profile> profiles,
            Verdicts verdicts,
            List<Grouping.Edge> doubtful,
            int[] groupOf) {
        List<Grouping.Edge> best = new ArrayList<>(doubtful);
        best.sort(
                Comparator.comparingInt(Grouping.Edge::points)
                        .reversed()
                        .thenComparingInt(Grouping.Edge::a)
                        .thenComparingInt(Grouping.Edge::b));
        Set<Long> seen = new HashSet<>();
        List<Comparison> review = new ArrayList<>();
        for (Grouping.Edge e : best) {
            int a = groupOf[e.a()];
            int b = groupOf[e.b()];
            if (a != b
                    && seen.add(Grouping.pair(a, b))
                    && !verdicts.apart().contains(Grouping.pair(e.a(), e.b()))) {
                review.add(comparison(profiles, verdicts, e));
            }
        }
        return review;
    }

    private static Comparison comparison(
            List<Profile> profiles, Verdicts verdicts, Grouping.Edge e) {
        Profile a = profiles.get(e.a());
        Profile b = profiles.get(e.b());
        String decision = verdicts.why(e.a(), e.b());
        return new Comparison(
                a.account.uid(),
                b.account.uid(),
                e.points(),
                decision != null ? List.of(decision) : Scale.reasons(a, b));
    }
}
