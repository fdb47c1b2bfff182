package org.casus.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Factuality;
import org.casus.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What answered what, across reports: ties that reports tell, now between incidents, and those that
 * follow from who did what to whom when: a threat carried out, a demand met or refused, violence
 * that escalates. What follows is marked: its accounts are empty and its reason says how.
 */
public final class Chains {
    private static final int CARRIED_OUT_DAYS = 60;
    private static final int ANSWERED_DAYS = 60;
    private static final int ESCALATION_DAYS = 30;

    /**
     * An attack is an escalation when it kills this many times as many, and at least so many more.
     */
    private static final int ESCALATION_FACTOR = 3;

    private static final int ESCALATION_DEAD = 5;

    private static final Set<String> VIOLENCE = Set.of("ASSAULT");
    private static final Set<String> MEETING = Set.of("CONCEDE", "RETREAT", "AID", "AGREE");

    private final Map<String, List<Incident.Tie>> ties = new HashMap<>();

    private Chains() {}

    /** The same incidents, in the same order, with links to incidents instead of accounts. */
    public static List<Incident> over(Collection<Incident> incidents) {
        Chains chains = new Chains();
        chains.told(incidents);
        chains.inferred(incidents);
        List<Incident> linked = new ArrayList<>();
        for (Incident i : incidents) {
            linked.add(i.withLinks(chains.ties.getOrDefault(i.uid(), List.of())));
        }
        return linked;
    }

    /** The incident and all that its links lead to, directly or not, the oldest first. */
    public static List<Incident> of(String uid, Collection<Incident> linked) {
        Map<String, Incident> byUid = new LinkedHashMap<>();
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Incident i : linked) {
            byUid.put(i.uid(), i);
            for (Incident.Tie t : i.links()) {
                neighbours.computeIfAbsent(i.uid(), k -> new LinkedHashSet<>()).add(t.to());
                neighbours.computeIfAbsent(t.to(), k -> new LinkedHashSet<>()).add(i.uid());
            }
        }
        Set<String> reached = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(uid));
        while (!open.isEmpty()) {
            String at = open.remove(open.size() - 1);
            if (byUid.containsKey(at) && reached.add(at)) {
                open.addAll(neighbours.getOrDefault(at, Set.of()));
            }
        }
        return reached.stream()
                .map(byUid::get)
                .map(Objects::requireNonNull)
                .sorted(
                        Comparator.comparing(
                                        Chains::start,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Incident::uid))
                .toList();
    }

    private void told(Collection<Incident> incidents) {
        Map<String, String> incidentOf = new HashMap<>();
        for (Incident i : incidents) {
            i.accounts().forEach(m -> incidentOf.put(m.uid(), i.uid()));
        }
        for (Incident i : incidents) {
            Map<String, Incident.Tie> once = new LinkedHashMap<>();
            for (Incident.Tie t : i.links()) {
                String to = incidentOf.getOrDefault(t.to(), null);
                if (to != null && !to.equals(i.uid())) {
                    once.merge(
                            t.type() + " " + to,
                            new Incident.Tie(t.type(), to, t.because(), t.accounts()),
                            Chains::both);
                }
            }
            ties.put(i.uid(), new ArrayList<>(once.values()));
        }
    }

    private static Incident.Tie both(Incident.Tie a, Incident.Tie b) {
        Set<String> accounts = new LinkedHashSet<>(a.accounts());
        accounts.addAll(b.accounts());
        return new Incident.Tie(a.type(), a.to(), a.because(), List.copyOf(accounts));
    }

    // ---- what follows

    /** Two sides and what passed between them, in the order of time. */
    private void inferred(Collection<Incident> incidents) {
        Map<String, List<Incident>> between = new HashMap<>();
        for (Incident i : incidents) {
            if (start(i) != null) {
                for (String from : sides(i.sources())) {
                    for (String to : sides(i.targets())) {
                        if (!from.equals(to)) {
                            between.computeIfAbsent(from + " > " + to, k -> new ArrayList<>())
                                    .add(i);
                        }
                    }
                }
            }
        }
        for (Map.Entry<String, List<Incident>> e : between.entrySet()) {
            e.getValue()
                    .sort(
                            Comparator.comparing((Incident i) -> Objects.requireNonNull(start(i)))
                                    .thenComparing(Incident::uid));
        }
        List<String> pairs = between.keySet().stream().sorted().toList();
        for (String pair : pairs) {
            List<Incident> line = Objects.requireNonNull(between.get(pair));
            String[] ends = pair.split(" > ", 2);
            threats(line);
            escalations(line);
            demands(line, between.getOrDefault(ends[1] + " > " + ends[0], List.of()));
        }
    }

    private void threats(List<Incident> line) {
        Incident threat = null;
        for (Incident i : line) {
            if (i.type().equals("THREATEN")) {
                threat = i;
            } else if (threat != null
                    && i.factuality().compareTo(Factuality.ATTEMPTED) <= 0
                    && carriesOut(threat, i)
                    && within(threat, i, CARRIED_OUT_DAYS)) {
                tie(
                        i,
                        "carries-out",
                        threat,
                        "the same side threatened the same target on " + start(threat));
                threat = null;
            }
        }
    }

    private static boolean carriesOut(Incident threat, Incident deed) {
        String mode = threat.mode() == null ? "" : threat.mode();
        return switch (mode) {
            case "violence", "" ->
                    VIOLENCE.contains(deed.type())
                            || mode.isEmpty() && deed.type().equals("SANCTION");
            case "arrest" -> "arrest".equals(deed.mode());
            case "expel" -> "expel".equals(deed.mode()) || "deport".equals(deed.mode());
            case "restrict", "ban" ->
                    deed.type().equals("COERCE") || deed.type().equals("SANCTION");
            case "relations" -> deed.type().equals("SANCTION");
            case "territory" -> deed.type().equals("ASSAULT") || "seize".equals(deed.mode());
            default -> false;
        };
    }

    private void escalations(List<Incident> line) {
        Incident before = null;
        for (Incident i : line) {
            if (!VIOLENCE.contains(i.type()) || i.factuality().compareTo(Factuality.ONGOING) > 0) {
                continue;
            }
            int dead = dead(i);
            if (before != null && within(before, i, ESCALATION_DAYS)) {
                int earlier = dead(before);
                if (dead >= ESCALATION_FACTOR * Math.max(earlier, 1)
                        && dead - earlier >= ESCALATION_DEAD) {
                    tie(
                            i,
                            "escalates",
                            before,
                            dead + " killed after " + earlier + " on " + start(before));
                }
            }
            before = i;
        }
    }

    private void demands(List<Incident> asked, List<Incident> answers) {
        int next = 0;
        for (Incident demand : asked) {
            if (!demand.type().equals("REQUEST")) {
                continue;
            }
            while (next < answers.size() && !before(demand, answers.get(next))) {
                next++;
            }
            for (int n = next; n < answers.size(); n++) {
                Incident answer = answers.get(n);
                if (!within(demand, answer, ANSWERED_DAYS)) {
                    break;
                }
                boolean met =
                        MEETING.contains(answer.type())
                                && answer.factuality().compareTo(Factuality.ONGOING) <= 0;
                if (met || answer.type().equals("REJECT")) {
                    tie(
                            answer,
                            met ? "meets-demand" : "refuses-demand",
                            demand,
                            "the other side had asked on " + start(demand));
                    break;
                }
            }
        }
    }

    private void tie(Incident from, String type, Incident to, String because) {
        List<Incident.Tie> list = ties.computeIfAbsent(from.uid(), k -> new ArrayList<>());
        if (list.stream().noneMatch(t -> t.type().equals(type) && t.to().equals(to.uid()))) {
            list.add(new Incident.Tie(type, to.uid(), because, List.of()));
        }
    }

    private static int dead(Incident i) {
        Incident.Toll toll = i.harms().get("killed");
        return toll == null
                ? 0
                : toll.best() != null ? toll.best() : toll.low() != null ? toll.low() : 0;
    }

    private static boolean before(Incident a, Incident b) {
        return day(a) <= day(b);
    }

    private static boolean within(Incident a, Incident b, int days) {
        long gap = day(b) - day(a);
        return gap >= 0 && gap <= days && a != b;
    }

    private static long day(Incident i) {
        return Objects.requireNonNull(Period.day(start(i)));
    }

    /** The first day of an incident whose time is known to the month at least; else null. */
    private static @Nullable String start(Incident i) {
        Period period = Period.of(i.time());
        boolean known =
                period.precision() == Period.Precision.DAY
                        || period.precision() == Period.Precision.MONTH;
        Account.When time = i.time();
        return known && time != null && time.start() != null ? time.start().substring(0, 10) : null;
    }

    /** Names under which a party is known in several reports; a description is nobody. */
    private static Set<String> sides(List<Account.Party> parties) {
        Set<String> sides = new TreeSet<>();
        for (Account.Party p : parties) {
            if (p.kind() == Actor.Kind.STATE && p.country() != null) {
                sides.add(p.country());
            } else if (p.entity() != null) {
                sides.add(p.entity());
                sides.addAll(p.memberOf());
            }
        }
        return sides;
    }
}
