package org.casus.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has to be merged when something has changed, and keeps what is needed for it: the
 * blocks of every account, and the pairs of accounts that match.
 *
 * <p>Whether two accounts match depends on the two alone, and what merging makes of an account
 * depends on its component alone: on all that is connected with it by matches and by decisions. So
 * it is enough to compare what is new with its blocks, and to merge the components that it is in
 * now and was in before. Blocks alone would not do for it: within few years all that happened in a
 * country hangs together by them.
 */
final class Components {
    /** From this share of all accounts on, all of them are merged: it is quicker. */
    private static final int SHARE = 4;

    private static final int FETCH = 500;

    /** When all accounts are new, about so much of the time is over when this begins. */
    private static final double COMPARED = 0.1;

    private final Database database;
    private final Merger merger;
    private final Steps steps;
    private final BlockIndex blocks;

    private final Map<Long, Account> active = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<Long> fresh = new LinkedHashSet<>();
    private final Set<Long> gone = new LinkedHashSet<>();
    private final Set<Long> touched = new LinkedHashSet<>();
    private List<Merger.Match> matches = new ArrayList<>();
    private boolean all;

    Components(Database database, Merger merger, Steps steps) {
        this.database = database;
        this.merger = merger;
        this.steps = steps;
        this.blocks = new BlockIndex(database);
    }

    /** An account of a document that came, went or changed. */
    record Unsettled(long number, String uid, String document, boolean active, boolean compared) {}

    /** Whether all accounts have to be merged. */
    boolean all() {
        return all;
    }

    /** Numbers of all accounts that are touched, those that no report tells any longer included. */
    Collection<Long> touched() {
        return touched;
    }

    /** The touched accounts that no report tells any longer. */
    Collection<Long> gone() {
        Set<Long> untold = new TreeSet<>(touched);
        untold.removeAll(active.keySet());
        return untold;
    }

    /** The touched accounts that reports tell. */
    Collection<Account> accounts() {
        return active.values();
    }

    /** How the touched accounts match each other. */
    Collection<Merger.Match> matches() {
        return matches;
    }

    long number(String uid) {
        Long number = numbers.get(uid);
        if (number == null) {
            throw new IllegalStateException("account " + uid + " is not among those to be merged");
        }
        return number;
    }

    /**
     * Compares what is new, and gathers what it touches.
     *
     * @param anew whether nothing that is known from before holds
     */
    void gather(List<Unsettled> unsettled, List<Decision> decisions, boolean anew) {
        for (Unsettled account : unsettled) {
            if (!account.active()) {
                gone.add(account.number());
            } else if (account.compared()) {
                fresh.add(account.number());
            }
        }
        long total = database.query("account-last").mapTo(Long.class).one();
        all = anew || fresh.size() * (long) SHARE >= total;
        Set<Long> seeds = new LinkedHashSet<>();
        unsettled.forEach(account -> seeds.add(account.number()));
        if (!all) {
            database.inParts(seeds, part -> matched(part).forEach(seeds::add));
        }
        Map<Long, Set<Long>> decided = decided(decisions);
        forget(anew);
        Map<Long, Account> known = new LinkedHashMap<>();
        if (all) {
            steps.at("reading accounts", 0);
            load("active-accounts", List.of(), known);
            if (anew) {
                fresh.addAll(known.keySet());
            }
        } else {
            database.inParts(fresh, part -> load("accounts-numbered", part, known));
        }
        steps.at("comparing accounts", COMPARED);
        compare(known);
        if (all) {
            active.putAll(known);
            touched.addAll(known.keySet());
            touched.addAll(database.query("inactive-accounts").mapTo(Long.class).list());
            if (!anew) {
                matches = storedMatches();
            }
        } else {
            reach(seeds, decided);
            Set<Long> missing = new TreeSet<>(touched);
            missing.removeAll(known.keySet());
            known.keySet().retainAll(touched);
            active.putAll(known);
            database.inParts(missing, part -> load("accounts-numbered", part, active));
            matches = matchesAmong();
        }
        active.forEach((number, account) -> numbers.put(account.uid(), number));
    }

    private List<Long> matched(List<Long> part) {
        return database.query("matches-of")
                .bindList("numbers", part)
                .map((row, context) -> row.getLong("other"))
                .list();
    }

    // ---- what is kept

    /**
     * Takes away the matches of what has changed or gone. Its blocks stay: they come from what the
     * account tells, which never changes, and whoever looks into them passes over what is gone.
     */
    private void forget(boolean anew) {
        if (anew) {
            blocks.clear();
            database.update("matches-delete-all").execute();
            return;
        }
        Set<Long> changed = new TreeSet<>(fresh);
        changed.addAll(gone);
        database.inParts(
                changed,
                part -> {
                    var back = database.batch("match-delete");
                    database.query("matches-of")
                            .bindList("numbers", part)
                            .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                            .forEach(
                                    pair ->
                                            back.bind("account", pair[1])
                                                    .bind("other", pair[0])
                                                    .add());
                    if (back.size() > 0) {
                        back.execute();
                    }
                    database.update("matches-delete").bindList("numbers", part).execute();
                });
    }

    /** Compares the fresh accounts with all that they share a block with, and keeps the matches. */
    private void compare(Map<Long, Account> known) {
        if (fresh.isEmpty()) {
            return;
        }
        Map<Long, Account> others = new LinkedHashMap<>();
        List<Long> numbered = new ArrayList<>();
        List<Account> compared = new ArrayList<>();
        known.forEach(
                (number, account) -> {
                    if (fresh.contains(number)) {
                        numbered.add(number);
                        compared.add(account);
                    } else {
                        others.put(number, account);
                    }
                });
        List<List<Merger.Key>> keys = merger.keys(compared);
        if (!all) {
            Set<Long> near = blocks.partners(keys);
            near.removeAll(fresh);
            database.inParts(near, part -> load("accounts-numbered", part, others));
        }
        Map<String, Long> byUid = new HashMap<>();
        known.forEach((number, account) -> byUid.put(account.uid(), number));
        others.forEach((number, account) -> byUid.put(account.uid(), number));
        matches = merger.matches(compared, others.values());
        blocks.add(numbered, keys);
        keepMatches(byUid);
    }

    private void keepMatches(Map<String, Long> byUid) {
        List<long[]> rows = new ArrayList<>(2 * matches.size());
        for (Merger.Match match : matches) {
            Long left = byUid.get(match.left());
            Long right = byUid.get(match.right());
            if (left == null || right == null) {
                throw new IllegalStateException("a match of accounts that were not compared");
            }
            rows.add(new long[] {left, right, match.points()});
            rows.add(new long[] {right, left, match.points()});
        }
        rows.sort(Arrays::compare);
        database.insert("matches-insert", rows);
    }

    // ---- what hangs together

    private Map<Long, Set<Long>> decided(List<Decision> decisions) {
        Map<String, Long> byUid = new HashMap<>();
        Set<String> named = new TreeSet<>();
        for (Decision decision : decisions) {
            named.addAll(decision.accounts());
            named.addAll(decision.others());
        }
        database.inParts(
                named,
                part ->
                        database.query("account-numbers")
                                .bindList("uids", part)
                                .map(
                                        (row, context) ->
                                                byUid.put(
                                                        row.getString("uid"),
                                                        row.getLong("number")))
                                .list());
        Map<Long, Set<Long>> together = new HashMap<>();
        for (Decision decision : decisions) {
            Set<Long> all = new LinkedHashSet<>();
            decision.accounts().forEach(uid -> add(byUid.get(uid), all));
            decision.others().forEach(uid -> add(byUid.get(uid), all));
            all.forEach(
                    number ->
                            together.computeIfAbsent(number, n -> new LinkedHashSet<>())
                                    .addAll(all));
        }
        return together;
    }

    private static void add(@Nullable Long number, Set<Long> all) {
        if (number != null) {
            all.add(number);
        }
    }

    private void reach(Collection<Long> seeds, Map<Long, Set<Long>> decided) {
        touched.addAll(seeds);
        List<Long> open = List.copyOf(seeds);
        while (!open.isEmpty()) {
            List<Long> next = new ArrayList<>();
            for (long number : open) {
                decided.getOrDefault(number, Set.of()).forEach(other -> reach(other, next));
            }
            database.inParts(
                    open,
                    part -> {
                        matched(part).forEach(other -> reach(other, next));
                        database.query("companions")
                                .bindList("numbers", part)
                                .mapTo(Long.class)
                                .forEach(other -> reach(other, next));
                    });
            open = next;
        }
    }

    private void reach(long number, List<Long> next) {
        if (touched.add(number)) {
            next.add(number);
        }
    }

    // ---- reading

    private List<Merger.Match> storedMatches() {
        Map<Long, String> uids = uids();
        return database.query("matches-all")
                .setFetchSize(FETCH)
                .map((row, context) -> match(uids, row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    private List<Merger.Match> matchesAmong() {
        Map<Long, String> uids = uids();
        List<Merger.Match> among = new ArrayList<>();
        database.inParts(
                new TreeSet<>(uids.keySet()),
                part ->
                        database.query("matches-of")
                                .bindList("numbers", part)
                                .map(
                                        (row, context) ->
                                                new long[] {
                                                    row.getLong(1), row.getLong(2), row.getInt(3)
                                                })
                                .forEach(
                                        row -> {
                                            if (row[0] < row[1]) {
                                                among.add(
                                                        match(uids, row[0], row[1], (int) row[2]));
                                            }
                                        }));
        return among;
    }

    private Map<Long, String> uids() {
        Map<Long, String> uids = new HashMap<>();
        active.forEach((number, account) -> uids.put(number, account.uid()));
        return uids;
    }

    private static Merger.Match match(Map<Long, String> uids, long left, long right, int points) {
        String one = uids.get(left);
        String other = uids.get(right);
        if (one == null || other == null) {
            throw new IllegalStateException("a match is kept of an account that is not active");
        }
        return new Merger.Match(one, other, points);
    }

    private void load(String statement, List<Long> numbers, Map<Long, Account> into) {
        var query = database.query(statement);
        if (!numbers.isEmpty()) {
            query.bindList("numbers", numbers);
        }
        StoredAccounts.all(query, next -> into.put(next.number(), next.account()));
    }
}
