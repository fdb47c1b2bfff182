package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of a quotation that have no cue of their own go on in the voice of the nearest speaker
 * beside them.
 */
final class LooseQuotes {
    private final Analysis analysis;
    private final Quotations quotations;
    private final List<Attribution> known;

    LooseQuotes(Analysis analysis, Quotations quotations, List<Attribution> known) {
        this.analysis = analysis;
        this.quotations = quotations;
        this.known = known;
    }

    List<Attribution> attributions() {
        List<Attribution> found = new ArrayList<>();
        for (Span q : quotations.all()) {
            for (Sentence s : analysis.sentences()) {
                if (s.span().overlaps(q) && s.size() > 2) {
                    Span piece =
                            new Span(
                                    Math.max(q.start(), s.span().start()),
                                    Math.min(q.end(), s.span().end()));
                    boolean mostly = piece.length() * 10 >= s.span().length() * 8;
                    if (mostly && known.stream().noneMatch(a -> a.content().overlaps(piece))) {
                        Attribution voice = speaker(s, q);
                        if (voice != null) {
                            found.add(
                                    new Attribution(
                                            voice.cueHead(),
                                            voice.cue(),
                                            voice.source(),
                                            voice.sourceSpan(),
                                            piece,
                                            voice.stance(),
                                            true,
                                            voice.notes()));
                        }
                    }
                }
            }
        }
        return found;
    }

    /**
     * The attribution that shares the quotation, else one that quotes in the sentence before or
     * after.
     */
    private @Nullable Attribution speaker(Sentence s, Span quotation) {
        Attribution best = null;
        int nearest = 3;
        for (Attribution a : known) {
            if (a.source() == null || !a.quoted() || quotations.within(a.cue().start())) {
                continue;
            }
            int distance =
                    a.content().overlaps(quotation)
                            ? 0
                            : Math.abs(a.cueHead().sentence() - s.index());
            if (distance < nearest) {
                nearest = distance;
                best = a;
            }
        }
        return best;
    }
}
