package org.casus.extract.harm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * The rest of a list of people after its first member was broken off by a clause or by words set
 * between commas: "five women who worked in the kitchen, a gardener and a chaplain". A parser hangs
 * the rest on whatever stands next to it.
 */
final class Enumeration {
    private final Sentence s;
    private final IntPredicate people;

    /**
     * @param people tells which tokens are heads of a noun that names people and says how many
     */
    Enumeration(Sentence s, IntPredicate people) {
        this.s = s;
        this.people = people;
    }

    /** Heads of the members that follow a first one, in order. */
    List<Integer> after(int first, int limit) {
        int broken = interruption(first);
        if (broken < 0) {
            return List.of();
        }
        boolean inserted = !s.token(broken).pos().startsWith("W");
        List<Integer> members = new ArrayList<>();
        int end = -1;
        boolean closed = false;
        for (int h = broken + 1; h < limit && !closed; h++) {
            if (!people.test(h) || s.token(h).labelled("nsubj", "nsubjpass")) {
                continue;
            }
            int start = start(h);
            int before = start - 1;
            boolean and = before > 0 && s.token(before).is("and", "or");
            boolean comma = before > 0 && s.lower(before).equals(",");
            boolean commaAnd = and && s.lower(before - 1).equals(",");
            if (members.isEmpty()) {
                boolean opens = inserted ? commaAnd : comma || commaAnd;
                if (!opens || !inserted && ownObject(before - (commaAnd ? 1 : 0), broken)) {
                    continue;
                }
            } else if (!(comma || and) || before - (commaAnd ? 2 : 1) != end) {
                break;
            }
            members.add(h);
            end = Math.max(h, ofPhrase(h));
            closed = and;
        }
        return closed ? members : List.of();
    }

    /** Where the first member is broken off: at "who", or at "including" behind a comma. */
    private int interruption(int first) {
        int end = Math.max(first, ofPhrase(first));
        int next = end + 1;
        if (next + 1 < s.size() && s.lower(next).equals(",")) {
            next++;
        }
        if (next >= s.size()) {
            return -1;
        }
        Token t = s.token(next);
        boolean clause = t.pos().equals("WP") || t.pos().equals("WP$") || t.pos().equals("WDT");
        boolean inserted = s.lower(next - 1).equals(",") && t.is("including", "include", "among");
        return clause || inserted ? next : -1;
    }

    /** The last word of "of the council" behind a noun, or -1. */
    private int ofPhrase(int head) {
        if (head + 1 < s.size() && s.lower(head + 1).equals("of")) {
            for (int i = head + 2; i < s.size() && i < head + 6; i++) {
                boolean inside = s.token(i).isNoun() || s.token(i).pos().matches("DT|JJ|PRP\\$|CD");
                if (!inside) {
                    return i - 1;
                }
            }
        }
        return -1;
    }

    private int start(int head) {
        int start = head;
        while (start > 0 && !s.token(start - 1).is(",", "and", "or") && s.under(start - 1, head)) {
            start--;
        }
        return start;
    }

    /** "who had beaten a farmer, a porter and a priest": the list may be the clause's own. */
    private boolean ownObject(int comma, int clause) {
        for (int i = comma - 1; i > clause; i--) {
            if (s.token(i).isVerb()) {
                return false;
            }
            if (people.test(i) && s.token(i).labelled("dobj", "pobj", "conj", "attr")) {
                return true;
            }
        }
        return false;
    }
}
