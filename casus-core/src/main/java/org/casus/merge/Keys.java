package org.casus.merge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.casus.model.Account;
import org.casus.model.Harm;

/**
 * The blocks that an account stands in. Two accounts are compared if they share a block, and if at
 * least one of them is no more precise than the block: reports that name two towns need not meet in
 * the block of their country, but a report that names only the country must meet both.
 *
 * <p>A key is a block, as a number made of its words, with what the account reaches in its two low
 * bits: {@link #TIME}, {@link #PLACE}. Should two blocks ever have one number by chance, two
 * accounts are compared in vain.
 */
final class Keys {
    /** The account is no more precise than the block in time. */
    static final int TIME = 1;

    /** The account is no more precise than the block in place. */
    static final int PLACE = 2;

    /** What two accounts must reach between them. */
    static final int BOTH = TIME | PLACE;

    /** Days of overlapping windows: whatever is this far apart or less shares one of them. */
    private static final int NEAR = 2;

    /** Reports of one story come out within days of each other. */
    private static final int STORY = 8;

    private static final int MONTH = 32;

    private static final int MONTHS = 12;
    private static final long ANY_TIME = number("");

    private final Profile profile;
    private final long[] families;
    private long[] keys = new long[64];
    private int size;

    private Keys(Profile profile) {
        this.profile = profile;
        this.families =
                profile.families.stream()
                        .mapToLong(family -> number(profile.real ? family : "?" + family))
                        .toArray();
    }

    /** In ascending order, each block once. */
    static long[] of(Profile profile) {
        Keys keys = new Keys(profile);
        keys.collect();
        return keys.distinct();
    }

    static long block(long key) {
        return key & ~(long) BOTH;
    }

    static int reach(long key) {
        return (int) key & BOTH;
    }

    /** Whether the accounts of these keys are compared. */
    static boolean meet(long[] left, long[] right) {
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            int order = Long.compare(block(left[i]), block(right[j]));
            if (order == 0 && (reach(left[i]) | reach(right[j])) == BOTH) {
                return true;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return false;
    }

    private void collect() {
        Period period = profile.period;
        switch (period.precision()) {
            case DAY -> {
                days();
                months(0);
                years(0);
            }
            case MONTH -> {
                if (period.isWeek()) {
                    days();
                }
                months(TIME);
                years(0);
            }
            case YEAR -> years(TIME);
            case OPEN -> {}
        }
        int open = period.known() ? 0 : TIME;
        people(ANY_TIME, open);
        undated(open);
        // Two accounts with days of their own meet in the blocks of their days, or never.
        boolean day = period.precision() == Period.Precision.DAY;
        int vague = day ? 0 : TIME;
        if (profile.published == null) {
            names(ANY_TIME, vague);
        }
        for (long window : stories(day)) {
            long time = number('w', window);
            people(time, vague);
            names(time, vague);
        }
    }

    private void days() {
        for (long window : windows(profile.period.from(), profile.period.to(), NEAR)) {
            long time = number('d', window);
            places(time, TIME, true);
            regions(time);
            people(time, TIME);
            names(time, TIME);
            sides(time);
            anywhere(time);
        }
    }

    /**
     * The weeks when a report without a day may have told of it: of this report, and of its day.
     */
    private Set<Long> stories(boolean day) {
        Set<Long> stories = new TreeSet<>();
        if (profile.published != null) {
            stories.addAll(windows(profile.published, profile.published, STORY));
        }
        if (day) {
            stories.addAll(windows(profile.period.from(), profile.period.from(), STORY));
        }
        return stories;
    }

    /**
     * Where an account has no day: it meets what happened at its place in the month before its
     * report, and at any time what is told by the same word, killed as many or hit the same thing
     * there.
     */
    private void undated(int open) {
        Long day = open == 0 ? (Long) profile.period.to() : profile.published;
        if (day != null) {
            for (long window : windows(day, day, MONTH)) {
                places(number('u', window), open, false);
            }
        }
        for (String trigger : profile.triggers) {
            places(number('~', trigger), open, false);
        }
        if (profile.account.mode() != null) {
            places(number('+', profile.account.mode()), open, false);
        }
        Account.Amount killed = profile.tolls.get(Harm.Outcome.KILLED);
        if (killed != null && killed.low() != null && killed.low() > 2) {
            places(number('k', killed.low()), open, false);
        }
        for (String object : profile.objects) {
            places(number('o', object), open, false);
        }
    }

    private void months(int reach) {
        LocalDate first = LocalDate.ofEpochDay(profile.period.from());
        LocalDate last = LocalDate.ofEpochDay(profile.period.to());
        month(first, reach);
        if (first.getMonth() != last.getMonth()) {
            month(last, reach);
        }
    }

    private void month(LocalDate day, int reach) {
        long time = number('m', (long) day.getYear() * MONTHS + day.getMonthValue());
        places(time, reach, true);
        people(time, reach);
        between(time, reach);
        dead(time, reach);
    }

    /** "in May, when a bomber killed 90 soldiers": the same number of dead in one month. */
    private void dead(long time, int reach) {
        Account.Amount killed = profile.tolls.get(Harm.Outcome.KILLED);
        if (killed != null && killed.low() != null && killed.low() > 2) {
            int nowhere = profile.spots.isEmpty() ? PLACE : 0;
            add(time, 'k', killed.low().toString(), reach | nowhere);
        }
    }

    private void years(int reach) {
        int first = LocalDate.ofEpochDay(profile.period.from()).getYear();
        int last = LocalDate.ofEpochDay(profile.period.to()).getYear();
        year(first, reach);
        if (first != last) {
            year(last, reach);
        }
    }

    private void year(int year, int reach) {
        long time = number('y', year);
        places(time, reach, true);
        people(time, reach);
        between(time, reach);
    }

    /** Windows of twice the width, each day in two of them. */
    private static Set<Long> windows(long from, long to, int width) {
        Set<Long> windows = new TreeSet<>();
        for (long day = from; day <= to; day++) {
            long window = Math.floorDiv(day, width);
            windows.add(window);
            windows.add(window + 1);
        }
        return windows;
    }

    private void places(long time, int reach, boolean withCountry) {
        if (profile.spots.isEmpty()) {
            profile.locations.forEach(name -> add(time, '@', name, reach | PLACE));
            if (withCountry && profile.assumed != null) {
                add(time, '#', profile.assumed, reach | PLACE);
            }
        }
        for (Spot spot : profile.spots) {
            if (!spot.land()) {
                add(time, '@', spot.folded(), reach | PLACE);
            }
            if (withCountry && spot.country() != null) {
                add(time, '#', spot.country(), profile.finePlace ? reach : reach | PLACE);
            }
        }
    }

    /** A suburb and its town, a building and the town that it stands in. */
    private void regions(long time) {
        for (Spot spot : profile.spots) {
            if (spot.fine() && spot.admin1() != null) {
                add(time, '/', spot.country() + "/" + spot.admin1(), BOTH);
            }
        }
    }

    /**
     * Where no place is told, what is of the same mode, or told by words of the same deed, on the
     * same day, wherever it was.
     */
    private void anywhere(long time) {
        int reach = profile.spots.isEmpty() ? BOTH : TIME;
        if (profile.account.mode() != null) {
            add(time, '*', profile.account.mode(), reach);
        }
        profile.toldBy.forEach(deed -> add(time, '!', deed, reach));
    }

    /** Whoever takes part and has a name. */
    private void people(long time, int reach) {
        for (Person person : profile.people()) {
            if (person.surname() != null) {
                add(time, ' ', person.surname(), reach | PLACE);
            }
        }
    }

    /** States and groups, which are in the news every day: only together with the day. */
    private void sides(long time) {
        for (Person person : profile.people()) {
            if (person.known()) {
                person.wholes().forEach(whole -> add(time, '%', whole, BOTH));
            }
        }
    }

    /** Who did it to whom, where both have names. */
    private void between(long time, int reach) {
        for (Person source : profile.sources) {
            for (Person target : profile.targets) {
                if (source.known() && target.known()) {
                    for (String doer : source.wholes()) {
                        for (String victim : target.wholes()) {
                            add(time, '>', doer + ">" + victim, reach | PLACE);
                        }
                    }
                }
            }
        }
    }

    private void names(long time, int reach) {
        profile.firstNames.forEach(name -> add(time, ' ', name, reach | PLACE));
    }

    private void add(long time, char kind, String name, int reach) {
        long block = mix(time ^ number(kind, name));
        for (long family : families) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = block(mix(block + family)) | reach;
        }
    }

    private long[] distinct() {
        Arrays.sort(keys, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && block(keys[kept - 1]) == block(keys[i])) {
                keys[kept - 1] |= keys[i];
            } else {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    // ---- words as numbers, the same on every machine

    private static long number(String text) {
        return number('\0', text);
    }

    /** FNV-1a in 64 bits. */
    private static long number(char kind, String text) {
        long hash = (0xcbf29ce484222325L ^ kind) * 0x100000001b3L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long number(char kind, long n) {
        return mix(n * 0x100 + kind);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long n) {
        long z = n + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
