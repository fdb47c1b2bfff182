package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Argument;
import org.casus.model.Claim;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/** Attributions by verbs: who says, what is said, and whether the verb says anything here. */
final class VerbCues {
    private final Context context;
    private final Continuations continuations;
    private final DirectSpeech speech;

    VerbCues(Context context, DirectSpeech speech) {
        this.context = context;
        this.continuations = new Continuations(context);
        this.speech = speech;
    }

    void collect(Sentence s, Patterns.Hit<Cue> hit, List<Candidate> found) {
        Token t = s.token(hit.head());
        if (t.labelled("aux", "auxpass") || interrupted(s, hit)) {
            return;
        }
        int issuing = issuing(s, hit);
        List<Span> quoted = speech.saidBy(s, hit);
        Speakers.Speaker speaker = speaker(s, hit, issuing, !quoted.isEmpty());
        Contents.Content content = content(s, hit);
        List<Span> pieces = new ArrayList<>(quoted);
        if (content != null
                && apart(content.pieces(), quoted)
                && accepted(s, hit, speaker, content)) {
            pieces.addAll(0, content.pieces());
        }
        Claim.Stance stance = stance(s, hit);
        if (stance == null || pieces.isEmpty() || !quoted.isEmpty() && speaker == null) {
            return;
        }
        Span cue = cueSpan(s, hit);
        if (issuing >= 0) {
            cue = cue.cover(s.token(issuing).span());
        }
        for (Span piece : pieces) {
            if (cue.start() < piece.start() && piece.start() < cue.end()) {
                cue = Words.trimmed(s, new Span(cue.start(), piece.start()));
            }
        }
        Candidate.Telling telling =
                content == null ? Candidate.Telling.QUOTATION : content.telling();
        Speakers.Speaker quoting = speaker == null ? null : quoting(s, hit, speaker);
        for (Span piece : pieces) {
            if (quoting != null && speaker != null && speaker.words().start() < piece.start()) {
                Span said = speaker.words().cover(piece);
                Span quotes = s.token(hit.head()).span();
                found.add(context.candidate(s, hit, stance, quotes, quoting, said, telling));
                cue = s.token(hit.last()).span();
            }
            found.add(context.candidate(s, hit, stance, cue, speaker, piece, telling));
            ownersClaim(s, hit, piece, found);
        }
    }

    /** "The agency quoted a captain as saying that …": two voices, of which the paper's is one. */
    private Speakers.@Nullable Speaker quoting(
            Sentence s, Patterns.Hit<Cue> hit, Speakers.Speaker quoted) {
        List<Integer> subjects = s.arguments(hit.head(), "subject");
        boolean two = hit.value().source().contains("object") && hit.words().size() > 1;
        return two && !subjects.isEmpty() && subjects.get(0) != quoted.token()
                ? context.speakers.at(s, subjects.get(0), hit)
                : null;
    }

    /** What the cue makes of its content, minding "not". */
    private static Claim.@Nullable Stance stance(Sentence s, Patterns.Hit<Cue> hit) {
        boolean not = s.child(hit.head(), "neg") >= 0;
        return not ? hit.value().negated() : hit.value().stance();
    }

    /** "Rejected the army's claim that …": what is rejected is the army's word. */
    private void ownersClaim(
            Sentence s, Patterns.Hit<Cue> hit, Span content, List<Candidate> found) {
        if (hit.value().stance() == Claim.Stance.ASSERTS) {
            return;
        }
        int noun = hit.last();
        Cue claim = context.cues.noun(s, noun);
        if (noun == hit.head() || claim == null) {
            return;
        }
        Patterns.Hit<Cue> own = new Patterns.Hit<>(claim, 'n', noun, List.of(noun));
        Speakers.Speaker owner = context.speakers.of(s, own);
        if (owner != null && owner.token() != noun && context.speakers.isActor(owner)) {
            Span cue = s.token(noun).span();
            if (!content.overlaps(cue)) {
                found.add(context.candidate(s, own, cue, owner, content, Candidate.Telling.NOUN));
            }
        }
    }

    /** "Called (a meeting) for Friday": what is called for stands behind the preposition alone. */
    private boolean interrupted(Sentence s, Patterns.Hit<Cue> hit) {
        int prep = hit.last();
        String first = hit.value().content().isEmpty() ? "" : hit.value().content().get(0);
        if (!s.token(prep).is(first)) {
            return false;
        }
        int object = s.child(hit.head(), "dobj");
        return object > hit.head()
                && object < prep
                && !hit.words().contains(object)
                && context.actors.at(s.index(), object) == null
                && !s.token(object).isPronoun();
    }

    private Speakers.@Nullable Speaker speaker(
            Sentence s, Patterns.Hit<Cue> hit, int issuing, boolean quotes) {
        if (issuing >= 0) {
            return context.speakers.at(s, s.arguments(issuing, "subject").get(0), hit);
        }
        Patterns.Hit<Cue> first = continuations.speaksOnFrom(s, hit);
        Speakers.Speaker speaker = context.speakers.of(s, first == null ? hit : first);
        if (speaker == null && hit.value().aloud() && !hit.value().weak()) {
            return quotes ? context.speakers.beside(s, hit) : context.speakers.justBefore(s, hit);
        }
        return speaker;
    }

    /**
     * "The ministry issued a statement saying that …": whoever puts out the paper speaks.
     *
     * @return the verb that governs the paper, or -1
     */
    private int issuing(Sentence s, Patterns.Hit<Cue> hit) {
        Token t = s.token(hit.head());
        int paper = t.labelled("acl") && t.pos().equals("VBG") ? t.head() : -1;
        if (paper < 0 || !s.token(paper).labelled("dobj") || !context.isPaper(s, paper)) {
            return -1;
        }
        int verb = s.token(paper).head();
        return s.token(verb).isVerb() && !s.arguments(verb, "subject").isEmpty() ? verb : -1;
    }

    private boolean accepted(
            Sentence s,
            Patterns.Hit<Cue> hit,
            Speakers.@Nullable Speaker speaker,
            Contents.Content content) {
        Cue cue = hit.value();
        boolean passive = s.child(hit.head(), "nsubjpass", "auxpass") >= 0;
        if (speaker != null && context.speakers.isNobody(s, speaker)) {
            return false;
        }
        if (speaker == null) {
            return passive
                    && switch (content.telling()) {
                        case CLAUSE -> !cue.weak();
                        case PHRASE -> !cue.needsClause();
                        default -> false;
                    };
        }
        if (cue.weak() && !context.speakers.isActor(speaker)) {
            return false;
        }
        if (context.isPaper(s, speaker.token())) {
            return content.telling() != Candidate.Telling.PHRASE || !cue.needsClause();
        }
        return switch (content.telling()) {
            case CLAUSE ->
                    context.speakers.canSpeak(s, speaker, cue)
                            || s.token(speaker.token()).isNoun() && !cue.weak();
            case PHRASE ->
                    !cue.needsClause()
                            && (!cue.notes().contains("predicate") || named(s, hit))
                            && (context.speakers.canSpeak(s, speaker, cue)
                                    || s.token(speaker.token()).isNoun()
                                            && (hit.words().size() > 1 || !cue.aloud()));
            default -> !cue.weak();
        };
    }

    /** Whether the cue says what a thing is called. */
    private static boolean named(Sentence s, Patterns.Hit<Cue> hit) {
        for (Argument a : s.arguments(hit.head())) {
            boolean object = a.slot().equals("object") && a.head() > hit.head();
            int name = object ? s.child(a.head(), "appos") : -1;
            boolean apposed = name > 0 && !s.token(s.first(name) - 1).pos().equals(",");
            if (apposed || a.slot().equals("complement") || a.slot().equals("as")) {
                return true;
            }
        }
        return false;
    }

    /** What the grammar gives, as far as the quotations of other cues. */
    private Contents.@Nullable Content content(Sentence s, Patterns.Hit<Cue> hit) {
        Contents.Content content = new Contents(s, hit, continuations.notSaid(s, hit)).find();
        if (content == null || context.quoted(s.token(hit.head()))) {
            return content;
        }
        List<Span> pieces = new ArrayList<>(content.pieces().size());
        for (Span piece : content.pieces()) {
            Span foreign = speech.foreignIn(piece, s, hit);
            if (foreign == null) {
                pieces.add(piece);
            } else if (foreign.start() > piece.start()) {
                pieces.add(Words.trimmed(s, new Span(piece.start(), foreign.start())));
            }
        }
        return pieces.isEmpty() ? null : new Contents.Content(content.telling(), pieces);
    }

    /** Whether what the grammar gives is something else than the quotations. */
    private static boolean apart(List<Span> pieces, List<Span> quoted) {
        for (Span p : pieces) {
            for (Span q : quoted) {
                if (p.overlaps(q)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The cue with its auxiliaries, negation and adverbs. */
    private static Span cueSpan(Sentence s, Patterns.Hit<Cue> hit) {
        int first = hit.words().get(0);
        int last = hit.value().notes().contains("deed") ? hit.head() : lastTogether(s, hit);
        if (last - first + 1 > hit.words().size() + 4) {
            first = hit.head();
            last = hit.head();
        }
        while (first > 0
                && s.token(first - 1).head() == hit.head()
                && s.token(first - 1).labelled("aux", "auxpass", "neg", "advmod")
                && !s.token(first - 1).pos().startsWith("W")) {
            first--;
        }
        return s.span(first, last);
    }

    /** The end of the cue; "described (the deal) as" ends before what is described. */
    private static int lastTogether(Sentence s, Patterns.Hit<Cue> hit) {
        for (int k = 1; k < hit.words().size(); k++) {
            int w = hit.words().get(k);
            int before = hit.words().get(k - 1);
            boolean small =
                    switch (s.token(w).pos()) {
                        case "IN", "TO", "RP" -> true;
                        default -> false;
                    };
            if (small && before >= hit.head() && w > before + 1) {
                return before;
            }
        }
        return hit.last();
    }
}
