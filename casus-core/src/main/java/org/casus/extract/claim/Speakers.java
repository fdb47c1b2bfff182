package org.casus.extract.claim;

import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Argument;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/** Finds who says what a cue introduces. */
final class Speakers {
    /** A source's words are cut before a relative clause when they get longer than this. */
    private static final int LONG = 28;

    private static final Set<String> BODY = Set.of("from", "by", "of", "poss", "compound");
    private static final Set<String> NAMES = Set.of("PERSON", "ORG", "GPE", "NORP");

    private final Mentions<Actor> actors;

    /**
     * Who speaks.
     *
     * @param head the word that names him; behind a relative pronoun, what it stands for
     * @param token the word at the cue: the same, or the relative pronoun
     * @param pronoun whether that word is a personal pronoun
     */
    record Speaker(Position head, int token, Span words, boolean pronoun) {
        /** The same with the words cut behind a token. */
        Speaker upTo(Sentence s, int last) {
            Span cut = new Span(words.start(), s.token(last).span().end());
            return new Speaker(head, token, cut, pronoun);
        }
    }

    Speakers(Mentions<Actor> actors) {
        this.actors = actors;
    }

    /** The speaker in the cue's own slots; null where nobody is named. */
    @Nullable Speaker of(Sentence s, Patterns.Hit<Cue> hit) {
        for (String slot : hit.value().source()) {
            for (int w : hit.words()) {
                for (Argument a : s.arguments(w)) {
                    if (a.slot().equals(slot) && !hit.words().contains(a.head())) {
                        return empty(s, a.head()) ? null : speaker(s, w, a.head(), hit);
                    }
                }
            }
        }
        return null;
    }

    /** "At a meeting in Cairo the minister said": parsers miss a subject behind such a phrase. */
    @Nullable Speaker justBefore(Sentence s, Patterns.Hit<Cue> hit) {
        int at = hit.words().get(0) - 1;
        while (at > 0 && s.token(at).labelled("aux", "advmod", "neg")) {
            at--;
        }
        boolean finite =
                switch (s.token(hit.head()).pos()) {
                    case "VBD", "VBZ", "VBP" -> true;
                    default -> false;
                };
        boolean object = at >= 0 && s.token(at).labelled("pobj", "dobj", "appos");
        return finite && object && actors.at(s.index(), at) != null
                ? named(s, at, Words.trimmed(s, s.first(at), at))
                : null;
    }

    /**
     * The noun phrase behind or before a cue of a quotation, where parsers lose the subject: {@code
     * "…," said Amina Diallo, an officer whom …}.
     */
    @Nullable Speaker beside(Sentence s, Patterns.Hit<Cue> hit) {
        int head = hit.last() + 1;
        while (head + 1 < s.size() && !s.token(head).isNoun() && inPhrase(s.token(head))) {
            head++;
        }
        while (head + 1 < s.size() && s.token(head).isNoun() && s.token(head + 1).isNoun()) {
            head++;
        }
        boolean found = head < s.size() && (s.token(head).isNoun() || s.token(head).isPronoun());
        return found ? named(s, head, Words.trimmed(s, hit.last() + 1, head)) : justBefore(s, hit);
    }

    private static Speaker named(Sentence s, int head, Span words) {
        return new Speaker(new Position(s.index(), head), head, words, s.token(head).isPronoun());
    }

    private static boolean inPhrase(Token t) {
        return switch (t.pos()) {
            case "DT", "JJ", "PRP$", "CD", "VBN", "HYPH", "JJS" -> true;
            default -> false;
        };
    }

    Speaker at(Sentence s, int token, Patterns.Hit<Cue> hit) {
        return speaker(s, hit.head(), token, hit);
    }

    /** "It is said", "there are fears". */
    private static boolean empty(Sentence s, int token) {
        Token t = s.token(token);
        return t.is("there")
                || t.is("it") && t.labelled("nsubjpass", "expl")
                || t.is("it")
                        && t.head() >= 0
                        && s.token(t.head()).is("be", "seem", "appear", "become", "remain");
    }

    private Speaker speaker(Sentence s, int cue, int head, Patterns.Hit<Cue> hit) {
        int token = head;
        for (int c : s.children(cue)) {
            if (s.token(c).labelled("nsubj", "nsubjpass") && s.token(c).pos().startsWith("W")) {
                token = c;
            }
        }
        Position named = new Position(s.index(), body(s, head));
        Span words = words(s, token, hit);
        if (token != head && head < token && token - s.last(head) < 3) {
            words = s.span(s.first(head), token);
        }
        return new Speaker(named, token, words, s.token(token).isPronoun());
    }

    /** "A statement from the Pentagon": the body behind the paper speaks. */
    private int body(Sentence s, int head) {
        if (actors.at(s.index(), head) == null) {
            for (Argument a : s.arguments(head)) {
                if (BODY.contains(a.slot()) && actors.at(s.index(), a.head()) != null) {
                    return a.head();
                }
            }
        }
        return head;
    }

    /** The noun phrase with what hangs on it, as far as the cue. */
    static Span words(Sentence s, int head, Patterns.Hit<Cue> hit) {
        if (s.token(head).labelled("poss")) {
            return s.span(Words.start(s, s.first(head), head), head);
        }
        int first = s.first(head);
        int last = s.last(head);
        boolean clause = last - first <= LONG;
        int end = head;
        for (int c : s.children(head)) {
            Token t = s.token(c);
            boolean part = c > head && !t.labelled("punct", "dep", "parataxis", "cc");
            boolean verbal = t.labelled("relcl", "acl", "advcl", "ccomp");
            boolean around = s.first(c) <= hit.head() && hit.head() <= s.last(c);
            if (part && !around && (clause || !verbal) && !(t.labelled("conj") && t.isVerb())) {
                end = Math.max(end, s.last(c));
            }
        }
        if (head < hit.head() && hit.head() <= end) {
            end = hit.head() - 1;
        }
        return Words.trimmed(s, first, end);
    }

    /** Somebody who can speak or think: a person, a body, a pronoun; a paper where papers speak. */
    boolean canSpeak(Sentence s, Speaker speaker, Cue cue) {
        Token t = s.token(speaker.token());
        Token head = s.token(speaker.head().token());
        return isActor(speaker)
                || t.isPronoun()
                || t.isProper()
                || NAMES.contains(head.entity())
                || cue.notes().contains("document")
                || t.pos().startsWith("W")
                || t.pos().equals("CD")
                || t.pos().equals("DT");
    }

    /** Whether the second is an actor, and no pronoun that could stand for the first. */
    boolean mayBeAnother(@Nullable Speaker first, Speaker second) {
        Mention<Actor> one = first == null ? null : actors.at(first.head());
        Mention<Actor> other = actors.at(second.head());
        boolean same = one != null && other != null && one.value() == other.value();
        return other != null && !same && !second.pronoun();
    }

    /** "No group", "nobody", "neither side". */
    boolean isNobody(Sentence s, Speaker speaker) {
        if (s.token(speaker.token()).is("nobody", "none", "neither", "no-one")) {
            return true;
        }
        for (int c : s.children(speaker.token())) {
            if (c < speaker.token() && s.token(c).is("no", "neither")) {
                return true;
            }
        }
        return false;
    }

    boolean isActor(Speaker speaker) {
        return actors.at(speaker.head()) != null;
    }
}
