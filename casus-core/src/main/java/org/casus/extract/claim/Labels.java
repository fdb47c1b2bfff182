package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Claim;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;

/**
 * Speakers who are set before or behind their words without a verb: {@code Police: twelve killed},
 * {@code Twelve killed - police}, {@code "Never again." — Amina Diallo}, and the names in a
 * transcript.
 */
final class Labels {
    private static final int LONGEST = 7;
    private static final int LONGEST_LINE = 70;
    private static final String DASHES = "-–—―";
    private static final Set<String> NAMES = Set.of("PERSON", "ORG", "NORP");

    private final Context context;
    private final String text;
    private final List<Candidate> found = new ArrayList<>();

    Labels(Context context) {
        this.context = context;
        this.text = context.analysis.text();
    }

    List<Candidate> find() {
        for (Sentence s : context.analysis.sentences()) {
            if (s.parsed() && beginsParagraph(s)) {
                before(s);
                behind(s);
            }
        }
        for (int q = 0; q < context.quotations.all().size(); q++) {
            signature(context.quotations.all().get(q).span());
        }
        return found;
    }

    // ---- Police: twelve killed

    private void before(Sentence s) {
        int from = firstWord(s, 0);
        int colon = from;
        while (colon < s.size() && colon - from <= LONGEST && !sign(s, colon, ":")) {
            colon++;
        }
        if (colon >= s.size() || colon == from || !sign(s, colon, ":")) {
            return;
        }
        int rest = firstWord(s, colon + 1);
        int speaker = speaker(s, from, colon - 1);
        if (speaker < 0 || s.size() - rest < 3) {
            return;
        }
        boolean said = colon - from > 1 && s.token(from).form().equals("Said");
        add(
                s,
                speaker,
                s.span(said ? from + 1 : from, colon - 1),
                said ? from : colon,
                new Span(s.token(rest).span().start(), endOfParagraph(s)));
    }

    // ---- Twelve killed - police

    private void behind(Sentence s) {
        int last = s.size() - 1;
        while (last > 0 && Words.isMark(s.token(last))) {
            last--;
        }
        int sign = last;
        while (sign > 2 && last - sign < 4 && !sign(s, sign, ":" + DASHES)) {
            sign--;
        }
        boolean line =
                endOfParagraph(s) <= s.span().end() + 1 && text.charAt(s.span().end() - 1) != '.';
        if (!line || sign == last || !sign(s, sign, ":" + DASHES) || sign < 4) {
            return;
        }
        int speaker = speaker(s, sign + 1, last);
        if (speaker >= 0) {
            add(s, speaker, s.span(sign + 1, last), sign, Words.trimmed(s, 0, sign - 1));
        }
    }

    // ---- "…" — Amina Diallo

    private void signature(Span quotation) {
        int dash = skipBlanks(quotation.end());
        if (dash >= text.length() || DASHES.indexOf(text.charAt(dash)) < 0) {
            return;
        }
        int end = lineEnd(dash);
        if (end - dash > LONGEST_LINE) {
            return;
        }
        int at = context.sentenceAt(dash);
        if (at >= 0) {
            signature(quotation, context.sentence(at), dash, end);
        }
    }

    private void signature(Span quotation, Sentence s, int dash, int end) {
        int sign = 0;
        while (sign + 1 < s.size() && s.token(sign).span().end() <= dash) {
            sign++;
        }
        int first = firstWord(s, sign + 1);
        int last = first;
        while (last + 1 < s.size() && s.token(last + 1).span().end() <= end) {
            last++;
        }
        if (first < s.size() && last == s.size() - 1 && s.token(first).isProper()) {
            int speaker = speaker(s, first, last);
            if (speaker >= 0) {
                add(s, speaker, Words.trimmed(s, first, last), sign, quotation);
            }
        }
    }

    private int skipBlanks(int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) {
            i++;
        }
        return i;
    }

    // ---- what they have in common

    /** The head of a short phrase without verbs that names somebody or something that speaks. */
    private int speaker(Sentence s, int from, int to) {
        int head = -1;
        for (int i = from; i <= to; i++) {
            Token t = s.token(i);
            if (t.isVerb() || sign(s, i, ":;")) {
                return -1;
            }
            boolean top = t.head() < from || t.head() > to;
            if (top && t.isNoun() && (head < 0 || !named(s, head))) {
                head = i;
            }
        }
        return head >= 0 && (named(s, head) || paper(s, head)) ? head : -1;
    }

    private boolean named(Sentence s, int i) {
        return context.actors.at(s.index(), i) != null || NAMES.contains(s.token(i).entity());
    }

    /** A report, a study, a poll. */
    private boolean paper(Sentence s, int i) {
        for (Patterns.Hit<Cue> hit : context.hits(s)) {
            if (hit.pos() == 'n' && hit.head() == i) {
                return hit.value().notes().contains("document") || s.token(i).is("report");
            }
        }
        return false;
    }

    private void add(Sentence s, int speaker, Span words, int cue, Span content) {
        Cue says = new Cue(Claim.Stance.ASSERTS, List.of("label"), List.of("clause"), Set.of());
        Patterns.Hit<Cue> hit = new Patterns.Hit<>(says, 'v', cue, List.of(cue));
        Speakers.Speaker named =
                new Speakers.Speaker(new Position(s.index(), speaker), speaker, words, false);
        found.add(
                context.candidate(
                        s, hit, s.token(cue).span(), named, content, Candidate.Telling.LABEL));
    }

    private boolean sign(Sentence s, int token, String signs) {
        Span span = s.token(token).span();
        for (int i = span.start(); i < span.end(); i++) {
            if (signs.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstWord(Sentence s, int from) {
        int i = from;
        while (i < s.size() && Words.isMark(s.token(i))) {
            i++;
        }
        return i;
    }

    private boolean beginsParagraph(Sentence s) {
        for (int i = s.span().start() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n') {
                return true;
            }
            if (Character.isLetterOrDigit(c) || c == '.') {
                return false;
            }
        }
        return true;
    }

    /** Where the words of the paragraph end that a sentence begins. */
    private int endOfParagraph(Sentence s) {
        int end = s.span().end();
        for (int i = s.index() + 1; i < context.analysis.sentences().size(); i++) {
            Sentence next = context.analysis.sentences().get(i);
            if (text.substring(end, next.span().start()).indexOf('\n') >= 0) {
                break;
            }
            end = next.span().end();
        }
        return end;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
