package org.casus.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Count;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in words and figures, and how sure they are: "at least 20", "dozens", "between 10 and
 * 15", "a contractor". The words and what they mean stand in {@code harm/numbers.table}.
 */
public final class Numbers {
    private static final Set<String> QUANTITIES =
            Set.of(
                    "number",
                    "group",
                    "series",
                    "majority",
                    "minority",
                    "lot",
                    "total",
                    "part",
                    "share",
                    "proportion",
                    "amount",
                    "crowd",
                    "band",
                    "column",
                    "convoy",
                    "busload",
                    "boatload",
                    "wave",
                    "string");
    private static final Map<String, Integer> CARDINALS = cardinals();
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "no", "another", "one", "both", "neither");
    private static final Set<String> RANGE = Set.of("to", "and", "or", "-", "–");

    /** A bound of a row: a number of its own, or the number beside it, or nothing. */
    private record Meaning(String low, String best, String high, String note) {
        boolean modifier() {
            return note.contains("modifier");
        }

        boolean unit() {
            return note.contains("unit");
        }

        boolean share() {
            return note.contains("share");
        }
    }

    private final Map<String, Meaning> meanings = new HashMap<>();

    public static Numbers load(Problems problems) {
        Numbers numbers = new Numbers();
        Table.read(
                "harm/numbers.table",
                problems,
                row -> {
                    Meaning meaning =
                            new Meaning(
                                    row.get("low"),
                                    row.get("best"),
                                    row.get("high"),
                                    row.get("note"));
                    for (String bound : List.of(meaning.low, meaning.best, meaning.high)) {
                        if (!bound.isEmpty()
                                && !bound.equals("n")
                                && !bound.chars().allMatch(Character::isDigit)) {
                            row.problem(bound + " is neither a whole number nor n");
                        }
                    }
                    if (numbers.meanings.put(row.get("word"), meaning) != null) {
                        row.problem(row.get("word") + " stands twice");
                    }
                });
        return numbers;
    }

    /**
     * How many a noun stands for: from its number, article or vague word, or from itself where it
     * is a number ("25 of its fighters", "two in Syria").
     *
     * @return null where the words give no number
     */
    public @Nullable Count count(Sentence s, int head) {
        Count count = plain(s, head);
        boolean more =
                head + 2 < s.size()
                        && s.token(head + 1).is("and", "or")
                        && s.token(head + 2).is("more")
                        && !(head + 3 < s.size() && s.token(head + 3).isNoun());
        return more && count != null && count.low() != null && count.low().equals(count.high())
                ? new Count(count.low(), count.best(), null, count.span()) // "fifty men and more"
                : count;
    }

    private @Nullable Count plain(Sentence s, int head) {
        Token t = s.token(head);
        if (t.is("some") && head + 1 < s.size() && s.token(head + 1).is("of")) {
            return new Count(1, null, null, t.span()); // "some of the detainees": one will do
        }
        if (isNumber(t)) {
            return phrase(s, head, head);
        }
        for (boolean written : new boolean[] {true, false}) { // "some 25 miners": 25, not some
            for (int c : s.children(head)) {
                Token child = s.token(c);
                if (c < head && child.pos().equals("CD") == written && numbers(child)) {
                    return phrase(s, c, head);
                }
            }
        }
        if (QUANTITIES.contains(t.lemma())) {
            return quantity(s, head); // "a very large number of" is not one
        }
        for (int c : s.children(head)) {
            Token child = s.token(c);
            if (c < head
                    && child.labelled("det", "nmod", "amod", "predet", "neg")
                    && vague(child)) {
                return phrase(s, c, head);
            }
        }
        return null;
    }

    /** "an unknown number of": at least one. */
    private @Nullable Count quantity(Sentence s, int head) {
        List<String> words = new ArrayList<>();
        for (int i = s.first(head); i <= head; i++) {
            words.add(Phrases.lower(s.token(i)));
        }
        Meaning m =
                s.token(head).is("number") ? meanings.get(String.join(" ", words) + " of") : null;
        return m == null || m.modifier() || m.low.isEmpty()
                ? null
                : new Count(own(m.low), own(m.best), own(m.high), s.span(s.first(head), head));
    }

    /** Whether a word before a noun is its number; "dozen" is often taken for half a compound. */
    private boolean numbers(Token child) {
        Meaning m = meanings.get(Phrases.lower(child));
        boolean unit = m != null && m.unit();
        return (unit || isNumber(child))
                && !child.entity().equals("DATE")
                && (unit || !child.labelled("compound"))
                && !child.labelled("poss");
    }

    /** Whether a token is a number by itself or stands for an uncertain one. */
    public boolean isNumber(Token t) {
        String form = Phrases.lower(t);
        if (form.equals("tens")) {
            return true; // "tens of thousands"
        }
        if (t.pos().equals("CD") || (CARDINALS.containsKey(form) && !DETERMINERS.contains(form))) {
            return !t.entity().equals("DATE")
                    && !t.entity().equals("TIME")
                    && !t.entity().equals("MONEY")
                    && !t.entity().equals("PERCENT");
        }
        Meaning m = meanings.get(form);
        return m != null
                && !m.modifier()
                && !m.share()
                && (t.isNoun()
                        || t.is(
                                "several",
                                "many",
                                "few",
                                "some",
                                "numerous",
                                "countless",
                                "none",
                                "multiple"));
    }

    private boolean vague(Token t) {
        Meaning m = meanings.get(Phrases.lower(t));
        return m != null
                && !m.modifier()
                && !m.share()
                && !(m.low.isEmpty() && m.best.isEmpty() && m.high.isEmpty());
    }

    /** The count that the words around a number make together. */
    private @Nullable Count phrase(Sentence s, int number, int noun) {
        if (compares(s, number)) {
            return null;
        }
        int first = number;
        int last = number;
        while (first > 0 && first > number - 5 && belongs(s, first - 1, number, noun)) {
            first--;
        }
        if (first > 0
                && (s.lower(first - 1).equals("between")
                        || s.lower(first - 1).equals("in") && s.lower(first).equals("excess"))) {
            first--;
        }
        int limit = number == noun ? s.size() : noun;
        while (last + 1 < limit && last < number + 4 && belongs(s, last + 1, number, noun)) {
            last++;
        }
        List<String> words = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            words.add(Phrases.lower(s.token(i)));
        }
        Bounds bounds = read(words);
        int and = words.subList(0, number - first).lastIndexOf("and");
        if (bounds != null && bounds.to <= number - first && and > 0) {
            first += and + 1; // "200 and 202": two numbers
            bounds = read(words.subList(and + 1, words.size()));
        }
        return bounds == null
                ? null
                : new Count(
                        bounds.low,
                        bounds.best,
                        bounds.high,
                        s.span(first + bounds.from, first + bounds.to - 1));
    }

    /** "three times as many", "twice as many": how many it makes stands elsewhere. */
    private static boolean compares(Sentence s, int number) {
        for (int i = number; i > 0 && i > number - 3; i--) {
            boolean multiplied = s.token(i).is("time") || s.lower(i).equals("twice");
            if (multiplied && (i == number || s.lower(i + 1).equals("as"))) {
                return true;
            }
        }
        return number + 2 < s.size()
                && s.token(number + 1).is("time")
                && s.lower(number + 2).equals("as");
    }

    /** Numbers, their modifiers and the little words between them. */
    private boolean belongs(Sentence s, int i, int number, int noun) {
        Token t = s.token(i);
        String form = Phrases.lower(t);
        if (form.equals(",")
                || form.equals("the")
                || form.equals("that")
                || form.equals("in")
                || form.equals("including")) {
            return false;
        }
        boolean near = s.under(i, number) || s.under(i, noun) || s.under(number, i);
        boolean known =
                decimal(form) >= 0
                        || meanings.containsKey(form)
                        || MODIFIER_WORDS.contains(form)
                        || RANGE.contains(form);
        boolean rounds = i + 1 == number && ROUNDING.contains(form); // "massacred around 90 people"
        boolean tens =
                i > number
                        && s.lower(i - 1).matches("tens|hundreds")
                        && i + 1 < s.size()
                        && s.lower(i + 1).matches("thousands|millions");
        return (near || rounds) && known && !(i > number && form.equals("of") && !tens);
    }

    private static final Set<String> MODIFIER_WORDS =
            Set.of(
                    "at",
                    "least",
                    "most",
                    "as",
                    "many",
                    "more",
                    "less",
                    "fewer",
                    "than",
                    "up",
                    "to",
                    "no",
                    "not",
                    "a",
                    "an",
                    "some",
                    "few",
                    "couple",
                    "half",
                    "of",
                    "between",
                    "from",
                    "or",
                    "so",
                    "and",
                    "well",
                    "close",
                    "further",
                    "additional",
                    "just",
                    "under",
                    "over",
                    "above",
                    "below",
                    "estimated",
                    "total",
                    "minimum",
                    "maximum",
                    "upwards",
                    "upward",
                    "excess",
                    "tens",
                    "only",
                    "other",
                    "another");

    private static final Set<String> ROUNDING =
            Set.of("about", "around", "some", "nearly", "almost", "over", "roughly", "perhaps");

    private record Bounds(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high,
            int from,
            int to) {}

    /**
     * Reads a phrase such as [at, least, 20] or [between, 10, and, 15]; null when it holds no
     * number.
     */
    private @Nullable Bounds read(List<String> words) {
        Bounds core = modified(words);
        for (int from = 0; from < words.size() && core == null; from++) {
            for (int to = words.size(); to > from && core == null; to--) {
                core = core(words, from, to);
            }
        }
        if (core == null) {
            return null;
        }
        Bounds found = core;
        for (int from = 0; from < found.from; from++) {
            Meaning m = modifier(words, from, found.from);
            if (m != null) {
                return bend(core, m, from, found.to);
            }
        }
        for (int to = words.size(); to > found.to; to--) {
            Meaning m = modifier(words, found.to, to);
            if (m != null) {
                return bend(core, m, found.from, to);
            }
        }
        return core;
    }

    /**
     * The number behind a modifier of which a word alone would be a number too: "as many as 20", "a
     * further 20", "some fifteen".
     */
    private @Nullable Bounds modified(List<String> words) {
        for (int from = 1; from < words.size(); from++) {
            if (decimal(words.get(from)) < 0 || DETERMINERS.contains(words.get(from))) {
                continue;
            }
            for (int to = words.size(); to > from; to--) {
                if (cardinal(words, from, to) >= 0) {
                    for (int start = 0; start < from; start++) {
                        boolean both = meanings.containsKey(words.get(start) + " n");
                        if ((both || start < from - 1) && modifier(words, start, from) != null) {
                            return core(words, from, to);
                        }
                    }
                    return null;
                }
            }
        }
        return null;
    }

    private @Nullable Meaning modifier(List<String> words, int from, int to) {
        String phrase = String.join(" ", words.subList(from, to));
        Meaning m = meanings.get(phrase);
        if (m != null && m.modifier()) {
            return m;
        }
        m = meanings.get(phrase + " n");
        return m != null && m.modifier() ? m : null;
    }

    private static Bounds bend(Bounds core, Meaning m, int from, int to) {
        if (core.low == null || !core.low.equals(core.high)) {
            return new Bounds(core.low, core.best, core.high, from, to);
        }
        Integer n = core.low;
        Integer low = m.low.equals("n") ? n : null;
        Integer best = m.best.equals("n") ? n : null;
        Integer high = m.high.equals("n") ? n : null;
        return low == null && best == null && high == null
                ? new Bounds(n, n, n, from, to)
                : new Bounds(low, best, high, from, to);
    }

    /** A cardinal, a range, or a phrase of the table that is no modifier. */
    private @Nullable Bounds core(List<String> words, int from, int to) {
        int whole = cardinal(words, from, to);
        if (whole >= 0) {
            return new Bounds(whole, whole, whole, from, to);
        }
        for (int k = from + 1; k + 1 < to; k++) {
            boolean list =
                    words.get(k).equals("and")
                            && !(from > 0 && words.get(from - 1).equals("between"));
            if (RANGE.contains(words.get(k)) && !list) {
                int low = cardinal(words, from, k);
                int high = cardinal(words, k + 1, to);
                if (low >= 0 && high > low) {
                    return new Bounds(low, null, high, from, to);
                }
            }
        }
        int dash = to - from == 1 ? words.get(from).replace('–', '-').indexOf('-') : -1;
        if (dash > 0) {
            String word = words.get(from);
            int low = value(word.substring(0, dash));
            int high = value(word.substring(dash + 1));
            if (low >= 0 && high > low) {
                return new Bounds(low, null, high, from, to);
            }
        }
        Meaning m = meanings.get(String.join(" ", words.subList(from, to)));
        if (m == null || m.modifier() || m.unit()) {
            return null;
        }
        Integer low = own(m.low);
        Integer best = own(m.best);
        Integer high = own(m.high);
        return low == null && best == null && high == null
                ? null
                : new Bounds(low, best, high, from, to);
    }

    private static @Nullable Integer own(String bound) {
        return bound.isEmpty() || bound.equals("n") || bound.length() > 9
                ? null
                : Integer.valueOf(bound);
    }

    /** The number that the words say together ("two hundred and five", "3 million"), or -1. */
    private int cardinal(List<String> words, int from, int to) {
        double total = 0;
        double part = -1;
        for (int i = from; i < to; i++) {
            String w = words.get(i);
            Meaning m = meanings.get(w);
            if (w.equals("and")
                    && i > from
                    && i + 1 < to
                    && total + part >= 100
                    && value(words.get(i + 1)) < 100) {
                continue;
            }
            if (w.equals("-") && i > from && i + 1 < to && joins(words, i)) {
                continue;
            }
            if (i > from + 1 && words.get(i - 1).equals("-") && part >= 20 && part < 100) {
                part += value(w);
                continue;
            }
            if (m != null && m.unit() && part >= 0) {
                double unit = Double.parseDouble(m.best);
                if (unit >= 1000) {
                    total += part * unit;
                    part = 0;
                } else {
                    part *= unit;
                }
                continue;
            }
            double v = decimal(w);
            if (v < 0
                    || (part > 0 && part < 100)
                    || (DETERMINERS.contains(w) && !w.equals("one"))) {
                return -1;
            }
            part = Math.max(part, 0) + v;
        }
        total += Math.max(part, 0);
        return part < 0 || total > 2_000_000_000d ? -1 : (int) Math.round(total);
    }

    /** "ninety-one" that was cut at its hyphen. */
    private static boolean joins(List<String> words, int dash) {
        return value(words.get(dash - 1) + "-" + words.get(dash + 1)) >= 0;
    }

    private static double decimal(String w) {
        int whole = value(w);
        return whole >= 0 || !w.matches("\\d{1,6}\\.\\d{1,3}") ? whole : Double.parseDouble(w);
    }

    /** The value of one word or figure in lower case, -1 when it is none. */
    public static int value(String word) {
        Integer known = CARDINALS.get(word);
        if (known != null) {
            return known;
        }
        String digits = word.replace(",", "");
        if (!digits.isEmpty()
                && digits.length() <= 9
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(digits);
        }
        int dash = word.indexOf('-');
        if (dash > 0) {
            Integer tens = CARDINALS.get(word.substring(0, dash));
            Integer ones = CARDINALS.get(word.substring(dash + 1));
            if (tens != null
                    && ones != null
                    && tens >= 20
                    && tens % 10 == 0
                    && ones > 0
                    && ones < 10) {
                return tens + ones;
            }
        }
        return -1;
    }

    private static Map<String, Integer> cardinals() {
        Map<String, Integer> map = new HashMap<>();
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                + " fourteen fifteen sixteen seventeen eighteen nineteen")
                        .split(" ", -1);
        for (int i = 0; i < small.length; i++) {
            map.put(small[i], i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            map.put(tens[i], 20 + 10 * i);
        }
        map.put("hundred", 100);
        map.put("thousand", 1000);
        return map;
    }

    /** The number of a phrase standing alone; for tables and tests. */
    public @Nullable Count read(String phrase) {
        Bounds b = read(List.of(phrase.toLowerCase(Locale.ROOT).split(" +", -1)));
        return b == null ? null : new Count(b.low, b.best, b.high, null);
    }
}
