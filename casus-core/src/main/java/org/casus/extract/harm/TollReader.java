package org.casus.extract.harm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Numbers;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * Finds how many a report says there are of those whom one of its nouns names: "the number of the
 * dead has risen to 40", "rescuers put the dead at 40 or more". Who they are and what befell them,
 * others say.
 */
final class TollReader {
    /** What a verb does with a toll. */
    private enum Way {
        AMOUNTS,
        EXCEEDS,
        SETS,
        INCLUDES,
        LISTS
    }

    /**
     * What is told of a toll.
     *
     * @param numbers the number, or the nouns that it counts
     * @param parts whether these are some of the harmed only
     */
    record Told(List<Integer> numbers, boolean parts) {
        static final Told NOTHING = new Told(List.of(), false);
    }

    private final Set<String> counts = new HashSet<>();
    private final Map<String, Set<Way>> verbs = new HashMap<>();
    private final Numbers numbers;

    private TollReader(Numbers numbers) {
        this.numbers = numbers;
    }

    static TollReader load(Numbers numbers, Problems problems) {
        TollReader reader = new TollReader(numbers);
        Table.read(
                "harm/tolls.table",
                problems,
                row -> {
                    String word = row.get("word");
                    switch (row.get("role")) {
                        case "counts" -> reader.counts.add(word);
                        case "amounts" -> reader.add(word, Way.AMOUNTS);
                        case "exceeds" -> {
                            reader.add(word, Way.AMOUNTS);
                            reader.add(word, Way.EXCEEDS);
                        }
                        case "sets" -> reader.add(word, Way.SETS);
                        case "includes" -> reader.add(word, Way.INCLUDES);
                        case "lists" -> reader.add(word, Way.LISTS);
                        default -> row.problem(row.get("role") + " is no role of a toll's words");
                    }
                });
        return reader;
    }

    private void add(String verb, Way way) {
        verbs.computeIfAbsent(verb, k -> new HashSet<>(2)).add(way);
    }

    private boolean is(Token t, Way way) {
        return verbs.getOrDefault(t.lemma(), Set.of()).contains(way);
    }

    /** Whether a verb tells the parts of a toll: "it listed 30 civilians and 10 soldiers". */
    boolean lists(Token verb) {
        return is(verb, Way.LISTS);
    }

    /** Whether the number of a toll is what it has gone beyond: "the toll has passed 90". */
    boolean exceeds(Sentence s, int number) {
        for (int at = number, steps = 0; at >= 0 && steps < 3; at = s.token(at).head(), steps++) {
            if (is(s.token(at), Way.EXCEEDS)) {
                return true;
            }
        }
        return false;
    }

    /** The noun of counting over the people, "number" in "the number of the dead", or -1. */
    int counting(Sentence s, int people) {
        int up = s.token(people).head();
        if (up >= 0 && s.token(people).labelled("pobj") && s.token(up).is("of")) {
            up = s.token(up).head();
        } else if (!s.token(people).labelled("compound", "nmod", "amod")) {
            return -1;
        }
        return up >= 0 && s.token(up).isNoun() && counts.contains(s.token(up).lemma()) ? up : -1;
    }

    /** How many a toll comes to, by the verb over it or by the number after of. */
    Told told(Sentence s, int toll) {
        int verb = s.token(toll).head();
        if (verb >= 0) {
            Token v = s.token(verb);
            boolean passive = s.child(verb, "auxpass") >= 0;
            if (s.token(toll).labelled("nsubj", "nsubjpass") && !passive && verb > toll) {
                if (is(v, Way.INCLUDES)) {
                    return new Told(row(s, next(s, verb)), true);
                }
                if (is(v, Way.AMOUNTS)) {
                    return new Told(amount(s, verb), false);
                }
            }
            boolean object = s.token(toll).labelled("dobj") || s.token(toll).labelled("nsubjpass");
            if (object && is(v, Way.SETS)) {
                return new Told(row(s, after(s, Math.max(verb, toll))), false);
            }
        }
        int next = verbBehind(s, toll);
        return next < 0 ? Told.NOTHING : new Told(amount(s, next), false);
    }

    /** "the dead numbered 31". */
    boolean amountsBehind(Sentence s, int toll) {
        return verbBehind(s, toll) == toll + 1;
    }

    /** The verb of amounting that follows a toll, where the parser made something else of it. */
    private int verbBehind(Sentence s, int toll) {
        for (int i = toll + 1; i < s.size() && i < toll + 5; i++) {
            Token t = s.token(i);
            if (t.pos().startsWith("VB") && is(t, Way.AMOUNTS) && !t.is("be")) {
                return i;
            }
            if (!t.pos().startsWith("RB") && !t.is("have", "be")) {
                return -1;
            }
        }
        return -1;
    }

    /** "a toll of 20", "tolls of 20 and 30". */
    List<Integer> of(Sentence s, int toll) {
        List<Integer> found = new ArrayList<>();
        for (int of : s.arguments(toll, "of")) {
            if (numbers.isNumber(s.token(of))) {
                found.addAll(row(s, of));
            }
        }
        return found;
    }

    private List<Integer> amount(Sentence s, int verb) {
        int told = after(s, verb);
        return row(s, told >= 0 ? told : next(s, verb));
    }

    /** The number after "to", else after "at", within the clause. */
    private int after(Sentence s, int from) {
        for (String preposition : List.of("to", "at")) {
            for (int i = from + 1; i < s.size() && !ends(s.token(i)); i++) {
                if (s.lower(i).equals(preposition)
                        && !s.lower(i + 1 < s.size() ? i + 1 : i).equals("least")) {
                    int found = next(s, i);
                    if (found >= 0) {
                        return found;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean ends(Token t) {
        return t.form().equals(";") || t.form().equals(":") || t.pos().equals("WP");
    }

    /**
     * The number that follows a word with nothing between but what bends a number, or the noun that
     * it counts; -1 if none.
     */
    private int next(Sentence s, int at) {
        for (int i = at + 1; i < s.size() && i < at + 7; i++) {
            Token t = s.token(i);
            if (numbers.isNumber(t)) {
                int head = t.head();
                while (head > i
                        && s.token(head).pos().equals("CD")
                        && s.token(head).head() > head) {
                    head = s.token(head).head();
                }
                for (int k = i + 1; k < head; k++) {
                    head = s.token(k).labelled("cc", "punct") && !s.lower(k).equals("-") ? i : head;
                }
                boolean counts =
                        head > i && s.token(head).isNoun() && numbers.count(s, head) != null;
                return counts ? head : t.pos().startsWith("JJ") ? -1 : last(s, i);
            }
            boolean bends =
                    t.labelled("advmod", "det", "qmod", "quantmod", "prt", "aux")
                            || t.pos().matches("RB[RS]?|JJ[RS]|RP|DT")
                            || t.is(
                                    "than", "as", "many", "at", "up", "to", "about", "over",
                                    "between", "around", "some");
            if (!bends) {
                return -1;
            }
        }
        return -1;
    }

    /** The last word of a number of several: "two thousand", "ninety - one". */
    private int last(Sentence s, int number) {
        int last = number;
        while (last + 1 < s.size()
                && (numbers.isNumber(s.token(last + 1)) && s.token(last).head() == last + 1
                        || s.lower(last + 1).equals("-")
                                && last + 2 < s.size()
                                && numbers.isNumber(s.token(last + 2)))) {
            last += s.lower(last + 1).equals("-") ? 2 : 1;
        }
        return last;
    }

    /** A counted noun or number with those that follow in a row with it. */
    List<Integer> row(Sentence s, int first) {
        List<Integer> row = new ArrayList<>();
        for (int at = first; at >= 0 && !row.contains(at); at = following(s, at)) {
            row.add(at);
        }
        return row;
    }

    /** What stands after "and" or a comma behind a member of a row, and is counted too; or -1. */
    private int following(Sentence s, int member) {
        int i = member + 1;
        while (i < s.size() && i < member + 4 && s.token(i).pos().matches("NN.*|JJ")) {
            i++;
        }
        int joint = -1;
        while (i < s.size() && s.token(i).is(",", "and")) {
            joint = i;
            i++;
        }
        return joint >= 0 && i < s.size() && numbers.isNumber(s.token(i)) ? next(s, joint) : -1;
    }
}
