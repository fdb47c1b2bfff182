package org.casus.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.analyze.compact.Vocabulary;
import org.jspecify.annotations.Nullable;

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
    private static final Set<String> DETERMINERS = Set.of("DT", "PRP$", "JJ", "CD");
    private static final Set<String> NEVER_IN_NAMES =
            Set.of("VBZ", "VBD", "VBP", "MD", "PRP", "WP", "WRB", "EX", "RB");
    private static final int SHORTEST_PLACE = 3;
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
        String[] forms = new String[pieces.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = single(text, pieces.get(i));
        }
        for (int i = 0; i < forms.length; i++) {
            List<String> name = name(text, pieces, i);
            for (int k = 0; k < name.size(); k++) {
                forms[i + k] = name.get(k);
            }
            i += Math.max(0, name.size() - 1);
        }
        beside(text, pieces, forms);
        StringBuilder cased = new StringBuilder(text);
        for (int i = 0; i < forms.length; i++) {
            String form = forms[i] == null ? pieces.get(i).small : forms[i];
            cased.replace(pieces.get(i).start, pieces.get(i).end, form);
        }
        return cased.toString();
    }

    /** A title that has a capital on every word: words in capitals throughout keep them. */
    String ofTitle(String text) {
        String all = of(text);
        StringBuilder cased = new StringBuilder(all);
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (word.length() > 1 && word.chars().skip(1).anyMatch(Character::isUpperCase)) {
                cased.replace(words.start(), words.end(), word);
            }
        }
        return cased.toString();
    }

    /** A dateline in a text with small letters: only its place is in capitals. */
    String ofDateline(String text) {
        StringBuilder cased = new StringBuilder(text);
        int end = Math.max(0, text.indexOf('('));
        Matcher words = WORD.matcher(text).region(0, end == 0 ? text.length() : end);
        String all = of(text);
        while (words.find()) {
            String word = words.group();
            boolean capitals = word.chars().allMatch(Character::isUpperCase);
            if (capitals && word.length() > SHORTEST_PLACE) {
                cased.replace(
                        words.start(), words.end(), all.substring(words.start(), words.end()));
            }
        }
        return cased.toString();
    }

    /**
     * Words that may be names: those that mostly are, unless a determiner makes them common, and
     * those that seldom are, between two that are.
     */
    private void beside(String text, List<Piece> pieces, String[] forms) {
        String[] sure = forms.clone();
        for (int i = 0; i < forms.length; i++) {
            if (forms[i] != null) {
                continue;
            }
            List<String> tags = vocabulary.tags(pieces.get(i).small);
            boolean before = i > 0 && blank(text, pieces, i - 1) && capitalized(sure[i - 1]);
            boolean after =
                    i + 1 < forms.length && blank(text, pieces, i) && capitalized(sure[i + 1]);
            boolean determined =
                    i > 0
                            && blank(text, pieces, i - 1)
                            && !capitalized(sure[i - 1])
                            && DETERMINERS.contains(tag(pieces.get(i - 1)));
            if (tags.get(0).startsWith("NNP") ? after || !determined : after && before) {
                forms[i] = capital(pieces.get(i).small);
            }
        }
    }

    private String tag(Piece piece) {
        List<String> tags = vocabulary.tags(piece.small);
        return tags.isEmpty() ? "" : tags.get(0);
    }

    private static boolean blank(String text, List<Piece> pieces, int i) {
        return text.substring(pieces.get(i).end, pieces.get(i + 1).start).isBlank();
    }

    private static boolean capitalized(@Nullable String form) {
        return form != null && Character.isUpperCase(form.charAt(0));
    }

    /** A word by itself; null if that depends on the words beside it. */
    private @Nullable String single(String text, Piece piece) {
        String small = piece.small;
        String original = text.substring(piece.start, piece.end);
        if (small.indexOf('.') > 0) {
            return SMALL_ABBREVIATIONS.contains(small) ? small : original;
        }
        if (small.equals("i")) {
            return original;
        }
        if (afterApostrophe(text, piece) || isNegated(text, piece)) {
            return small;
        }
        List<String> tags = vocabulary.tags(small);
        if (tags.isEmpty()) {
            return isAcronym(text, piece) ? original : capital(small);
        }
        if (vocabulary.isPeople(capital(small)) && !tags.get(0).equals("NN")) {
            return capital(small);
        }
        long names = tags.stream().filter(tag -> tag.startsWith("NNP")).count();
        return names == tags.size() ? capital(small) : names == 0 ? small : null;
    }

    private static boolean afterApostrophe(String text, Piece piece) {
        return piece.start > 1
                && text.charAt(piece.start - 1) == '\''
                && Character.isLetterOrDigit(text.charAt(piece.start - 2))
                && piece.small.length() <= 2;
    }

    /** The verb of DON'T, ISN'T. */
    private static boolean isNegated(String text, Piece piece) {
        return piece.small.endsWith("n") && text.regionMatches(true, piece.end, "'t", 0, 2);
    }

    private boolean isAcronym(String text, Piece piece) {
        boolean alone =
                piece.start > 0
                        && "([".indexOf(text.charAt(piece.start - 1)) >= 0
                        && piece.end < text.length()
                        && ")]".indexOf(text.charAt(piece.end)) >= 0;
        Vocabulary.Walk name = vocabulary.names().next(capital(piece.small));
        return alone && (name == null || !name.ends())
                || piece.small.length() <= LONGEST_ACRONYM
                        && piece.small.length() > 1
                        && !piece.small.matches(".*[aeiouy].*");
    }

    /** The longest known name that begins at a word, as it is spelt; or none. */
    private List<String> name(String text, List<Piece> pieces, int start) {
        List<String> ours = inTables(text, pieces, start);
        if (SMALL.contains(pieces.get(start).small)) {
            return ours;
        }
        List<String> longest =
                walk(text, pieces, start, start, vocabulary.names(), new ArrayList<>());
        boolean named = longest.size() > Math.max(1, ours.size());
        for (int i = 0; i < longest.size(); i++) {
            named &= !NEVER_IN_NAMES.contains(tag(pieces.get(start + i)));
        }
        return named ? longest : ours;
    }

    /** A name of the tables. One word that the tagger's lexicon has is left to it. */
    private List<String> inTables(String text, List<Piece> pieces, int start) {
        List<String> words = new ArrayList<>();
        for (int at = start;
                at < pieces.size() && at - start < LONGEST_NAME && follows(text, pieces, start, at);
                at++) {
            words.add(pieces.get(at).small);
        }
        List<String> name = TableNames.tables().at(words);
        boolean known = !vocabulary.tags(words.get(0)).isEmpty();
        boolean other =
                name.size() == 1
                        && (SMALL.contains(words.get(0))
                                || known && !tag(pieces.get(start)).matches("NNP.*|JJ"));
        return other ? List.of() : name;
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
        if (at == start) {
            return true;
        }
        String between = text.substring(pieces.get(at - 1).end, pieces.get(at).start);
        return between.isBlank() || between.equals("-") || between.equals("'");
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
