package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;

/** Where noun phrases begin and end, and how a noun stands to the words around it. */
final class NounPhrase {
    private static final Set<String> PARTICLES =
            Set.of(
                    "de", "del", "la", "las", "los", "y", "e", "al", "el", "bin", "ibn", "bint",
                    "von", "van", "der", "den", "da", "dos", "do", "di", "ul", "ur", "abu", "-",
                    "ben", "ould", "ag");

    private static final Set<String> KNOWN_TO_READER =
            Set.of("the", "this", "that", "these", "those", "both", "such", "said");

    private static final Set<String> NEW_TO_READER =
            Set.of(
                    "a",
                    "an",
                    "another",
                    "some",
                    "any",
                    "no",
                    "every",
                    "each",
                    "several",
                    "many",
                    "other",
                    "more",
                    "few",
                    "various",
                    "different",
                    "similar",
                    "additional",
                    "second",
                    "rival",
                    "unidentified",
                    "unknown",
                    "certain",
                    "numerous");

    private static final int LONGEST_COMPLEMENT = 9;

    private NounPhrase() {}

    /**
     * The first of the words before a noun that belong to it, without its article and its date.
     *
     * @param owner whether its possessor counts: "the army's" in "the army's chief"
     */
    static int first(Sentence s, int head, int from, boolean owner) {
        int first = from;
        for (int c : s.children(head)) {
            Token child = s.token(c);
            if (c < head
                    && s.first(c) < first
                    && isPart(child)
                    && (owner || !child.labelled("poss"))) {
                first = s.first(c);
            }
        }
        first = Math.max(first, afterOpening(s, first, from));
        while (first < from && !canBegin(s.token(first))) {
            first++;
        }
        return first;
    }

    /** In "in the last of them, French forces" the forces begin after the comma. */
    private static int afterOpening(Sentence s, int first, int from) {
        boolean phrase = false;
        for (int k = first; k < from; k++) {
            phrase |= s.token(k).labelled("prep");
            if (phrase && s.token(k).form().equals(",")) {
                return k + 1;
            }
        }
        return first;
    }

    private static boolean canBegin(Token t) {
        return !t.is("the", "a", "an", "whose", ",", "-", "--", ";", ":", ")", "]", "'s");
    }

    private static boolean isPart(Token child) {
        return !child.entity().equals("DATE")
                && !child.entity().equals("TIME")
                && switch (child.label()) {
                    case "compound",
                            "nmod",
                            "amod",
                            "poss",
                            "nummod",
                            "num",
                            "qmod",
                            "quantmod",
                            "advmod",
                            "npadvmod" ->
                            !child.pos().startsWith("RB") || child.labelled("qmod", "quantmod");
                    default -> false;
                };
    }

    /**
     * The last of the words after a noun that tell whose it is: "members of the Hawk Brigade". Ends
     * where a clause begins.
     */
    static int complement(Sentence s, int head, SentenceNames names, Descriptions descriptions) {
        int last = head;
        int at = head;
        while (last - head < LONGEST_COMPLEMENT
                && (at == head || descriptions.isRelational(s.token(at).lemma()))) {
            int of = preposition(s, at, "of");
            int object = of == last + 1 ? s.child(of, "pobj") : -1;
            if (object < 0 || object < of || object - head > LONGEST_COMPLEMENT) {
                break;
            }
            Namesakes.Named name = names.covering(object);
            last = name == null ? object : Math.max(object, name.last());
            at = object;
        }
        return last;
    }

    private static int preposition(Sentence s, int head, String lemma) {
        for (int c : s.children(head)) {
            if (c > head && s.token(c).labelled("prep") && s.token(c).is(lemma)) {
                return c;
            }
        }
        return -1;
    }

    /** The first word of the capitalized words in a row that end at a token. */
    static int nameStart(Sentence s, int head, int from, Offices offices, SentenceNames names) {
        int start = head;
        for (int k = head - 1; k >= from; k--) {
            Token t = s.token(k);
            boolean particle = PARTICLES.contains(t.form().toLowerCase(Locale.ROOT));
            boolean initial = t.form().length() <= 2 && t.form().endsWith(".");
            if (!t.isProper() && !particle && !initial) {
                break;
            }
            if (offices.endingAt(s, k) != null || names.covering(k) != null) {
                break;
            }
            if (t.isProper() || initial) {
                start = k;
            }
        }
        return start;
    }

    /** Whether a word stands before another noun that it belongs to. */
    static boolean isInside(Sentence s, int i) {
        Token t = s.token(i);
        return t.head() > i && t.labelled("compound", "nmod", "amod");
    }

    /** Reads article, number and modifiers into a description. */
    static void readModifiers(Phrase p) {
        Sentence s = p.sentence;
        List<String> modifiers = new ArrayList<>(2);
        for (int c : s.children(p.head)) {
            Token child = s.token(c);
            if (c > p.head) {
                break;
            }
            String lemma = child.lemma();
            if (KNOWN_TO_READER.contains(lemma) || child.labelled("poss")) {
                p.definite = true;
            } else if (NEW_TO_READER.contains(lemma)) {
                p.fresh = true;
            } else if (c >= p.first
                    && child.labelled("compound", "nmod", "amod")
                    && !child.pos().equals("CD")) {
                modifiers.add(lemma);
            }
        }
        p.fresh &= !p.definite;
        p.modifiers = modifiers;
    }

    /** Capitalized words, without hyphens and articles, as parts of a name. */
    static List<String> properWords(Sentence s, int first, int last) {
        List<String> words = new ArrayList<>(3);
        for (int k = first; k <= last; k++) {
            Token t = s.token(k);
            if (t.isProper() && Character.isLetterOrDigit(t.form().charAt(0))) {
                words.add(Spelling.fold(t.form()));
            }
        }
        return words;
    }
}
