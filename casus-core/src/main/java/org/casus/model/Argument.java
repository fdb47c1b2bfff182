package org.casus.model;

/**
 * A grammatical argument of a word after the grammar has undone the passive, passed subjects on
 * through control, conjunction and relative clauses, and named prepositions.
 *
 * @param slot subject, object, recipient, poss, compound, modifier, appos, particle, adverb, that
 *     (finite clause), to (infinitive), ing (gerund), purpose, result, when (adverbial clause),
 *     content of a quotation ("quote"), or a preposition ("against", "in")
 * @param head index of the argument's head token
 * @param link index of the token that makes the connection (preposition, marker), else -1
 * @param passed whether it was passed on from another word rather than attached to this one
 */
public record Argument(String slot, int head, int link, boolean passed) {}
