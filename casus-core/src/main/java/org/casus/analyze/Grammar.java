package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;

/**
 * From a dependency tree to each word's grammatical arguments: undoes the passive, hands subjects
 * on through control, raising, conjunction, participles and relative clauses, and names
 * prepositions. The parser gives a plain tree, so all that "enhanced" dependencies would hold is
 * made here.
 *
 * <p>Labels are ClearNLP's (Choi and Palmer 2012).
 */
public final class Grammar {
    private static final Set<String> RELATIVE = Set.of("who", "whom", "which", "that", "whose");

    /** What parsers often get wrong, mended in this order. */
    private static final List<UnaryOperator<List<Token>>> MENDERS =
            List.of(
                    Gerunds::mend,
                    StrayObjects::mend,
                    Amounts::mend,
                    Interruptions::mend,
                    Lists::mend,
                    Openings::mend,
                    SecondClauses::mend,
                    Speakers::mend);

    /** Verbs whose infinitive belongs to their subject although they have an object. */
    private static final Set<String> SUBJECT_CONTROL =
            Set.of("promise", "threaten", "vow", "use", "spend");

    /**
     * Prepositions whose gerund belongs to the object: accused him of killing, prevented them from
     * leaving.
     */
    private static final Set<String> OBJECT_CONTROL = Set.of("of", "from", "for", "into", "with");

    private static final Set<String> PARTITIVE =
            Set.of(
                    "batch",
                    "series",
                    "number",
                    "group",
                    "couple",
                    "handful",
                    "dozen",
                    "score",
                    "hundred",
                    "thousand",
                    "million",
                    "majority",
                    "most",
                    "many",
                    "several",
                    "some",
                    "few",
                    "all",
                    "half",
                    "lot",
                    "part",
                    "rest",
                    "one",
                    "any",
                    "none",
                    "each",
                    "both",
                    "wave",
                    "barrage",
                    "string",
                    "spate",
                    "salvo",
                    "volley",
                    "hail",
                    "flurry",
                    "host",
                    "crowd",
                    "pair",
                    "trio",
                    "total",
                    "body",
                    "corpse");

    /**
     * Verbs that say something of their object with a preposition, which parsers like to hang on
     * the object: accused the militia of murder.
     */
    private static final Map<String, Set<String>> SAID_OF_OBJECT =
            Map.ofEntries(
                    Map.entry("accuse", Set.of("of")),
                    Map.entry("suspect", Set.of("of")),
                    Map.entry("convict", Set.of("of")),
                    Map.entry("acquit", Set.of("of")),
                    Map.entry("warn", Set.of("of", "against", "about")),
                    Map.entry("blame", Set.of("for")),
                    Map.entry("criticize", Set.of("for", "over")),
                    Map.entry("condemn", Set.of("for", "over")),
                    Map.entry("denounce", Set.of("for")),
                    Map.entry("praise", Set.of("for")),
                    Map.entry("thank", Set.of("for")),
                    Map.entry("punish", Set.of("for")),
                    Map.entry("arrest", Set.of("for", "over")),
                    Map.entry("detain", Set.of("for", "over")),
                    Map.entry("jail", Set.of("for", "over")),
                    Map.entry("charge", Set.of("with")),
                    Map.entry("threaten", Set.of("with")),
                    Map.entry("prevent", Set.of("from")),
                    Map.entry("stop", Set.of("from")),
                    Map.entry("keep", Set.of("from")),
                    Map.entry("bar", Set.of("from")),
                    Map.entry("ban", Set.of("from")));

    private final List<Token> tokens;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<List<Argument>> arguments = new ArrayList<>();
    private final int[] subjects;
    private final int root;
    private final int finite;

    /** Nouns whose infinitive is for another to carry out. */
    private static final Set<String> ASKING =
            Set.of(
                    "order",
                    "command",
                    "instruction",
                    "demand",
                    "request",
                    "appeal",
                    "plea",
                    "call",
                    "invitation",
                    "ultimatum");

    private static final int UNKNOWN = -2;
    private static final int NONE = -1;
    private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
        this.subjects = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            children.add(new ArrayList<>(4));
            arguments.add(new ArrayList<>(4));
            subjects[i] = UNKNOWN;
        }
        for (Token t : tokens) {
            if (t.head() >= 0) {
                children.get(t.head()).add(t.index());
            }
        }
        root = nounRoot();
        finite = root < 0 ? NONE : finiteParticiple();
    }

    /** The noun that governs a sentence with a full stop and no finite verb, or -1. */
    private int nounRoot() {
        int found = NONE;
        if (tokens.isEmpty() || !tokens.get(tokens.size() - 1).form().equals(".")) {
            return NONE;
        }
        for (Token t : tokens) {
            if (FINITE.contains(t.pos())) {
                return NONE;
            }
            if (t.head() < 0 && t.isNoun() && found == NONE) {
                found = t.index();
            }
        }
        return found;
    }

    /**
     * "Thousands of students demonstrated in Rangoon.": a sentence needs a verb, so what the parser
     * took for a participle on the subject is it, unless an agent shows that it is one.
     */
    private int finiteParticiple() {
        for (Token t : tokens) {
            if (t.labelled("acl") && t.pos().equals("VBN") && !t.form().endsWith("n")) {
                int noun = t.head();
                while (noun != root && tokens.get(noun).labelled("pobj", "prep")) {
                    noun = tokens.get(noun).head();
                }
                if (noun == root && child(t.index(), "agent") < 0) {
                    return t.index();
                }
            }
        }
        return NONE;
    }

    /** A sentence with the arguments of its words. */
    public static Sentence sentence(int index, Span span, List<Token> tokens, boolean upper) {
        List<Token> mended = tokens;
        for (UnaryOperator<List<Token>> mender : MENDERS) {
            mended = mender.apply(mended);
        }
        return new Sentence(index, span, mended, upper, true, arguments(mended));
    }

    static List<List<Argument>> arguments(List<Token> tokens) {
        Grammar grammar = new Grammar(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            grammar.collect(i);
        }
        return grammar.arguments;
    }

    // ---- one word

    private void collect(int i) {
        Token word = tokens.get(i);
        for (int c : children.get(i)) {
            attach(i, c);
        }
        if (predicative(i)) {
            int subject = subject(i);
            if (subject >= 0) {
                boolean passed = !(tokens.get(subject).head() == i);
                add(
                        i,
                        passive(i) && !hasObject(i)
                                ? "object"
                                : passive(i) ? "recipient" : "subject",
                        subject,
                        -1,
                        passed);
            }
        }
        if (word.labelled("relcl") && word.head() >= 0) {
            gap(i, word.head());
        }
        if (word.labelled("conj") && word.head() >= 0) {
            shareBack(word.head(), i);
        }
    }

    private void attach(int i, int c) {
        Token child = tokens.get(c);
        switch (child.label()) {
            case "nsubj", "nsubjpass", "csubj", "csubjpass", "expl" -> {}
            case "agent" -> objectsOf(c, "subject", i);
            case "dobj", "obj" -> {
                add(i, "object", relative(c), -1, false);
                for (int p : children.get(c)) {
                    if (saidOfObject(p, i)) {
                        preposition(i, p, tokens.get(p).lemma());
                    }
                }
            }
            case "dative" -> {
                if (hasPreposition(c)) {
                    objectsOf(c, "recipient", i);
                    preposition(i, c, child.lemma());
                } else {
                    add(i, "recipient", relative(c), -1, false);
                }
            }
            case "prep" -> preposition(i, c, form(child));
            case "attr", "acomp", "oprd" -> add(i, "complement", c, -1, false);
            case "xcomp" ->
                    add(
                            i,
                            infinitive(c) ? "to" : child.pos().equals("VBG") ? "ing" : "complement",
                            c,
                            -1,
                            false);
            case "ccomp" -> add(i, infinitive(c) && !hasMark(c) ? "to" : "that", c, mark(c), false);
            case "advcl" -> {
                int mark = mark(c);
                add(i, clauseSlot(c, mark), c, mark, false);
            }
            case "parataxis", "meta" -> add(i, "parataxis", c, -1, false);
            case "poss" -> add(i, "poss", c, -1, false);
            case "compound" -> add(i, "compound", c, -1, false);
            case "nmod", "amod", "npadvmod", "advmod", "predet" -> {
                add(i, slotOfModifier(child), c, -1, false);
                if (child.labelled("advmod") && tokens.get(i).isVerb()) {
                    prepositionsOf(c, i);
                }
            }
            case "appos" -> add(i, "appos", c, -1, false);
            case "prt" -> {
                add(i, "particle", c, -1, false);
                prepositionsOf(c, i);
            }
            case "relcl" -> add(i, "relative", c, -1, false);
            case "acl" -> {
                int mark = mark(c);
                String slot =
                        infinitive(c)
                                ? "to"
                                : mark >= 0
                                        ? "that"
                                        : child.pos().equals("VBG") || child.pos().equals("VBN")
                                                ? "participle"
                                                : "that";
                add(i, slot, c, mark, false);
            }
            default -> {}
        }
    }

    /** The conjunction of an adverbial clause; "for" in "call for troops to leave". */
    private String clauseSlot(int clause, int mark) {
        if (mark >= 0 && (!infinitive(clause) || tokens.get(mark).is("for"))) {
            return tokens.get(mark).lemma();
        }
        return infinitive(clause) ? "purpose" : "participle";
    }

    private static String slotOfModifier(Token t) {
        if (t.isNoun()) {
            return t.label().equals("npadvmod") ? "adverb" : "compound";
        }
        if (t.pos().equals("CD")) {
            return "number";
        }
        return t.pos().startsWith("RB") ? "adverb" : "modifier";
    }

    /** "against X", "from inside X", "according to X", "by killing X". */
    private void preposition(int i, int p, String slot) {
        for (int c : children.get(p)) {
            Token child = tokens.get(c);
            switch (child.label()) {
                case "pobj", "pcomp" -> add(i, slot, relative(c), p, false);
                case "prep" -> {
                    boolean compoundForm =
                            Set.of(
                                            "according",
                                            "because",
                                            "instead",
                                            "along",
                                            "together",
                                            "due",
                                            "ahead",
                                            "prior",
                                            "out",
                                            "inside",
                                            "outside",
                                            "away")
                                    .contains(slot);
                    preposition(i, c, compoundForm ? slot + " " + form(child) : form(child));
                }
                case "conj" -> {
                    if (hasPreposition(c)) {
                        preposition(i, c, form(child));
                    }
                }
                default -> {}
            }
        }
        if (slot.equals("between")) {
            secondBetween(i, p);
        }
    }

    /** "pulled back from the town": what hangs on the adverb belongs to its verb. */
    private void prepositionsOf(int adverb, int i) {
        for (int c : children.get(adverb)) {
            if (tokens.get(c).labelled("prep")) {
                preposition(i, c, tokens.get(c).lemma());
            }
        }
    }

    /**
     * "clashes between the militia and the army continued": parsers like to make "the army" the
     * subject and leave "and" without its second half.
     */
    private void secondBetween(int i, int p) {
        int first = child(p, "pobj");
        int and = first < 0 ? -1 : child(first, "cc");
        if (and < 0 || child(first, "conj") >= 0) {
            return;
        }
        for (int n = and + 1; n < tokens.size(); n++) {
            Token t = tokens.get(n);
            if (t.labelled("nsubj", "nsubjpass") && t.isNoun() && leftmost(n) == and + 1) {
                add(i, "between", n, p, true);
                return;
            }
        }
    }

    private int leftmost(int i) {
        List<Integer> below = children.get(i);
        return below.isEmpty() || below.get(0) > i ? i : leftmost(below.get(0));
    }

    private static String form(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }

    private void objectsOf(int p, String slot, int i) {
        for (int c : children.get(p)) {
            if (tokens.get(c).labelled("pobj", "pcomp")) {
                add(i, slot, relative(c), p, false);
            }
        }
    }

    /** Adds an argument and every noun that is coordinated with it. */
    private void add(int i, String slot, int head, int link, boolean passed) {
        if (head < 0 || head == i) {
            return;
        }
        List<Argument> list = arguments.get(i);
        for (Argument a : list) {
            if (a.head() == head && a.slot().equals(slot)) {
                return;
            }
        }
        list.add(new Argument(slot, head, link, passed));
        int whole = partitive(head);
        if (whole >= 0) {
            add(i, slot, whole, link, true);
        }
        boolean clause = tokens.get(head).isVerb();
        for (int c : children.get(head)) {
            Token child = tokens.get(c);
            if (child.labelled("conj") && clause == child.isVerb()) {
                add(i, slot, c, link, passed);
            }
        }
    }

    /** In "a series of rockets" and "several of the groups" the noun after of is meant. */
    private int partitive(int head) {
        Token t = tokens.get(head);
        if (!PARTITIVE.contains(t.lemma()) && !t.pos().equals("CD")) {
            return -1;
        }
        for (int c : children.get(head)) {
            if (tokens.get(c).labelled("prep") && tokens.get(c).is("of")) {
                return child(c, "pobj");
            }
        }
        return -1;
    }

    // ---- relative clauses

    /** A relative pronoun stands for the noun that its clause hangs on. */
    private int relative(int c) {
        Token t = tokens.get(c);
        if (!t.pos().startsWith("W") || !RELATIVE.contains(t.lemma())) {
            return c;
        }
        for (int at = t.head(), steps = 0; at >= 0 && steps < 8; steps++) {
            Token up = tokens.get(at);
            if (up.labelled("relcl") && up.head() >= 0) {
                return up.head();
            }
            at = up.head();
        }
        return afterPreposition(c) ? nounBefore(t.head(), c) : c;
    }

    private boolean afterPreposition(int c) {
        int head = tokens.get(c).head();
        return head >= 0
                && head == c - 1
                && tokens.get(head).labelled("prep")
                && tokens.get(c).is("which", "whom");
    }

    /**
     * "an incident on Friday in which rockets were fired": the clause hung elsewhere still means
     * the incident.
     */
    private int nounBefore(int preposition, int otherwise) {
        for (int i = preposition - 1; i >= 0 && preposition - i < 6; i--) {
            Token t = tokens.get(i);
            if (t.isNoun()
                    && !t.entity().equals("DATE")
                    && !t.entity().equals("TIME")
                    && !t.labelled("compound")) {
                return i;
            }
        }
        return otherwise;
    }

    /**
     * "the men (whom) the army killed": the noun is the object if the clause has no pronoun and no
     * object.
     */
    private void gap(int verb, int noun) {
        for (int c : children.get(verb)) {
            if (tokens.get(c).pos().startsWith("W")
                    || tokens.get(c).labelled("dobj", "obj", "ccomp", "xcomp")) {
                return;
            }
            for (int d : children.get(c)) {
                if (tokens.get(d).pos().startsWith("W")) {
                    return;
                }
            }
        }
        if (child(verb, "nsubj") >= 0 && !passive(verb)) {
            add(verb, "object", noun, -1, true);
        }
    }

    // ---- subjects

    private boolean predicative(int i) {
        Token t = tokens.get(i);
        return t.isVerb() || t.labelled("acomp", "attr") || child(i, "nsubj", "nsubjpass") >= 0;
    }

    /**
     * The surface subject of a predicate, handed on from where it stands; -1 when there is none.
     */
    private int subject(int i) {
        if (subjects[i] == UNKNOWN) {
            subjects[i] = NONE; // ends a circle
            subjects[i] = findSubject(i);
        }
        return subjects[i];
    }

    private int findSubject(int i) {
        int own = child(i, "nsubj", "nsubjpass", "csubj", "csubjpass");
        if (own >= 0) {
            return relative(own);
        }
        Token t = tokens.get(i);
        for (int c : children.get(i)) {
            // "was" of "was tear-gassed" sometimes takes the subject with it
            if (tokens.get(c).labelled("aux", "auxpass")) {
                int astray = child(c, "nsubj", "nsubjpass");
                if (astray >= 0) {
                    return relative(astray);
                }
            }
        }
        int head = t.head();
        int astray = t.pos().equals("VBD") ? strayed(i) : NONE;
        if (astray >= 0) {
            return relative(astray);
        }
        if (head < 0 || child(i, "expl") >= 0) {
            return NONE;
        }
        return switch (t.label()) {
            case "conj", "acomp", "attr", "dep" ->
                    tokens.get(head).isVerb() || tokens.get(head).labelled("acomp", "attr", "conj")
                            ? subject(head)
                            : NONE;
            case "xcomp", "oprd" -> controller(head);
            case "ccomp" -> infinitive(i) || t.pos().equals("VBG") ? controller(head) : NONE;
            case "advcl" ->
                    infinitive(i) || t.pos().equals("VBG") || t.pos().equals("VBN")
                            ? subject(head)
                            : NONE;
            case "acl" -> i == finite ? root : infinitive(i) ? subjectOfNoun(head) : head;
            case "relcl" -> infinitive(i) ? subjectOfNoun(head) : NONE;
            case "pcomp" -> gerund(head);
            case "nmod", "amod" -> // "the murdered envoy"
                    t.pos().equals("VBN") && tokens.get(head).isNoun() ? head : NONE;
            default -> NONE;
        };
    }

    /**
     * The subject that a verb in the past lost to a slip of the parser: "when gunmen attacked a
     * post, seized arms and fled", "after the council, which met late, voted".
     */
    private int strayed(int i) {
        Token t = tokens.get(i);
        if (t.head() < 0 || t.labelled("ccomp")) {
            List<Integer> below = children.get(i);
            for (int k = below.size() - 1; k >= 0; k--) {
                int clause = below.get(k);
                int subject = child(clause, "nsubj");
                if (clause < i && tokens.get(clause).labelled("advcl") && subject >= 0) {
                    return subject;
                }
            }
        } else if (t.labelled("conj") && i > 2 && tokens.get(i - 1).form().equals(",")) {
            int at = i - 2;
            while (at >= 0 && !tokens.get(at).labelled("relcl")) {
                at = tokens.get(at).head();
            }
            int noun = at < 0 ? NONE : tokens.get(at).head();
            if (noun >= 0
                    && tokens.get(noun).labelled("pobj")
                    && tokens.get(tokens.get(noun).head())
                            .is("after", "before", "since", "until")) {
                return noun;
            }
        }
        return NONE;
    }

    private int controller(int head) {
        Token governor = tokens.get(head);
        int object = child(head, "dobj", "obj");
        if (object >= 0 && !SUBJECT_CONTROL.contains(governor.lemma())) {
            return relative(object);
        }
        return tokens.get(head).isNoun() ? subjectOfNoun(head) : subject(head);
    }

    /**
     * Whose plan it is in "their plan to attack", "had plans to attack", "plans by rebels to
     * attack".
     */
    private int subjectOfNoun(int noun) {
        if (ASKING.contains(tokens.get(noun).lemma())) {
            return addressee(noun);
        }
        int poss = child(noun, "poss");
        if (poss >= 0) {
            return poss;
        }
        for (int c : children.get(noun)) {
            if (tokens.get(c).labelled("prep") && tokens.get(c).is("by", "of")) {
                int object = child(c, "pobj");
                if (object >= 0) {
                    return relative(object);
                }
            }
        }
        Token t = tokens.get(noun);
        if (t.head() < 0) {
            return NONE;
        }
        if (t.labelled("dobj", "obj", "attr")) {
            return subject(t.head());
        }
        if (t.labelled("pobj") && tokens.get(t.head()).head() >= 0) {
            int governor = tokens.get(t.head()).head();
            return tokens.get(governor).isVerb() ? subject(governor) : subjectOfNoun(governor);
        }
        return NONE;
    }

    /** Who is to do it in "an order to the troops to fire": never who gave the order. */
    private int addressee(int noun) {
        for (int c : children.get(noun)) {
            if (tokens.get(c).labelled("prep") && tokens.get(c).is("to", "on", "for")) {
                int object = child(c, "pobj");
                return object < 0 ? NONE : relative(object);
            }
        }
        return NONE;
    }

    private boolean saidOfObject(int preposition, int verb) {
        Token p = tokens.get(preposition);
        return p.labelled("prep")
                && SAID_OF_OBJECT
                        .getOrDefault(tokens.get(verb).lemma(), Set.of())
                        .contains(p.lemma());
    }

    private int gerund(int preposition) {
        int governor = tokens.get(preposition).head();
        if (governor < 0) {
            return NONE;
        }
        Token noun = tokens.get(governor);
        if (noun.labelled("dobj", "obj")
                && noun.head() >= 0
                && saidOfObject(preposition, noun.head())) {
            return relative(governor);
        }
        if (tokens.get(governor).isNoun()) {
            return subjectOfNoun(governor);
        }
        int object = child(governor, "dobj", "obj");
        if (object >= 0 && OBJECT_CONTROL.contains(tokens.get(preposition).lemma())) {
            return relative(object);
        }
        return subject(governor);
    }

    // ---- voice and shared arguments

    private boolean passive(int i) {
        if (child(i, "nsubjpass", "auxpass", "csubjpass", "agent") >= 0) {
            return true;
        }
        Token t = tokens.get(i);
        if (!t.pos().equals("VBN") || child(i, "aux") >= 0 || i == finite) {
            return false;
        }
        return switch (t.label()) {
            case "acl", "relcl", "advcl", "nmod", "amod" -> child(i, "nsubj") < 0;
            case "conj" -> t.head() >= 0 && passive(t.head());
            case "ccomp", "xcomp", "oprd" -> true;
            default -> false;
        };
    }

    /**
     * "attacked and burned the village", "was shot and killed by rebels": what stands after the
     * second verb serves both.
     */
    private void shareBack(int first, int second) {
        if (!tokens.get(first).isVerb() || !tokens.get(second).isVerb()) {
            return;
        }
        if (passive(first) && passive(second) && child(first, "agent") < 0) {
            int agent = child(second, "agent");
            if (agent >= 0) {
                objectsOf(agent, "subject", first);
            }
        }
        boolean adjacent = second - first <= 3 && child(second, "nsubj", "nsubjpass") < 0;
        if (adjacent
                && !passive(first)
                && child(first, "dobj", "obj", "ccomp", "xcomp", "prep", "attr", "acomp") < 0) {
            int object = child(second, "dobj", "obj");
            if (object >= 0) {
                add(first, "object", relative(object), -1, true);
            }
        }
    }

    private boolean hasObject(int i) {
        return child(i, "dobj", "obj") >= 0;
    }

    private boolean hasPreposition(int p) {
        return child(p, "pobj", "pcomp") >= 0;
    }

    private boolean infinitive(int i) {
        for (int c : children.get(i)) {
            if (tokens.get(c).labelled("aux") && tokens.get(c).is("to")) {
                return true;
            }
        }
        return false;
    }

    private boolean hasMark(int i) {
        return mark(i) >= 0;
    }

    private int mark(int i) {
        for (int c : children.get(i)) {
            Token t = tokens.get(c);
            if (t.labelled("mark")
                    || (t.labelled("advmod") && c < i && t.is("when", "where", "why", "how"))) {
                return c;
            }
        }
        return -1;
    }

    private int child(int i, String... labels) {
        for (int c : children.get(i)) {
            if (tokens.get(c).labelled(labels)) {
                return c;
            }
        }
        return -1;
    }
}
