package org.casus.extract.claim;

import java.util.List;
import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.rule.Problems;

/** Finds attributions, and nests them: what is said within what is said. */
public final class ClaimFinder {
    private final Cues cues;

    private ClaimFinder(Cues cues) {
        this.cues = cues;
    }

    public static ClaimFinder load(Problems problems) {
        return new ClaimFinder(Cues.load(problems));
    }

    /**
     * All attributions of a report, in order of their cues.
     *
     * @param triggers words that tell an event
     */
    public List<Attribution> find(
            Analysis analysis, Mentions<Actor> actors, Set<Position> triggers) {
        Context context = new Context(cues, analysis, actors);
        return new Nesting(context).voices(new Search(context).candidates());
    }

    /** The sources of an attribution's words, outermost first, itself last. */
    public static List<Attribution> chain(Attribution inner, List<Attribution> all) {
        return Nesting.chain(inner, all);
    }
}
