package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What is said within what is said. */
final class Nesting {
    private static final Set<String> OWN = Set.of("i", "we", "you", "me", "us");

    private final Context context;

    Nesting(Context context) {
        this.context = context;
    }

    /**
     * The attributions that count. Within somebody's words only further statements with a speaker
     * of their own add a voice: what the first speaker thinks and wants is his already.
     */
    List<Attribution> voices(List<Candidate> candidates) {
        List<Attribution> kept = new ArrayList<>(candidates.size());
        for (Candidate c : candidates) {
            boolean inside =
                    within(c, candidates)
                            || context.quotations.at(c.attribution().cue().start()) >= 0;
            if (!inside || addsVoice(c)) {
                kept.add(c.attribution());
            }
        }
        return kept;
    }

    private static boolean within(Candidate inner, List<Candidate> candidates) {
        for (Candidate c : candidates) {
            Attribution outer = c.attribution();
            if (outer.holds(inner.attribution())
                    && !outer.cue().overlaps(inner.attribution().cue())) {
                return true;
            }
        }
        return false;
    }

    private boolean addsVoice(Candidate c) {
        Speakers.Speaker speaker = c.speaker();
        boolean stance =
                switch (c.attribution().stance()) {
                    case ACCUSES, DENIES, CONFIRMS -> true;
                    case DEMANDS -> !c.cue().notes().contains("act");
                    default -> c.cue().notes().contains("spoken");
                };
        return (c.statement() || stance)
                && (c.cue().aloud() || c.cue().notes().contains("spoken"))
                && !c.cue().weak()
                && speaker != null
                && !OWN.contains(context.word(speaker).lemma())
                && (context.speakers.isActor(speaker)
                        || c.telling() == Candidate.Telling.CLAUSE
                                && context.word(speaker).isNoun());
    }

    /** The attributions around one, outermost first, itself last. */
    static List<Attribution> chain(Attribution inner, List<Attribution> all) {
        List<Attribution> around = new ArrayList<>();
        for (Attribution a : all) {
            if (a.holds(inner)) {
                around.add(a);
            }
        }
        around.sort(Comparator.comparingInt(a -> -a.content().length()));
        List<Attribution> chain = new ArrayList<>();
        for (Attribution a : around) {
            if (chain.isEmpty() || chain.get(chain.size() - 1).holds(a)) {
                chain.add(a);
            }
        }
        chain.add(inner);
        return chain;
    }
}
