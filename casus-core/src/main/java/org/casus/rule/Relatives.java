package org.casus.rule;

import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * What a clause with "which" or "where" is about. Parsers hang it on the noun before its comma: in
 * "the bombing of the mission in Nairobi, which killed nine" the town, though it was the bombing.
 */
public final class Relatives {
    private static final Set<String> WITHIN = Set.of("in", "during");

    private Relatives() {}

    /** Whether the clause of a verb may tell of what an earlier noun of the same phrase names. */
    public static boolean tells(Sentence s, int verb, int noun) {
        int which = opening(s, verb);
        if (which <= noun || !s.token(noun).isNoun()) {
            return false;
        }
        for (int i = noun + 1; i < which; i++) {
            Token t = s.token(i);
            if (t.isVerb() && !t.pos().equals("VBN") && !t.pos().equals("VBG")) {
                return false;
            }
        }
        return true;
    }

    /** The word that opens a clause: "which" as its subject, "in which", "where"; or -1. */
    private static int opening(Sentence s, int verb) {
        if (!s.token(verb).isVerb()) {
            return -1;
        }
        for (int c : s.children(verb)) {
            Token t = s.token(c);
            if (c > verb) {
                break;
            }
            int within = WITHIN.contains(t.lemma()) ? s.child(c, "pobj") : -1;
            boolean subject = t.is("which") && t.labelled("nsubj");
            boolean where = t.is("where") && t.labelled("advmod");
            if (subject || where || within >= 0 && s.token(within).is("which")) {
                return c;
            }
        }
        return -1;
    }
}
