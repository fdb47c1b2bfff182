package org.casus.app.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passages that are hard to read, by the words of {@code graphic.table}. They are covered
 * until somebody asks for them, unless nothing is to be covered.
 */
final class Graphic {
    private static final String TABLE = "graphic.table";
    private static final String NOT = "not ";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** A prefix stands for all words, so entries are found by the first letters of one. */
    private static final int KEY = 3;

    private static final Map<String, List<Entry>> BY_BEGINNING = load();

    private record Entry(List<String> words, boolean counts) {
        boolean at(List<String> text, int start) {
            if (start < 0 || start + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String wanted = words.get(i);
                String word = text.get(start + i);
                boolean same =
                        wanted.endsWith("*")
                                ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                                : word.equals(wanted);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private Graphic() {}

    /** Where a sentence begins and ends, in Unicode code points of its text. */
    record Sentence(int start, int end) {}

    /** Whether a passage is one. */
    static boolean is(String passage) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(passage);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        boolean[] harmless = new boolean[words.size()];
        for (int at = 0; at < words.size(); at++) {
            for (Entry entry : beginning(words.get(at))) {
                if (!entry.counts() && entry.at(words, at)) {
                    Arrays.fill(harmless, at, at + entry.words().size(), true);
                }
            }
        }
        for (int at = 0; at < words.size(); at++) {
            if (!harmless[at]) {
                for (Entry entry : beginning(words.get(at))) {
                    if (entry.counts() && entry.at(words, at)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The sentences of a text that are. */
    static List<Sentence> sentences(String text) {
        List<Sentence> found = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        int from = 0;
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            int until = from + text.codePointCount(start, end);
            String sentence = text.substring(start, end);
            if (is(sentence)) {
                int blanks = sentence.length() - sentence.stripTrailing().length();
                found.add(new Sentence(from, until - blanks));
            }
            start = end;
            from = until;
        }
        return found;
    }

    private static List<Entry> beginning(String word) {
        return BY_BEGINNING.getOrDefault(key(word), List.of());
    }

    private static String key(String word) {
        return word.substring(0, Math.min(KEY, word.length()));
    }

    private static Map<String, List<Entry>> load() {
        Map<String, List<Entry>> entries = new HashMap<>();
        try (InputStream in = Graphic.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing beside " + Graphic.class);
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String said = line.strip().toLowerCase(Locale.ROOT);
                if (said.isEmpty() || said.startsWith("#")) {
                    continue;
                }
                boolean counts = !said.startsWith(NOT);
                Entry entry =
                        new Entry(
                                List.of((counts ? said : said.substring(NOT.length())).split(" ")),
                                counts);
                String first = entry.words().get(0);
                if (key(first).contains("*") || (first.length() < KEY && first.endsWith("*"))) {
                    throw new IllegalStateException(
                            TABLE + ": \"" + line + "\" begins with too few letters");
                }
                entries.computeIfAbsent(key(first), key -> new ArrayList<>()).add(entry);
            }
        } catch (IOException e) {
            throw new IllegalStateException(TABLE + " cannot be read", e);
        }
        return entries;
    }
}
