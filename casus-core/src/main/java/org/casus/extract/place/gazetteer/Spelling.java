package org.casus.extract.place.gazetteer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How spellings of one name are made alike. */
public final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The Arabic article in its spellings, assimilated ones included. */
    private static final Set<String> ARTICLES =
            Set.of(
                    "al", "el", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at",
                    "et", "az", "ez", "ul", "il", "adh", "ath");

    private Spelling() {}

    /**
     * Lower case without accents, apostrophes or dots; hyphens become blanks; Saint, Mount and Fort
     * are St, Mt and Ft.
     */
    public static String fold(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean ascii = true;
        for (int i = 0; i < name.length(); i++) {
            ascii &= name.charAt(i) < 128;
        }
        String plain = ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        boolean blank = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                blank = append(out, blank, c);
            } else if (c >= 'A' && c <= 'Z') {
                blank = append(out, blank, (char) (c + 32));
            } else if (c <= ' '
                    || c == '-'
                    || c == '/'
                    || c == ','
                    || c == '\u2013'
                    || c == '\u00a0'
                    || c == '_') {
                blank = !out.isEmpty();
            } else if (c >= 128) {
                String plainer = plainer(c);
                for (int k = 0; k < plainer.length(); k++) {
                    blank = append(out, blank, plainer.charAt(k));
                }
            }
        }
        return shortenSaints(out.toString());
    }

    /** A name without accents if this is how it was written in capitals: "MEDELLIN". */
    public static String asIn(String capitals, String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return plain.equalsIgnoreCase(capitals) ? plain : name;
    }

    private static boolean append(StringBuilder out, boolean blank, char c) {
        if (blank) {
            out.append(' ');
        }
        out.append(c);
        return false;
    }

    private static String plainer(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'ł', 'Ł' -> "l";
            case 'ı' -> "i";
            case 'þ', 'Þ' -> "th";
            case 'ħ', 'Ħ' -> "h";
            case 'ə', 'Ə' -> "a";
            default ->
                    Character.isLetter(c) && !isModifier(c)
                            ? String.valueOf(c).toLowerCase(Locale.ROOT)
                            : "";
        };
    }

    /** Letters that stand for ayn, hamza and the soft sign. */
    private static boolean isModifier(char c) {
        return Character.getType(c) == Character.MODIFIER_LETTER;
    }

    private static String shortenSaints(String key) {
        if (key.startsWith("saint ")) {
            return "st " + key.substring(6);
        }
        if (key.startsWith("sainte ")) {
            return "ste " + key.substring(7);
        }
        if (key.startsWith("mount ")) {
            return "mt " + key.substring(6);
        }
        if (key.startsWith("fort ")) {
            return "ft " + key.substring(5);
        }
        return key;
    }

    /** All keys under which a gazetteer name is found, the fullest first. */
    public static List<String> keys(String name) {
        List<String> keys = new ArrayList<>(2);
        addKeys(keys, name);
        int bracket = name.indexOf('(');
        if (bracket > 0) {
            addKeys(keys, name.substring(0, bracket));
        }
        for (int from = 0, slash = name.indexOf('/'); slash >= 0; ) {
            addKeys(keys, name.substring(from, slash));
            from = slash + 1;
            slash = name.indexOf('/', from);
            if (slash < 0) {
                addKeys(keys, name.substring(from));
            }
        }
        return keys;
    }

    private static void addKeys(List<String> keys, String name) {
        String key = fold(name);
        add(keys, key);
        String bare = withoutArticle(key);
        if (bare.length() > 2) {
            add(keys, bare);
        }
    }

    private static void add(List<String> keys, String key) {
        if (!key.isEmpty() && !keys.contains(key)) {
            keys.add(key);
        }
    }

    /** A folded key without a leading Arabic article. */
    public static String withoutArticle(String key) {
        int blank = key.indexOf(' ');
        return blank > 0 && ARTICLES.contains(key.substring(0, blank))
                ? key.substring(blank + 1)
                : key;
    }

    /**
     * What is left of a name when the letters go on which transliterations disagree: vowels,
     * articles, doubled letters, final h; q is k, and digraphs are one letter. Two spellings of an
     * Arabic, Persian or Slavic name mostly share it; so do some names that are not the same.
     */
    public static String skeleton(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (String word : key.split(" ")) {
            if (!ARTICLES.contains(word)) {
                skeleton(word, out);
            }
        }
        return out.toString();
    }

    private static void skeleton(String word, StringBuilder out) {
        int start = out.length();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            char letter = c;
            if (next == 'h' && "gkstdcz".indexOf(c) >= 0) {
                letter =
                        switch (c) {
                            case 'g' -> 'G';
                            case 'k' -> 'K';
                            case 's' -> 'S';
                            case 't' -> 't';
                            case 'd' -> 'd';
                            case 'c' -> 'S';
                            default -> 'j';
                        };
                i++;
            } else if (c == 'q' || c == 'c') {
                letter = 'k';
            } else if (c == 'v') {
                letter = 'b';
            } else if (c == 'p') {
                letter = 'b';
            } else if (c == 'g') {
                letter = 'j';
            } else if ("aeiouyw".indexOf(c) >= 0) {
                if (out.length() == start
                        && i == 0
                        && (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u')) {
                    out.append('A');
                }
                continue;
            } else if (c == 'h' && i == word.length() - 1) {
                continue;
            }
            if (out.length() == start || out.charAt(out.length() - 1) != letter) {
                out.append(letter);
            }
        }
    }

    /**
     * A hash of a key that is the same on every machine, spread over all 32 bits (FNV-1a, finished
     * as in MurmurHash3).
     */
    static int hash(String key) {
        int h = 0x811c9dc5;
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * 0x01000193;
        }
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
