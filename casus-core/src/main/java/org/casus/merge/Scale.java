package org.casus.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.jspecify.annotations.Nullable;

/**
 * Whether two accounts tell of one incident, in points for and against. {@code
 * docs/how-to/merge.md} has the whole arithmetic; a change here is a change there.
 */
final class Scale {
    /**
     * From here on two accounts are of one incident, if nothing in their company speaks against it.
     */
    static final int SAME = 50;

    /** From here on somebody should look. */
    static final int REVIEW = 42;

    /** What can never be one incident, whatever else agrees. */
    static final int NEVER = -100;

    /** Sentences of this many telling words should share one if they tell of one thing. */
    private static final int NOTHING_SHARED = 4;

    /** Few deeds of a year kill so many that the numbers of two would be close by chance. */
    private static final int LARGE = 40;

    /** Days after which a threat or denial that is reported is another one. */
    private static final int STALE = 10;

    private static final int LONG_AFTER = 31;

    /** Days after a deed in which its dead are still being counted. */
    private static final int FIRST_DAYS = 2;

    private static final int NEXT_TOWN_KM = 15;
    private static final int NEIGHBOURHOOD_KM = 40;

    private final Profile a;
    private final Profile b;
    private final @Nullable List<String> reasons;
    private final Set<String> counted = new HashSet<>();
    private int points;
    private boolean particular;

    private Scale(Profile a, Profile b, @Nullable List<String> reasons) {
        this.a = a;
        this.b = b;
        this.reasons = reasons;
    }

    /** Points; at or below {@link #NEVER} for what contradicts itself. */
    static int points(Profile a, Profile b) {
        Scale scale = new Scale(a, b, null);
        scale.weigh();
        return scale.points;
    }

    /** The points as words. */
    static List<String> reasons(Profile a, Profile b) {
        List<String> reasons = new ArrayList<>();
        new Scale(a, b, reasons).weigh();
        return reasons;
    }

    private boolean sameDocument() {
        return a.account.document().id().equals(b.account.document().id());
    }

    private void weigh() {
        if (a.real != b.real) {
            add(4 * NEVER, "one happened, the other is only talked of");
            return;
        }
        time();
        if (points > NEVER) {
            place();
        }
        if (points > NEVER) {
            kind();
            people();
            objects();
            numbers();
            if (sameDocument()) {
                sameReport();
            } else {
                story();
                if (!particular) {
                    add(-10, "nothing in particular in common");
                }
            }
        }
    }

    /** Adds what two deeds of one kind and one story need not have in common. */
    private void agree(int n, String why) {
        particular |= n > 0;
        add(n, why);
    }

    private void add(int n, String why) {
        points += n;
        if (reasons != null && n != 0) {
            reasons.add(why + " " + (n > 0 ? "+" : "−") + Math.abs(n));
        }
    }

    // ---- when

    private void time() {
        if (!a.period.known() || !b.period.known()) {
            partly();
        }
        Period p = a.period;
        Period q = b.period;
        long gap = p.gap(q);
        boolean days =
                p.precision() == Period.Precision.DAY && q.precision() == Period.Precision.DAY;
        if (days && gap == 0) {
            add(25, "same day " + (p.to() - p.from() <= q.to() - q.from() ? p : q));
        } else if (days && gap == 1) {
            add(8, "a day apart, " + p + " and " + q);
        } else if (gap > 0 && !(gap == 1 && !days)) {
            add(4 * NEVER, "different times, " + p + " and " + q);
        } else if (p.known() && q.known()) {
            boolean month =
                    p.precision() != Period.Precision.YEAR
                            && q.precision() != Period.Precision.YEAR;
            boolean week = month && (p.isWeek() || q.isWeek());
            add(week ? 18 : month ? 12 : 9, p + " and " + q + " overlap");
        } else if (p.known() != q.known()) {
            published(p.known() ? a : b, p.known() ? b : a);
        } else if (tooEarly(a, q) || tooEarly(b, p)) {
            add(4 * NEVER, "reported before it began");
        } else if (a.published != null && b.published != null) {
            long apart = Math.abs(a.published - b.published);
            if (apart > STALE && talk()) {
                add(-30, "reported " + apart + " days apart, and words are news for days");
            } else if (apart <= 2) {
                add(8, "reported within two days");
            } else if (apart > LONG_AFTER) {
                add(-10, "reported " + apart + " days apart, without a date");
            }
        }
    }

    /** A report from before the first day that another one gives. */
    private static boolean tooEarly(Profile undated, Period other) {
        return undated.published != null && undated.published < other.from() - 1;
    }

    /** "On Friday", "on 3 May": enough to tell, though the year is not told. */
    private void partly() {
        switch (a.partial.fit(b.partial)) {
            case SAME_DATE -> add(15, "same day of the year");
            case SAME_WEEKDAY -> add(6, "same day of the week");
            case OTHER -> add(-15, "different days of the week or year");
            case UNKNOWN -> {}
        }
    }

    /** An account without a date is most often of the days before its report. */
    private void published(Profile dated, Profile undated) {
        if (undated.published == null) {
            return;
        }
        long after = undated.published - dated.period.to();
        if (after < -1) {
            add(4 * NEVER, "reported before it happened");
        } else if (after <= 4) {
            add(10, "reported within four days of it");
        } else if (after <= 10) {
            add(5, "reported within ten days of it");
        } else if (after > LONG_AFTER) {
            add(-5, "reported long after it, without a date");
        }
    }

    // ---- where

    private enum Nearness {
        ELSEWHERE,
        UNKNOWN,
        COUNTRY,
        NEAR_BY,
        ADMIN,
        NEXT,
        SAME
    }

    private void place() {
        if (a.spots.isEmpty() || b.spots.isEmpty()) {
            Set<String> shared = new HashSet<>(a.locations);
            shared.retainAll(b.locations);
            if (!shared.isEmpty() && !sameDocument()) {
                counted.addAll(shared);
                agree(12, "sentences name the same place, " + Collections.min(shared));
            }
            if (suffers(a, b) || suffers(b, a)) {
                add(6, "one in the country that the other was done to");
            } else {
                countries();
            }
            return;
        }
        Nearness best = Nearness.ELSEWHERE;
        String said = "";
        for (Spot s : a.spots) {
            for (Spot t : b.spots) {
                Nearness near = nearness(s, t);
                if (near == Nearness.SAME) {
                    counted.add(s.folded());
                }
                if (near.compareTo(best) > 0) {
                    best = near;
                    said = s.name().equals(t.name()) ? s.name() : s.name() + " and " + t.name();
                }
            }
        }
        switch (best) {
            case SAME -> agree(22, "same place, " + said);
            case NEXT -> agree(12, "close together, " + said);
            case ADMIN -> agree(10, "same region, " + said);
            case NEAR_BY -> add(-20, "not far apart, " + said);
            case COUNTRY -> add(6, "one in the country of the other, " + said);
            case UNKNOWN -> {}
            case ELSEWHERE -> add(4 * NEVER, "different places");
        }
    }

    /** The countries of events of which one at least is only in the country of its report. */
    private void countries() {
        Set<String> left = a.countries();
        Set<String> right = b.countries();
        if (!left.isEmpty() && !right.isEmpty()) {
            boolean same = !Collections.disjoint(left, right);
            add(same ? 6 : -10, same ? "in the same country" : "reports are about other countries");
        }
    }

    /** "Iraq invaded Kuwait": a country that has it done to it is where it was done. */
    private static boolean suffers(Profile placeless, Profile placed) {
        return placeless.spots.isEmpty()
                && placeless.targets.stream()
                        .anyMatch(
                                t ->
                                        t.state()
                                                && placed.spots.stream()
                                                        .anyMatch(
                                                                s -> t.key().equals(s.country())));
    }

    private static Nearness nearness(Spot s, Spot t) {
        if (s.same(t)) {
            return s.fine()
                    ? Nearness.SAME
                    : s.land() || t.land() ? Nearness.COUNTRY : Nearness.ADMIN;
        }
        if (s.country() != null && t.country() != null && !s.country().equals(t.country())) {
            return Nearness.ELSEWHERE;
        }
        if (s.fine() && t.fine()) {
            Double km = s.distance(t);
            if (km != null) {
                return km <= NEXT_TOWN_KM
                        ? Nearness.NEXT
                        : km <= NEIGHBOURHOOD_KM ? Nearness.NEAR_BY : Nearness.ELSEWHERE;
            }
            return Nearness.UNKNOWN;
        }
        if (s.country() == null || t.country() == null) {
            return Nearness.UNKNOWN;
        }
        boolean bothRegions = s.admin1() != null && t.admin1() != null;
        if (bothRegions) {
            return Objects.equals(s.admin1(), t.admin1()) ? Nearness.ADMIN : Nearness.ELSEWHERE;
        }
        return Nearness.COUNTRY;
    }

    // ---- what

    private void kind() {
        boolean sameType = a.account.type().equals(b.account.type());
        String mode = a.account.mode();
        boolean sharedWord =
                a.triggers.stream()
                                .anyMatch(x -> b.triggers.stream().anyMatch(y -> Words.akin(x, y)))
                        || !Collections.disjoint(a.toldBy, b.toldBy);
        if (!sameType) {
            boolean across =
                    a.deeds.stream().anyMatch(d -> Deeds.acrossTypes(d) && b.deeds.contains(d));
            if (across) {
                add(12, "kinds that may be one deed");
            } else {
                add(sharedWord ? 4 : -20, "different types");
            }
        } else {
            add(15, "same type");
            boolean fit = Deeds.fit(a.deeds, b.deeds);
            if (fit && mode != null && mode.equals(b.account.mode())) {
                agree(8, "same mode " + mode);
            } else if (fit && Deeds.alike(a.deeds, b.deeds)) {
                boolean told = !Collections.disjoint(a.toldBy, b.toldBy);
                agree(told ? 8 : 5, "deeds that are alike");
            } else if (!fit) {
                boolean capture =
                        a.deeds.stream().anyMatch(Deeds::acrossTypes)
                                || b.deeds.stream().anyMatch(Deeds::acrossTypes);
                add(capture ? -30 : -16, "different deeds");
            }
        }
        if (sharedWord) {
            agree(5, "told by the same word");
        }
        boolean denied = a.account.factuality() == Factuality.NOT_HAPPENED;
        if (denied != (b.account.factuality() == Factuality.NOT_HAPPENED)) {
            add(-5, "one account says that it did not happen");
        }
    }

    // ---- who

    private void people() {
        mentioned();
        sides();
        int before = points;
        named(a.targets, b.targets, 28, "target");
        if (points == before) {
            group(a.targets, b.targets, 8, "target");
        }
        int mid = points;
        named(a.sources, b.sources, 14, "source");
        if (points == mid) {
            group(a.sources, b.sources, 7, "source");
        }
        if (points == before) {
            // The parser may have mistaken one part for the other.
            named(a.people(), b.people(), 12, "participant");
        }
        clash();
        speakers();
        reversed();
    }

    private boolean talk() {
        return Deeds.talk(a.account.type()) && Deeds.talk(b.account.type());
    }

    /** Words are whose they are: two who deny, demand or threaten make two events. */
    private void speakers() {
        if (!talk()) {
            return;
        }
        List<Person> s = a.sources.stream().filter(Person::named).toList();
        List<Person> t = b.sources.stream().filter(Person::named).toList();
        if (!s.isEmpty()
                && !t.isEmpty()
                && s.stream().noneMatch(x -> t.stream().anyMatch(y -> related(x, y)))) {
            add(-25, "other speakers, " + s.get(0).name() + " and " + t.get(0).name());
        }
    }

    /** The same two sides on the same day are worth more than each alone. */
    private void sides() {
        if (meet(a.sources, b.sources) && meet(a.targets, b.targets)) {
            boolean named =
                    a.period.known()
                            && b.period.known()
                            && namedAlike(a.sources, b.sources)
                            && namedAlike(a.targets, b.targets);
            add(named ? 12 : 6, "same two sides");
        }
    }

    private static boolean namedAlike(List<Person> left, List<Person> right) {
        return left.stream()
                .anyMatch(p -> p.known() && right.stream().anyMatch(q -> q.known() && p.akin(q)));
    }

    /** Whoever acts in one account and suffers in the other. */
    private void reversed() {
        boolean straight = meet(a.sources, b.sources) || meet(a.targets, b.targets);
        boolean crossed = meet(a.sources, b.targets) || meet(a.targets, b.sources);
        if (crossed && !straight) {
            add(-25, "doer and victim change places");
        }
    }

    private static boolean meet(List<Person> left, List<Person> right) {
        for (Person p : left) {
            for (Person q : right) {
                if (p.akin(q) || !Collections.disjoint(p.heads(), q.heads())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void named(List<Person> left, List<Person> right, int worth, String role) {
        for (Person p : left) {
            for (Person q : right) {
                if (p.sameName(q)) {
                    agree(worth, "same " + role + ", " + p.name());
                    return;
                }
            }
        }
    }

    private void group(List<Person> left, List<Person> right, int worth, String role) {
        String best = null;
        int most = 0;
        for (Person p : left) {
            for (Person q : right) {
                int n =
                        p.key().equals(q.key()) && p.named()
                                ? p.state() ? worth / 2 : worth
                                : !Collections.disjoint(p.bodies(), q.bodies())
                                                || p.bodies().contains(q.key())
                                                || q.bodies().contains(p.key())
                                        ? worth / 2
                                        : !Collections.disjoint(p.heads(), q.heads()) ? 5 : 0;
                if (n > most) {
                    most = n;
                    best = p.name();
                }
            }
        }
        if (best != null) {
            agree(most, "same " + role + ", " + best);
        }
    }

    /** Two named victims are two deeds, unless they fell together. */
    private void clash() {
        List<Person> p = a.targets.stream().filter(t -> t.surname() != null).toList();
        List<Person> q = b.targets.stream().filter(t -> t.surname() != null).toList();
        if (!p.isEmpty()
                && !q.isEmpty()
                && p.stream().noneMatch(x -> q.stream().anyMatch(x::sameName))) {
            add(-35, "different persons, " + p.get(0).name() + " and " + q.get(0).name());
        } else if ((unheardOf(p, b) || unheardOf(q, a)) && !meet(a.targets, b.targets)) {
            add(-12, "a named target that the other report never names");
        } else if (told(a.targets) && told(b.targets) && !meet(a.targets, b.targets)) {
            add(-6, "different targets");
        }
        List<Person> s = a.sources.stream().filter(x -> x.named() && !x.state()).toList();
        List<Person> t = b.sources.stream().filter(x -> x.named() && !x.state()).toList();
        if (!talk()
                && !s.isEmpty()
                && !t.isEmpty()
                && s.stream().noneMatch(x -> t.stream().anyMatch(y -> related(x, y)))) {
            add(-5, "other sources named, " + s.get(0).name() + " and " + t.get(0).name());
        }
    }

    /** Persons named in the sentences of the two, whatever part the parser gives them. */
    private void mentioned() {
        if (a.persons.isEmpty() || b.persons.isEmpty()) {
            return;
        }
        if (!Collections.disjoint(a.persons, b.persons)) {
            agree(6, "sentences name the same person");
        } else {
            boolean knows =
                    !Collections.disjoint(a.persons, b.names)
                            || !Collections.disjoint(b.persons, a.names);
            add(
                    knows || !takesPart(a) || !takesPart(b) ? -8 : -35,
                    "sentences name different persons");
        }
    }

    /** A person of the sentence does it or suffers it; others judge, mourn or were convicted. */
    private static boolean takesPart(Profile p) {
        for (Person person : p.people()) {
            String surname = person.surname();
            if (surname != null && p.persons.contains(surname)) {
                return true;
            }
        }
        return false;
    }

    private static boolean told(List<Person> targets) {
        return targets.stream().anyMatch(t -> t.named() || !t.heads().isEmpty());
    }

    private static boolean unheardOf(List<Person> named, Profile other) {
        return !named.isEmpty()
                && !other.targets.stream().allMatch(Person::state)
                && named.stream()
                        .allMatch(
                                p ->
                                        !other.names.contains(p.surname())
                                                && !other.words.contains(
                                                        Words.stem(
                                                                Objects.requireNonNull(
                                                                        p.surname()))));
    }

    private static boolean related(Person x, Person y) {
        return x.key().equals(y.key())
                || x.sameName(y)
                || x.bodies().contains(y.key())
                || y.bodies().contains(x.key())
                || !Collections.disjoint(x.bodies(), y.bodies())
                || !Collections.disjoint(x.heads(), y.heads());
    }

    private void objects() {
        if (a.objects.isEmpty() || b.objects.isEmpty()) {
            return;
        }
        if (!Collections.disjoint(a.objects, b.objects)) {
            agree(8, "same thing hit");
        } else if (Collections.disjoint(a.objects, b.wider)
                && Collections.disjoint(b.objects, a.wider)) {
            add(lookingBack() ? -12 : -8, "different things hit");
        }
    }

    private boolean otherBodies() {
        return a.sources.stream().anyMatch(Person::body)
                && b.sources.stream().anyMatch(Person::body)
                && !meet(a.sources, b.sources);
    }

    /** One tells of the day, the other knows how it ended. */
    private boolean lookingBack() {
        return lookingBack(a, b) || lookingBack(b, a);
    }

    private static boolean lookingBack(Profile later, Profile then) {
        return then.period.precision() == Period.Precision.DAY
                && later.period.precision() != Period.Precision.DAY
                && (later.period.known()
                        || later.published == null
                        || later.published - then.period.to() > LONG_AFTER);
    }

    /** The first reports of a day still count: what a later one tells may be far more. */
    private static boolean early(Profile p) {
        return p.published != null
                && p.period.precision() == Period.Precision.DAY
                && p.published - p.period.to() <= FIRST_DAYS;
    }

    // ---- how many

    private void numbers() {
        boolean any = false;
        for (Map.Entry<Harm.Outcome, Account.Amount> toll : a.tolls.entrySet()) {
            Account.Amount other = b.tolls.get(toll.getKey());
            if (other != null && !taken(toll.getKey())) {
                any = true;
                compare(toll.getValue(), other, Tolls.name(toll.getKey()));
            }
        }
        if (!any) {
            captives();
        }
    }

    private static boolean taken(Harm.Outcome outcome) {
        return outcome == Harm.Outcome.DETAINED || outcome == Harm.Outcome.ABDUCTED;
    }

    private void captives() {
        Account.Amount m = captives(a);
        Account.Amount n = captives(b);
        if (m != null && n != null) {
            if (exact(m) && exact(n)) {
                captives(low(m), low(n));
            } else {
                compare(m, n, "taken");
            }
            return;
        }
        boolean moved = a.deeds.stream().anyMatch(d -> Deeds.acrossTypes(d) && b.deeds.contains(d));
        for (Person p : a.targets) {
            for (Person q : b.targets) {
                if (p.number() > 1
                        && q.number() > 1
                        && (moved || !Collections.disjoint(p.heads(), q.heads()))) {
                    captives(p.number(), q.number());
                    return;
                }
            }
        }
    }

    private static Account.@Nullable Amount captives(Profile profile) {
        Account.Amount detained = profile.tolls.get(Harm.Outcome.DETAINED);
        return detained != null ? detained : profile.tolls.get(Harm.Outcome.ABDUCTED);
    }

    private static boolean exact(Account.Amount n) {
        return n.low() != null && n.low().equals(n.high());
    }

    /** The dead are counted for days; whoever is taken is counted once. */
    private void captives(int m, int n) {
        if (m == n) {
            agree(m > 2 ? 12 : 5, "same number, " + m);
        } else {
            add(m > 2 && n > 2 ? -14 : -4, "different numbers, " + m + " and " + n);
        }
    }

    private void compare(Account.Amount m, Account.Amount n, String what) {
        compare(low(m), high(m), low(n), high(n), what);
    }

    private static int low(Account.Amount n) {
        return n.low() != null ? n.low() : n.best() != null ? n.best() : 0;
    }

    private static int high(Account.Amount n) {
        return n.high() != null ? n.high() : n.best() != null && n.low() == null ? n.best() : -1;
    }

    /** Ranges; a high of -1 is open. */
    private void compare(int lowA, int highA, int lowB, int highB, String what) {
        boolean exact = lowA == highA && lowB == highB;
        if (exact && lowA == lowB) {
            agree(lowA > 2 ? 12 : 5, "same number " + what + ", " + lowA);
            return;
        }
        boolean meet = (highA < 0 || highA >= lowB) && (highB < 0 || highB >= lowA);
        int small = Math.min(Math.max(lowA, 1), Math.max(lowB, 1));
        int large = Math.max(lowA, lowB);
        if (meet && large <= 4 * small) {
            add(5, "numbers " + what + " fit");
        } else if (large - small <= 2 || large <= 1.35 * small) {
            boolean telling = small >= LARGE && large <= 1.15 * small;
            agree(telling ? 10 : small > 4 ? 4 : 0, "numbers " + what + " are close");
        } else if (large > 3 * small
                && large - small > 4
                && !meet
                && !(grown(lowA, lowB) && large <= 5 * small)) {
            add(
                    exact && large >= 5 * small ? -25 : -14,
                    "numbers " + what + " are far apart, " + small + " and " + large);
        } else if (!meet) {
            add(
                    exact && lookingBack() && !grown(lowA, lowB) ? -12 : -4,
                    "numbers " + what + " differ, " + small + " and " + large);
        }
    }

    /** Whether a first count was the smaller one, and the other is no first count. */
    private boolean grown(int m, int n) {
        return early(a) != early(b) && (early(a) ? m < n : n < m);
    }

    // ---- the rest of what the reports say

    private void story() {
        Set<String> shared = new HashSet<>(a.names);
        shared.retainAll(b.names);
        shared.removeAll(counted);
        int fewest = Math.min(a.names.size(), b.names.size()) - counted.size();
        if (!shared.isEmpty()) {
            double part = (double) shared.size() / fewest;
            int n =
                    (int)
                            Math.round(
                                    28
                                            * part
                                            * Math.min(
                                                    1,
                                                    part < 1
                                                            ? shared.size() / 3.0
                                                            : (shared.size() + 1) / 4.0));
            add(
                    Math.max(n, 2),
                    "reports share names, "
                            + String.join(", ", shared.stream().sorted().limit(3).toList()));
        } else if (fewest >= 2 && Collections.disjoint(a.lands(), b.lands())) {
            add(-8, "reports share no name");
        }
        int words = Math.min(a.words.size(), b.words.size());
        if (words >= 3) {
            int common = 0;
            Set<String> small = a.words.size() <= b.words.size() ? a.words : b.words;
            Set<String> large = small == a.words ? b.words : a.words;
            for (String word : small) {
                if (large.contains(word)) {
                    common++;
                }
            }
            int n = (int) Math.round(24.0 * common / words);
            if (common == 0 && words >= NOTHING_SHARED) {
                add(-4, "sentences share no telling word");
            }
            agree(n, "sentences share " + common + " of " + words + " telling words");
        }
    }

    /** A report that tells two events apart means two, unless one only takes up the other. */
    private void sameReport() {
        boolean differ =
                !a.account.type().equals(b.account.type())
                        || !Deeds.fit(a.deeds, b.deeds)
                        || otherBodies()
                        || points < SAME - 20;
        add(differ ? -60 : -10, "the report tells them apart");
    }
}
