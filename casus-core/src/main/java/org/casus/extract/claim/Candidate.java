package org.casus.extract.claim;

import org.jspecify.annotations.Nullable;

/**
 * An attribution as it is found, before it is known what it stands in.
 *
 * @param telling how the words said hang on their cue
 * @param speaker null where nobody is named
 */
record Candidate(
        Attribution attribution, Cue cue, Telling telling, Speakers.@Nullable Speaker speaker) {
    /** How the words said hang on their cue. */
    enum Telling {
        /** A verb governs a clause. */
        CLAUSE,
        /** A verb governs a noun phrase. */
        PHRASE,
        /** A cue is put into a clause, or before or behind it. */
        AROUND,
        /** A quotation by itself. */
        QUOTATION,
        /** A noun has a clause: the claim that … */
        NOUN,
        /** A name stands before or behind the words. */
        LABEL
    }

    /** Whether whole statements are told this way, and not only things named. */
    boolean statement() {
        return telling != Telling.PHRASE && telling != Telling.NOUN;
    }
}
