package org.casus.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Decision;
import org.jspecify.annotations.Nullable;

/** What reviewers decided, laid over the accounts by their places in the sorted list. */
final class Verdicts {
    private final Set<Long> together = new HashSet<>();
    private final Set<Long> apart = new HashSet<>();
    private final Map<Long, String> why = new HashMap<>();
    private final Map<String, List<Decision>> about = new HashMap<>();
    private final List<Decision> orphans = new ArrayList<>();

    private Verdicts() {}

    /**
     * @param at the places of the accounts that there are
     */
    static Verdicts of(Collection<Decision> decisions, Map<String, Integer> at) {
        Verdicts verdicts = new Verdicts();
        decisions.stream()
                .filter(d -> !d.undone())
                .sorted(Decision.ORDER)
                .forEach(d -> verdicts.add(d, at));
        return verdicts;
    }

    private void add(Decision d, Map<String, Integer> at) {
        if (!at.keySet().containsAll(d.accounts()) || !at.keySet().containsAll(d.others())) {
            orphans.add(d);
            return;
        }
        switch (d.act()) {
            case MERGE -> {
                int first = place(at, d.accounts().get(0));
                for (String uid : d.accounts()) {
                    int other = place(at, uid);
                    if (other != first) {
                        long pair = Grouping.pair(first, other);
                        together.add(pair);
                        apart.remove(pair);
                        why.put(pair, "decided by " + d.author() + ": " + d.reason());
                    }
                }
            }
            case SPLIT -> {
                for (String uid : d.accounts()) {
                    for (String other : d.others()) {
                        long pair = Grouping.pair(place(at, uid), place(at, other));
                        apart.add(pair);
                        together.remove(pair);
                        why.remove(pair);
                    }
                }
            }
            case ACCEPT, REJECT, CORRECT, LINK ->
                    d.accounts()
                            .forEach(
                                    uid ->
                                            about.computeIfAbsent(uid, u -> new ArrayList<>())
                                                    .add(d));
        }
    }

    private static int place(Map<String, Integer> at, String uid) {
        Integer place = at.get(uid);
        if (place == null) {
            throw new IllegalArgumentException("no account " + uid);
        }
        return place;
    }

    Set<Long> together() {
        return together;
    }

    Set<Long> apart() {
        return apart;
    }

    List<Decision> orphans() {
        return orphans;
    }

    /** Why a reviewer put two accounts together; null where none did. */
    @Nullable String why(int a, int b) {
        return why.get(Grouping.pair(a, b));
    }

    /** The decisions about an incident of these accounts, the oldest first. */
    List<Decision> about(List<Account> accounts) {
        return accounts.stream()
                .flatMap(a -> about.getOrDefault(a.uid(), List.of()).stream())
                .distinct()
                .sorted(Decision.ORDER)
                .toList();
    }
}
