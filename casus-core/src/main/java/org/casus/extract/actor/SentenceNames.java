package org.casus.extract.actor;

import java.util.List;
import org.casus.extract.actor.Namesakes.Named;
import org.casus.model.Sentence;
import org.jspecify.annotations.Nullable;

/** The names of the tables in one sentence, by their tokens. */
final class SentenceNames {
    private final List<Named> all;
    private final @Nullable Named[] byToken;

    SentenceNames(Sentence s, List<Named> all) {
        this.all = all;
        this.byToken = new Named[s.size()];
        for (Named n : all) {
            for (int i = n.first(); i <= n.last(); i++) {
                byToken[i] = n;
            }
        }
    }

    List<Named> all() {
        return all;
    }

    /** The name that a token is part of, or null. */
    @Nullable Named covering(int token) {
        return byToken[token];
    }

    /** The name whose head a token is, or null. */
    @Nullable Named headedBy(int token) {
        Named n = byToken[token];
        return n != null && n.head() == token ? n : null;
    }
}
