package org.casus.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The blocks that an account stands in. Two accounts are compared if they share a block, and if at
 * least one of them is no more precise than the block: reports that name two towns need not meet in
 * the block of their country, but a report that names only the country must meet both.
 */
final class Keys {
    /** Days of overlapping windows: whatever is this far apart or less shares one of them. */
    private static final int NEAR = 2;

    /** Reports of one story come out within days of each other. */
    private static final int STORY = 8;

    /** A report that names everybody tells one story no better for it. */
    private static final int MOST_NAMES = 12;

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Profile profile;

    private Keys(Profile profile) {
        this.profile = profile;
    }

    /** One block, and whether the account is no more precise than it in time and in place. */
    record Key(String text, boolean time, boolean place) {}

    static List<Key> of(Profile profile) {
        Keys keys = new Keys(profile);
        for (String family : profile.families) {
            keys.family((profile.real ? "" : "?") + family);
        }
        List<Key> all = new ArrayList<>();
        keys.keys.forEach((k, bits) -> all.add(new Key(k, (bits & 1) != 0, (bits & 2) != 0)));
        return all;
    }

    private void family(String family) {
        Period period = profile.period;
        switch (period.precision()) {
            case DAY -> {
                for (long window : windows(period.from(), period.to(), NEAR)) {
                    places(family, "d" + window, true, true);
                    named(family, "d" + window, true);
                    sides(family, "d" + window);
                }
                months(family, false);
                years(family, false);
            }
            case MONTH -> {
                months(family, true);
                years(family, false);
            }
            case YEAR -> years(family, true);
            case OPEN -> {}
        }
        boolean open = !period.known();
        places(family, "", open, false);
        people(family, "", open);
        if (profile.published != null) {
            for (long window : windows(profile.published, profile.published, STORY)) {
                named(family, "w" + window, true);
            }
        } else {
            named(family, "", true);
        }
    }

    private void months(String family, boolean own) {
        Set<String> months = new TreeSet<>();
        for (long day : List.of(profile.period.from(), profile.period.to())) {
            months.add(LocalDate.ofEpochDay(day).toString().substring(0, 7));
        }
        for (String month : months) {
            places(family, "m" + month, own, true);
            people(family, "m" + month, own);
        }
    }

    private void years(String family, boolean own) {
        Set<Integer> years = new TreeSet<>();
        for (long day : List.of(profile.period.from(), profile.period.to())) {
            years.add(LocalDate.ofEpochDay(day).getYear());
        }
        for (int year : years) {
            places(family, "y" + year, own, true);
            people(family, "y" + year, own);
        }
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

    private void places(String family, String time, boolean ownTime, boolean withCountry) {
        Set<String> countries = new TreeSet<>();
        for (Spot spot : profile.spots) {
            if (spot.fine() || spot.country() == null) {
                add(family + "|" + time + "|@" + spot.folded(), ownTime, true);
            }
            if (spot.country() != null) {
                countries.add(spot.country());
            }
        }
        if (withCountry) {
            for (String country : countries) {
                add(family + "|" + time + "|" + country, ownTime, !profile.finePlace);
            }
        }
    }

    /** Whoever takes part and has a name. */
    private void people(String family, String time, boolean ownTime) {
        for (Person person : profile.people()) {
            if (person.surname() != null) {
                add(family + "|" + time + "|" + person.surname(), ownTime, true);
            }
        }
    }

    /** States and groups, which are in the news every day: only together with the day. */
    private void sides(String family, String time) {
        for (Person person : profile.people()) {
            if (person.named()) {
                add(family + "|" + time + "|%" + person.key(), true, true);
            }
        }
    }

    private void named(String family, String time, boolean ownTime) {
        people(family, time, ownTime);
        profile.names.stream()
                .limit(MOST_NAMES)
                .forEach(name -> add(family + "|" + time + "|" + name, ownTime, true));
    }

    private void add(String key, boolean time, boolean place) {
        keys.merge(key, (time ? 1 : 0) | (place ? 2 : 0), (a, b) -> a | b);
    }
}
