package org.casus.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match.Kind;
import org.jspecify.annotations.Nullable;

/** Finds frames in sentences: from a trigger word to the arguments that grammar gives it. */
public final class FrameMatcher {
    /** A word of the frames with its frame; a Trigger that stands in a sentence makes a match. */
    private record Pattern(Frame frame, Constraints constraints, Kind kind, Trigger trigger) {}

    /** A pattern that the word at a token may set off. */
    private record Candidate(int at, Pattern pattern) {}

    private static final Comparator<Candidate> LONGEST_FIRST =
            Comparator.comparingInt(c -> -c.pattern.trigger.length());

    private final Map<String, List<Pattern>> patterns = new HashMap<>();
    private final LightVerbs lights;
    private final Arguments arguments;

    public FrameMatcher(List<Frame> frames, Lexicon lexicon, Problems problems) {
        lights = LightVerbs.load(problems);
        arguments = new Arguments(lexicon);
        for (Frame f : frames) {
            Constraints c = new Constraints(f, lexicon);
            f.verbs().forEach(w -> add(f, c, Kind.VERB, w));
            f.nouns().forEach(w -> add(f, c, Kind.NOUN, w));
            f.adjectives().forEach(w -> add(f, c, Kind.ADJECTIVE, w));
            f.agents().forEach(w -> add(f, c, Kind.AGENT, w));
        }
        // A frame that asks for something goes before one that takes anything; tolls go last.
        Comparator<Pattern> choosyFirst =
                Comparator.comparingInt(
                        p -> p.frame.alone() ? 2 : p.frame.only().isEmpty() ? 1 : 0);
        patterns.values().forEach(list -> list.sort(choosyFirst));
    }

    private void add(Frame frame, Constraints constraints, Kind kind, String phrase) {
        for (Trigger t : Trigger.of(phrase, kind)) {
            patterns.computeIfAbsent(t.key(), k -> new ArrayList<>(2))
                    .add(new Pattern(frame, constraints, kind, t));
        }
    }

    /** The matches of a sentence in order of their head; no token sets off two. */
    public List<Match> match(Sentence s) {
        List<Candidate> candidates = s.parsed() ? candidates(s) : List.of();
        if (candidates.isEmpty()) {
            return List.of();
        }
        LightVerbs.Uses uses = lights.in(s);
        boolean[] taken = new boolean[s.size()];
        List<Match> found = new ArrayList<>();
        for (Candidate c : candidates) {
            Match m = taken[c.at] ? null : match(s, c.at, c.pattern, taken, uses);
            if (m != null) {
                found.add(m);
                m.words().forEach(w -> taken[w] = true);
            }
        }
        found.replaceAll(m -> arguments.withDoer(m, taken));
        found.sort(Comparator.comparingInt(Match::head));
        return found;
    }

    /** The longest first; of the same length those that stand first in the sentence. */
    private List<Candidate> candidates(Sentence s) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Token t = s.token(i);
            collect(t, t.lemma(), candidates);
            String form = Phrases.lower(t);
            if (!form.equals(t.lemma())) {
                collect(t, form, candidates);
            } else if (t.isVerb()) {
                collectBases(t, form, candidates);
            }
        }
        candidates.sort(LONGEST_FIRST);
        return candidates;
    }

    /** What the analyzer knows no lemma of may still be a regular form of a word of the frames. */
    private void collectBases(Token t, String form, List<Candidate> candidates) {
        String ending = form.endsWith("ing") ? "ing" : form.endsWith("ed") ? "ed" : "s";
        if (form.endsWith(ending) && form.length() > ending.length() + 2) {
            String stem = form.substring(0, form.length() - ending.length());
            collect(t, stem, candidates);
            if (!ending.equals("s")) {
                collect(t, stem + "e", candidates);
                char last = stem.charAt(stem.length() - 1);
                if (last == stem.charAt(stem.length() - 2)) {
                    collect(t, stem.substring(0, stem.length() - 1), candidates);
                }
            }
        }
    }

    private void collect(Token t, String key, List<Candidate> candidates) {
        List<Pattern> known = patterns.get(key);
        if (known != null) {
            for (Pattern p : known) {
                if (fits(p, t)) {
                    candidates.add(new Candidate(t.index(), p));
                }
            }
        }
    }

    private static boolean fits(Pattern p, Token t) {
        return switch (p.kind) {
            case VERB -> t.isVerb() && !describes(p.frame, t);
            case NOUN, AGENT -> t.isNoun() && !(t.isProper() && t.labelled("compound"));
            case ADJECTIVE -> t.pos().startsWith("JJ") || t.isVerb();
        };
    }

    /**
     * "the banned party", "a burning house": a participle before its noun tells what that is like,
     * and only of people whom something befell what happened: "the kidnapped engineer".
     */
    private static boolean describes(Frame frame, Token t) {
        return t.labelled("nmod", "amod") && !(frame.harm() != null && t.pos().equals("VBN"));
    }

    private @Nullable Match match(
            Sentence s, int head, Pattern p, boolean[] taken, LightVerbs.Uses uses) {
        List<Integer> words = p.trigger.find(s, head);
        if (words.isEmpty()) {
            return null;
        }
        for (int w : words) {
            if (taken[w] || w != head && p.frame.talk() && Past.isKnown(s, w)) {
                return null; // "plotted the 1998 bombing": that is told, not the plot alone
            }
        }
        List<Argument> own = arguments.of(s, head, words, p.kind, uses);
        return p.constraints.allow(s, head, own)
                ? new Match(
                        p.frame,
                        p.kind,
                        s,
                        head,
                        words,
                        arguments.fillers(s, head, p.frame, p.kind, own))
                : null;
    }
}
