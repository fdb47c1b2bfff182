package org.casus.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.rule.Problems;
import org.jspecify.annotations.Nullable;

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
    /**
     * Goes up with every change of what the same accounts come to: of blocks and points, of the
     * groups that are made of them, of the incidents that are made of groups. A ledger that was
     * settled by an earlier edition is put together anew.
     */
    public static final int EDITION = 7;

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

    /** Where they are kept; no account is like another unless it is the very same. */
    private final @Nullable Map<Account, Profile> kept;

    /**
     * A block that an account stands in, as a number that is the same on every machine. Two
     * accounts are compared if they share a block and {@code (left.reach | right.reach) == 3}.
     *
     * @param reach 1 if the account is no more precise than the block in time, 2 in place, 3 in
     *     both, 0 in neither
     */
    public record Key(long block, int reach) {
        static Key of(long key) {
            return new Key(Keys.block(key), Keys.reach(key));
        }
    }

    private Merger(Words words, Deeds deeds, @Nullable Map<Account, Profile> kept) {
        this.words = words;
        this.deeds = deeds;
        this.kept = kept;
    }

    /** Reads the tables that merging goes by. */
    public static Merger load() {
        Problems problems = new Problems();
        Merger merger = new Merger(Words.load(problems), Deeds.load(problems), null);
        problems.throwIfAny();
        return merger;
    }

    /**
     * The same, but that it keeps what it works out of each account, for several steps over the
     * same ones; to be let go with them. Serves one thread.
     */
    public Merger keeping() {
        return new Merger(words, deeds, new IdentityHashMap<>());
    }

    /**
     * The blocks that an account stands in, each once. Accounts that do not meet in one are never
     * compared, so that a store which keeps them finds all that a new account can touch.
     */
    public List<Key> keys(Account account) {
        return Arrays.stream(profile(account).keys()).mapToObj(Key::of).toList();
    }

    /** The same of many accounts, on all processors. */
    public List<List<Key>> keys(List<Account> accounts) {
        return profiles(accounts).parallelStream()
                .map(profile -> Arrays.stream(profile.keys()).mapToObj(Key::of).toList())
                .toList();
    }

    /** Two accounts, by their uids, that match well enough to be joined or reviewed. */
    public record Match(String left, String right, int points) {}

    /** All matches of fresh accounts with one another and with others; not of two others. */
    public List<Match> matches(Collection<Account> fresh, Collection<Account> others) {
        List<Account> all = new ArrayList<>(fresh.size() + others.size());
        all.addAll(others);
        all.addAll(fresh);
        List<Profile> profiles = profiles(all);
        return match(profiles, others.size()).stream()
                .map(
                        e ->
                                new Match(
                                        profiles.get(e.a()).account.uid(),
                                        profiles.get(e.b()).account.uid(),
                                        e.points()))
                .toList();
    }

    /**
     * Those of the given accounts that stand in one block with an account and match it well enough
     * to be joined with it or reviewed. Whether two match depends on nothing but the two, and on
     * neither order; so a store may keep the pairs for good.
     *
     * <p>What {@link #merge} makes of a set of accounts is what it makes of each connected
     * component of these pairs alone, where accounts that one decision names are connected as well.
     *
     * @param others the account itself is left out, should it be among them
     */
    public List<Account> matches(Account account, Collection<Account> others) {
        return matches(account, others, new HashMap<>());
    }

    private List<Account> matches(
            Account account, Collection<Account> others, Map<String, Profile> profiles) {
        Profile profile = profiles.computeIfAbsent(account.uid(), u -> profile(account));
        List<Account> matches = new ArrayList<>();
        for (Account other : others) {
            if (!other.uid().equals(account.uid())) {
                Profile p = profiles.computeIfAbsent(other.uid(), u -> profile(other));
                if (Keys.meet(profile.keys(), p.keys()) && points(profile, p) >= Scale.REVIEW) {
                    matches.add(other);
                }
            }
        }
        return matches;
    }

    /**
     * All accounts that merging must see together with the given ones, these included: whatever
     * {@link #matches} one of them or is named in one decision with it, whatever matches that, and
     * so on.
     *
     * @param lookup the accounts that an account with this key may meet in its block; more do no
     *     harm
     * @param decisions those in force; what they join or link belongs together here too
     * @param byUid the accounts of the given uids, as far as there are such
     */
    public List<Account> component(
            Collection<Account> seeds,
            Function<Key, Collection<Account>> lookup,
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
            Map<String, Account> met = new LinkedHashMap<>();
            for (Key key : keys(account)) {
                for (Account other : lookup.apply(key)) {
                    if (!found.containsKey(other.uid())) {
                        met.putIfAbsent(other.uid(), other);
                    }
                }
            }
            List<Account> near = matches(account, met.values(), profiles);
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
        return merge(accounts, decisions, policy, null);
    }

    /**
     * The same with matches that are known already.
     *
     * @param known all of these accounts among each other, as {@link #matches(Collection,
     *     Collection)} finds them; null where nobody has looked for them
     */
    public Merged merge(
            Collection<Account> accounts,
            Collection<Decision> decisions,
            TollPolicy policy,
            @Nullable Collection<Match> known) {
        Map<String, Account> byUid = new LinkedHashMap<>();
        accounts.forEach(a -> byUid.putIfAbsent(a.uid(), a));
        List<Account> sorted = new ArrayList<>(byUid.values());
        sorted.sort(ORDER);
        Map<String, Integer> at = new HashMap<>();
        List<Profile> profiles = profiles(sorted);
        for (Account account : sorted) {
            at.put(account.uid(), at.size());
        }
        Verdicts verdicts = Verdicts.of(decisions, at);
        List<Grouping.Edge> edges = new ArrayList<>();
        List<Grouping.Edge> doubtful = new ArrayList<>();
        List<Grouping.Edge> matches = known == null ? match(profiles, 0) : edges(known, at);
        matches.sort(Comparator.comparingInt(Grouping.Edge::b).thenComparingInt(Grouping.Edge::a));
        for (Grouping.Edge e : matches) {
            long pair = Grouping.pair(e.a(), e.b());
            if (verdicts.apart().contains(pair)) {
                continue;
            }
            if (e.points() < Scale.SAME) {
                doubtful.add(e);
            } else if (!verdicts.together().contains(pair)) {
                edges.add(e);
            }
        }
        verdicts.together().stream()
                .sorted()
                .forEach(
                        pair ->
                                edges.add(
                                        new Grouping.Edge(
                                                (int) (pair >>> 32), (int) (long) pair, DECIDED)));
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
        List<Component> made =
                members.entrySet().parallelStream()
                        .map(
                                component ->
                                        new Component(
                                                profiles,
                                                verdicts,
                                                component.getValue(),
                                                edgesOf.getOrDefault(component.getKey(), List.of()),
                                                builder))
                        .toList();
        List<Incident> incidents = new ArrayList<>();
        List<int[]> order = new ArrayList<>();
        int[] groupOf = new int[profiles.size()];
        for (Component component : made) {
            doubtful.addAll(component.refused);
            for (List<Integer> group : component.groups) {
                group.forEach(m -> groupOf[m] = group.get(0));
                order.add(new int[] {group.get(0), order.size()});
            }
            incidents.addAll(component.incidents);
        }
        order.sort(Comparator.comparingInt(o -> o[0]));
        return new Merged(
                order.stream().map(o -> incidents.get(o[1])).toList(),
                review(profiles, verdicts, doubtful, groupOf),
                verdicts.orphans());
    }

    /**
     * An incident made again of the accounts that it is of, where nothing has changed but what
     * reviewers say of it: what {@link #merge} would make of it, without asking anew what belongs
     * together.
     *
     * @param accounts all of the incident's
     * @param decisions all that name one of them; none that puts accounts together or apart may
     *     have come or gone since the incident was made
     * @param told uids of all accounts that there are, of those that the decisions name
     */
    public Incident again(
            Incident incident,
            Collection<Account> accounts,
            Collection<Decision> decisions,
            Collection<String> told,
            TollPolicy policy) {
        Map<String, Integer> at = new HashMap<>();
        told.forEach(uid -> at.put(uid, at.size()));
        return new IncidentBuilder(policy, Verdicts.of(decisions, at), deeds)
                .build(accounts.stream().sorted(ORDER).toList(), incident.joins());
    }

    /** What becomes of accounts that matches or decisions connect; of no others. */
    private static final class Component {
        final List<List<Integer>> groups;
        final List<Grouping.Edge> refused;
        final List<Incident> incidents = new ArrayList<>();

        Component(
                List<Profile> profiles,
                Verdicts verdicts,
                List<Integer> members,
                List<Grouping.Edge> edges,
                IncidentBuilder builder) {
            Grouping grouping = new Grouping(profiles, verdicts.together(), verdicts.apart());
            groups = members.size() == 1 ? List.of(members) : grouping.groups(members, edges);
            refused = grouping.refused;
            Map<Integer, Integer> groupOf = new HashMap<>();
            groups.forEach(group -> group.forEach(m -> groupOf.put(m, group.get(0))));
            Map<Integer, List<Comparison>> joined = new HashMap<>();
            for (Grouping.Edge e : grouping.joins) {
                joined.computeIfAbsent(groupOf.getOrDefault(e.a(), e.a()), g -> new ArrayList<>())
                        .add(comparison(profiles, verdicts, e));
            }
            for (List<Integer> group : groups) {
                incidents.add(
                        builder.build(
                                group.stream().map(m -> profiles.get(m).account).toList(),
                                joined.getOrDefault(group.get(0), List.of())));
            }
        }
    }

    private Profile profile(Account account) {
        return profiles(List.of(account)).get(0);
    }

    /** Made on all processors, for that takes as long as all comparing. */
    private List<Profile> profiles(List<Account> accounts) {
        if (kept == null) {
            return accounts.parallelStream().map(this::made).toList();
        }
        accounts.parallelStream()
                .filter(account -> !kept.containsKey(account))
                .map(this::made)
                .toList()
                .forEach(profile -> kept.put(profile.account, profile));
        return accounts.stream().map(a -> Objects.requireNonNull(kept.get(a))).toList();
    }

    private Profile made(Account account) {
        return new Profile(account, words, deeds);
    }

    private static int points(Profile a, Profile b) {
        return ORDER.compare(a.account, b.account) <= 0 ? Scale.points(a, b) : Scale.points(b, a);
    }

    // ---- blocks and matches

    /** The matches of the profiles from a place on with those before them and among themselves. */
    private static List<Grouping.Edge> match(List<Profile> profiles, int from) {
        profiles.parallelStream().forEach(Profile::keys);
        Pairs pairs = new Pairs(profiles);
        Blocks blocks = new Blocks();
        int[] seen = new int[profiles.size()];
        Arrays.fill(seen, -1);
        for (int i = 0; i < profiles.size(); i++) {
            int member = i;
            IntConsumer compare =
                    other -> {
                        if (seen[other] != member) {
                            seen[other] = member;
                            pairs.add(other, member);
                        }
                    };
            for (long key : profiles.get(i).keys()) {
                blocks.add(key, member, i < from ? other -> {} : compare);
            }
        }
        return pairs.matches();
    }

    /** Pairs that wait to be compared, many at a time and on all processors. */
    private static final class Pairs {
        private static final int MOST_WAITING = 1 << 14;

        private final List<Profile> profiles;
        private final List<Grouping.Edge> matches = new ArrayList<>();
        private final long[] waiting = new long[MOST_WAITING];
        private int size;

        Pairs(List<Profile> profiles) {
            this.profiles = profiles;
        }

        void add(int a, int b) {
            waiting[size++] = (long) a << Integer.SIZE | b;
            if (size == MOST_WAITING) {
                compare();
            }
        }

        List<Grouping.Edge> matches() {
            compare();
            return matches;
        }

        private void compare() {
            matches.addAll(
                    Arrays.stream(waiting, 0, size)
                            .parallel()
                            .mapToObj(pair -> edge((int) (pair >>> Integer.SIZE), (int) pair))
                            .filter(edge -> edge.points() >= Scale.REVIEW)
                            .toList());
            size = 0;
        }

        private Grouping.Edge edge(int a, int b) {
            return new Grouping.Edge(a, b, points(profiles.get(a), profiles.get(b)));
        }
    }

    private static List<Grouping.Edge> edges(Collection<Match> known, Map<String, Integer> at) {
        List<Grouping.Edge> edges = new ArrayList<>(known.size());
        for (Match match : known) {
            Integer left = at.get(match.left());
            Integer right = at.get(match.right());
            if (left == null || right == null) {
                throw new IllegalArgumentException("a match of accounts that are not given");
            }
            edges.add(
                    new Grouping.Edge(
                            Math.min(left, right), Math.max(left, right), match.points()));
        }
        return edges;
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
