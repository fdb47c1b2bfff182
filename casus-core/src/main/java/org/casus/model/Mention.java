package org.casus.model;

/**
 * Words that stand for something: a name, a description, a pronoun, a date.
 *
 * @param head sentence, and the token that the rest of the words hang on
 * @param first index of the first token, inclusive
 * @param last index of the last token, inclusive
 */
public record Mention<T>(Position head, int first, int last, Span span, T value) {
    public Mention {
        if (first > last || head.token() < first || head.token() > last) {
            throw new IllegalArgumentException(
                    "mention from " + first + " to " + last + " around " + head);
        }
    }
}
