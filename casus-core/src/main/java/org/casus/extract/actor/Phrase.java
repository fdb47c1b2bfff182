package org.casus.extract.actor;

import java.util.List;
import org.casus.model.Actor;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/** One noun phrase or pronoun that may stand for an actor. */
final class Phrase {
    final Sentence sentence;
    final int head;
    final int first;
    final int last;
    final Span span;
    final String text;
    Actor.Kind kind = Actor.Kind.UNKNOWN;
    @Nullable Entity entity;
    @Nullable String country;
    List<String> sectors = List.of();
    boolean proper;
    boolean pronoun;
    boolean plural;

    /**
     * A name in passing, as of a town or in "Uzbek officials": a mention of its state only where
     * somebody belongs to that state.
     */
    boolean aside;

    boolean definite;

    /** Whether a pronoun, title or noun says that this is a woman; null where nothing says. */
    @Nullable Boolean female;

    /** The lemma of a common head noun. */
    @Nullable String noun;

    /** Proper words of a name without titles: [Mike, Pompeo]. */
    List<String> name = List.of();

    /** Entities named inside the phrase that it belongs to: U.S. in "U.S. officials". */
    @Nullable Entity within;

    /** The noun that a number or quantifier counts: fighters in "25 of its fighters". */
    int partOf = -1;

    /** The office in front of a name, which is a mention of its own: "army spokesman Colonel". */
    @Nullable Span title;

    /** Head of the possessor: "its fighters". */
    int owner = -1;

    Phrase(Sentence sentence, int head, int first, int last, String text) {
        this.sentence = sentence;
        this.head = head;
        this.first = first;
        this.last = last;
        this.span = sentence.span(first, last);
        this.text = span.of(text).replaceAll("\\s+", " ");
    }

    Position position() {
        return new Position(sentence.index(), head);
    }

    boolean nounIs(String... nouns) {
        for (String n : nouns) {
            if (n.equals(noun)) {
                return true;
            }
        }
        return false;
    }

    int rank() {
        return pronoun || partOf >= 0 ? 0 : proper && !name.isEmpty() ? 3 : proper ? 2 : 1;
    }
}
