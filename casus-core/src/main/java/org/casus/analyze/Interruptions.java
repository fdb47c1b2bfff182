package org.casus.analyze;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Token;

/**
 * Mends what an interruption parts: "of killing -- on orders of the cartel -- the candidate", whose
 * object parsers hang on the cartel, and "the murder on 4 May of the editor", whose victim they
 * hang on the day.
 */
final class Interruptions {
    private static final Set<String> MONTHS =
            Set.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday");

    private Interruptions() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int i = 1; i < tree.size(); i++) {
            if (isDash(tree, i) && tree.token(i - 1).isVerb() && tree.child(i - 1, "dobj") < 0) {
                betweenDashes(tree, i - 1, i);
            } else if (tree.token(i).is("of") && tree.token(i).labelled("prep")) {
                onDay(tree, i);
            }
        }
        return tree.tokens();
    }

    private static void betweenDashes(Tree tree, int verb, int open) {
        int close = open + 1;
        while (close < tree.size() && !isDash(tree, close)) {
            close++;
        }
        for (int i = close + 1; i < tree.size(); i++) {
            Token t = tree.token(i);
            boolean inside = t.head() > open && t.head() < close;
            if (inside && t.labelled("appos", "conj") && tree.first(i) == close + 1) {
                tree.hang(i, verb, "dobj");
                return;
            }
        }
    }

    /** "the murder on 4 May of": back to the noun that the day stands behind. */
    private static void onDay(Tree tree, int of) {
        int day = tree.token(of).head();
        if (day < 0 || !MONTHS.contains(tree.token(day).form().toLowerCase(Locale.ROOT))) {
            return;
        }
        int on = tree.token(day).labelled("pobj") ? tree.token(day).head() : -1;
        int noun = on - 1;
        if (on > 0 && tree.token(on).is("on", "in") && tree.token(noun).isNoun()) {
            tree.hang(of, noun, "prep");
        }
    }

    private static boolean isDash(Tree tree, int i) {
        return tree.token(i).form().matches("--|\u2013|\u2014");
    }
}
