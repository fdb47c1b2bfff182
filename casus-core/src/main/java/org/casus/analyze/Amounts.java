package org.casus.analyze;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Token;

/**
 * Mends "Around 700 miners went on strike" and "gave around $90 million", where parsers take the
 * word before the number for a preposition and leave the verb without its subject or object.
 */
final class Amounts {
    private static final Set<String> ROUGHLY = Set.of("around", "over", "about", "under", "near");

    private static final Set<String> TIMES =
            Set.of(
                    "second",
                    "minute",
                    "hour",
                    "day",
                    "night",
                    "week",
                    "month",
                    "year",
                    "decade",
                    "century",
                    "o'clock",
                    "a.m.",
                    "p.m.",
                    "am",
                    "pm",
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
                    "december");

    private Amounts() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int p = 0; p + 2 < tree.size(); p++) {
            Token t = tree.token(p);
            int noun = isRough(tree, p) ? tree.child(p, "pobj") : -1;
            int verb = t.head();
            if (noun > p + 1 && verb >= 0 && tree.token(verb).isVerb() && !isTime(tree, p, noun)) {
                if (p < verb && tree.isFinite(verb) && !tree.hasSubject(verb)) {
                    tree.hang(noun, verb, tree.subjectLabel(verb));
                    tree.hang(p, noun, "qmod");
                } else if (p == verb + 1
                        && tree.child(verb, "dobj") < 0
                        && !isPassive(tree, verb)) {
                    tree.hang(noun, verb, "dobj");
                    tree.hang(p, noun, "qmod");
                }
            }
        }
        return tree.tokens();
    }

    private static boolean isRough(Tree tree, int p) {
        Token next = tree.token(p + 1);
        boolean number = next.pos().equals("CD") || next.pos().equals("$");
        return number && tree.token(p).labelled("prep") && ROUGHLY.contains(tree.token(p).lemma());
    }

    private static boolean isTime(Tree tree, int p, int noun) {
        for (int i = p + 1; i <= noun; i++) {
            Token t = tree.token(i);
            if (TIMES.contains(t.lemma().toLowerCase(Locale.ROOT)) || t.form().indexOf(':') > 0) {
                return true;
            }
        }
        return !tree.token(noun).isNoun() && !tree.token(p + 1).pos().equals("$");
    }

    private static boolean isPassive(Tree tree, int verb) {
        return tree.child(verb, "auxpass") >= 0;
    }
}
