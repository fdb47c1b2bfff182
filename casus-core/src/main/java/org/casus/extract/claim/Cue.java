package org.casus.extract.claim;

import java.util.List;
import java.util.Set;
import org.casus.model.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A row of the cue table: what a word or phrase says of the words it introduces.
 *
 * @param source slots in which the speaker stands, best first
 * @param content slots in which the words said stand, best first
 * @param notes what kind of cue it is: belief, judgment, weak …
 */
record Cue(Claim.Stance stance, List<String> source, List<String> content, Set<String> notes) {
    private static final Set<String> MIND =
            Set.of("belief", "intention", "feeling", "knowledge", "judgment");

    Cue {
        source = List.copyOf(source);
        content = List.copyOf(content);
        notes = Set.copyOf(notes);
    }

    /** Something is uttered or written, not only thought. */
    boolean aloud() {
        return notes.stream().noneMatch(MIND::contains);
    }

    /** A cue only beside a clause or a quotation, of somebody who can speak. */
    boolean weak() {
        return notes.contains("weak");
    }

    /** The stance of the cue under "not"; null where nothing is told then. */
    Claim.@Nullable Stance negated() {
        return switch (stance) {
            case ASSERTS ->
                    notes.contains("judgment")
                            ? stance
                            : notes.contains("intention")
                                    ? Claim.Stance.DENIES
                                    : Claim.Stance.DOUBTS;
            case CONFIRMS -> Claim.Stance.DOUBTS;
            case DENIES, DOUBTS ->
                    notes.contains("open") ? Claim.Stance.ASSERTS : Claim.Stance.CONFIRMS;
            default -> null;
        };
    }

    /** With a noun phrase alone it means something else. */
    boolean needsClause() {
        return notes.contains("weak") || notes.contains("clause");
    }

    /** Quotations may be its content. */
    boolean quotes() {
        return content.contains("quote");
    }

    /** Whom and what belongs together in the content: to accuse the army of killing. */
    boolean wholePhrase() {
        return switch (stance) {
            case ACCUSES, DEMANDS, THREATENS -> true;
            default -> notes.contains("judgment");
        };
    }
}
