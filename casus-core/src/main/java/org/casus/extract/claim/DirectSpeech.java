package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks each quotation that stands by itself: the cue behind it ({@code "…," he said}),
 * the cue before it ({@code He said: "…"}), or the speaker of the quotation or sentence before
 * ({@code "…," he said. "…"}). Quoted words in the middle of a sentence ({@code called it "a
 * crime"}) are part of what that sentence says.
 */
final class DirectSpeech {
    /** A cue of a sentence. */
    record Voice(Sentence sentence, Patterns.Hit<Cue> hit) {}

    private final Context context;
    private final String text;
    private final Quotations quotations;
    private final List<@Nullable Voice> voices = new ArrayList<>();

    DirectSpeech(Context context) {
        this.context = context;
        this.text = context.analysis.text();
        this.quotations = context.quotations;
        for (int q = 0; q < quotations.all().size(); q++) {
            voices.add(voice(q));
        }
    }

    /** The quotations that a cue introduces. */
    List<Span> saidBy(Sentence s, Patterns.Hit<Cue> hit) {
        List<Span> found = new ArrayList<>(1);
        for (int q = 0; q < voices.size(); q++) {
            Voice v = voices.get(q);
            if (v != null && v.sentence == s && v.hit.head() == hit.head()) {
                found.add(quotations.all().get(q).span());
            }
        }
        return found;
    }

    /** The first quotation in a stretch that another cue behind it claims, or null. */
    @Nullable Span foreignIn(Span stretch, Sentence s, Patterns.Hit<Cue> hit) {
        for (int q = quotations.firstEndingAfter(stretch.start()); q < voices.size(); q++) {
            Span span = quotations.all().get(q).span();
            if (span.start() >= stretch.end()) {
                return null;
            }
            Voice v = voices.get(q);
            boolean behind =
                    v != null
                            && v.sentence.token(v.hit.head()).span().start() >= span.end()
                            && (v.sentence != s || v.hit.head() != hit.head());
            if (behind) {
                return span;
            }
        }
        return null;
    }

    private @Nullable Voice voice(int q) {
        Span span = quotations.all().get(q).span();
        int start = context.sentenceAt(span.start());
        int end = context.sentenceAt(span.end() - 1);
        if (start < 0 || end < 0) {
            return null;
        }
        Voice after = standsApart(q, start) ? after(q, end) : null;
        if (after != null) {
            return after;
        }
        Voice before = before(q, start);
        return before != null ? before : goingOn(q, start);
    }

    /** Whether a quotation begins its sentence or stands behind a comma, a colon or a dash. */
    private boolean standsApart(int q, int sentence) {
        Sentence s = context.sentence(sentence);
        int first = firstFrom(s, quotations.all().get(q).span().start());
        return first == 0 || Words.isMark(s.token(first - 1)) || startsSentence(s, q);
    }

    // ---- "…," he said

    private @Nullable Voice after(int q, int sentence) {
        Span span = quotations.all().get(q).span();
        Sentence s = context.sentence(sentence);
        int from = firstFrom(s, span.end());
        if (from >= s.size() && sentence + 1 < context.analysis.sentences().size()) {
            Sentence next = context.sentence(sentence + 1);
            boolean goesOn =
                    Character.isLowerCase(text.charAt(next.span().start())) || nothingElse(next);
            if (goesOn && !context.newline(span.end(), next.span().start())) {
                s = next;
                from = 0;
            }
        }
        int to = s.size();
        if (q + 1 < quotations.all().size()) {
            to = firstFrom(s, quotations.all().get(q + 1).span().start());
        }
        boolean comma = from < to && s.token(from).pos().equals(",");
        if (!comma && !closesClause(span)) {
            return null;
        }
        while (from < to && Words.isMark(s.token(from))) {
            from++;
        }
        if (from >= to || s.token(from).labelled("cc") || s.token(from).pos().equals("VBG")) {
            return null;
        }
        for (Patterns.Hit<Cue> hit : context.hits(s)) {
            if (hit.head() >= from && hit.head() < to && speaksAt(s, hit, from)) {
                return new Voice(s, hit);
            }
        }
        return null;
    }

    /** {@code "Who did it?" The general asked.} A sentence that has only a cue and a speaker. */
    private boolean nothingElse(Sentence s) {
        for (Patterns.Hit<Cue> hit : context.hits(s)) {
            if (hit.pos() == 'v' && s.token(hit.head()).labelled("root")) {
                return hit.value().quotes()
                        && hit.value().aloud()
                        && !hit.value().weak()
                        && new Contents(s, hit, List.of()).find() == null;
            }
        }
        return false;
    }

    /** Whether the cue's clause begins where the quotation ends. */
    private static boolean speaksAt(Sentence s, Patterns.Hit<Cue> hit, int from) {
        if (hit.pos() != 'v' || !hit.value().quotes() || s.token(hit.head()).labelled("amod")) {
            return false;
        }
        int subject = s.child(hit.head(), "nsubj");
        if (subject >= 0 && subject >= from) {
            return s.first(subject) <= from + 1 || hit.head() <= from + 2;
        }
        if (hit.value().weak()) {
            return false;
        }
        for (int i = from; i < hit.head(); i++) {
            if (s.token(i).isVerb() && !s.token(i).labelled("relcl", "acl", "aux")) {
                return false;
            }
        }
        return hit.head() - from <= 8;
    }

    /** Whether the mark before the closing one lets a cue follow. */
    private boolean closesClause(Span span) {
        for (int i = span.end() - 1; i > span.start(); i--) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
            if (",?!—–-….".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    // ---- He said: "…"

    private @Nullable Voice before(int q, int sentence) {
        Span span = quotations.all().get(q).span();
        Sentence s = context.sentence(sentence);
        int to = firstFrom(s, span.start());
        int from = q == 0 ? 0 : firstFrom(s, quotations.all().get(q - 1).span().end());
        int last = to - 1;
        boolean mark = last >= from && ",:".contains(s.token(last).pos());
        while (last >= from && Words.isMark(s.token(last))) {
            last--;
        }
        if (last < from) {
            return sentence > 0 && endsWithColon(sentence - 1, span.start())
                    ? last(context.sentence(sentence - 1), 0, Integer.MAX_VALUE)
                    : null;
        }
        boolean joined = s.token(last).labelled("cc") || s.token(last).is("but", "and");
        if (joined && q > 0) {
            Voice first = voices.get(q - 1);
            return first != null && first.sentence == s && first.hit.head() < to ? first : null;
        }
        Voice voice = last(s, from, last);
        if (voice == null) {
            return null;
        }
        boolean touching = voice.hit.head() == last || voice.hit.last() == last;
        boolean clause = !touching && clauseBetween(s, voice.hit.last() + 1, last);
        boolean weak = voice.hit.value().weak() && !mark;
        return (mark || touching) && !clause && !weak ? voice : null;
    }

    /** Whether a clause of the cue has begun before the quotation. */
    private static boolean clauseBetween(Sentence s, int from, int to) {
        for (int i = from; i <= to; i++) {
            Token t = s.token(i);
            boolean inside = t.labelled("relcl", "acl", "amod", "compound", "pcomp");
            if (t.isVerb() && !inside || t.pos().equals("MD") || t.labelled("mark")) {
                return true;
            }
        }
        return false;
    }

    /** The last cue of a stretch. */
    private @Nullable Voice last(Sentence s, int from, int to) {
        List<Patterns.Hit<Cue>> here = context.hits(s);
        for (int k = here.size() - 1; k >= 0; k--) {
            Patterns.Hit<Cue> hit = here.get(k);
            if (hit.head() >= from
                    && hit.head() <= to
                    && hit.pos() == 'v'
                    && hit.value().quotes()
                    && hit.value().aloud()) {
                return new Voice(s, hit);
            }
        }
        return null;
    }

    private boolean endsWithColon(int sentence, int until) {
        Span span = context.sentence(sentence).span();
        for (int i = until - 1; i >= span.start(); i--) {
            char c = text.charAt(i);
            if (c == ':') {
                return true;
            }
            if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return false;
    }

    // ---- "…," he said. "…"

    private @Nullable Voice goingOn(int q, int sentence) {
        Quotations.Quotation quotation = quotations.all().get(q);
        Sentence s = context.sentence(sentence);
        boolean begins = firstFrom(s, quotation.span().start()) <= 1 && startsSentence(s, q);
        if (!begins) {
            return null;
        }
        Quotations.Quotation previous = q == 0 ? null : quotations.all().get(q - 1);
        Voice voice = q == 0 ? null : voices.get(q - 1);
        if (previous != null && voice != null) {
            boolean sameParagraph =
                    !context.newline(previous.span().end(), quotation.span().start());
            int between =
                    sentence
                            - Math.max(
                                    context.sentenceAt(previous.span().end() - 1),
                                    voice.sentence.index());
            if (previous.open() || sameParagraph && between <= 1) {
                return voice;
            }
        }
        if (sentence > 0) {
            Sentence before = context.sentence(sentence - 1);
            if (!context.newline(before.span().end(), quotation.span().start())) {
                return main(before);
            }
        }
        return null;
    }

    private boolean startsSentence(Sentence s, int q) {
        int at = firstFrom(s, quotations.all().get(q).span().start());
        for (int i = 0; i < at; i++) {
            if (!Words.isMark(s.token(i))) {
                return false;
            }
        }
        return true;
    }

    /** The cue that governs a sentence. */
    private @Nullable Voice main(Sentence s) {
        for (Patterns.Hit<Cue> hit : context.hits(s)) {
            boolean speech =
                    hit.pos() == 'v'
                            && hit.value().quotes()
                            && hit.value().aloud()
                            && !hit.value().weak();
            if (speech
                    && s.token(hit.head()).labelled("root")
                    && quotations.at(s.token(hit.head()).span().start()) < 0
                    && s.child(hit.head(), "nsubj") >= 0) {
                return new Voice(s, hit);
            }
        }
        return null;
    }

    // ---- places

    /** The first token that begins at a place or behind it. */
    private static int firstFrom(Sentence s, int offset) {
        int i = 0;
        while (i < s.size() && s.token(i).span().start() < offset) {
            i++;
        }
        return i;
    }
}
