package org.casus.rule;

import java.util.Set;
import java.util.regex.Pattern;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * Nouns that a report takes for known and dates: "the 1998 bombing", "the raid of May 1972", "the
 * attack in which nine died". Whoever is said to have planned that, it came about.
 */
public final class Past {
    private static final Set<String> KNOWN = Set.of("the", "this", "that", "these", "those");
    private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");

    private Past() {}

    public static boolean isKnown(Sentence s, int noun) {
        if (!s.token(noun).isNoun()) {
            return false;
        }
        boolean the = false;
        boolean dated = false;
        for (int c : s.children(noun)) {
            Token t = s.token(c);
            the |= t.labelled("poss") || t.labelled("det") && KNOWN.contains(t.lemma());
            dated |= isYear(t) || t.is("of", "in") && isDate(s, s.child(c, "pobj"));
        }
        return the && (dated || isToldOf(s, noun));
    }

    private static boolean isDate(Sentence s, int i) {
        return i >= 0
                && (isYear(s.token(i)) || s.children(i).stream().anyMatch(c -> isYear(s.token(c))));
    }

    private static boolean isYear(Token t) {
        return YEAR.matcher(t.form()).matches();
    }

    private static boolean isToldOf(Sentence s, int noun) {
        for (int i = noun + 1; i < s.size(); i++) {
            if (s.token(i).pos().equals("VBD") && Relatives.tells(s, i, noun)) {
                return true;
            }
        }
        return false;
    }
}
