package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Sentence;
import org.casus.model.Token;

/**
 * The names of the actor tables and where they stand in a sentence. A name may belong to several
 * entries; {@link Namesakes} decides between them.
 */
final class Names {
    /** How a name stands for its entity. */
    enum Use {
        NAME,
        /** "Iranian", for what is Iran's and, as a noun, for one of its people. */
        DEMONYM,
        /** "Iranians". */
        PEOPLE,
        /** A city that stands for its government. */
        CAPITAL
    }

    /** What a name may mean. */
    record Sense(Entity entity, Use use) {}

    /**
     * A name found, from one token to another.
     *
     * @param single whether it is one word
     * @param word whether, in text all in capitals, it looks like a plain word: UP, FACT
     */
    record Found(int first, int last, List<Sense> senses, boolean single, boolean word) {}

    private record Entry(List<String> words, List<String> small, List<Sense> senses) {
        boolean isSmall() {
            return words.get(0).equals(small.get(0));
        }
    }

    private final Map<List<String>, Entry> entries = new HashMap<>();
    private final Map<String, List<Entry>> byFirst = new HashMap<>();

    void put(String name, Entity entity, Use use) {
        List<String> words = Spelling.pieces(name);
        if (words.isEmpty()) {
            return;
        }
        Entry entry = entries.get(words);
        if (entry == null) {
            List<String> small = words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
            entry = new Entry(List.copyOf(words), small, new ArrayList<>(1));
            entries.put(entry.words, entry);
            List<Entry> alike = byFirst.computeIfAbsent(small.get(0), first -> new ArrayList<>(1));
            alike.add(entry);
            alike.sort(Comparator.comparingInt(e -> -e.words.size()));
        }
        Sense sense = new Sense(entity, use);
        if (!entry.senses.contains(sense)) {
            entry.senses.add(sense);
        }
    }

    /** The names in a sentence from left to right, the longest where several begin. */
    List<Found> in(Sentence s) {
        List<Found> found = new ArrayList<>();
        Pieces pieces = Pieces.of(s);
        for (int at = 0; at < pieces.size(); at++) {
            if (!pieces.beginsToken(at)) {
                continue;
            }
            int end = longest(s, pieces, at, found);
            at = Math.max(at, end);
        }
        return found;
    }

    /** Adds the longest name that begins at a piece; returns its last piece, or -1. */
    private int longest(Sentence s, Pieces pieces, int at, List<Found> found) {
        int length = 0;
        List<Sense> senses = List.of();
        boolean small = false;
        for (Entry e : byFirst.getOrDefault(pieces.small(at), List.of())) {
            if (e.words.size() < length) {
                break;
            }
            if (matches(s, pieces, at, e)) {
                length = e.words.size();
                senses = senses.isEmpty() ? e.senses : union(senses, e.senses);
                small |= e.isSmall();
            }
        }
        if (length == 0) {
            return -1;
        }
        int first = pieces.token(at);
        int last = pieces.token(at + length - 1);
        Token t = s.token(first);
        boolean capital = Character.isUpperCase(t.form().charAt(0));
        boolean name = t.isProper() || !t.entity().isEmpty() || first > 0 && t.pos().equals("JJ");
        boolean word = s.upper() && length == 1 && !small && !(capital && name);
        found.add(new Found(first, last, senses, length == 1, word));
        return at + length - 1;
    }

    /** "state" of "an Islamic state", which is not the Islamic State. */
    private static boolean isPlain(Sentence s, Pieces pieces, int at, String word) {
        Token t = s.token(pieces.token(at));
        return Character.isUpperCase(word.charAt(0))
                && Character.isLowerCase(pieces.word(at).charAt(0))
                && !t.isProper()
                && t.entity().isEmpty();
    }

    /** In capitals, names that differ in their small letters only are one. */
    private static List<Sense> union(List<Sense> some, List<Sense> more) {
        Set<Sense> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static boolean matches(Sentence s, Pieces pieces, int at, Entry e) {
        int length = e.words.size();
        if (at + length > pieces.size() || !pieces.endsToken(at + length - 1)) {
            return false;
        }
        for (int k = 1; k < length; k++) {
            if (!pieces.small(at + k).equals(e.small.get(k))
                    || !s.upper() && length == 2 && isPlain(s, pieces, at + k, e.words.get(k))) {
                return false;
            }
        }
        boolean begins = at == 0 && e.isSmall();
        return s.upper() || begins || pieces.word(at).equals(e.words.get(0));
    }
}
