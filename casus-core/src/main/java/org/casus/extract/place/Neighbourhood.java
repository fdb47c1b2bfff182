package org.casus.extract.place;

import java.util.List;
import org.casus.extract.place.Words.Role;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * Reads what stands between the names of a sentence: which place lies in which, and whether
 * something happened in a place or by it.
 */
final class Neighbourhood {
    private final Atlas atlas;
    private final Words words;

    Neighbourhood(Atlas atlas, Words words) {
        this.atlas = atlas;
        this.words = words;
    }

    /** Relates the names of a report to each other, in place. */
    void relate(List<Naming> namings) {
        for (int k = 0; k < namings.size(); k++) {
            Naming n = namings.get(k);
            if (k + 1 < namings.size() && namings.get(k + 1).sentence() == n.sentence()) {
                pair(n, namings.get(k + 1));
            }
            adjective(n);
            distance(n);
        }
    }

    private void pair(Naming a, Naming b) {
        Sentence s = a.sentence();
        int next = a.last() + 1;
        if (next < b.first()
                && s.token(next).pos().equals("POS")
                && onlyFiller(s, pastDescription(s, next + 1, b.first()), b.first())) {
            b.within(a);
        } else if (isWithin(a, b)) {
            a.within(b);
        } else if (isBeside(a, b)) {
            a.around(b);
        }
    }

    /** "Tell Abyad, near Suluk", "a village 20 km from Hama". */
    private boolean isBeside(Naming a, Naming b) {
        Sentence s = a.sentence();
        int i = a.last() + 1;
        if (i + 1 < b.first() && s.token(i).pos().equals(",")) {
            i++;
        }
        return i + 1 == b.first() && s.token(i).is("near", "outside", "beside");
    }

    /**
     * Whether the words between two names put the first in the second: "Gao, Mali", "Van in eastern
     * Turkey".
     */
    boolean isWithin(Naming a, Naming b) {
        Sentence s = a.sentence();
        int gap = b.first() - a.last() - 1;
        if (gap < 1 || gap > 9) {
            return false;
        }
        int i = a.last() + 1;
        // skips the word that says what a is: "Hama province, Syria"
        if (words.is(
                s.token(i), Role.REGION, Role.SETTLEMENT, Role.QUARTER, Role.LAND, Role.FACILITY)) {
            i++;
        }
        if (i >= b.first()) {
            return false;
        }
        if (s.token(i).pos().equals(",") || s.token(i).pos().equals("-LRB-")) {
            i++;
            if (i < b.first() && s.token(i).is("in")) {
                i++;
            }
            i = pastDescription(s, i, b.first());
            return onlyFiller(s, i, b.first()) && !s.token(b.head().token()).labelled("conj");
        }
        return s.token(i).is("in", "of", "locate", "situate") && onlyFiller(s, i + 1, b.first());
    }

    /**
     * Skips "a town in", "a farming village of", "capital of": the token after, or the same one.
     */
    private int pastDescription(Sentence s, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            Token t = s.token(i);
            if (words.is(t, Role.SETTLEMENT, Role.REGION, Role.QUARTER)
                    && s.token(i + 1).is("in", "of", "on", "near")) {
                return i + 2;
            }
            if (!t.pos().equals("DT")
                    && !t.pos().startsWith("JJ")
                    && !t.isNoun()
                    && !t.pos().equals("VBN")
                    && !t.pos().equals("HYPH")) {
                return from;
            }
        }
        return from;
    }

    /** Whether only articles and points of the compass stand here. */
    private boolean onlyFiller(Sentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            Token t = s.token(i);
            if (!t.pos().equals("DT")
                    && !words.is(t, Role.DIRECTION)
                    && !t.is(
                            "locate",
                            "situate",
                            "lie",
                            "in",
                            "be",
                            "nearby",
                            "present-day",
                            "neighbor",
                            "neighboring",
                            "neighbouring",
                            "rural")) {
                return false;
            }
        }
        return true;
    }

    /** "the Syrian city of Hama", "Iraq's northern town of X". */
    private void adjective(Naming n) {
        Sentence s = n.sentence();
        int i = n.first() - 1;
        if (i < 0 || !s.token(i).is("of")) {
            i = n.first();
        } else {
            i--;
            if (i < 0
                    || !words.is(
                            s.token(i),
                            Role.SETTLEMENT,
                            Role.REGION,
                            Role.QUARTER,
                            Role.LAND,
                            Role.WATER,
                            Role.ISLAND)) {
                return;
            }
        }
        for (int back = 1; back <= 4 && i - back >= 0; back++) {
            Token t = s.token(i - back);
            String code = atlas.countryOfDemonym(Spelling.fold(t.form()));
            if (code != null && Character.isUpperCase(t.form().charAt(0))) {
                n.country(code);
                return;
            }
            if (!t.pos().startsWith("JJ")
                    && !t.isNoun()
                    && !t.pos().equals("HYPH")
                    && !t.pos().equals("VBN")) {
                return;
            }
        }
    }

    /** "near X", "south of X", "20 km north of X". */
    private void distance(Naming n) {
        Sentence s = n.sentence();
        int i = n.first() - 1;
        while (i >= 0 && s.token(i).pos().equals("DT")) {
            i--;
        }
        if (i < 0) {
            return;
        }
        Token before = s.token(i);
        if (isBetween(s, n)) {
            n.near(0, null);
        } else if (before.is("near", "outside", "around", "beside", "nearby", "off")) {
            n.near(0, null);
        } else if (before.is("of", "from", "to") && i > 0) {
            Token d = s.token(i - 1);
            boolean compass = words.is(d, Role.DIRECTION) && !d.pos().startsWith("JJ");
            if (compass || d.is("outskirt", "close", "vicinity", "next", "adjacent")) {
                n.near(kilometres(s, i - (compass ? 2 : 1)), compass ? d.lemma() : null);
            } else if (isUnit(d)) {
                n.near(kilometres(s, i - 1), null);
            }
        }
    }

    /** "between X and Y". */
    private static boolean isBetween(Sentence s, Naming n) {
        Token head = s.token(n.head().token());
        if (head.labelled("conj") && head.head() >= 0) {
            head = s.token(head.head());
        }
        return head.labelled("pobj") && head.head() >= 0 && s.token(head.head()).is("between");
    }

    private static boolean isUnit(Token t) {
        return t.is("kilometer", "kilometre", "km", "mile", "mi");
    }

    /** The distance that ends at a token: "20 km", "some 15 miles to the"; 0 when there is none. */
    private static double kilometres(Sentence s, int i) {
        while (i >= 0 && (s.token(i).pos().equals("DT") || s.token(i).is("to", "away"))) {
            i--;
        }
        if (i < 1 || !isUnit(s.token(i))) {
            return 0;
        }
        try {
            double number = Double.parseDouble(s.token(i - 1).form().replace(",", ""));
            return s.token(i).is("mile", "mi") ? number * 1.609 : number;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
