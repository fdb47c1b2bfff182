package org.casus.extract.time;

import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;

/** Whether the words around a time look back or ahead. */
final class Tense {
    private static final Set<String> AHEAD = Set.of("will", "shall", "'ll", "wo", "going", "must");
    private static final Set<String> PLANS =
            Set.of(
                    "plan",
                    "expect",
                    "schedule",
                    "due",
                    "intend",
                    "prepare",
                    "set",
                    "vow",
                    "threaten",
                    "promise",
                    "propose",
                    "aim",
                    "hope",
                    "slate",
                    "want",
                    "call",
                    "demand",
                    "poise",
                    "ready",
                    "likely");

    private Tense() {}

    /** -1 back, 1 ahead, 0 not to be told, by the verb that governs a token. */
    static int of(Sentence sentence, int token) {
        int verb = token;
        for (int steps = 0; steps < sentence.size() && verb >= 0; steps++) {
            Token t = sentence.token(verb);
            if (t.isVerb() || t.pos().equals("MD")) {
                break;
            }
            verb = t.head();
        }
        return verb < 0 ? nearby(sentence, token) : ofVerb(sentence, verb, token, 0);
    }

    private static int ofVerb(Sentence sentence, int verb, int time, int depth) {
        Token t = sentence.token(verb);
        boolean infinitive = t.pos().equals("VB");
        boolean past = t.pos().equals("VBD") || t.pos().equals("VBN");
        boolean now = false;
        for (int c : sentence.children(verb)) {
            Token child = sentence.token(c);
            if (c < verb && (child.pos().equals("MD") || child.labelled("aux", "auxpass"))) {
                if (AHEAD.contains(child.lemma())
                        || AHEAD.contains(lower(child))
                        || child.is("must", "should")) {
                    return 1;
                }
                if (child.pos().equals("VBD") || child.is("have")) {
                    past = true;
                } else if (child.pos().equals("VBP") || child.pos().equals("VBZ")) {
                    infinitive = infinitive && !child.is("do");
                    now = child.is("be");
                    past = past || t.pos().equals("VBN");
                }
            }
        }
        if (now && t.pos().equals("VBN") && PLANS.contains(t.lemma())) {
            return 1;
        }
        if (past) {
            return PLANS.contains(t.lemma()) && hasInfinitive(sentence, verb, time) ? 1 : -1;
        }
        if (infinitive && depth < 4) {
            int head = t.head();
            if (head >= 0 && PLANS.contains(sentence.token(head).lemma())) {
                return 1;
            }
            return head >= 0 && sentence.token(head).isVerb()
                    ? ofVerb(sentence, head, time, depth + 1)
                    : 0;
        }
        if (t.pos().equals("VBG")
                && depth < 4
                && t.head() >= 0
                && sentence.token(t.head()).isVerb()) {
            return ofVerb(sentence, t.head(), time, depth + 1);
        }
        if (isPlan(sentence, verb)) {
            return 1;
        }
        return t.lemma().equals("go") && hasInfinitive(sentence, verb, sentence.size()) ? 1 : 0;
    }

    /** "is due on Monday". */
    private static boolean isPlan(Sentence sentence, int verb) {
        for (int c : sentence.children(verb)) {
            Token child = sentence.token(c);
            if (child.labelled("acomp", "oprd") && PLANS.contains(child.lemma())) {
                return sentence.token(verb).is("be");
            }
        }
        return false;
    }

    /** "planned to meet on Monday", not "threatened on Monday to leave". */
    private static boolean hasInfinitive(Sentence sentence, int verb, int before) {
        for (int c : sentence.children(verb)) {
            if (c < before && sentence.token(c).pos().equals("VB")) {
                return true;
            }
        }
        return false;
    }

    /** Without a tree: the nearest word to the left that shows a tense, else to the right. */
    private static int nearby(Sentence sentence, int token) {
        for (int i = token - 1; i >= 0; i--) {
            int tense = shown(sentence, i);
            if (tense != 0) {
                return tense;
            }
        }
        for (int i = token + 1; i < sentence.size(); i++) {
            int tense = shown(sentence, i);
            if (tense != 0) {
                return tense;
            }
        }
        return 0;
    }

    private static int shown(Sentence sentence, int i) {
        Token t = sentence.token(i);
        if (AHEAD.contains(lower(t))) {
            return 1;
        }
        return t.pos().equals("VBD") || lower(t).equals("was") || lower(t).equals("were") ? -1 : 0;
    }

    private static String lower(Token t) {
        return t.form().toLowerCase(java.util.Locale.ROOT);
    }
}
