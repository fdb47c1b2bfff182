package org.casus.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Factuality;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.casus.model.TollPolicy;
import org.jspecify.annotations.Nullable;

/** Makes one incident of its accounts, the earliest of them first. */
final class IncidentBuilder {
    private final TollPolicy policy;
    private final Verdicts verdicts;
    private final Deeds deeds;

    IncidentBuilder(TollPolicy policy, Verdicts verdicts, Deeds deeds) {
        this.policy = policy;
        this.verdicts = verdicts;
        this.deeds = deeds;
    }

    Incident build(List<Account> accounts, List<Comparison> joins) {
        List<Decision> decisions = verdicts.about(accounts);
        Map<String, Incident.Toll> tolls = new Tolls(accounts, policy).all();
        Map<String, Incident.Field> fields = new Fields(accounts, deeds).all(tolls);
        Incident.Responsibility responsibility = Blame.of(accounts);
        int independent =
                (int) accounts.stream().map(a -> a.document().origin()).distinct().count();
        Grading.Graded graded = Grading.of(accounts, responsibility, independent, decisions);
        Account main = main(accounts);
        Incident incident =
                new Incident(
                        uid(accounts.get(0)),
                        main.type(),
                        main.mode(),
                        main.cameo(),
                        main.acled(),
                        contexts(accounts),
                        factuality(accounts),
                        time(accounts),
                        places(accounts),
                        parties(accounts, Account::sources),
                        parties(accounts, Account::targets),
                        once(accounts, Account::objects, Account.Thing::name),
                        once(accounts, Account::instruments, Account.Tool::kind),
                        tolls,
                        fields,
                        accounts.stream().map(IncidentBuilder::member).toList(),
                        independent,
                        graded.grade(),
                        graded.reason(),
                        responsibility,
                        joins,
                        links(accounts, decisions),
                        List.of(),
                        Standing.of(decisions),
                        main.text());
        return Corrections.apply(incident, decisions);
    }

    /** The uid of the incident whose earliest account is the given one. */
    static String uid(Account earliest) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    ("incident\n" + earliest.uid())
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The account that speaks for the others: of the kind that most independent sources give, told
     * as having happened, the fullest of those.
     */
    private static Account main(List<Account> accounts) {
        Map<String, Set<String>> votes = new LinkedHashMap<>();
        for (Account a : accounts) {
            votes.computeIfAbsent(a.type() + "/" + a.mode(), k -> new HashSet<>())
                    .add(a.document().origin());
        }
        Account best = accounts.get(0);
        for (Account a : accounts) {
            if (Comparator.comparing(Account::factuality, Comparator.reverseOrder())
                            .thenComparingInt(
                                    x ->
                                            votes.getOrDefault(x.type() + "/" + x.mode(), Set.of())
                                                    .size())
                            .thenComparingInt(x -> x.mode() == null ? 0 : 1)
                            .thenComparingInt(IncidentBuilder::fullness)
                            .compare(a, best)
                    > 0) {
                best = a;
            }
        }
        return best;
    }

    private static int fullness(Account a) {
        return (a.sources().isEmpty() ? 0 : 2)
                + (a.targets().isEmpty() ? 0 : 2)
                + (Period.of(a).known() ? 2 : 0)
                + (a.places().isEmpty() ? 0 : 2)
                + Math.min(2, a.tolls().size());
    }

    private static List<String> contexts(List<Account> accounts) {
        Set<String> contexts = new LinkedHashSet<>();
        accounts.forEach(a -> contexts.addAll(a.contexts()));
        return contexts.stream().sorted().toList();
    }

    private static Factuality factuality(List<Account> accounts) {
        return accounts.stream()
                .map(Account::factuality)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The most precise time; of several, the one that most independent sources give. */
    private static Account.@Nullable When time(List<Account> accounts) {
        Map<Period, Set<String>> votes = new LinkedHashMap<>();
        Map<Period, Account.When> whens = new LinkedHashMap<>();
        for (Account a : accounts) {
            Period period = Period.of(a);
            if (a.time() != null && !period.equals(Period.UNKNOWN)) {
                votes.computeIfAbsent(period, p -> new HashSet<>()).add(a.document().origin());
                whens.putIfAbsent(period, a.time());
            }
        }
        Period best = null;
        for (Map.Entry<Period, Set<String>> e : votes.entrySet()) {
            Set<String> most = best == null ? Set.of() : Objects.requireNonNull(votes.get(best));
            int finer = best == null ? -1 : e.getKey().precision().compareTo(best.precision());
            if (finer < 0 || finer == 0 && e.getValue().size() > most.size()) {
                best = e.getKey();
            }
        }
        return best == null ? null : whens.get(best);
    }

    /** Every place once; a region or country only where no account is finer about it. */
    private static List<Account.Where> places(List<Account> accounts) {
        List<Account.Where> all = new ArrayList<>();
        for (Account a : accounts) {
            for (Account.Where w : a.places()) {
                if (all.stream().noneMatch(v -> Spot.of(v).same(Spot.of(w)))) {
                    all.add(w);
                }
            }
        }
        List<Account.Where> kept = new ArrayList<>(all);
        kept.removeIf(
                w ->
                        all.stream()
                                .anyMatch(
                                        v ->
                                                v != w
                                                        && finer(v, w)
                                                        && v.country() != null
                                                        && v.country().equals(w.country())));
        kept.sort(Comparator.comparing((Account.Where w) -> w.precision()));
        return kept;
    }

    private static boolean finer(Account.Where v, Account.Where w) {
        if (w.kind() == Place.Kind.COUNTRY) {
            return v.kind() != Place.Kind.COUNTRY;
        }
        return w.kind() == Place.Kind.ADMIN
                && (v.kind() == Place.Kind.SETTLEMENT || v.kind() == Place.Kind.SITE)
                && (w.admin1() == null || w.admin1().equals(v.admin1()));
    }

    private static List<Account.Party> parties(
            List<Account> accounts, Function<Account, List<Account.Party>> role) {
        return once(accounts, role, Fields::key);
    }

    private static <T> List<T> once(
            List<Account> accounts,
            Function<Account, List<T>> list,
            Function<T, @Nullable String> name) {
        Map<String, T> once = new LinkedHashMap<>();
        for (Account a : accounts) {
            for (T thing : list.apply(a)) {
                String key = name.apply(thing);
                once.putIfAbsent(key == null ? "" : Words.fold(key), thing);
            }
        }
        return List.copyOf(once.values());
    }

    private static Incident.Member member(Account a) {
        Set<String> claims = new LinkedHashSet<>();
        for (Account.Statement s : a.statements()) {
            Account.Party speaker = Blame.speaker(s);
            claims.add(
                    Fields.spelled(s.stance())
                            + ": "
                            + (speaker == null ? Blame.REPORT : speaker.name()));
        }
        Account.Document d = a.document();
        return new Incident.Member(
                d.id(),
                a.event(),
                a.uid(),
                d.key(),
                d.outlet(),
                d.published(),
                List.copyOf(claims));
    }

    /** What the reports, or a reviewer, say it has to do with others; to accounts, for now. */
    private static List<Incident.Tie> links(List<Account> accounts, List<Decision> decisions) {
        Map<String, Incident.Tie> links = new LinkedHashMap<>();
        Set<String> own = new HashSet<>();
        accounts.forEach(a -> own.add(a.uid()));
        for (Account a : accounts) {
            for (Account.Tie t : a.ties()) {
                if (!own.contains(t.to())) {
                    String because = t.quote() == null ? "told so" : "\"" + t.quote().text() + "\"";
                    Incident.Tie tie =
                            new Incident.Tie(
                                    Fields.spelled(t.type()), t.to(), because, List.of(a.uid()));
                    links.putIfAbsent(tie.type() + " " + tie.to(), tie);
                }
            }
        }
        for (Decision d : decisions) {
            if (d.act() == Decision.Act.LINK) {
                Incident.Tie tie =
                        new Incident.Tie(
                                Objects.requireNonNull(d.value()),
                                d.others().get(0),
                                "decided by " + d.author() + ": " + d.reason(),
                                List.of());
                links.put(tie.type() + " " + tie.to(), tie);
            }
        }
        return List.copyOf(links.values());
    }
}
