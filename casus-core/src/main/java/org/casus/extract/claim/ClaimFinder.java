package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Claim;
import org.casus.model.Mentions;
import org.casus.model.Position;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.jspecify.annotations.Nullable;

/** Finds attributions, and nests them: what is said within what is said. */
public final class ClaimFinder {
    private static final Set<String> COMPLEMENTS = Set.of("that", "wh", "to", "ing", "quote");

    private final Cues cues;

    private ClaimFinder(Cues cues) {
        this.cues = cues;
    }

    public static ClaimFinder load(Problems problems) {
        return new ClaimFinder(Cues.load(problems));
    }

    /** All attributions of a report, in order of their cues. */
    public List<Attribution> find(
            Analysis analysis, Mentions<Actor> actors, Set<Position> triggers) {
        Quotations quotations = new Quotations(analysis.text());
        List<Attribution> found = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            if (!s.parsed()) {
                continue;
            }
            for (Cues.Hit hit : cues.find(s)) {
                found.addAll(attributions(s, hit, actors, triggers, quotations));
            }
        }
        found.addAll(new LooseQuotes(analysis, quotations, found).attributions());
        found.sort((a, b) -> a.cue().compareTo(b.cue()));
        return found;
    }

    /** The sources of an attribution's words, outermost first, itself last. */
    public static List<Attribution> chain(Attribution inner, List<Attribution> all) {
        List<Attribution> chain = new ArrayList<>();
        for (Attribution a : all) {
            if (a.holds(inner)) {
                chain.add(a);
            }
        }
        chain.sort((a, b) -> Integer.compare(b.content().length(), a.content().length()));
        List<Attribution> nested = new ArrayList<>();
        for (Attribution a : chain) {
            if (nested.isEmpty() || nested.get(nested.size() - 1).holds(a)) {
                nested.add(a);
            }
        }
        nested.add(inner);
        return nested;
    }

    private List<Attribution> attributions(
            Sentence s,
            Cues.Hit hit,
            Mentions<Actor> actors,
            Set<Position> triggers,
            Quotations quotations) {
        return switch (hit.cue().pos()) {
            case 'v' -> byVerb(s, hit, actors, triggers, quotations);
            case 'n' -> byNoun(s, hit, actors, quotations);
            case 'p' -> byPhrase(s, hit, actors, quotations);
            default -> List.of();
        };
    }

    // ---- verbs

    private List<Attribution> byVerb(
            Sentence s,
            Cues.Hit hit,
            Mentions<Actor> actors,
            Set<Position> triggers,
            Quotations quotations) {
        if (s.token(hit.head()).labelled("aux", "auxpass")) {
            return List.of();
        }
        List<Span> contents = contents(s, hit, false);
        boolean clause = !contents.isEmpty();
        if (!clause) {
            contents =
                    contents(s, hit, true).stream()
                            .filter(c -> worthTelling(s, hit, c, triggers))
                            .toList();
        }
        if (contents.isEmpty()) {
            Span whole = wholeQuote(s, hit, quotations);
            if (whole == null) {
                return List.of();
            }
            contents = List.of(whole);
        }
        Integer source = source(s, hit);
        boolean weak = hit.cue().notes().contains("weak");
        if (weak && (!clause || source == null || actors.at(s.index(), source) == null)) {
            return List.of();
        }
        if (!clause && source == null) {
            return List.of();
        }
        if (source != null
                && !speaks(s, source, actors, hit.cue())
                && !(clause && s.token(source).isPronoun())) {
            return List.of();
        }
        return build(s, hit, cueSpan(s, hit), source, contents, actors, quotations);
    }

    /**
     * Without a clause, only a deed is told; finding fault with a thing is told only where it is
     * called something.
     */
    private static boolean worthTelling(
            Sentence s, Cues.Hit hit, Span content, Set<Position> triggers) {
        boolean deed =
                triggers.stream()
                        .anyMatch(
                                t ->
                                        t.sentence() == s.index()
                                                && !hit.words().contains(t.token())
                                                && content.contains(s.token(t.token()).span()));
        boolean called = hit.cue().content().contains("complement") && hasClause(s, hit);
        boolean asserts = hit.cue().stance() == Claim.Stance.ASSERTS;
        return asserts
                ? called
                        || (deed
                                && !hit.cue().notes().contains("writing")
                                && !hit.cue().notes().contains("judgment"))
                : deed || hit.cue().stance() == Claim.Stance.ACCUSES;
    }

    /**
     * Somebody who can speak or think: an actor, a paper, a pronoun; for documents, any noun will
     * do.
     */
    private static boolean speaks(Sentence s, int source, Mentions<Actor> actors, Cues.Cue cue) {
        Token t = s.token(source);
        return actors.at(s.index(), source) != null
                || t.isPronoun()
                || t.isProper()
                || cue.notes().contains("document")
                || t.pos().startsWith("W")
                || t.pos().equals("CD")
                || t.pos().equals("DT")
                || (t.isNoun() && !cue.notes().contains("weak") && cue.content().contains("that"));
    }

    private static @Nullable Integer source(Sentence s, Cues.Hit hit) {
        for (String slot : hit.cue().source()) {
            for (int w : hit.words()) {
                for (Argument a : s.arguments(w)) {
                    if (a.slot().equals(slot) && !hit.words().contains(a.head())) {
                        return s.token(a.head()).is("it") && s.token(a.head()).labelled("nsubjpass")
                                ? null
                                : a.head();
                    }
                }
            }
        }
        return null;
    }

    /** The words said, in one piece or in two around the cue. */
    private static List<Span> contents(Sentence s, Cues.Hit hit, boolean nominal) {
        List<Span> found = new ArrayList<>();
        Span cover = null;
        boolean together =
                switch (hit.cue().stance()) {
                    case ACCUSES, DEMANDS, THREATENS -> true;
                    default -> hit.cue().notes().contains("judgment");
                };
        for (String slot : hit.cue().content()) {
            boolean complement = COMPLEMENTS.contains(slot);
            if (complement == nominal && !together || slot.equals("clause")) {
                continue;
            }
            for (int w : hit.words()) {
                for (Argument a : s.arguments(w)) {
                    if (!a.slot().equals(slot.equals("wh") ? "that" : slot)
                            || hit.words().contains(a.head())
                            || a.passed() && !slot.equals("object")) {
                        continue;
                    }
                    if (together) {
                        Span piece =
                                a.link() >= 0 && s.token(a.link()).labelled("prep")
                                        ? s.subtree(a.link())
                                        : s.subtree(a.head());
                        cover = cover == null ? piece : cover.cover(piece);
                    } else {
                        found.addAll(around(s, a.head(), hit));
                    }
                }
            }
            if (!found.isEmpty() && !together) {
                break;
            }
        }
        if (cover != null && (nominal || hasClause(s, hit))) {
            Span cue = s.token(hit.head()).span();
            if (!cover.contains(cue)) {
                found.add(stretched(s, hit, cover));
            }
        }
        if (found.isEmpty() && nominal && hit.words().size() > 1) {
            found.addAll(afterPhrase(s, hit));
        }
        if (found.isEmpty() && !nominal) {
            found.addAll(parenthetical(s, hit));
        }
        return found;
    }

    /**
     * "denied responsibility for the attack", "seems confident in saying so": what hangs on the
     * phrase by a preposition.
     */
    private static List<Span> afterPhrase(Sentence s, Cues.Hit hit) {
        for (int w : List.of(hit.words().get(hit.words().size() - 1), hit.head())) {
            for (Argument a : s.arguments(w)) {
                boolean after =
                        a.link() > w
                                && s.token(a.link()).labelled("prep")
                                && !s.token(a.link()).is("to");
                if (after && !hit.words().contains(a.head())) {
                    return List.of(s.subtree(a.head()));
                }
            }
        }
        return List.of();
    }

    /** "fingering the group for the attack": a phrase of the cue that the parser hung higher up. */
    private static Span stretched(Sentence s, Cues.Hit hit, Span cover) {
        Span span = cover;
        for (int i = 0; i < s.size(); i++) {
            Token t = s.token(i);
            boolean next = t.span().start() > span.end() && t.span().start() - span.end() <= 1;
            if (next
                    && t.labelled("prep")
                    && hit.cue().content().contains(t.lemma())
                    && t.head() >= 0
                    && s.under(hit.head(), t.head())) {
                span = span.cover(s.subtree(i));
            }
        }
        return span;
    }

    private static boolean hasClause(Sentence s, Cues.Hit hit) {
        return hit.words().stream()
                .anyMatch(
                        w ->
                                s.arguments(w).stream()
                                        .anyMatch(
                                                a ->
                                                        Set.of(
                                                                        "that",
                                                                        "to",
                                                                        "ing",
                                                                        "of",
                                                                        "for",
                                                                        "complement")
                                                                .contains(a.slot())));
    }

    /** A clause's words, cut where the cue stands in their middle. */
    private static List<Span> around(Sentence s, int clause, Cues.Hit hit) {
        int first = s.first(clause);
        int last = s.last(clause);
        int cueFirst = s.first(hit.head());
        int cueLast = s.last(hit.head());
        boolean inside = first < hit.head() && hit.head() < last && !s.under(clause, hit.head());
        if (!inside) {
            return List.of(trim(s, first, last));
        }
        List<Span> pieces = new ArrayList<>();
        if (cueFirst > first) {
            pieces.add(trim(s, first, cueFirst - 1));
        }
        if (cueLast < last) {
            pieces.add(trim(s, cueLast + 1, last));
        }
        return pieces;
    }

    /** "The army, officials said, lost four men": the cue hangs on what is said. */
    private static List<Span> parenthetical(Sentence s, Cues.Hit hit) {
        Token t = s.token(hit.head());
        int host = t.head();
        boolean speech =
                hit.cue().content().contains("that")
                        && s.child(hit.head(), "nsubj", "nsubjpass") >= 0;
        if (host < 0
                || !speech
                || !t.labelled("parataxis", "ccomp", "meta", "advcl")
                || s.child(hit.head(), "mark", "dobj") >= 0) {
            return List.of();
        }
        boolean inverted =
                t.labelled("ccomp") && s.child(host, "nsubj") < hit.head() && host < hit.head();
        if (t.labelled("ccomp") && !inverted
                || t.labelled("advcl") && s.child(hit.head(), "advmod") >= 0) {
            return List.of();
        }
        List<Span> pieces = new ArrayList<>();
        int from = s.first(host);
        int to = s.last(host);
        int cueFirst = s.first(hit.head());
        int cueLast = s.last(hit.head());
        if (cueFirst > from) {
            pieces.add(trim(s, from, cueFirst - 1));
        }
        if (cueLast < to && s.size() - cueLast > 3) {
            pieces.add(trim(s, cueLast + 1, to));
        }
        return pieces;
    }

    private static @Nullable Span wholeQuote(Sentence s, Cues.Hit hit, Quotations quotations) {
        if (!hit.cue().content().contains("quote")) {
            return null;
        }
        for (Span q : quotations.all()) {
            if (s.span().overlaps(q)
                    && !q.contains(s.token(hit.head()).span())
                    && s.span().contains(q)
                    && q.length() > 12) {
                return q;
            }
        }
        return null;
    }

    /** Without the commas, stops and conjunctions at its ends. */
    private static Span trim(Sentence s, int first, int last) {
        int a = first;
        int b = last;
        while (a < b && (s.token(a).pos().matches("[,.:]|CC|HYPH") || s.token(a).labelled("cc"))) {
            a++;
        }
        while (b > a && s.token(b).pos().matches("[,.:]|HYPH")) {
            b--;
        }
        return s.span(a, b);
    }

    // ---- nouns and phrases

    private List<Attribution> byNoun(
            Sentence s, Cues.Hit hit, Mentions<Actor> actors, Quotations quotations) {
        List<Span> contents = new ArrayList<>();
        for (Argument a : s.arguments(hit.head())) {
            if (a.slot().equals("that")
                    || a.slot().equals("to")
                            && hit.cue().content().contains("to")
                            && s.token(a.head()).isVerb()) {
                contents.add(s.subtree(a.head()));
            }
        }
        if (contents.isEmpty()) {
            return List.of();
        }
        Integer source = source(s, hit);
        Span cue = s.span(hit.words().get(0), hit.head());
        int verb = s.token(hit.head()).head();
        if (verb >= 0 && s.token(hit.head()).labelled("dobj") && s.token(verb).isVerb()) {
            cue = s.span(verb, hit.head());
            source =
                    source == null
                            ? s.arguments(verb, "subject").stream().findFirst().orElse(null)
                            : source;
        }
        return build(s, hit, cue, source, contents, actors, quotations);
    }

    /** "according to the police": what the phrase hangs on is said. */
    private List<Attribution> byPhrase(
            Sentence s, Cues.Hit hit, Mentions<Actor> actors, Quotations quotations) {
        if (hit.words().size() == 1) {
            return List.of(); // "for", "per": too many meanings
        }
        int last = hit.words().get(hit.words().size() - 1);
        int source = s.child(last, "pobj", "dobj");
        int host = s.token(hit.head()).head();
        if (source < 0 || host < 0) {
            return List.of();
        }
        int from = s.first(host);
        int to = s.last(host);
        int phraseFirst = s.first(hit.head());
        int phraseLast = Math.max(s.last(hit.head()), s.last(source));
        List<Span> contents = new ArrayList<>();
        if (phraseFirst > from + 1) {
            contents.add(trim(s, from, phraseFirst - 1));
        }
        if (phraseLast < to - 1) {
            contents.add(trim(s, phraseLast + 1, to));
        }
        if (contents.size() == 2 && contents.get(1).length() > contents.get(0).length()) {
            contents.remove(0);
        } else if (contents.size() == 2) {
            contents.remove(1);
        }
        return contents.isEmpty()
                ? List.of()
                : build(s, hit, s.span(hit.head(), last), source, contents, actors, quotations);
    }

    // ---- what they have in common

    private static List<Attribution> build(
            Sentence s,
            Cues.Hit hit,
            Span cue,
            @Nullable Integer source,
            List<Span> contents,
            Mentions<Actor> actors,
            Quotations quotations) {
        List<Attribution> found = new ArrayList<>();
        Position speaker =
                source == null ? null : new Position(s.index(), speaker(s, source, actors));
        Span words = source == null ? null : sourceSpan(s, source);
        for (Span content : contents) {
            boolean quoted = quotations.touches(content);
            found.add(
                    new Attribution(
                            new Position(s.index(), hit.head()),
                            cue,
                            speaker,
                            words,
                            content,
                            hit.cue().stance(),
                            quoted,
                            hit.cue().notes()));
        }
        return found;
    }

    /** "a statement from the Pentagon": the body behind the paper speaks. */
    private static int speaker(Sentence s, int source, Mentions<Actor> actors) {
        if (actors.at(s.index(), source) == null) {
            for (Argument a : s.arguments(source)) {
                if (Set.of("from", "by", "of", "poss", "compound").contains(a.slot())
                        && actors.at(s.index(), a.head()) != null) {
                    return a.head();
                }
            }
        }
        return source;
    }

    /** The speaker's noun phrase with what hangs on it, but no clause. */
    private static Span sourceSpan(Sentence s, int source) {
        int first = s.first(source);
        int last = source;
        for (int c : s.children(source)) {
            if (c > source
                    && s.token(c)
                            .labelled("prep", "appos", "case", "conj", "cc", "nmod", "compound")) {
                last = Math.max(last, s.last(c));
            }
        }
        return trim(s, first, Math.max(first, last));
    }

    /**
     * The verb with its auxiliaries left out; the words of a longer cue where they stand together.
     */
    private static Span cueSpan(Sentence s, Cues.Hit hit) {
        int first = hit.words().get(0);
        int last = hit.words().get(hit.words().size() - 1);
        return last - first + 1 == hit.words().size() || last - first < 6
                ? s.span(first, last)
                : s.token(hit.head()).span();
    }
}
