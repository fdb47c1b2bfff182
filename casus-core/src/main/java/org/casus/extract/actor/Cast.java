package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.casus.model.Sentence;
import org.jspecify.annotations.Nullable;

/** The phrases of a report, in order and by place, and the actors they have become so far. */
final class Cast {
    private final List<Phrase> phrases;
    private final @Nullable Phrase[][] byToken;

    Cast(List<Sentence> sentences, List<Phrase> phrases) {
        this.phrases = phrases;
        byToken = new Phrase[sentences.size()][];
        for (Sentence s : sentences) {
            byToken[s.index()] = new Phrase[s.size()];
        }
        for (Phrase p : phrases) {
            byToken[p.sentence.index()][p.head] = p;
        }
    }

    /** All phrases in the order of their heads. */
    List<Phrase> phrases() {
        return phrases;
    }

    /** The phrase with this head, or null. */
    @Nullable Phrase at(Sentence s, int head) {
        return head < 0 ? null : byToken[s.index()][head];
    }

    @Nullable Cluster actorAt(Sentence s, int head) {
        Phrase p = at(s, head);
        return p == null ? null : p.actor();
    }

    /** Makes two actors one; the one with an entry in the tables, else the first named, stays. */
    void merge(Cluster a, Cluster b) {
        Cluster x = a.whole();
        Cluster y = b.whole();
        if (x == y) {
            return;
        }
        boolean second =
                x.entity == null && y.entity != null || x.entity == null && !x.named && y.named;
        (second ? y : x).absorb(second ? x : y);
    }

    /** The actors, in the order of their first phrase. */
    List<Cluster> actors() {
        Set<Cluster> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Cluster> actors = new ArrayList<>();
        for (Phrase p : phrases) {
            Cluster c = p.actor();
            if (c != null && seen.add(c)) {
                c.phrases.sort((x, y) -> x.span.compareTo(y.span));
                actors.add(c);
            }
        }
        return actors;
    }
}
