package org.casus.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.model.Account;
import org.casus.model.Harm;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One toll of what many sources say. Every number stays visible; what does not count says why: it
 * is part of a larger one, holds for one place alone, was derived where somebody wrote one, stands
 * in a copy, or was corrected later by the same source.
 */
final class Tolls {
    private final List<Account> accounts;
    private final TollPolicy policy;

    Tolls(List<Account> accounts, TollPolicy policy) {
        this.accounts = accounts;
        this.policy = policy;
    }

    /** A number on its way into the toll. */
    private static final class Ballot {
        final Account account;
        final Account.Toll toll;
        final @Nullable String voice;
        @Nullable String leftOut;

        Ballot(Account account, Account.Toll toll, @Nullable String voice) {
            this.account = account;
            this.toll = toll;
            this.voice = voice;
        }

        /** Whose number it is: a named voice speaks for itself in whatever paper. */
        String source() {
            if (voice != null) {
                return "voice " + Words.fold(voice);
            }
            String outlet = account.document().outlet();
            return outlet != null
                    ? "outlet " + Words.fold(outlet)
                    : "origin " + account.document().origin();
        }

        Account.Amount count() {
            return Objects.requireNonNull(toll.count());
        }

        Incident.Told told() {
            return new Incident.Told(
                    account.uid(),
                    voice != null ? voice : account.document().outlet(),
                    toll.category(),
                    count().low(),
                    count().best(),
                    count().high(),
                    toll.derived() != null,
                    leftOut);
        }
    }

    /** What one source says in all, once its parts are added up. */
    private record Vote(
            String source,
            String published,
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high) {}

    /**
     * The tolls by outcome, spelled as in the record; outcomes that nobody counts are not there.
     */
    Map<String, Incident.Toll> all() {
        Map<String, Incident.Toll> all = new LinkedHashMap<>();
        for (Harm.Outcome outcome : Harm.Outcome.values()) {
            List<Ballot> ballots = new ArrayList<>();
            List<String> warnings = new ArrayList<>();
            for (Account account : accounts) {
                collect(account, outcome, ballots, warnings);
            }
            if (!ballots.isEmpty()) {
                supersede(ballots);
                all.put(name(outcome), toll(ballots, warnings));
            }
        }
        return all;
    }

    static String name(Harm.Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void collect(
            Account account, Harm.Outcome outcome, List<Ballot> ballots, List<String> warnings) {
        List<Ballot> own = new ArrayList<>();
        for (int i = 0; i < account.tolls().size(); i++) {
            Account.Toll toll = account.tolls().get(i);
            if (toll.outcome() == outcome && toll.count() != null) {
                Ballot ballot = new Ballot(account, toll, voice(account, i));
                if (toll.partOf() != null) {
                    ballot.leftOut = "part of a larger number";
                }
                own.add(ballot);
            }
        }
        boolean written = own.stream().anyMatch(b -> b.toll.derived() == null);
        boolean whole =
                own.stream().anyMatch(b -> b.toll.place() == null && b.toll.derived() == null);
        for (Ballot b : own) {
            if (b.leftOut == null && b.toll.derived() != null && written) {
                b.leftOut = "derived, where others are written";
            } else if (b.leftOut == null && b.toll.place() != null && whole) {
                b.leftOut = "holds for " + b.toll.place() + " alone";
            }
        }
        partsOfPeople(own);
        sums(account, own, warnings);
        ballots.addAll(own);
    }

    /** "Nine people, among them three soldiers" even where the report does not say "among them". */
    private static void partsOfPeople(List<Ballot> own) {
        for (Ballot whole : own) {
            if (whole.leftOut != null || !whole.toll.category().equals("unknown")) {
                continue;
            }
            int parts = 0;
            for (Ballot b : own) {
                parts += part(whole, b) ? least(b.count()) : 0;
            }
            if (parts > 0 && parts <= least(whole.count())) {
                for (Ballot b : own) {
                    if (part(whole, b)) {
                        b.leftOut = "part of a larger number";
                    }
                }
            }
        }
    }

    private static boolean part(Ballot whole, Ballot b) {
        return b != whole
                && b.leftOut == null
                && Objects.equals(b.voice, whole.voice)
                && !b.toll.category().equals("unknown");
    }

    private static void sums(Account account, List<Ballot> own, List<String> warnings) {
        for (int i = 0; i < account.tolls().size(); i++) {
            int index = i;
            Account.Amount whole = account.tolls().get(i).count();
            int parts =
                    own.stream()
                            .filter(b -> Objects.equals(b.toll.partOf(), index))
                            .mapToInt(b -> least(b.count()))
                            .sum();
            Integer most = whole == null ? null : whole.high();
            if (most != null && parts > most) {
                warnings.add(
                        "in account "
                                + account.uid()
                                + " the parts come to "
                                + parts
                                + ", more than the whole of "
                                + most);
            }
        }
    }

    private static int least(Account.Amount n) {
        return n.low() != null ? n.low() : n.best() != null ? n.best() : 0;
    }

    /** The innermost named source that the report gives for a number. */
    private static @Nullable String voice(Account account, int toll) {
        for (Account.Statement s : account.statements()) {
            if (s.aboutTolls().contains(toll)) {
                for (int i = s.chain().size() - 1; i >= 0; i--) {
                    Account.Party who = s.chain().get(i).who();
                    if (who != null) {
                        return who.name();
                    }
                }
            }
        }
        return null;
    }

    /**
     * A source's later number takes the place of its earlier one; a copy repeats, it does not add.
     */
    private static void supersede(List<Ballot> ballots) {
        for (Ballot b : ballots) {
            if (b.leftOut != null) {
                continue;
            }
            for (Ballot other : ballots) {
                if (other == b || other.leftOut != null || b.account == other.account) {
                    continue;
                }
                boolean copy =
                        b.account.document().origin().equals(other.account.document().origin())
                                && ballots.indexOf(other) < ballots.indexOf(b)
                                && Objects.equals(b.count().low(), other.count().low());
                if (copy) {
                    b.leftOut = "copy of " + other.account.document().key();
                    break;
                }
                String mine = b.account.document().published();
                String theirs = other.account.document().published();
                boolean later = mine != null && theirs != null && theirs.compareTo(mine) > 0;
                boolean sameVictims =
                        b.toll.category().equals(other.toll.category())
                                || other.toll.category().equals("unknown");
                if (later && sameVictims && b.source().equals(other.source())) {
                    b.leftOut = "superseded by the same source on " + theirs;
                    break;
                }
            }
        }
    }

    private Incident.Toll toll(List<Ballot> ballots, List<String> warnings) {
        List<Vote> votes = votes(ballots, null);
        List<Incident.Group> groups = new ArrayList<>();
        ballots.stream()
                .map(b -> b.toll.category())
                .distinct()
                .sorted()
                .forEach(
                        category -> {
                            List<Vote> of = votes(ballots, category);
                            if (!of.isEmpty()) {
                                groups.add(
                                        new Incident.Group(category, low(of), best(of), high(of)));
                            }
                        });
        return new Incident.Toll(
                low(votes),
                best(votes),
                high(votes),
                policy,
                groups,
                ballots.stream().map(Ballot::told).toList(),
                warnings);
    }

    /** One vote for each source: its numbers for different victims added up. */
    private static List<Vote> votes(List<Ballot> ballots, @Nullable String category) {
        Map<String, List<Ballot>> bySource = new LinkedHashMap<>();
        for (Ballot b : ballots) {
            boolean counts =
                    category == null
                            ? b.leftOut == null
                            : b.toll.category().equals(category)
                                    && (b.leftOut == null || b.leftOut.startsWith("part of"));
            if (counts) {
                bySource.computeIfAbsent(
                                b.account.uid() + "\n" + b.source(), k -> new ArrayList<>())
                        .add(b);
            }
        }
        List<Vote> votes = new ArrayList<>();
        bySource.values().forEach(own -> votes.add(vote(own)));
        return votes;
    }

    private static Vote vote(List<Ballot> own) {
        Integer low = 0;
        Integer best = 0;
        Integer high = 0;
        List<Ballot> counted = new ArrayList<>();
        for (Ballot b : own) {
            boolean again =
                    counted.stream()
                            .anyMatch(
                                    c ->
                                            c.toll.category().equals(b.toll.category())
                                                    && Objects.equals(
                                                            c.count().best(), b.count().best()));
            if (!again) {
                counted.add(b);
                low = plus(low, b.count().low());
                best = plus(best, b.count().best());
                high = plus(high, b.count().high());
            }
        }
        Account.Document d = own.get(0).account.document();
        return new Vote(
                own.get(0).source(), d.published() == null ? "" : d.published(), low, best, high);
    }

    private static @Nullable Integer plus(@Nullable Integer a, @Nullable Integer b) {
        return a == null || b == null
                ? null
                : Integer.valueOf((int) Math.min(Integer.MAX_VALUE, (long) a + b));
    }

    private static @Nullable Integer low(List<Vote> votes) {
        Integer low = null;
        for (Vote v : votes) {
            Integer n = v.low() != null ? v.low() : v.best();
            low = n == null ? low : low == null ? n : Integer.valueOf(Math.min(low, n));
        }
        return low;
    }

    /** The largest number told; open where somebody says "at least" that many or more. */
    private static @Nullable Integer high(List<Vote> votes) {
        Integer high = null;
        int atLeast = 0;
        for (Vote v : votes) {
            if (v.high() != null) {
                high = high == null ? v.high() : Integer.valueOf(Math.max(high, v.high()));
            } else if (v.low() != null) {
                atLeast = Math.max(atLeast, v.low());
            }
        }
        return high == null || atLeast > high ? null : high;
    }

    private @Nullable Integer best(List<Vote> votes) {
        List<Vote> told =
                votes.stream()
                        .filter(v -> v.best() != null)
                        .sorted(Comparator.comparing((Vote v) -> Objects.requireNonNull(v.best())))
                        .toList();
        if (told.isEmpty()) {
            return null;
        }
        return switch (policy) {
            case CONSERVATIVE -> told.get(0).best();
            // The lower median: a number that somebody wrote.
            case REPRESENTATIVE -> told.get((told.size() - 1) / 2).best();
            case LATEST ->
                    told.stream().max(Comparator.comparing(Vote::published)).orElseThrow().best();
            case ALL ->
                    Objects.equals(told.get(0).best(), told.get(told.size() - 1).best())
                            ? told.get(0).best()
                            : null;
        };
    }
}
