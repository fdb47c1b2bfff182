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
                    List.of("between"),
                    List.of("anywhere", "from"),
                    List.of("anywhere", "between"),
                    List.of("up", "to"),
                    List.of("close", "to"),
                    List.of("in", "excess", "of"),
                    List.of("upward", "of"),
                    List.of("upwards", "of"));

    private Amounts() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        phrases(tree);
        figures(tree);
        for (int p = 0; p + 2 < tree.size(); p++) {
            Token t = tree.token(p);
            int noun = isRough(tree, p) ? tree.child(p, "pobj") : -1;
            int verb = t.head();
            boolean counts = noun > p + 1 || noun == p + 1 && isOf(tree, noun);
            if (counts && verb >= 0 && tree.token(verb).isVerb() && !isTime(tree, p, noun)) {
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

    /**
     * "eight soldiers on Monday and six more on Tuesday", "half of the 50 dead were children": a
     * number that was hung on a noun of the next phrase.
     */
    private static void figures(Tree tree) {
        for (int i = 1; i + 2 < tree.size(); i++) {
            Token t = tree.token(i);
            int next = i + 1;
            boolean more = tree.token(next).is("more", "other", "others");
            int noun = t.head();
            taken(tree, i);
            boolean across = t.pos().equals("CD") && t.labelled("nmod", "compound") && noun > next;
            if (across && tree.token(next).is("dead") && isVerbBetween(tree, next, noun)) {
                int the = tree.token(i - 1).labelled("det") ? i - 2 : i - 1;
                if (the >= 0 && tree.token(the).labelled("prep")) {
                    tree.hang(i, the, "pobj");
                }
            } else if (across
                    && tree.token(next).is("dead", "wounded", "injured", "missing")
                    && tree.token(next + 1).form().equals(",")
                    && tree.token(next).head() >= 0
                    && tree.token(tree.token(next).head()).isVerb()) {
                tree.hang(i, tree.token(next).head(), "dobj");
            } else if (across
                    && more
                    && next + 1 < noun
                    && tree.token(next + 1).pos().equals("IN")
                    && tree.token(i - 1).is("and")) {
                int counted = counted(tree, i);
                if (counted >= 0) {
                    tree.hang(i, counted, "conj");
                }
            }
        }
    }

    /**
     * "sixty were killed and nine taken prisoner": the second verb lends the first one's "were".
     */
    private static void taken(Tree tree, int number) {
        int verb = number + 1;
        int noun = number + 2;
        Token t = tree.token(number);
        if (!t.pos().equals("CD")
                || t.head() != noun
                || !tree.token(verb).is("take", "hold", "keep")
                || !tree.token(verb).pos().equals("VBN")
                || !tree.token(noun).is("prisoner", "hostage", "captive")
                || !tree.token(number - 1).is("and", ",")) {
            return;
        }
        for (int i = number - 1; i >= 0; i--) {
            if (tree.token(i).isVerb() && tree.hasSubject(i)) {
                tree.hang(verb, i, "conj");
                tree.hang(number, verb, "nsubjpass");
                tree.hang(noun, verb, "oprd");
                return;
            }
        }
    }

    private static boolean isVerbBetween(Tree tree, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tree.token(i).isVerb()) {
                return true;
            }
        }
        return false;
    }

    /** The last object or subject with a number before a word, or -1. */
    private static int counted(Tree tree, int before) {
        for (int i = before - 1; i > 0; i--) {
            Token t = tree.token(i);
            if (t.labelled("dobj", "nsubjpass", "nsubj")
                    && t.isNoun()
                    && tree.token(i - 1).pos().equals("CD")) {
                return i;
            }
        }
        return -1;
    }

    /** "600 of its soldiers". */
    private static boolean isOf(Tree tree, int number) {
        return tree.token(number).pos().equals("CD")
                && number + 1 < tree.size()
                && tree.token(number + 1).is("of")
                && tree.token(number + 1).head() == number;
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
        int noun = noun(tree, behind);
        int verb = -1;
        for (int i = p; i < behind && verb < 0; i++) {
            int head = tree.token(i).head();
            verb = head < p || head >= behind ? head : -1;
        }
        if (noun < behind && tree.token(behind + 1).is("dozen", "hundred")) {
            int counted = tree.token(behind + 1).head();
            if (counted > behind && tree.token(counted).isNoun()) {
                for (int i = p; i < behind; i++) {
                    tree.hang(i, counted, "qmod"); // "up to a dozen fishermen were seized"
                }
            }
            return;
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
            if (tree.token(noun).isNoun() && !tree.isUnder(behind, noun)) {
                tree.hang(behind, noun, "nmod");
                tree.hang(behind + 1, noun, "qmod");
            }
        }
    }

    /** The noun behind a phrase, over the second number of a range: "from 50 to 90 men". */
    private static int noun(Tree tree, int behind) {
        int noun = tree.child(behind - 1, "pobj");
        boolean range = noun == behind && behind + 2 < tree.size() && !isOf(tree, noun);
        if (range && tree.token(behind + 1).is("to", "and")) {
            int last = tree.child(behind + 1, "pobj");
            return last > behind ? last : noun;
        }
        return noun;
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
        return !tree.token(noun).isNoun()
                && !isOf(tree, noun)
                && !tree.token(p + 1).pos().equals("$");
    }

    private static boolean isPassive(Tree tree, int verb) {
        return tree.child(verb, "auxpass") >= 0;
    }
}
