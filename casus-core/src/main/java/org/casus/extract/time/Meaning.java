package org.casus.extract.time;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a rule makes of a match: the right side of {@code rules.table}. */
@FunctionalInterface
interface Meaning {

    /**
     * The value of the new reading, an {@link Expression} or (for numbers) a number; null where the
     * words, looked at closely, are no match.
     *
     * @param arguments the words of the rule's cell, the first of them the name of the meaning
     */
    @Nullable Object read(Match match, List<String> arguments);

    /**
     * @throws IllegalArgumentException when there is none of that name
     */
    static Meaning named(String name) {
        Meaning found = Names.ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "means " + name + ", not one of " + Names.ALL.keySet());
        }
        return found;
    }

    /** Every meaning that a rule may name. */
    final class Names {
        private static final Map<String, Meaning> ALL = all();

        private Names() {}

        private static Map<String, Meaning> all() {
            Map<String, Meaning> all = new TreeMap<>();
            AmountMeanings.addTo(all);
            DateMeanings.addTo(all);
            PairMeanings.addTo(all);
            RelativeMeanings.addTo(all);
            return Collections.unmodifiableMap(all);
        }
    }
}
