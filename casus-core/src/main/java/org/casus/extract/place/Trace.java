package org.casus.extract.place;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.casus.extract.place.Pass.Tally;
import org.jspecify.annotations.Nullable;

/** Keeps, for those who ask why, what spoke for each meaning of a name and how it was decided. */
class Trace {
    /** Keeps nothing. */
    static final Trace NONE =
            new Trace() {
                @Override
                void scored(Naming n, Candidate c, Tally tally) {}

                @Override
                void decided(Naming n, String how) {}
            };

    private final Map<Naming, List<Scored>> scored = new IdentityHashMap<>();
    private final Map<Naming, String> decided = new IdentityHashMap<>();

    /** A candidate and its points. */
    record Scored(Candidate candidate, Tally tally) {}

    void scored(Naming n, Candidate c, Tally tally) {
        scored.computeIfAbsent(n, k -> new ArrayList<>()).add(new Scored(c, tally));
    }

    void decided(Naming n, String how) {
        decided.put(n, how);
    }

    /** The candidates of a name, the highest first. */
    List<Scored> of(Naming n) {
        List<Scored> best = new ArrayList<>(scored.getOrDefault(n, List.of()));
        best.sort((a, b) -> Double.compare(b.tally().total(), a.tally().total()));
        return best;
    }

    @Nullable String how(Naming n) {
        return decided.get(n);
    }
}
