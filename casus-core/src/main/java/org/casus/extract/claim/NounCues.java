package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.rule.Patterns;

/** Attributions by nouns (the claim that …) and by phrases like prepositions (according to …). */
final class NounCues {
    private final Context context;

    NounCues(Context context) {
        this.context = context;
    }

    void noun(Sentence s, Patterns.Hit<Cue> hit, List<Candidate> found) {
        List<Span> contents = new ArrayList<>(1);
        for (Argument a : s.arguments(hit.head())) {
            boolean clause = a.slot().equals("that") && !adverbial(s, a);
            if (clause
                    || a.slot().equals("to")
                            && hit.value().content().contains("to")
                            && s.token(a.head()).isVerb()) {
                contents.add(s.subtree(a.head()));
            }
        }
        if (contents.isEmpty()) {
            return;
        }
        Speakers.Speaker speaker = context.speakers.of(s, hit);
        Span cue = s.span(hit.words().get(0), hit.head());
        int verb = s.token(hit.head()).head();
        if (verb >= 0
                && s.token(hit.head()).labelled("dobj")
                && context.cues.bears(s.token(verb))) {
            cue = cue.cover(s.token(verb).span());
            List<Integer> subjects = s.arguments(verb, "subject");
            if (speaker == null && !subjects.isEmpty()) {
                speaker = context.speakers.at(s, subjects.get(0), hit);
            }
        }
        for (Span content : contents) {
            found.add(context.candidate(s, hit, cue, speaker, content, Candidate.Telling.NOUN));
        }
    }

    /** "A charge, since he knew …": a clause that only gives a reason or a time. */
    private static boolean adverbial(Sentence s, Argument a) {
        return a.link() >= 0
                && s.token(a.link()).labelled("mark")
                && !s.token(a.link()).is("that", "whether", "if");
    }

    /** "According to the police": what the phrase hangs on is said. */
    void phrase(Sentence s, Patterns.Hit<Cue> hit, List<Candidate> found) {
        if (!hit.value().content().contains("clause")) {
            topic(s, hit, found);
            return;
        }
        int source = s.child(hit.last(), "pobj", "dobj");
        int host = s.token(hit.head()).head();
        if (hit.words().size() == 1 || source < 0 || host < 0) {
            return;
        }
        Span cue = s.span(hit.head(), hit.last());
        Speakers.Speaker speaker = context.speakers.at(s, source, hit);
        int clause = clauseSwallowed(s, hit, source, host);
        if (clause >= 0) {
            speaker = speaker.upTo(s, clause - 2);
            found.add(
                    context.candidate(
                            s,
                            hit,
                            cue,
                            speaker,
                            Words.trimmed(s, clause, s.last(host)),
                            Candidate.Telling.AROUND));
            return;
        }
        for (Span content : Words.around(s, host, List.of(hit.head(), hit.last()))) {
            found.add(context.candidate(s, hit, cue, speaker, content, Candidate.Telling.AROUND));
        }
    }

    /**
     * "According to the police, the men fled": parsers like to take the men for more police.
     *
     * @return the first word of the clause, or -1 if it is where it should be
     */
    private static int clauseSwallowed(Sentence s, Patterns.Hit<Cue> hit, int source, int host) {
        boolean opens = hit.head() <= 1 && host > source;
        if (!opens) {
            return -1;
        }
        int comma = source + 1;
        while (comma < host && !s.token(comma).pos().equals(",")) {
            comma++;
        }
        return comma + 1 < host && s.last(source) > comma && s.last(source) > host ? comma + 1 : -1;
    }

    /** "Amid fears that the truce will fail", "on suspicion of murder". */
    private void topic(Sentence s, Patterns.Hit<Cue> hit, List<Candidate> found) {
        for (Argument a : s.arguments(hit.last())) {
            boolean said = hit.value().content().contains(a.slot());
            if (said && !hit.words().contains(a.head())) {
                boolean law = hit.value().source().contains("subject");
                found.add(
                        context.candidate(
                                s,
                                hit,
                                s.span(hit.words().get(0), hit.last()),
                                law ? null : context.speakers.of(s, hit),
                                s.subtree(a.head()),
                                Candidate.Telling.NOUN));
                return;
            }
        }
    }
}
