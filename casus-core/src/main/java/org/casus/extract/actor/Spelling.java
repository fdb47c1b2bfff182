package org.casus.extract.actor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words cut into pieces of letters and digits, without accents and dots, so that spelling and
 * tokens do not matter: "al-Qa'ida" is [al, Qa, ida] and "U.S." is [US], whatever the tokenizer
 * makes of them. A comma or a bracket is a piece by itself.
 */
final class Spelling {
    private static final Map<Character, String> LETTERS =
            Map.of(
                    'ı', "i", 'ø', "o", 'Ø', "O", 'ł', "l", 'Ł', "L", 'đ', "d", 'ß', "ss", 'æ',
                    "ae", 'ə', "e");

    private Spelling() {}

    static List<String> pieces(String name) {
        List<String> pieces = new ArrayList<>();
        for (String word : name.split(" +", -1)) {
            cut(word, pieces);
        }
        return pieces;
    }

    static void cut(String word, List<String> into) {
        String plain = fold(word);
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : '-';
            if (Character.isLetterOrDigit(c) || c == '.') {
                continue;
            }
            if (i > start) {
                add(plain.substring(start, i), into);
            }
            if (c != '-' && c != '\'') {
                into.add(String.valueOf(c));
            }
            start = i + 1;
        }
    }

    private static void add(String piece, List<String> into) {
        if (piece.indexOf('.') < 0) {
            into.add(piece);
        } else {
            String bare = piece.replace(".", "");
            into.add(bare.isEmpty() ? piece : bare);
        }
    }

    /** Without accents, ligatures and curly apostrophes. */
    static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return folded(word);
            }
        }
        return word;
    }

    private static String folded(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        String parts =
                Normalizer.normalize(
                        word.replace('’', '\'').replace('‘', '\'').replace('`', '\''),
                        Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                String letters = LETTERS.get(c);
                plain.append(letters == null ? String.valueOf(c) : letters);
            }
        }
        return plain.toString();
    }

    /** Whether two spellings may be one name: the same word, its initial, the same consonants. */
    static boolean alike(String known, String word) {
        if (known.equalsIgnoreCase(word)) {
            return true;
        }
        if (word.length() == 1 || word.length() == 2 && word.endsWith(".")) {
            return known.charAt(0) == word.charAt(0);
        }
        return known.length() > 2 && consonants(known).equals(consonants(word));
    }

    /** The consonants of a word, double ones once: what no romanization changes. */
    private static String consonants(String word) {
        StringBuilder left = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            boolean vowel = "aeiouy'-".indexOf(c) >= 0;
            if (!vowel && (left.isEmpty() || left.charAt(left.length() - 1) != c)) {
                left.append(c);
            }
        }
        return left.toString();
    }

    /** A key made of a name: small letters, digits and hyphens. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        String plain = fold(name).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        }
        int end = key.length();
        return end > 0 && key.charAt(end - 1) == '-' ? key.substring(0, end - 1) : key.toString();
    }
}
