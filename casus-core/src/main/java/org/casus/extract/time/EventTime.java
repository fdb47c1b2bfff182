package org.casus.extract.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Sentence;
import org.casus.model.Time;
import org.casus.model.Token;
import org.casus.rule.Problems;
import org.casus.rule.Relatives;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which time of its sentence an event happened at. A time governs the word it hangs on in the tree;
 * from there it reaches on to what happened together with it, and never out of the clause of
 * another verb or from the verb of a report to what is reported.
 */
public final class EventTime {
    private static final Set<String> TOGETHER = Set.of("when", "as", "while", "where");

    /** Labels by which a time sits inside a noun phrase and speaks of the noun alone. */
    private static final Set<String> OF_NOUN =
            Set.of(
                    "poss",
                    "compound",
                    "nn",
                    "amod",
                    "num",
                    "nummod",
                    "nmod",
                    "appos",
                    "meta",
                    "dep");

    private static final List<Time.Granularity> FINENESS = List.of(Time.Granularity.values());

    private final Map<String, Set<String>> kinds;

    private EventTime(Map<String, Set<String>> kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads {@code time/governors.table}.
     *
     * @throws IllegalStateException naming every fault in it
     */
    public static EventTime load() {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (String kind : List.of("talk", "carry", "phase", "event", "state")) {
            kinds.put(kind, new HashSet<>());
        }
        Problems problems = new Problems();
        Table.read(
                "time/governors.table",
                problems,
                row -> {
                    Set<String> words = kinds.get(row.get("kind"));
                    if (words == null) {
                        row.problem(
                                "kind is " + row.get("kind") + ", not one of " + kinds.keySet());
                    } else {
                        words.addAll(row.list("words"));
                    }
                });
        problems.throwIfAny();
        return new EventTime(kinds);
    }

    /**
     * The mention of the time that governs an event, or null where its sentence does not tell.
     *
     * @param times of the same analysis
     * @param trigger token of the word that tells of the event
     */
    public @Nullable Mention<Time> of(
            Analysis analysis, Mentions<Time> times, int sentence, int trigger) {
        Sentence s = analysis.sentences().get(sentence);
        List<Mention<Time>> candidates =
                times.in(sentence).stream().filter(m -> dates(m.value())).toList();
        if (candidates.isEmpty()) {
            return null;
        }
        if (!s.parsed()) {
            return candidates.size() == 1 ? candidates.get(0) : null;
        }
        return new Search(s, candidates, barriers(s, times)).of(trigger);
    }

    /**
     * The times of a report in which amounts between two events ("two days after the massacre")
     * have the days of the one, wherever the report dates the other.
     */
    public Mentions<Time> settle(Analysis analysis, Mentions<Time> times) {
        return Offsets.settle(analysis, times, this);
    }

    /** The time that governs a word, one mention left aside. */
    @Nullable Time timeOf(Sentence s, Mentions<Time> times, int word, Mention<Time> aside) {
        List<Mention<Time>> candidates =
                times.in(s.index()).stream().filter(m -> m != aside && dates(m.value())).toList();
        Mention<Time> found =
                candidates.isEmpty()
                        ? null
                        : new Search(s, candidates, barriers(s, times)).of(word);
        return found == null ? null : found.value();
    }

    /** The prepositions and conjunctions of "two days after": what follows has its own time. */
    private static Set<Integer> barriers(Sentence s, Mentions<Time> times) {
        Set<Integer> barriers = new HashSet<>();
        for (Mention<Time> m : times.in(s.index())) {
            if (s.parsed() && Offsets.of(s, m, times.in(s.index())) != null) {
                barriers.add(m.last());
            }
        }
        return barriers;
    }

    /**
     * Whether a time can date an event: not a rhythm, an amount only when it leads away from
     * something, a vague word only where its day is known.
     */
    private static boolean dates(Time time) {
        boolean known = time.start() != null || time.end() != null;
        return switch (time.type()) {
            case "SET" -> false;
            case "DURATION" ->
                    known
                            || time.modifier() == Time.Modifier.BEFORE
                            || time.modifier() == Time.Modifier.AFTER;
            default -> known || !time.value().endsWith("_REF");
        };
    }

    private boolean is(String kind, Token token) {
        return kinds.getOrDefault(kind, Set.of()).contains(token.lemma());
    }

    /**
     * "since July, when three bombs went off": the verb of the clause that the time opens; or -1.
     */
    static int clauseBehind(Sentence s, Mention<Time> m) {
        int when = m.last() + 1;
        if (when < s.size() && s.token(when).form().equals(",")) {
            when++;
        }
        if (when >= s.size() || !s.lower(when).equals("when")) {
            return -1;
        }
        int verb = s.token(when).head();
        return verb > when && s.token(verb).isVerb() && s.child(verb, "nsubj", "nsubjpass") >= 0
                ? verb
                : -1;
    }

    /** One sentence's search: each word is asked once. */
    private final class Search {
        private final Sentence s;
        private final List<Mention<Time>> candidates;
        private final Set<Integer> barriers;
        private final Set<Integer> asked = new HashSet<>();

        /** The words whose own time is other than the tree has it. */
        private final Map<Mention<Time>, Integer> owners = new HashMap<>();

        Search(Sentence s, List<Mention<Time>> candidates, Set<Integer> barriers) {
            this.s = s;
            this.candidates = candidates;
            this.barriers = barriers;
            for (Mention<Time> m : candidates) {
                int owner = owner(m);
                if (owner >= 0) {
                    owners.put(m, owner);
                }
            }
        }

        /**
         * The word whose time a mention is where the tree misleads, or -1: an amount dates the one
         * of its two events that has no date, and of two times of a verb the one behind an event
         * ("jailed on Friday for a murder in Gao in 2009") is that event's.
         */
        private int owner(Mention<Time> m) {
            Offsets.Offset offset = Offsets.of(s, m, candidates);
            if (offset != null && offset.date() != null) {
                return offset.other();
            }
            if (offset != null) {
                boolean dated =
                        candidates.stream().anyMatch(o -> o != m && hangsOn(o, offset.event()));
                return dated && m.value().start() != null ? offset.other() : offset.event();
            }
            int verb = verbOf(m);
            if (verb < 0) {
                return eventAhead(m);
            }
            int event = eventBetween(verb, m.first());
            boolean told =
                    s.token(verb).pos().equals("VBG")
                            && s.token(verb).labelled("advcl")
                            && is("talk", s.token(verb));
            boolean second =
                    candidates.stream()
                            .anyMatch(o -> o != m && o.last() < event && adverbialOf(o) == verb);
            return event >= 0 && (told || second) ? event : -1;
        }

        /**
         * The event of the phrase that a time ends, where the tree hangs it on a verb behind it:
         * "the gas that was used in the raid last Saturday was strong"; or -1.
         */
        private int eventAhead(Mention<Time> m) {
            int verb = adverbialOf(m);
            int before = m.first() - 1;
            if (verb <= m.last() || before < 0 || s.token(before).form().equals(",")) {
                return -1;
            }
            int at = before;
            for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
                Token t = s.token(at);
                if (t.isVerb() || t.isNoun() && t.head() == verb) {
                    return -1;
                }
                if (t.isNoun() && is("event", t)) {
                    return at;
                }
                at = t.head();
            }
            return -1;
        }

        /** The verb that a time hangs on as its adverbial, or -1. */
        private int verbOf(Mention<Time> m) {
            int verb = adverbialOf(m);
            return verb < m.first() ? verb : -1;
        }

        /** The same, before the time or behind it: "yesterday deplored". */
        private int adverbialOf(Mention<Time> m) {
            int up = s.token(m.head().token()).head();
            if (up >= 0 && s.token(up).pos().equals("IN")) {
                up = s.token(up).head();
            }
            return up >= 0 && s.token(up).isVerb() ? up : -1;
        }

        /** The last noun of an event, within a verb's phrase, that stands before a word. */
        private int eventBetween(int verb, int before) {
            for (int i = before - 1; i > verb; i--) {
                Token t = s.token(i);
                if (t.isNoun()
                        && is("event", t)
                        && t.labelled("dobj", "pobj")
                        && isWithin(verb, i)) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether only nouns and prepositions stand between a verb and a word below it. */
        private boolean isWithin(int verb, int word) {
            int at = s.token(word).head();
            for (int steps = 0; at >= 0 && at != verb && steps < s.size(); steps++) {
                if (s.token(at).isVerb()) {
                    return false;
                }
                at = s.token(at).head();
            }
            return at == verb;
        }

        @Nullable Mention<Time> of(int word) {
            if (word < 0 || !asked.add(word)) {
                return null;
            }
            Mention<Time> own = own(word);
            if (own != null) {
                return own;
            }
            return s.token(word).isVerb() ? ofVerb(word) : ofNoun(word);
        }

        // ---- times that hang on the word itself

        private @Nullable Mention<Time> own(int word) {
            Mention<Time> best = null;
            for (Mention<Time> m : candidates) {
                if (hangsOn(m, word) && (best == null || better(m, best, word))) {
                    best = m;
                }
            }
            return best;
        }

        private boolean better(Mention<Time> m, Mention<Time> than, int word) {
            boolean dated = m.value().start() != null || m.value().end() != null;
            if (dated != (than.value().start() != null || than.value().end() != null)) {
                return dated;
            }
            boolean counted = besideDate(m);
            if (counted != besideDate(than)) {
                return counted; // "sails today, three days after it invaded"
            }
            int finer = fineness(m.value()) - fineness(than.value());
            if (finer != 0) {
                return finer < 0;
            }
            if (m.span().overlaps(than.span())) {
                return m.span().length() > than.span().length();
            }
            return Math.abs(m.head().token() - word) < Math.abs(than.head().token() - word);
        }

        private boolean besideDate(Mention<Time> m) {
            Offsets.Offset offset = Offsets.of(s, m, candidates);
            return offset != null && offset.date() != null;
        }

        private int fineness(Time time) {
            Time.Granularity grain = time.granularity();
            int amount = time.type().equals("DURATION") ? FINENESS.size() + 1 : 0;
            return amount + (grain == null ? FINENESS.size() : FINENESS.indexOf(grain));
        }

        private boolean hangsOn(Mention<Time> m, int word) {
            if (clauseBehind(s, m) == word) {
                return true;
            }
            Integer owner = owners.get(m);
            if (owner != null) {
                return owner == word;
            }
            int at = m.head().token();
            if (at == word || word >= m.first() && word <= m.last()) {
                return false;
            }
            boolean direct = true;
            for (int steps = 0; steps < s.size(); steps++) {
                Token t = s.token(at);
                int up = t.head();
                if (up < 0 || up == word) {
                    return up == word && !isConjunct(t, up);
                }
                Token above = s.token(up);
                if (above.isVerb() && !describes(above) || isConjunct(t, up)) {
                    return false;
                }
                if (above.isNoun()
                        && (direct && ofNoun(m, t) || is("event", above) && !isDated(up, m))) {
                    return false;
                }
                direct &= t.pos().equals("IN") || t.pos().equals("POS");
                at = up;
            }
            return false;
        }

        /** "hit a hospital run by a charity on Saturday": nobody ran it on that day alone. */
        private boolean describes(Token participle) {
            return participle.pos().equals("VBN")
                    && participle.labelled("acl")
                    && is("state", participle);
        }

        /**
         * Inside a noun phrase; but a time that opens the sentence is the verb's, whatever the tree
         * says.
         */
        private boolean ofNoun(Mention<Time> m, Token t) {
            boolean opens = m.first() == 0 && !t.labelled("poss");
            return OF_NOUN.contains(t.label()) && !opens && !isOccasion(t.head());
        }

        /**
         * "During Sunday mass", "at last year's summit": the time of the occasion is that of the
         * event.
         */
        private boolean isOccasion(int noun) {
            int up = s.token(noun).head();
            return up >= 0 && s.token(up).is("during", "at");
        }

        /**
         * Whether a noun has a time of its own inside its phrase, so that one behind it is the
         * verb's.
         */
        private boolean isDated(int noun, Mention<Time> other) {
            for (Mention<Time> m : candidates) {
                Token t = s.token(m.head().token());
                if (m != other && t.head() == noun && OF_NOUN.contains(t.label())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isConjunct(Token t, int up) {
            return t.labelled("conj") && s.token(up).isVerb() && t.isVerb();
        }

        // ---- times of what happened together with it

        private @Nullable Mention<Time> ofVerb(int verb) {
            Token t = s.token(verb);
            Mention<Time> below = below(verb);
            if (below != null || t.head() < 0) {
                return below;
            }
            Token above = s.token(t.head());
            boolean participle = t.pos().equals("VBG") || t.pos().equals("VBN");
            return switch (t.label()) {
                case "conj" -> of(t.head());
                case "xcomp" -> is("talk", above) && !is("phase", above) ? null : of(t.head());
                case "ccomp" -> is("phase", above) ? of(t.head()) : null;
                case "advcl" ->
                        (participle || t.pos().equals("VB")) && !marked(verb) || together(verb)
                                ? untalked(spokenOf(verb, t.head()))
                                : null;
                case "relcl", "acl", "nmod", "vmod" -> ofAntecedent(verb, t.head());
                case "pcomp" -> throughPreposition(t.head());
                case "csubj" -> null;
                default ->
                        participle && above.isVerb() && !marked(verb) ? untalked(t.head()) : null;
            };
        }

        /**
         * "Nine fell on Friday when guns shelled Goris, he said": a clause belongs to what he said.
         */
        private int spokenOf(int clause, int verb) {
            for (int c : s.children(verb)) {
                if (c < clause && clause < verb && s.token(c).labelled("ccomp")) {
                    return c;
                }
            }
            return verb;
        }

        /** The event that a clause with "which" goes on to tell of. */
        private @Nullable Mention<Time> ofAntecedent(int verb, int noun) {
            if (is("event", s.token(noun))) {
                return own(noun);
            }
            for (int i = verb - 1; i >= 0; i--) {
                if (is("event", s.token(i)) && Relatives.tells(s, verb, i)) {
                    return own(i);
                }
            }
            return null;
        }

        private @Nullable Mention<Time> untalked(int word) {
            return is("talk", s.token(word)) ? null : of(word);
        }

        private @Nullable Mention<Time> throughPreposition(int preposition) {
            int up = s.token(preposition).head();
            boolean by = s.token(preposition).is("by", "in", "while", "when");
            return up >= 0 && by && s.token(up).isVerb() ? untalked(up) : null;
        }

        /** "Fired on a march in Caracas on Thursday": the march was on while they fired. */
        private @Nullable Mention<Time> ofTarget(int verb) {
            for (int c : s.children(verb)) {
                if (s.token(c).labelled("prep") && s.token(c).is("on", "at", "into", "against")) {
                    int target = s.child(c, "pobj");
                    if (target >= 0 && is("event", s.token(target))) {
                        Mention<Time> found = own(target);
                        if (found != null && found.first() > target) {
                            return found;
                        }
                    }
                }
            }
            return null;
        }

        /** A second verb, the subject that is itself an event, a clause of the same moment. */
        private @Nullable Mention<Time> below(int verb) {
            for (int c : s.children(verb)) {
                Token child = s.token(c);
                if (child.labelled("nsubj", "nsubjpass") && is("event", child)) {
                    Mention<Time> found = own(c);
                    if (found != null) {
                        return found;
                    }
                }
                int aside = child.labelled("nsubj") ? participleAside(c) : -1;
                Mention<Time> meanwhile = aside < 0 ? null : own(aside);
                if (meanwhile != null) {
                    return meanwhile;
                }
            }
            Mention<Time> struck = is("talk", s.token(verb)) ? null : ofTarget(verb);
            if (struck != null) {
                return struck;
            }
            for (int c : s.children(verb)) {
                Token child = s.token(c);
                boolean second = child.labelled("conj") && child.isVerb() && sharesVerb(c);
                boolean same =
                        child.labelled("advcl")
                                && (together(c) || child.pos().equals("VBG") && !marked(c));
                if (second
                        || same && !is("talk", child)
                        || child.labelled("xcomp") && is("phase", s.token(verb))) {
                    asked.add(c);
                    Mention<Time> found = own(c);
                    if (found != null) {
                        return found;
                    }
                }
            }
            return null;
        }

        /** "The governor, speaking on Sunday, accused": what the subject did meanwhile, or -1. */
        private int participleAside(int subject) {
            for (int c : s.children(subject)) {
                if (s.token(c).labelled("acl")
                        && s.token(c).pos().equals("VBG")
                        && c > 0
                        && s.token(c - 1).form().equals(",")) {
                    return c;
                }
            }
            return -1;
        }

        /**
         * A second verb without a subject, or without the auxiliary: "nine killed and thirty
         * wounded".
         */
        private boolean sharesVerb(int verb) {
            boolean elliptic =
                    s.token(verb).pos().equals("VBN") && s.child(verb, "aux", "auxpass") < 0;
            return elliptic || s.child(verb, "nsubj", "nsubjpass") < 0;
        }

        private boolean together(int clause) {
            for (int c : s.children(clause)) {
                if (c < clause && TOGETHER.contains(s.token(c).lemma())) {
                    return true;
                }
            }
            return false;
        }

        private boolean marked(int clause) {
            return s.child(clause, "mark", "complm") >= 0;
        }

        // ---- nouns

        private @Nullable Mention<Time> ofNoun(int noun) {
            for (int c : s.children(noun)) {
                Token child = s.token(c);
                if (child.labelled("relcl", "acl", "nmod", "vmod")
                        && child.isVerb()
                        && !is("talk", child)) {
                    Mention<Time> found = own(c);
                    if (found != null) {
                        return found;
                    }
                }
            }
            if (is("event", s.token(noun))) {
                for (int i = noun + 1; i < s.size(); i++) {
                    Mention<Time> found = Relatives.tells(s, i, noun) ? own(i) : null;
                    if (found != null) {
                        return found;
                    }
                }
            }
            int up = s.token(noun).head();
            if (up < 0) {
                return only();
            }
            Token t = s.token(noun);
            Token above = s.token(up);
            if (barriers.contains(up)) {
                return null;
            }
            if (above.pos().equals("IN") && above.head() >= 0) {
                Token governor = s.token(above.head());
                boolean within =
                        above.is(
                                "in", "during", "by", "from", "under", "after", "with", "on", "of");
                return (within || governor.is("be")) && (governor.isVerb() || governor.isNoun())
                        ? untalked(above.head())
                        : null;
            }
            if (t.labelled("conj", "appos", "compound", "nn") && above.isNoun()) {
                return of(up);
            }
            if (!above.isVerb()) {
                return null;
            }
            boolean subject = t.labelled("nsubj", "nsubjpass", "agent");
            return subject && !is("talk", above) || is("carry", above) ? of(up) : null;
        }

        /** The one time of a sentence without a verb: a headline. */
        private @Nullable Mention<Time> only() {
            List<Mention<Time>> all = new ArrayList<>(candidates);
            return all.size() == 1 ? all.get(0) : null;
        }
    }
}
