package org.casus.analyze;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.model.Token;

/**
 * Mends a frequent slip of the parser: in "On Saturday rebels attacked" and "In Hong Kong thousands
 * marched" no comma parts the opening from the subject, and the two are taken for one noun, which
 * leaves the verb without a subject and the day a mere attribute.
 */
final class Openings {
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

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
                    "december");

    private static final Set<String> PARTS =
            Set.of(
                    "morning",
                    "afternoon",
                    "evening",
                    "night",
                    "noon",
                    "midday",
                    "midnight",
                    "dawn",
                    "dusk",
                    "sunrise",
                    "sunset",
                    "hour",
                    "day",
                    "week",
                    "weekend",
                    "month",
                    "year",
                    "decade",
                    "spring",
                    "summer",
                    "autumn",
                    "winter");

    private static final Set<String> WHERE = Set.of("in", "at", "near", "outside");
    private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[1-9]|[12][0-9]|3[01]");

    private Openings() {}

    static List<Token> mend(List<Token> tokens) {
        Tree tree = new Tree(tokens);
        for (int verb = 2; verb < tree.size(); verb++) {
            if (tree.token(verb).isVerb() && tree.isFinite(verb) && !tree.hasSubject(verb)) {
                mend(tree, verb);
            }
        }
        return tree.tokens();
    }

    private static void mend(Tree tree, int verb) {
        int opening = lastBefore(tree, verb);
        if (opening < 0) {
            return;
        }
        int preposition = opening;
        int noun = tree.child(preposition, "pobj");
        int beside = noun < 0 || !isTime(tree.token(noun)) ? -1 : tree.child(noun, "appos");
        if (beside > noun && beside < verb) { // "In May, the minister, Ana Ruiz, agreed"
            tree.hang(beside, verb, tree.subjectLabel(verb));
            return;
        }
        for (int of; noun >= 0 && (of = tree.child(noun, "prep")) > noun && of < verb; ) {
            preposition = of;
            noun = tree.child(of, "pobj");
        }
        if (noun < 0
                || noun > verb
                || !tree.token(noun).isNoun()
                || isTime(tree.token(noun))
                || !tree.isRightBefore(tree.last(noun), verb)) {
            return;
        }
        int first = tree.first(noun);
        int subject = split(tree, preposition, first, noun);
        int time = subject < 0 ? -1 : lastNoun(tree, first, subject);
        if (time < 0) {
            return;
        }
        for (int i = first; i < noun; i++) {
            int head = tree.token(i).head();
            if (i < subject && i != time && head >= subject) {
                tree.hang(i, time, tree.token(i).label());
            } else if (i >= subject && head < subject) {
                tree.hang(i, noun, tree.token(i).label());
            }
        }
        tree.hang(time, preposition, "pobj");
        if (tree.token(opening).head() > verb) {
            tree.hang(opening, verb, "prep");
        }
        tree.hang(noun, verb, tree.subjectLabel(verb));
    }

    /** The last preposition that stands before the verb and hangs on it or on what follows it. */
    private static int lastBefore(Tree tree, int verb) {
        for (int i = verb - 1; i >= 0; i--) {
            if (tree.token(i).head() >= verb && tree.token(i).labelled("prep")) {
                return i;
            }
        }
        return -1;
    }

    /** Where in "Monday night two gunmen" or "Hong Kong thousands" the subject begins, or -1. */
    private static int split(Tree tree, int preposition, int first, int noun) {
        for (int i = noun - 1; i >= first; i--) {
            if (isTime(tree.token(i))) {
                int next = i + 1;
                boolean month = MONTHS.contains(lower(tree.token(i)));
                if (month
                        && tree.token(preposition).is("on")
                        && DAY.matcher(tree.token(next).form()).matches()) {
                    next++;
                }
                if (next < noun && YEAR.matcher(tree.token(next).form()).matches()) {
                    next++;
                }
                return next;
            }
        }
        if (!WHERE.contains(tree.token(preposition).lemma()) && !tree.token(preposition).is("on")) {
            return -1;
        }
        for (int i = first + 1; i <= noun; i++) {
            Token before = tree.token(i - 1);
            boolean number = YEAR.matcher(before.form()).matches() && i - 2 >= first;
            boolean proper = number ? tree.token(i - 2).isProper() : before.isProper();
            boolean common = Character.isLowerCase(tree.token(i).form().charAt(0));
            boolean named = !tree.token(preposition).is("on") || number;
            if (proper && common && named) {
                return i;
            }
        }
        return -1;
    }

    private static int lastNoun(Tree tree, int first, int end) {
        for (int i = end - 1; i >= first; i--) {
            if (tree.token(i).isNoun()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTime(Token t) {
        String word = lower(t);
        return t.isNoun()
                && (WEEKDAYS.contains(word)
                        || PARTS.contains(word)
                        || MONTHS.contains(word) && t.isProper());
    }

    private static String lower(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }
}
