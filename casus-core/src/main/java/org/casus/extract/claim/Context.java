package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Claim;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Patterns;
import org.jspecify.annotations.Nullable;

/** A report with what the search for attributions needs of it: cues, quotations, actors. */
final class Context {
    final Analysis analysis;
    final Mentions<Actor> actors;
    final Cues cues;
    final Quotations quotations;
    final Speakers speakers;
    private final List<List<Patterns.Hit<Cue>>> hits = new ArrayList<>();

    Context(Cues cues, Analysis analysis, Mentions<Actor> actors) {
        this.cues = cues;
        this.analysis = analysis;
        this.actors = actors;
        this.quotations = new Quotations(analysis.text());
        this.speakers = new Speakers(actors);
        for (Sentence s : analysis.sentences()) {
            hits.add(s.parsed() ? cues.find(s) : List.of());
        }
    }

    /** The cues of a sentence, in order. */
    List<Patterns.Hit<Cue>> hits(Sentence s) {
        return hits.get(s.index());
    }

    /** Whether a token stands between quotation marks. */
    boolean quoted(Token t) {
        return quotations.at(t.span().start()) >= 0;
    }

    /** The word by which a speaker is named at the cue. */
    Token word(Speakers.Speaker speaker) {
        return sentence(speaker.head().sentence()).token(speaker.token());
    }

    /** Whether a noun is a cue or part of one: statement, report, letter. */
    boolean isPaper(Sentence s, int noun) {
        for (Patterns.Hit<Cue> hit : hits(s)) {
            boolean phrase = hit.pos() == 'v' && hit.words().contains(noun);
            if (phrase || hit.pos() == 'n' && hit.head() == noun) {
                return true;
            }
        }
        return false;
    }

    /** The index of the sentence that holds a place, or the first behind it; -1 at the end. */
    int sentenceAt(int offset) {
        int low = 0;
        int high = analysis.sentences().size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (analysis.sentences().get(mid).span().end() > offset) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return low < analysis.sentences().size() ? low : -1;
    }

    Sentence sentence(int index) {
        return analysis.sentences().get(index);
    }

    /** Whether a line ends between two places. */
    boolean newline(int from, int to) {
        int at = analysis.text().indexOf('\n', from);
        return at >= 0 && at < to;
    }

    Candidate candidate(
            Sentence s,
            Patterns.Hit<Cue> hit,
            Span cue,
            Speakers.@Nullable Speaker speaker,
            Span content,
            Candidate.Telling telling) {
        return candidate(s, hit, hit.value().stance(), cue, speaker, content, telling);
    }

    Candidate candidate(
            Sentence s,
            Patterns.Hit<Cue> hit,
            Claim.Stance stance,
            Span cue,
            Speakers.@Nullable Speaker speaker,
            Span content,
            Candidate.Telling telling) {
        Attribution attribution =
                new Attribution(
                        new Position(s.index(), hit.head()),
                        cue,
                        speaker == null ? null : speaker.head(),
                        speaker == null ? null : speaker.words(),
                        content,
                        stance,
                        quotations.touches(content),
                        hit.value().notes());
        return new Candidate(attribution, hit.value(), telling, speaker);
    }
}
