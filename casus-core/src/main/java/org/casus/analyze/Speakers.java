package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Token;

/**
 * Mends a frequent slip of the parser: in "The army said that the bombs fell in a field and denied
 * that anyone died" and in "'We have no rockets,' he said, and accused the army of lying" the
 * second verb of speech is hung on the words that are said, as if these spoke, and not on the first
 * verb of speech.
 */
final class Speakers {
    private static final Set<String> SAYING =
            Set.of(
                    "say",
                    "tell",
                    "announce",
                    "report",
                    "state",
                    "declare",
                    "add",
                    "insist",
                    "maintain",
                    "argue",
                    "claim",
                    "write",
                    "reply",
                    "explain");

    /** What follows "he said, and". */
    private static final Set<String> SPEAKING =
            Set.of(
                    "say",
                    "add",
                    "deny",
                    "accuse",
                    "blame",
                    "warn",
                    "vow",
                    "pledge",
                    "promise",
                    "threaten",
                    "urge",
                    "demand",
                    "condemn",
                    "denounce",
                    "reject",
                    "dismiss",
                    "insist",
                    "appeal",
                    "call",
                    "praise",
                    "predict",
                    "describe");

    private Speakers() {}

    static List<Token> mend(List<Token> tokens) {
        List<Token> mended = new ArrayList<>(tokens);
        for (Token t : tokens) {
            int speaker = t.labelled("conj") && speaks(tokens, t) ? speaker(tokens, t) : -1;
            if (speaker >= 0) {
                mended.set(
                        t.index(),
                        new Token(
                                t.index(), t.span(), t.form(), t.lemma(), t.pos(), t.name(),
                                speaker, "conj"));
            }
        }
        return mended;
    }

    /** A finite verb of speech that has no subject of its own. */
    private static boolean speaks(List<Token> tokens, Token t) {
        return Set.of("VBD", "VBZ", "VBP").contains(t.pos())
                && SPEAKING.contains(t.lemma())
                && tokens.stream()
                        .noneMatch(
                                c ->
                                        c.head() == t.index()
                                                && c.labelled(
                                                        "nsubj",
                                                        "nsubjpass",
                                                        "aux",
                                                        "auxpass",
                                                        "mark",
                                                        "csubj"));
    }

    /** The verb of speech whose words the other verb has been hung on, or -1. */
    private static int speaker(List<Token> tokens, Token t) {
        Token first = tokens.get(t.head());
        if (!first.isVerb() || SPEAKING.contains(first.lemma()) || first.index() > t.index()) {
            return -1;
        }
        boolean quoted = first.head() >= 0 && saidBetween(tokens, first, t, first.head());
        if (quoted) {
            return first.head();
        }
        if (first.labelled("ccomp")
                && first.head() >= 0
                && first.head() < first.index()
                && tokens.get(first.head()).pos().equals(t.pos())
                && SAYING.contains(tokens.get(first.head()).lemma())) {
            return first.head();
        }
        for (Token said : tokens) {
            if (said.head() == first.index() && saidBetween(tokens, first, t, said.index())) {
                return said.index();
            }
        }
        return -1;
    }

    /** "…, he said, and …": the verb of speech stands between the two. */
    private static boolean saidBetween(List<Token> tokens, Token first, Token t, int said) {
        return said > first.index()
                && said < t.index()
                && tokens.get(said).isVerb()
                && SAYING.contains(tokens.get(said).lemma());
    }
}
