package org.casus.extract.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final List<Naming> namings;
    private final @Nullable Naming region;
    private final @Nullable Naming town;

    private Surroundings(List<Naming> namings, Focus focus) {
        this.namings = namings;
        this.region = onlyRegion(namings);
        this.town = town(namings, focus);
    }

    static void find(List<Naming> namings, Focus focus) {
        Surroundings all = new Surroundings(namings, focus);
        for (int k = 0; k < namings.size(); k++) {
            Naming n = namings.get(k);
            if (n.meaning() == null && (n.within() == null || n.within().meaning() == null)) {
                all.place(k, n);
            }
        }
    }

    private void place(int k, Naming n) {
        Naming container = n.cue() == Cue.SITE ? townOf(k, n) : regionOf(k, n);
        if (container == null && n.cue() != Cue.WATER) {
            Naming neighbour = neighbour(k, n);
            if (neighbour != null) {
                n.around(neighbour);
                return;
            }
            container = region;
        }
        if (container != null) {
            n.within(container);
        } else if (town != null && n.cue() != Cue.WATER) {
            n.around(town);
        }
    }

    /** The town of a building: of its sentence, or spoken of a little before, or of the report. */
    private @Nullable Naming townOf(int k, Naming n) {
        Naming nearest = null;
        int least = Integer.MAX_VALUE;
        for (int other = 0; other < namings.size(); other++) {
            Naming o = namings.get(other);
            int back = n.sentence().index() - o.sentence().index();
            int away = back == 0 ? Math.abs(k - other) : 100 * back + (k - other);
            if (holdsSites(o) && back >= 0 && back <= BACK && away < least) {
                least = away;
                nearest = o;
            }
        }
        if (nearest != null && (town == null || nearest.sentence() == n.sentence())) {
            return nearest;
        }
        return town == null ? nearest : town;
    }

    private static boolean holdsSites(Naming n) {
        Candidate c = n.meaning();
        return c != null
                && !n.isSiteOf(c)
                && (c.scale() == Scale.SETTLEMENT || c.scale() == Scale.ADMIN2);
    }

    /** The region that the sentence puts it in: after it, or as the object of a preposition. */
    private @Nullable Naming regionOf(int k, Naming n) {
        Naming nearest = null;
        int least = Integer.MAX_VALUE;
        for (int other = 0; other < namings.size(); other++) {
            Naming o = namings.get(other);
            if (o.sentence() != n.sentence() || !isRegion(o)) {
                continue;
            }
            boolean told =
                    n.cue() == Cue.SETTLEMENT
                            || other > k
                            || o.sentence().token(o.head().token()).labelled("pobj");
            if (told && Math.abs(k - other) < least) {
                least = Math.abs(k - other);
                nearest = o;
            }
        }
        return nearest;
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
                if (only != null && !n.meaning().equals(only.meaning())) {
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
