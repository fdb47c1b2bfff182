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

    /** Phrases before a number. */
    private static final List<List<String>> PHRASES =
            List.of(
                    List.of("up", "to"),
                    List.of("close", "to"),
                    List.of("in", "excess", "of"),
                    List.of("upward", "of"),
                    List.of("upwards", "of"));

    private Amounts() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        phrases(tree);
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

    /** "Close to 50 sailors drowned", "killed in excess of 400 people". */
    private static void phrases(Tree tree) {
        for (int p = 0; p + 3 < tree.size(); p++) {
            for (List<String> phrase : PHRASES) {
                int behind = p + phrase.size();
                if (stands(tree, phrase, p) && isAmount(tree, behind)) {
                    phrase(tree, p, behind);
                }
            }
        }
    }

    private static boolean stands(Tree tree, List<String> phrase, int p) {
        for (int i = 0; i < phrase.size(); i++) {
            if (p + i >= tree.size()
                    || !tree.token(p + i).form().toLowerCase(Locale.ROOT).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmount(Tree tree, int i) {
        return i + 1 < tree.size()
                && (tree.token(i).pos().equals("CD") || tree.token(i + 1).is("dozen", "hundred"));
    }

    private static void phrase(Tree tree, int p, int behind) {
        int noun = tree.child(behind - 1, "pobj");
        int verb = -1;
        for (int i = p; i < behind && verb < 0; i++) {
            int head = tree.token(i).head();
            verb = head < p || head >= behind ? head : -1;
        }
        if (noun < behind || verb < 0 || !tree.token(verb).isVerb() || isTime(tree, p, noun)) {
            return;
        }
        int subject = Math.max(tree.child(verb, "nsubj"), tree.child(verb, "nsubjpass"));
        boolean open = subject < 0 || subject >= p && subject < behind;
        boolean subjects = verb > noun && tree.isFinite(verb) && open;
        boolean objects = p == verb + 1 && tree.child(verb, "dobj") < 0 && !isPassive(tree, verb);
        if (subjects || objects) {
            tree.hang(noun, verb, subjects ? tree.subjectLabel(verb) : "dobj");
            for (int i = p; i < behind; i++) {
                tree.hang(i, noun, "qmod");
            }
        }
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
