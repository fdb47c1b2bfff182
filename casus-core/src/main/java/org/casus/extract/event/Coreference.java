package org.casus.extract.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Match.Kind;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/**
 * Brings mentions of one event in several sentences together: each draft goes to the earlier event
 * that fits it best, or stays an event of its own. Precise evidence first, as in the multi-pass
 * sieve of Lee et al. (2013), here as a sum of points with vetoes.
 */
final class Coreference {
    private static final int ENOUGH = 3;
    private static final int SURELY = 9;

    /** "the offensive", "the war": more than any one attack. */
    private static final Set<String> CAMPAIGNS = Set.of("offensive");

    /** Sectors of those whom gunmen may belong to. */
    private static final Set<String> BANDS = Set.of("REB", "PRM", "UAF", "CRM", "IMG");

    /** Fights that are over in an hour: an attack may be called one. */
    private static final Set<String> BRIEF = Set.of("clash", "exchange-fire");

    /** How many sentences on what befell people is still told of the last deed. */
    private static final int AFTERMATH = 1;

    private static final List<Set<String>> AKIN =
            List.of(
                    Set.of("aerial", "heavy-weapons", "drone", "explosives"),
                    Set.of("explosives", "suicide-attack", "heavy-weapons"),
                    Set.of("firearms", "targeted", "beat", "primitive"),
                    Set.of("abduct", "targeted", "torture", "beat"),
                    Set.of("heavy-weapons", "firearms"),
                    Set.of("crowd-control", "firearms", "beat"),
                    Set.of("explosives", "destroy", "targeted"));

    List<Draft> merge(List<Draft> drafts) {
        List<Draft> events = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft best = null;
            int most = ENOUGH - 1;
            for (int i = events.size() - 1; i >= 0; i--) {
                int points = points(events.get(i), draft);
                points += points > 0 && lone(events, events.get(i)) ? 1 : 0;
                if (points > most) {
                    most = points;
                    best = events.get(i);
                }
            }
            if (best == null) {
                if (!isVague(draft.main())) {
                    events.add(draft);
                }
            } else {
                best.absorb(draft);
            }
        }
        return events;
    }

    /** Whether no other deed of its kind was told so far. */
    private static boolean lone(List<Draft> events, Draft one) {
        return one.type().equals("ASSAULT")
                && events.stream().noneMatch(e -> e != one && e.type().equals("ASSAULT"));
    }

    private static int points(Draft earlier, Draft later) {
        Match m = later.main();
        boolean vague = isVague(m);
        Match back = takesUp(earlier, later);
        if (Victims.diedOnce(earlier, later) && factsAgree(earlier, later)) {
            return SURELY;
        }
        if (Victims.sameToll(earlier, later)
                && factsAgree(earlier, later)
                && earlier.matches().stream().noneMatch(x -> x.sentence() == m.sentence())
                && !timesConflict(earlier.time(), later.time())
                && !Whereabouts.conflict(earlier, later)
                && doers(earlier.sources(), later.sources()) >= 0) {
            return SURELY;
        }
        if (!vague && !earlier.type().equals(later.type())
                || earlier.matches().stream().anyMatch(x -> x.sentence() == m.sentence() && !vague)
                        && !definite(back == null ? m : back)) {
            return 0;
        }
        if (isOther(earlier, m)
                || isArgument(earlier, m)
                || isAnotherStatement(m)
                || isFighting(m) && !fights(earlier) && back == null) {
            return 0;
        }
        if (vague && !earlier.type().equals("ASSAULT") && !earlier.type().equals("COERCE")) {
            return 0;
        }
        boolean disputed =
                isAftermath(later) && later.modality().factuality() == Factuality.POSSIBLE;
        if (!factsAgree(earlier, later)
                        && !(disputed && done(earlier.modality().factuality()))
                        && !(back != null && leftOpen(later))
                || timesConflict(earlier.time(), later.time())
                || Whereabouts.conflict(earlier, later)) {
            return 0;
        }
        int points = 0;
        String x = earlier.mode();
        String y = later.mode();
        boolean known = back != null || m.kind() == Kind.NOUN && definite(m);
        if (x != null && y != null) {
            if (!x.equals(y) && !akin(x, y)) {
                return 0;
            }
            points += (x.equals(y) ? 1 : 0) + (known ? 1 : 0);
        }
        int sources = doers(earlier.sources(), later.sources());
        int targets = Victims.agree(earlier.targets(), later.targets());
        if (sources < 0) {
            return 0;
        }
        int distance =
                m.sentence().index()
                        - earlier.matches().get(earlier.matches().size() - 1).sentence().index();
        if (distance <= AFTERMATH && isAftermath(later) && isDeed(earlier)) {
            return ENOUGH + (isMain(earlier) ? 1 : 0);
        }
        if ("abduct".equals(earlier.mode()) && later.mode() == null && !sameHead(earlier, m)) {
            return 0; // a raid is no abduction, though people were abducted in it
        }
        if (disputed || targets < 0 && sources <= 0 && back == null) {
            return 0;
        }
        boolean freshThing = m.kind() == Kind.VERB && hitsSomethingNew(m);
        boolean things = sharedThings(earlier, later) && !freshThing;
        boolean others =
                m.kind() == Kind.VERB
                        ? otherThings(earlier, later)
                        : !earlier.objects().isEmpty()
                                && !later.objects().isEmpty()
                                && targets <= 0;
        if (!things && others && back == null) {
            return 0;
        }
        points += 2 * sources + (targets > 0 ? 2 : 0);
        points += sameHead(earlier, m) || sameFrame(earlier, m) ? 1 : 0;
        points +=
                earlier.time() != null
                                && later.time() != null
                                && sameTime(earlier.time(), later.time())
                        ? 2
                        : 0;
        points += things ? 1 : 0;
        points += Whereabouts.sharedTown(earlier, later) ? 1 : 0;
        points += known ? 2 : 0;
        points += back != null ? 1 : 0;
        points -= m.kind() == Kind.NOUN && indefinite(m) ? 2 : 0;
        points -= later.time() == null && background(earlier.time()) ? 2 : 0;
        points += earlier.matches().size() >= 3 ? 1 : 0;
        points += reduced(m) ? 1 : 0;
        points += distance <= 1 ? 1 : 0;
        points += vague && distance == 0 ? 2 : 0;
        boolean told =
                m.kind() == Kind.VERB
                        && back == null
                        && sources + Math.max(targets, 0) == 0
                        && !things;
        return told ? Math.min(points, ENOUGH - 1) : points;
    }

    /**
     * The word of a later mention that takes up a deed told before: "the attack", "was killed in
     * the blast". Null where it tells more of its own, or tells another kind of deed.
     */
    private static @Nullable Match takesUp(Draft earlier, Draft later) {
        if (!later.type().equals("ASSAULT")
                || !done(earlier.modality().factuality())
                || background(earlier.time())
                || "abduct".equals(earlier.mode()) != "abduct".equals(later.mode())) {
            return null;
        }
        for (Match m : later.matches()) {
            if (isVague(m) && !isVague(later.main()) && definite(m)) {
                return m; // "the incident, where three were hurt"
            }
            boolean deed = !isVague(m) && (!isFighting(m) || BRIEF.contains(m.frame().name()));
            boolean kills = m.frame().harm() == Harm.Outcome.KILLED;
            if (m.kind() == Kind.NOUN && deed && isBare(m) && (!kills || Victims.kills(earlier))) {
                return m;
            }
        }
        return null;
    }

    /** "the attack" and no more: no word says on whom, by whom or which. */
    private static boolean isBare(Match m) {
        Sentence s = m.sentence();
        boolean the = false;
        for (int c : s.children(m.head())) {
            Token t = s.token(c);
            if (t.labelled("prep", "relcl", "acl", "poss", "nummod")
                    || t.is("other", "another", "first", "second", "last", "previous", "recent")) {
                return false;
            }
            the |= t.labelled("det") && t.is("the", "this", "that", "these", "those");
        }
        return the;
    }

    /** Planned, or possible: what is said of a deed that was told as done leaves it done. */
    private static boolean leftOpen(Draft later) {
        Factuality f = later.modality().factuality();
        return f == Factuality.PLANNED || f == Factuality.POSSIBLE;
    }

    /** "a purge after the coup": in one sentence, force of no mode is no force of some mode. */
    private static boolean isOther(Draft earlier, Match m) {
        return m.frame().type().equals("COERCE")
                && (earlier.mode() == null) != (m.frame().mode() == null)
                && earlier.matches().stream().anyMatch(x -> x.sentence() == m.sentence());
    }

    /** "struck in answer to the bombings": what a deed is told of is another deed. */
    private static boolean isArgument(Draft earlier, Match m) {
        return m.kind() == Kind.NOUN
                && m.frame().type().equals("ASSAULT")
                && !isVague(m)
                && earlier.matches().stream()
                        .anyMatch(
                                x ->
                                        x.sentence() == m.sentence()
                                                && m.sentence().under(m.head(), x.head()));
    }

    /** Whoever speaks in another sentence speaks again. */
    private static boolean isAnotherStatement(Match m) {
        return m.kind() == Kind.VERB && m.frame().talk();
    }

    /** "the war", "the fighting": more than any one attack. */
    static boolean isFighting(Match m) {
        return m.frame().symmetric()
                || m.kind() == Kind.NOUN && CAMPAIGNS.contains(m.frame().name());
    }

    private static boolean fights(Draft earlier) {
        return earlier.matches().stream().anyMatch(Coreference::isFighting);
    }

    /** "Ten people were killed.": whom it befell and nothing else. */
    private static boolean isAftermath(Draft later) {
        return later.type().equals("ASSAULT")
                && later.mode() == null
                && later.sources().isEmpty()
                && later.time() == null
                && later.matches().stream()
                        .allMatch(
                                m ->
                                        m.kind() == Kind.VERB
                                                && m.frame().harm() != null
                                                && m.sentence()
                                                                .child(
                                                                        m.head(),
                                                                        "nsubjpass",
                                                                        "nsubj")
                                                        >= 0);
    }

    /** Whether the last sentence about it is about it in the main. */
    private static boolean isMain(Draft earlier) {
        Match last = earlier.matches().get(earlier.matches().size() - 1);
        return last.kind() == Kind.VERB
                && last.sentence().token(last.head()).labelled("root", "conj", "ccomp");
    }

    private static boolean isDeed(Draft earlier) {
        return earlier.matches().stream().anyMatch(m -> m.frame().harm() == null)
                && earlier.matches().stream().noneMatch(Coreference::isFighting)
                && !background(earlier.time());
    }

    /** "shot down a plane", "another bus": what has not been told of before. */
    private static boolean hitsSomethingNew(Match m) {
        Sentence s = m.sentence();
        return Stream.of(Role.TARGET, Role.OBJECT)
                .flatMap(role -> m.fillers(role).stream())
                .flatMap(f -> s.children(f.head()).stream())
                .anyMatch(c -> s.token(c).is("a", "an", "another"));
    }

    /** A year, a season: an event that the report only looks back to. */
    private static boolean background(@Nullable Time time) {
        return time != null
                && time.granularity() != null
                && time.granularity().compareTo(Time.Granularity.MONTH) > 0;
    }

    /** "the sites attacked", "the wounded man": the verb takes up what is known. */
    private static boolean reduced(Match m) {
        Sentence s = m.sentence();
        Token t = s.token(m.head());
        return t.labelled("acl", "relcl", "nmod", "amod")
                && t.head() >= 0
                && s.children(t.head()).stream()
                        .anyMatch(c -> s.token(c).is("the", "these", "those"));
    }

    /** "the incident", "the action": nouns that name an event without saying which kind. */
    private static boolean isVague(Match m) {
        return m.frame().name().equals("anaphor");
    }

    private static boolean sameHead(Draft earlier, Match m) {
        String lemma = m.sentence().token(m.head()).lemma();
        return earlier.matches().stream()
                .anyMatch(
                        x -> {
                            String other = x.sentence().token(x.head()).lemma();
                            return other.equals(lemma)
                                    || (lemma.length() > 4 && other.startsWith(lemma))
                                    || (other.length() > 4 && lemma.startsWith(other));
                        });
    }

    /** "overthrew the president ... the coup". */
    private static boolean sameFrame(Draft earlier, Match m) {
        return !m.frame().type().equals("ASSAULT")
                && earlier.matches().stream()
                        .anyMatch(x -> x.frame().name().equals(m.frame().name()));
    }

    /** The, this, these, a possessor, or a day in front: the hearer knows which. */
    static boolean definite(Match m) {
        Sentence s = m.sentence();
        for (int c : s.children(m.head())) {
            Token t = s.token(c);
            boolean article = !t.labelled("mark", "nsubj", "nsubjpass", "dobj");
            if (article && t.is("the", "this", "that", "these", "those", "both")
                    || t.labelled("poss")) {
                return true;
            }
        }
        return false;
    }

    static boolean indefinite(Match m) {
        Sentence s = m.sentence();
        return s.children(m.head()).stream()
                .anyMatch(
                        c ->
                                s.token(c)
                                        .is(
                                                "a",
                                                "an",
                                                "another",
                                                "other",
                                                "new",
                                                "previous",
                                                "similar",
                                                "several",
                                                "many",
                                                "separate",
                                                "second"));
    }

    private static boolean factsAgree(Draft a, Draft b) {
        Factuality x = a.modality().factuality();
        Factuality y = b.modality().factuality();
        if (x == y) {
            return true;
        }
        boolean real = done(x) && done(y);
        return real || (done(x) && y == Factuality.PLANNED && definiteTarget(b));
    }

    private static boolean definiteTarget(Draft b) {
        Match m = b.main();
        Sentence s = m.sentence();
        return m.fillers(Role.TARGET).stream()
                .anyMatch(
                        f ->
                                s.children(f.head()).stream()
                                        .anyMatch(c -> s.token(c).is("the", "those", "these")));
    }

    private static boolean done(Factuality f) {
        return f == Factuality.HAPPENED || f == Factuality.ONGOING || f == Factuality.ATTEMPTED;
    }

    /**
     * 1 when somebody stands on both sides, -1 when both name somebody and nobody is shared, else
     * 0.
     */
    private static int agree(List<Event.Role> a, List<Event.Role> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        for (Event.Role x : a) {
            for (Event.Role y : b) {
                if (sameActor(x.actor(), y.actor())) {
                    return 1;
                }
            }
        }
        return -1;
    }

    /** "three men" may well be those of a band that is named elsewhere. */
    private static int doers(List<Event.Role> a, List<Event.Role> b) {
        int agree = agree(a, b);
        boolean open = nameless(a) && banded(b) || banded(a) && nameless(b);
        return agree < 0 && open ? 0 : agree;
    }

    private static boolean nameless(List<Event.Role> roles) {
        return roles.stream()
                .map(Event.Role::actor)
                .allMatch(
                        x ->
                                x != null
                                        && (x.kind() == Actor.Kind.GROUP
                                                || x.kind() == Actor.Kind.PERSON
                                                        && !Victims.isName(x.name()))
                                        && x.entity() == null
                                        && x.country() == null
                                        && x.memberOf().isEmpty()
                                        && (x.sectors().isEmpty()
                                                || x.sectors().contains("UAF")
                                                || x.sectors().contains("REB")));
    }

    private static boolean banded(List<Event.Role> roles) {
        return roles.stream()
                .map(Event.Role::actor)
                .allMatch(
                        x ->
                                x != null
                                        && x.kind() == Actor.Kind.ORGANIZATION
                                        && x.sectors().stream().anyMatch(BANDS::contains));
    }

    /** The same actor, one a member of the other, or both of one state. */
    static boolean sameActor(@Nullable Actor a, @Nullable Actor b) {
        if (a == null || b == null) {
            return false;
        }
        return a == b
                || a.memberOf().contains(b)
                || b.memberOf().contains(a)
                || a.country() != null
                        && a.country().equals(b.country())
                        && state(a)
                        && state(b)
                        && !(serves(a, b) || serves(b, a));
    }

    /** A person who belongs to another body than this one, or another person. */
    private static boolean serves(Actor person, Actor other) {
        return person.kind() == Actor.Kind.PERSON
                && (other.kind() == Actor.Kind.PERSON || !person.memberOf().isEmpty());
    }

    private static boolean state(Actor a) {
        return a.kind() == Actor.Kind.STATE
                || a.sectors().contains("GOV")
                || a.sectors().contains("MIL");
    }

    static boolean akin(String x, String y) {
        return AKIN.stream().anyMatch(set -> set.contains(x) && set.contains(y));
    }

    private static boolean sharedThings(Draft a, Draft b) {
        Set<String> objects = stems(a.objects().stream().map(Event.Thing::name));
        Set<String> tools = stems(a.instruments().stream().map(Event.Instrument::name));
        return stems(b.objects().stream().map(Event.Thing::name)).stream()
                        .anyMatch(objects::contains)
                || stems(b.instruments().stream().map(Event.Instrument::name)).stream()
                        .anyMatch(tools::contains);
    }

    /** "Embassy" and "embassies" are one word. */
    private static Set<String> stems(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull)
                .map(n -> n.toLowerCase(Locale.ROOT).replaceAll("(ies|y|s)$", ""))
                .collect(Collectors.toSet());
    }

    /** Both name what or whom they hit, and nothing is shared. */
    private static boolean otherThings(Draft a, Draft b) {
        boolean bothTell =
                !(a.objects().isEmpty() && a.targets().isEmpty())
                        && !(b.objects().isEmpty() && b.targets().isEmpty());
        return bothTell && Victims.agree(a.targets(), b.targets()) <= 0;
    }

    private static boolean timesConflict(@Nullable Time a, @Nullable Time b) {
        return a != null && b != null && a.start() != null && b.start() != null && !sameTime(a, b);
    }

    /** Whether two times can be one: the intervals overlap. */
    static boolean sameTime(Time a, Time b) {
        if (a == b) {
            return true;
        }
        if (a.start() == null || b.start() == null) {
            return false;
        }
        String aEnd = a.end() == null ? a.start() : a.end();
        String bEnd = b.end() == null ? b.start() : b.end();
        return day(a.start()).compareTo(day(bEnd)) <= 0 && day(b.start()).compareTo(day(aEnd)) <= 0;
    }

    private static String day(String iso) {
        return iso.length() > 10 ? iso.substring(0, 10) : iso;
    }
}
