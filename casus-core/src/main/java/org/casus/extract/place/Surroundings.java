package org.casus.extract.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Cue;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where a place must be that no table has: a street or a building in the town that is spoken of;
 * anything else in the region that its own sentence names, by the place that it stands in a row
 * with, or in the neighbourhood that the whole report keeps to.
 */
final class Surroundings {
    /** How many sentences back a town is still the one that is spoken of. */
    private static final int BACK = 3;

    /** How many words further on a region can still be the one that a place is put in. */
    private static final int AHEAD = 12;

    private final List<Naming> namings;
    private final Focus focus;
    private final @Nullable Naming region;
    private final @Nullable Naming town;

    private Surroundings(List<Naming> namings, Focus focus) {
        this.namings = namings;
        this.focus = focus;
        this.region = onlyRegion(namings);
        this.town = town(namings, focus);
    }

    static void find(List<Naming> namings, Focus focus) {
        Surroundings all = new Surroundings(namings, focus);
        for (int k = 0; k < namings.size(); k++) {
            Naming n = namings.get(k);
            if (n.meaning() == null && !isPlaced(n)) {
                all.place(k, n);
            }
        }
    }

    /** Whether the report itself says in which town or region it lies. */
    private static boolean isPlaced(Naming n) {
        Candidate outer = outer(n);
        return outer != null && outer.scale() != Scale.COUNTRY && outer.scale() != Scale.CONTINENT;
    }

    private static @Nullable Candidate outer(Naming n) {
        return n.within() == null ? null : n.within().meaning();
    }

    private void place(int k, Naming n) {
        Naming container = n.cue() == Cue.SITE ? townOf(k, n) : regionOf(k, n);
        Naming neighbour = container == null ? neighbour(k, n) : null;
        if (container == null && neighbour == null && n.level().isEmpty()) {
            neighbour = town;
            container = town == null ? region : null;
        }
        if (container != null && fits(container, n)) {
            n.within(container);
        } else if (neighbour != null && fits(neighbour, n)) {
            n.around(neighbour);
        }
    }

    /** Whether a place lies in the country that a name is put in, if it is put in one. */
    private static boolean fits(Naming known, Naming n) {
        Candidate place = known.meaning();
        Candidate country = outer(n);
        return place != null
                && (country == null
                        || country.country() == null
                        || country.sharesCountryWith(place));
    }

    /** The town of a building: of its sentence, or spoken of a little before, or of the report. */
    private @Nullable Naming townOf(int k, Naming n) {
        Naming nearest = null;
        int least = Integer.MAX_VALUE;
        for (int other = 0; other < namings.size(); other++) {
            Naming o = namings.get(other);
            int back = n.sentence().index() - o.sentence().index();
            Candidate c = o.meaning();
            if (c == null || !holdsSites(o, c) || Math.abs(back) > BACK) {
                continue;
            }
            int away =
                    back == 0
                            ? Math.abs(k - other)
                            : back > 0 ? 100 * back + (k - other) : 10_000 - back;
            away += focus.share(c.country()) < 0.5 ? 100_000 : 0;
            if (away < least) {
                least = away;
                nearest = o;
            }
        }
        return town == null || nearest != null && nearest.sentence() == n.sentence()
                ? nearest
                : town;
    }

    private static boolean holdsSites(Naming n, Candidate c) {
        return !n.isSiteOf(c) && (c.scale() == Scale.SETTLEMENT || c.scale() == Scale.ADMIN2);
    }

    /** The region that the sentence puts it in: after it, or as the object of a preposition. */
    private @Nullable Naming regionOf(int k, Naming n) {
        Naming nearest = null;
        int least = Integer.MAX_VALUE;
        for (int other = 0; other < namings.size(); other++) {
            Naming o = namings.get(other);
            if (o.sentence() != n.sentence() || !isRegion(o) || isElsewhere(o)) {
                continue;
            }
            boolean told =
                    n.cue() == Cue.SETTLEMENT
                            || other > k && o.first() - n.last() <= AHEAD
                            || o.sentence().token(o.head().token()).labelled("pobj");
            if (told && Math.abs(k - other) < least) {
                least = Math.abs(k - other);
                nearest = o;
            }
        }
        return nearest;
    }

    /** Whether the town that the report is about lies in another region. */
    private boolean isElsewhere(Naming region) {
        Candidate larger = region.meaning();
        Candidate smaller = town == null ? null : town.meaning();
        return larger != null
                && smaller != null
                && larger.scale() == Scale.ADMIN1
                && !smaller.region().isEmpty()
                && !smaller.region().equals(larger.region());
    }

    private static boolean isRegion(Naming n) {
        Candidate c = n.meaning();
        return c != null && (c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2);
    }

    /** The next known place that it stands in a row with: "in X, Y and Z". */
    private @Nullable Naming neighbour(int k, Naming n) {
        for (int step : new int[] {-1, 1, -2, 2}) {
            int other = k + step;
            if (other < 0 || other >= namings.size()) {
                continue;
            }
            Naming o = namings.get(other);
            Candidate c = o.meaning();
            if (o.sentence() == n.sentence()
                    && c != null
                    && (c.scale() == Scale.SETTLEMENT || c.scale() == Scale.ADMIN2)
                    && inRow(n, o)) {
                return o;
            }
        }
        return null;
    }

    private static boolean inRow(Naming a, Naming b) {
        Sentence s = a.sentence();
        return rowOf(s, a.head().token()) == rowOf(s, b.head().token());
    }

    /** The first member of the row that a token is in; itself, where there is none. */
    private static int rowOf(Sentence s, int token) {
        Token t = s.token(token);
        for (int steps = 0; t.labelled("conj") && t.head() >= 0 && steps < s.size(); steps++) {
            t = s.token(t.head());
        }
        return t.index();
    }

    /** The one region that a report names, where it names no other; else null. */
    private static @Nullable Naming onlyRegion(List<Naming> namings) {
        Naming only = null;
        for (Naming n : namings) {
            if (isRegion(n)) {
                if (only != null && !Objects.equals(n.meaning(), only.meaning())) {
                    return null;
                }
                only = n;
            }
        }
        return only;
    }

    /** The town that the report is mostly about, where there is one. */
    private static @Nullable Naming town(List<Naming> namings, Focus focus) {
        Map<Candidate, Double> talk = new HashMap<>();
        double all = 0;
        Naming best = null;
        double most = 0;
        for (Naming n : namings) {
            Candidate c = n.meaning();
            if (c == null || c.scale() != Scale.SETTLEMENT || n.isSiteOf(c)) {
                continue;
            }
            double weight = 0.2 + focus.share(c.country()) + (c.prominence() - 4) / 5;
            all += Math.max(0.1, weight);
            double sum = talk.merge(c, Math.max(0.1, weight), Double::sum);
            if (sum > most) {
                most = sum;
                best = n;
            }
        }
        return most > 0.5 * all ? best : null;
    }
}
