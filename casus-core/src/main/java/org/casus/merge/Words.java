package org.casus.merge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/**
 * Words as merging compares them: accents folded, lower case, endings cut, common ones left out.
 */
final class Words {
    private static final String[] ENDINGS = {
        "ations", "ation", "ings", "ing", "ers", "ies", "ied", "er", "ed", "es", "s", "e", "y"
    };

    /** What is left of a word must still tell words apart. */
    private static final int SHORTEST_STEM = 3;

    /**
     * Stems that begin with as many letters alike, all but the last, are most often of one root.
     */
    private static final int ROOT = 5;

    private final Set<String> common;
    private final Set<String> lands;
    private final Set<String> offices;

    /** What stems of words for people are all called. */
    private final Map<String, String> folk;

    private Words(
            Set<String> common, Set<String> lands, Set<String> offices, Map<String, String> folk) {
        this.common = Set.copyOf(common);
        this.lands = Set.copyOf(lands);
        this.offices = Set.copyOf(offices);
        this.folk = Map.copyOf(folk);
    }

    static Words load(Problems problems) {
        Set<String> common = new HashSet<>();
        Set<String> lands = new HashSet<>();
        Table.read("merge/common-words.table", problems, row -> common.add(row.get("word")));
        Table.read(
                "actor/countries.table",
                problems,
                row -> {
                    List<String> everyday = new ArrayList<>(row.names("name", "aliases"));
                    everyday.addAll(row.list("demonyms"));
                    for (String name : everyday) {
                        lands.add(String.join(" ", split(name)));
                        split(name).forEach(common::add);
                        split(name + "s").forEach(common::add);
                    }
                });
        Set<String> offices = new HashSet<>();
        Table.read("actor/offices.table", problems, row -> offices.addAll(split(row.get("title"))));
        Map<String, String> folk = new HashMap<>();
        Table.read(
                "merge/folk.table",
                problems,
                row -> {
                    for (String word : row.list("words")) {
                        String before = folk.put(stem(word), row.get("folk"));
                        if (before != null && !before.equals(row.get("folk"))) {
                            row.problem(word + " is there twice");
                        }
                    }
                });
        return new Words(common, lands, offices, folk);
    }

    /** Whether a name, folded, is that of a country or of its people. */
    boolean land(String name) {
        return lands.contains(name);
    }

    /** Whether a word, folded, is one of a title: prime, minister. */
    boolean office(String folded) {
        return offices.contains(folded);
    }

    /** "Mali's president", "Governor of Gao": an office that somebody holds, and no name. */
    boolean describes(String name) {
        int of = name.indexOf(" of ");
        List<String> parts = split(of > 0 ? name.substring(0, of) : name);
        return !parts.isEmpty()
                && office(parts.get(parts.size() - 1))
                && (of > 0 || name.matches(".*['’]s? .*") || parts.stream().allMatch(this::office));
    }

    /** What people are called here that reports call by many words; the stem itself else. */
    String folk(String stem) {
        return folk.getOrDefault(stem, stem);
    }

    boolean common(String folded) {
        return common.contains(folded);
    }

    /** Lower case without accents. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return Normalizer.normalize(lower, Normalizer.Form.NFD)
                        .replaceAll("\\p{Mn}+", "")
                        .replace('\u2019', '\'');
            }
        }
        return lower;
    }

    /** The words of a text, folded; a possessive loses its ending. */
    static List<String> split(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean in =
                    i < folded.length()
                            && (Character.isLetterOrDigit(folded.charAt(i))
                                    || folded.charAt(i) == '\''
                                            && start >= 0
                                            && i + 1 < folded.length()
                                            && Character.isLetter(folded.charAt(i + 1)));
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                String word = folded.substring(start, i);
                words.add(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
                start = -1;
            }
        }
        return words;
    }

    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                String rest = word.substring(0, word.length() - ending.length());
                int n = rest.length();
                boolean doubled = n > SHORTEST_STEM && rest.charAt(n - 1) == rest.charAt(n - 2);
                return doubled ? rest.substring(0, n - 1) : rest;
            }
        }
        return word;
    }

    /** Stems of one word, or of two that are made of one: explod(ed), explos(ion). */
    static boolean akin(String left, String right) {
        int alike = Math.max(ROOT, Math.min(left.length(), right.length()) - 1);
        return left.equals(right) || left.regionMatches(0, right, 0, alike);
    }

    /** Stems of the words of a text that are not common; numbers are left to the tolls. */
    Set<String> telling(String text) {
        Set<String> telling = new HashSet<>();
        for (String word : split(text)) {
            if (word.length() > 2 && !common.contains(word) && !Character.isDigit(word.charAt(0))) {
                telling.add(folk(stem(word)));
            }
        }
        return telling;
    }
}
