package org.casus.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;

/** Whether the words around a trigger allow its frame: {@code only} and {@code unless}. */
final class Constraints {
    /** Holds for a slot without filler. */
    private static final String NONE = "@none";

    /** Holds for a filler that is a verb: "called on them to leave" against "to the palace". */
    private static final String INFINITIVE = "@infinitive";

    /** Holds for a filler that is named together with another: "marines and royal troops". */
    private static final String JOINED = "@joined";

    /** Holds for a verb that tells what has to be: "that Mali must end it". */
    private static final String MUST = "@must";

    private static final Set<String> DUTY = Set.of("must", "should", "ought");

    private final Lexicon lexicon;
    private final List<Condition> only;
    private final List<Condition> unless;

    Constraints(Frame frame, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.only = conditions(frame.only());
        this.unless = conditions(frame.unless());
    }

    private List<Condition> conditions(Map<String, List<String>> constraints) {
        List<Condition> all = new ArrayList<>(constraints.size());
        constraints.forEach((slot, wanted) -> all.add(new Condition(slot, wanted)));
        return all;
    }

    /** What is wrong with the words of a frame's constraints. */
    static List<String> faults(Map<String, List<String>> constraints) {
        Set<String> classes = new HashSet<>(Lexicon.CLASSES);
        classes.addAll(List.of(NONE, INFINITIVE, JOINED, MUST));
        return constraints.values().stream()
                .flatMap(List::stream)
                .filter(w -> w.isEmpty() || w.startsWith("@") && !classes.contains(w))
                .map(
                        w ->
                                "\""
                                        + w
                                        + "\" is neither a word nor one of "
                                        + classes.stream().sorted().toList())
                .toList();
    }

    boolean allow(Sentence s, int head, List<Argument> arguments) {
        return (only.isEmpty() || anyHolds(only, s, head, arguments))
                && !anyHolds(unless, s, head, arguments);
    }

    private static boolean anyHolds(
            List<Condition> conditions, Sentence s, int head, List<Argument> arguments) {
        for (Condition c : conditions) {
            if (c.holds(s, head, arguments)) {
                return true;
            }
        }
        return false;
    }

    /** One slot and the words, pairs of words and classes of which one must fill it. */
    private final class Condition {
        private final String slot;
        private final Set<String> words;
        private final List<String> classes;
        private final boolean pairs;
        private final boolean hyphens;

        Condition(String slot, List<String> wanted) {
            this.slot = slot;
            this.words = Set.copyOf(wanted.stream().filter(w -> !w.startsWith("@")).toList());
            this.classes = wanted.stream().filter(w -> w.startsWith("@")).toList();
            this.pairs = wanted.stream().anyMatch(w -> w.indexOf(' ') > 0);
            this.hyphens = wanted.stream().anyMatch(w -> w.indexOf('-') > 0);
        }

        boolean holds(Sentence s, int head, List<Argument> arguments) {
            return slot.equals("any") ? anywhere(s, head, arguments) : inSlot(s, arguments);
        }

        private boolean inSlot(Sentence s, List<Argument> arguments) {
            boolean empty = true;
            for (Argument a : arguments) {
                if (a.slot().equals(slot)
                        || slot.equals("compound") && a.slot().equals("modifier")) {
                    empty = false;
                    if (fits(s, a.head())) {
                        return true;
                    }
                }
            }
            return empty && classes.contains(NONE);
        }

        /** In any slot, directly below the trigger, or above it. */
        private boolean anywhere(Sentence s, int head, List<Argument> arguments) {
            for (Argument a : arguments) {
                if (fits(s, a.head())) {
                    return true;
                }
            }
            for (int c : s.children(head)) {
                if (fits(s, c)) {
                    return true;
                }
            }
            int up = s.token(head).head();
            if (up < 0) {
                return false;
            }
            int above = s.token(up).labelled("prep") ? s.token(up).head() : -1;
            return fits(s, up) || above >= 0 && fits(s, above);
        }

        /** "sit-in", which taggers take apart. */
        private String joined(Sentence s, int i) {
            return Phrases.lower(s.token(i - 2)) + "-" + Phrases.lower(s.token(i));
        }

        /** "Hurricane George": what bears the name. */
        private boolean isTitle(Token t, int of) {
            return t.isProper() && t.head() == of && words.contains(Phrases.lower(t));
        }

        private boolean fits(Sentence s, int i) {
            Token t = s.token(i);
            if (words.contains(t.lemma()) || words.contains(Phrases.lower(t))) {
                return true;
            }
            if (pairs && i > 0 && words.contains(Phrases.lower(s.token(i - 1)) + " " + t.lemma())) {
                return true;
            }
            if (hyphens
                    && i > 1
                    && s.token(i - 1).form().equals("-")
                    && words.contains(joined(s, i))) {
                return true;
            }
            if (slot.equals("subject") && t.isProper() && i > 0 && isTitle(s.token(i - 1), i)) {
                return true;
            }
            for (String kind : classes) {
                if (isOf(kind, s, i)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** "must end", "should be freed", "has to end", "needs to end" (of which "end" is the head). */
    private static boolean isDuty(Sentence s, int i) {
        Token t = s.token(i);
        boolean goesOn = s.child(i, "xcomp", "ccomp") >= 0 && t.is("have", "need");
        return goesOn
                || s.children(i).stream()
                        .map(s::token)
                        .anyMatch(c -> c.pos().equals("MD") && DUTY.contains(c.lemma()));
    }

    private boolean isOf(String kind, Sentence s, int i) {
        return switch (kind) {
            case NONE -> false;
            case INFINITIVE -> s.token(i).isVerb();
            case JOINED -> s.child(i, "conj") >= 0 && s.token(s.child(i, "conj")).isNoun();
            case MUST -> isDuty(s, i);
            default -> lexicon.is(kind, s, i);
        };
    }
}
