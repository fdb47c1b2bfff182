package org.casus.extract.harm;

import java.util.List;
import org.casus.model.Count;
import org.casus.model.Harm;
import org.casus.model.Position;
import org.casus.model.Span;
import org.casus.rule.Match;
import org.jspecify.annotations.Nullable;

/**
 * Harm as one place of a report tells it.
 *
 * @param at the number or victim, where the report says it
 * @param deed the match that tells the harm or the deed that did it
 * @param victim head of the noun that names the victims; null where a number stands alone
 * @param place token that hangs on the statement and may be a place, for a number that holds there
 *     alone
 * @param partOf the mention that includes this one
 * @param minus for a derived number: the part taken from {@code partOf}'s whole, else null
 */
public record HarmMention(
        Position at,
        Match deed,
        Harm.Outcome outcome,
        @Nullable Position victim,
        String category,
        @Nullable Span span,
        @Nullable Count count,
        @Nullable Position place,
        @Nullable HarmMention partOf,
        @Nullable List<HarmMention> minus) {}
