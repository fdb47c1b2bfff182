package org.casus.extract.claim;

import java.util.Set;
import org.casus.model.Claim;
import org.casus.model.Position;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that a report hands to somebody.
 *
 * @param cueHead the cue's head token
 * @param source head token of the speaker; null where nobody is named ("it is said")
 * @param sourceSpan words of the speaker
 * @param notes what the cue table says of the cue: belief, intention, judgment, document …
 */
public record Attribution(
        Position cueHead,
        Span cue,
        @Nullable Position source,
        @Nullable Span sourceSpan,
        Span content,
        Claim.Stance stance,
        boolean quoted,
        Set<String> notes) {
    public Attribution {
        notes = Set.copyOf(notes);
    }

    /** Whether another attribution is made within the words of this one. */
    boolean holds(Attribution inner) {
        return inner != this && content.contains(inner.cue) && !cue.equals(inner.cue);
    }
}
