package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.analyze.compact.Vocabulary;

/**
 * Gives text all in capitals the small letters that the parser was trained on, letter for letter:
 * no length changes. Words that the tagger's lexicon has as names first, words that it does not
 * have, and the names of several words that the entity recognizer knows get a capital; short words
 * without a vowel and words alone in brackets are taken for acronyms.
 */
final class TrueCase {
    private static final Pattern WORD = Pattern.compile("(?:\\p{L}\\.){2,}|\\p{L}[\\p{L}\\p{Nd}]*");
    private static final Set<String> SMALL =
            Set.of(
                    "of", "the", "and", "for", "in", "de", "del", "la", "las", "los", "el", "y",
                    "al");
    private static final Set<String> SMALL_ABBREVIATIONS = Set.of("a.m.", "p.m.", "e.g.", "i.e.");
    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_ACRONYM = 5;

    private final Vocabulary vocabulary;

    TrueCase(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    private record Piece(int start, int end, String small) {}

    String of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            pieces.add(new Piece(words.start(), words.end(), lower(words.group())));
        }
        StringBuilder cased = new StringBuilder(text);
        for (int i = 0; i < pieces.size(); i++) {
            put(cased, pieces.get(i), single(text, pieces.get(i)));
        }
        for (int i = 0; i < pieces.size(); i++) {
            List<String> name = name(text, pieces, i);
            for (int k = 0; k < name.size(); k++) {
                put(cased, pieces.get(i + k), name.get(k));
            }
            i += Math.max(0, name.size() - 1);
        }
        return cased.toString();
    }

    private static void put(StringBuilder text, Piece piece, String form) {
        text.replace(piece.start, piece.end, form);
    }

    /** A word by itself. */
    private String single(String text, Piece piece) {
        String small = piece.small;
        String original = text.substring(piece.start, piece.end);
        if (small.indexOf('.') > 0) {
            return SMALL_ABBREVIATIONS.contains(small) ? small : original;
        }
        List<String> tags = vocabulary.tags(small);
        if (afterApostrophe(text, piece)) {
            return small;
        }
        if (tags.isEmpty()) {
            return isAcronym(text, piece) ? original : capital(small);
        }
        return tags.get(0).startsWith("NNP") ? capital(small) : small;
    }

    private static boolean afterApostrophe(String text, Piece piece) {
        return piece.start > 1
                && text.charAt(piece.start - 1) == '\''
                && Character.isLetterOrDigit(text.charAt(piece.start - 2))
                && piece.small.length() <= 2;
    }

    private static boolean isAcronym(String text, Piece piece) {
        boolean alone =
                piece.start > 0
                        && "([".indexOf(text.charAt(piece.start - 1)) >= 0
                        && piece.end < text.length()
                        && ")]".indexOf(text.charAt(piece.end)) >= 0;
        return alone
                || piece.small.length() <= LONGEST_ACRONYM
                        && piece.small.length() > 1
                        && !piece.small.matches(".*[aeiouy].*");
    }

    /** The longest known name of several words that begins at a word, as it is spelt; or none. */
    private List<String> name(String text, List<Piece> pieces, int start) {
        List<String> longest = List.of();
        if (!SMALL.contains(pieces.get(start).small)) {
            longest = walk(text, pieces, start, start, vocabulary.names(), new ArrayList<>());
        }
        return longest.size() > 1 ? longest : List.of();
    }

    private List<String> walk(
            String text,
            List<Piece> pieces,
            int start,
            int at,
            Vocabulary.Walk from,
            List<String> spelt) {
        List<String> longest = from.ends() && at - start > 1 ? List.copyOf(spelt) : List.of();
        if (at == pieces.size()
                || at - start == LONGEST_NAME
                || !follows(text, pieces, start, at)) {
            return longest;
        }
        for (String spelling : spellings(pieces.get(at).small, at > start)) {
            Vocabulary.Walk next = from.next(spelling);
            if (next != null) {
                spelt.add(spelling);
                List<String> longer = walk(text, pieces, start, at + 1, next, spelt);
                spelt.remove(spelt.size() - 1);
                if (longer.size() > longest.size()) {
                    longest = longer;
                }
            }
        }
        return longest;
    }

    private static boolean follows(String text, List<Piece> pieces, int start, int at) {
        return at == start
                || text.substring(pieces.get(at - 1).end, pieces.get(at).start).isBlank();
    }

    private static List<String> spellings(String small, boolean inside) {
        return inside && SMALL.contains(small)
                ? List.of(small, capital(small))
                : List.of(capital(small));
    }

    private static String lower(String word) {
        StringBuilder small = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            small.append(Character.toLowerCase(word.charAt(i)));
        }
        return small.toString();
    }

    private static String capital(String small) {
        return small.isEmpty() || Character.isSurrogate(small.charAt(0))
                ? small
                : Character.toUpperCase(small.charAt(0)) + small.substring(1);
    }

    /** The words with a capital for the first that has letters. */
    static List<Word> atStart(List<Word> words) {
        List<Word> result = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (Character.isLetterOrDigit(word.form().charAt(0))) {
                result.set(i, new Word(word.start(), word.end(), capital(word.form())));
                break;
            }
        }
        return result;
    }
}
