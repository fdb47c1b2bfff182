package org.casus.model;

/** A token's place in an analysis: sentence index and token index. */
public record Position(int sentence, int token) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        return sentence != other.sentence
                ? Integer.compare(sentence, other.sentence)
                : Integer.compare(token, other.token);
    }
}
