package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.model.Sentence;
import org.casus.rule.Patterns;

/** The search for attributions in one report. */
final class Search {
    private final Context context;

    Search(Context context) {
        this.context = context;
    }

    /** What may be attributions, in order of their cues. */
    List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        VerbCues verbs = new VerbCues(context, new DirectSpeech(context));
        NounCues nouns = new NounCues(context);
        for (Sentence s : context.analysis.sentences()) {
            for (Patterns.Hit<Cue> hit : context.hits(s)) {
                switch (hit.pos()) {
                    case 'v' -> verbs.collect(s, hit, found);
                    case 'n' -> nouns.noun(s, hit, found);
                    case 'p' -> nouns.phrase(s, hit, found);
                    default -> throw new IllegalStateException("part of speech " + hit.pos());
                }
            }
        }
        found.addAll(new Labels(context).find());
        found.sort(Comparator.comparing(c -> c.attribution().cue()));
        return found;
    }
}
