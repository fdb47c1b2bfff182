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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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

    private static final String BETWEEN = " > ";

    private static final Set<String> VIOLENCE = Set.of("ASSAULT");
    private static final Set<String> MEETING = Set.of("CONCEDE", "RETREAT", "AID", "AGREE");

    private Chains() {}

    /**
     * What ties in time go by.
     *
     * @param uid of the incident
     * @param day the first of it, known to the month at least
     * @param dead the people killed, none where nobody counts them
     */
    public record Move(
            String uid,
            String day,
            String type,
            @Nullable String mode,
            Factuality factuality,
            int dead) {}

    /** A tie that follows from two moves, by the uids of their incidents. */
    public record Inferred(String from, String type, String to, String because) {}

    /** The same incidents, in the same order, with links to incidents instead of accounts. */
    public static List<Incident> over(Collection<Incident> incidents) {
        Map<String, String> incidentOf = new HashMap<>();
        Map<String, List<Move>> between = new TreeMap<>();
        for (Incident i : incidents) {
            i.accounts().forEach(m -> incidentOf.put(m.uid(), i.uid()));
            Move move = move(i);
            if (move != null) {
                for (String sides : sides(i)) {
                    between.computeIfAbsent(sides, k -> new ArrayList<>()).add(move);
                }
            }
        }
        Map<String, List<Inferred>> inferred = new HashMap<>();
        between.forEach(
                (sides, moves) ->
                        between(moves, between.getOrDefault(reverse(sides), List.of()))
                                .forEach(
                                        tie ->
                                                inferred.computeIfAbsent(
                                                                tie.from(), k -> new ArrayList<>())
                                                        .add(tie)));
        return incidents.stream()
                .map(
                        i ->
                                i.withLinks(
                                        links(
                                                i,
                                                incidentOf::get,
                                                inferred.getOrDefault(i.uid(), List.of()))))
                .toList();
    }

    /**
     * The links of one incident: what its reports tell, and after it what was inferred and is not
     * told.
     *
     * @param incidentOf the uid of the incident that an account is of, null if it is of none
     * @param inferred in the order of their sides, those of one pair of sides as they came
     */
    public static List<Incident.Tie> links(
            Incident incident,
            Function<String, @Nullable String> incidentOf,
            Collection<Inferred> inferred) {
        Map<String, Incident.Tie> once = new LinkedHashMap<>();
        for (Incident.Tie t : incident.links()) {
            String to = incidentOf.apply(t.to());
            if (to != null && !to.equals(incident.uid())) {
                once.merge(
                        t.type() + " " + to,
                        new Incident.Tie(t.type(), to, t.because(), t.accounts()),
                        Chains::both);
            }
        }
        for (Inferred tie : inferred) {
            once.putIfAbsent(
                    tie.type() + " " + tie.to(),
                    new Incident.Tie(tie.type(), tie.to(), tie.because(), List.of()));
        }
        return List.copyOf(once.values());
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

    private static Incident.Tie both(Incident.Tie a, Incident.Tie b) {
        Set<String> accounts = new LinkedHashSet<>(a.accounts());
        accounts.addAll(b.accounts());
        return new Incident.Tie(a.type(), a.to(), a.because(), List.copyOf(accounts));
    }

    // ---- what follows

    /** What an incident is in a chain; null where its time is not known well enough. */
    public static @Nullable Move move(Incident i) {
        String start = start(i);
        if (start == null) {
            return null;
        }
        Incident.Toll toll = i.harms().get("killed");
        Integer dead = toll == null ? null : toll.best() != null ? toll.best() : toll.low();
        return new Move(
                i.uid(), start, i.type(), i.mode(), i.factuality(), dead == null ? 0 : dead);
    }

    /** Who acted against whom in an incident, a word for every pair of sides. */
    public static Set<String> sides(Incident i) {
        Set<String> sides = new TreeSet<>();
        for (String from : names(i.sources())) {
            for (String to : names(i.targets())) {
                if (!from.equals(to)) {
                    sides.add(from + BETWEEN + to);
                }
            }
        }
        return sides;
    }

    /** The same two sides, the other way round. */
    public static String reverse(String sides) {
        int at = sides.indexOf(BETWEEN);
        return sides.substring(at + BETWEEN.length()) + BETWEEN + sides.substring(0, at);
    }

    /**
     * What follows from all that one side did to another, and what it was answered.
     *
     * @param moves of the one side against the other
     * @param answers of the other against the one
     */
    public static List<Inferred> between(Collection<Move> moves, Collection<Move> answers) {
        List<Inferred> ties = new ArrayList<>();
        List<Move> line = inTime(moves);
        threats(line, ties);
        escalations(line, ties);
        demands(line, inTime(answers), ties);
        return ties;
    }

    private static List<Move> inTime(Collection<Move> moves) {
        return moves.stream()
                .sorted(Comparator.comparing(Move::day).thenComparing(Move::uid))
                .toList();
    }

    private static void threats(List<Move> line, List<Inferred> ties) {
        Move threat = null;
        for (Move i : line) {
            if (i.type().equals("THREATEN")) {
                threat = i;
            } else if (threat != null
                    && i.factuality().compareTo(Factuality.ATTEMPTED) <= 0
                    && carriesOut(threat, i)
                    && within(threat, i, CARRIED_OUT_DAYS)) {
                ties.add(
                        new Inferred(
                                i.uid(),
                                "carries-out",
                                threat.uid(),
                                "the same side threatened the same target on " + threat.day()));
                threat = null;
            }
        }
    }

    private static boolean carriesOut(Move threat, Move deed) {
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

    private static void escalations(List<Move> line, List<Inferred> ties) {
        Move before = null;
        for (Move i : line) {
            if (!VIOLENCE.contains(i.type()) || i.factuality().compareTo(Factuality.ONGOING) > 0) {
                continue;
            }
            if (before != null
                    && within(before, i, ESCALATION_DAYS)
                    && i.dead() >= ESCALATION_FACTOR * Math.max(before.dead(), 1)
                    && i.dead() - before.dead() >= ESCALATION_DEAD) {
                ties.add(
                        new Inferred(
                                i.uid(),
                                "escalates",
                                before.uid(),
                                i.dead()
                                        + " killed after "
                                        + before.dead()
                                        + " on "
                                        + before.day()));
            }
            before = i;
        }
    }

    private static void demands(List<Move> asked, List<Move> answers, List<Inferred> ties) {
        int next = 0;
        for (Move demand : asked) {
            if (!demand.type().equals("REQUEST")) {
                continue;
            }
            while (next < answers.size() && gap(demand, answers.get(next)) < 0) {
                next++;
            }
            for (int n = next; n < answers.size(); n++) {
                Move answer = answers.get(n);
                if (!within(demand, answer, ANSWERED_DAYS)) {
                    break;
                }
                boolean met =
                        MEETING.contains(answer.type())
                                && answer.factuality().compareTo(Factuality.ONGOING) <= 0;
                if (met || answer.type().equals("REJECT")) {
                    ties.add(
                            new Inferred(
                                    answer.uid(),
                                    met ? "meets-demand" : "refuses-demand",
                                    demand.uid(),
                                    "the other side had asked on " + demand.day()));
                    break;
                }
            }
        }
    }

    private static boolean within(Move a, Move b, int days) {
        long gap = gap(a, b);
        return gap >= 0 && gap <= days && !a.uid().equals(b.uid());
    }

    private static long gap(Move a, Move b) {
        return Objects.requireNonNull(Period.day(b.day()))
                - Objects.requireNonNull(Period.day(a.day()));
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
    private static Set<String> names(List<Account.Party> parties) {
        Set<String> names = new TreeSet<>();
        for (Account.Party p : parties) {
            if (p.kind() == Actor.Kind.STATE && p.country() != null) {
                names.add(p.country());
            } else if (p.entity() != null) {
                names.add(p.entity());
                names.addAll(p.memberOf());
            }
        }
        return names;
    }
}
