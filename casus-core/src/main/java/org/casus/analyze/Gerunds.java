package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.model.Token;

/**
 * Mends frequent slips of the tagger: in "confident in fingering the group" the gerund is taken for
 * a noun and its object for an apposition, though no comma stands between them; in "exploded
 * without warning outside the hotel" the noun for a gerund that has the place to itself.
 */
final class Gerunds {
    private static final Set<String> NOUNS =
            Set.of("warning", "meaning", "backing", "training", "funding", "hearing");

    private Gerunds() {}

    static List<Token> mend(List<Token> tokens) {
        List<Token> mended = new ArrayList<>(tokens);
        tokens.forEach(t -> withoutWarning(mended, t));
        for (Token t : tokens) {
            int object = looksLikeNoun(t) ? objectRightAfter(tokens, t.index()) : -1;
            if (object >= 0) {
                Token o = tokens.get(object);
                mended.set(
                        t.index(),
                        new Token(
                                t.index(),
                                t.span(),
                                t.form(),
                                base(t.lemma()),
                                "VBG",
                                t.name(),
                                t.head(),
                                label(tokens, t)));
                mended.set(
                        object,
                        new Token(
                                object, o.span(), o.form(), o.lemma(), o.pos(), o.name(), o.head(),
                                "dobj"));
            }
        }
        return mended;
    }

    private static void withoutWarning(List<Token> tokens, Token t) {
        int without = t.labelled("pcomp") && NOUNS.contains(t.form()) ? t.head() : -1;
        if (without < 0 || !tokens.get(without).is("without") || tokens.get(without).head() < 0) {
            return;
        }
        tokens.set(
                t.index(),
                new Token(
                        t.index(), t.span(), t.form(), t.form(), "NN", t.name(), without, "pobj"));
        int verb = tokens.get(without).head();
        for (int i = t.index() + 1; i < tokens.size(); i++) {
            Token o = tokens.get(i);
            if (o.head() == t.index()) {
                tokens.set(
                        i,
                        new Token(
                                i, o.span(), o.form(), o.lemma(), o.pos(), o.name(), verb,
                                o.label()));
            }
        }
    }

    private static boolean looksLikeNoun(Token t) {
        return t.pos().equals("NN") && t.lemma().endsWith("ing") && t.lemma().length() > 5;
    }

    private static String label(List<Token> tokens, Token t) {
        return t.label().equals("pobj") && t.head() >= 0 && tokens.get(t.head()).labelled("prep")
                ? "pcomp"
                : t.label();
    }

    /** The apposition whose first word follows at once, where the noun has no article. */
    private static int objectRightAfter(List<Token> tokens, int i) {
        int found = -1;
        for (Token t : tokens) {
            if (t.head() == i
                    && t.labelled("det", "poss", "nmod", "amod", "compound")
                    && !t.is("both")) {
                return -1;
            }
            if (t.head() == i && t.labelled("appos") && first(tokens, t.index()) == i + 1) {
                found = t.index();
            }
        }
        return found;
    }

    private static int first(List<Token> tokens, int head) {
        int first = head;
        for (Token t : tokens) {
            if (t.head() == head) {
                first = Math.min(first, t.index());
            }
        }
        return first;
    }

    /** fingering - finger, hitting - hit, blaming - blame. */
    private static String base(String gerund) {
        String stem = gerund.substring(0, gerund.length() - 3);
        int n = stem.length();
        char last = stem.charAt(n - 1);
        boolean doubled = n > 2 && last == stem.charAt(n - 2) && "bdgmnprt".indexOf(last) >= 0;
        if (doubled) {
            return stem.substring(0, n - 1);
        }
        boolean vowelBefore = n > 1 && "aeiou".indexOf(stem.charAt(n - 2)) >= 0;
        boolean twoVowels = n > 2 && "aeiou".indexOf(stem.charAt(n - 3)) >= 0;
        boolean silent =
                "vcsuz".indexOf(last) >= 0
                        || (vowelBefore && !twoVowels && n <= 4 && "lmkgd".indexOf(last) >= 0);
        return silent ? stem + "e" : stem;
    }
}
