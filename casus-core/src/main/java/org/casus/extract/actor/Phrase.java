package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.List;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.model.Actor;
import org.casus.model.Count;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/** One noun phrase or pronoun that may stand for an actor, and what it says by itself. */
final class Phrase {
    /** What kind of words it is. */
    enum Form {
        NAME,
        DESCRIPTION,
        /** A number or quantifier that stands for people: "25 of its fighters". */
        SHARE,
        PRONOUN,
        /** "I", "we": whoever speaks. */
        SPEAKER
    }

    final Sentence sentence;
    final Form form;
    final int head;
    final int first;
    final int last;
    final Span span;
    final String text;
    Actor.Kind kind = Actor.Kind.UNKNOWN;
    @Nullable Entity entity;
    @Nullable String country;
    List<String> sectors = List.of();
    boolean plural;

    /** Whether "the", "this" or a possessor says that the reader knows who is meant. */
    boolean definite;

    /** Whether "a", "another" or "some" says that somebody new comes in. */
    boolean fresh;

    @Nullable Gender gender;
    @Nullable Count count;

    /** The lemma of a common head noun, or of the office before a name. */
    @Nullable String noun;

    /** Proper words of a name without titles: [Mike, Pompeo]. */
    List<String> name = List.of();

    /** The words between article and noun: [Shiite, militia] of "Shiite militia groups". */
    List<String> modifiers = List.of();

    /**
     * Heads of the words that say whose it is: "its" of "its fighters", "U.S." of "U.S. troops".
     */
    final List<Integer> owners = new ArrayList<>(2);

    /** The entry named inside the phrase that it belongs to, whether that is an actor or a land. */
    @Nullable Entity within;

    /** Of a share, the noun that says what it is a share of; else -1. */
    int partOf = -1;

    /** The office in front of a name, which is a mention of its own: "army spokesman Colonel". */
    @Nullable Span title;

    /** Whether it stands inside a longer phrase about somebody else: "army" in "army spokesman". */
    boolean inner;

    /** The actor that it turns out to mention. */
    @Nullable Cluster cluster;

    Phrase(Sentence sentence, Form form, int head, int first, int last, String report) {
        this.sentence = sentence;
        this.form = form;
        this.head = head;
        this.first = first;
        this.last = last;
        this.span = sentence.span(first, last);
        this.text = flat(span.of(report));
    }

    /** The words with one blank where the report breaks the line. */
    private static String flat(String words) {
        StringBuilder flat = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (!blank) {
                flat.append(c);
            } else if (!flat.isEmpty() && flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
        }
        return flat.toString();
    }

    Position position() {
        return new Position(sentence.index(), head);
    }

    boolean isName() {
        return form == Form.NAME;
    }

    boolean isPronoun() {
        return form == Form.PRONOUN || form == Form.SPEAKER;
    }

    /** The actor that it mentions, after all that has been brought together. */
    @Nullable Cluster actor() {
        return cluster == null ? null : cluster.whole();
    }

    boolean before(Phrase other) {
        return span.compareTo(other.span) < 0;
    }
}
