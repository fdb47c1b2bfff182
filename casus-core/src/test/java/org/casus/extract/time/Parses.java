package org.casus.extract.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Report;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/** Analyses for tests: recorded parses, and bare words without a tree. */
final class Parses {
    private static final Pattern END = Pattern.compile("[.!?]+(?=\\s+[A-Z\"(])|\\n\\s*\\n|\\z");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\S");

    private Parses() {}

    static List<String> lines(String resource) {
        try (InputStream in = Parses.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The sentences of a CoNLL-U file, by their text. */
    static Map<String, Analysis> recorded(String resource) {
        Map<String, Analysis> found = new LinkedHashMap<>();
        String text = "";
        List<Token> tokens = new ArrayList<>();
        for (String line : lines(resource)) {
            if (line.startsWith("# text = ")) {
                text = line.substring("# text = ".length());
            } else if (line.isEmpty() && !tokens.isEmpty()) {
                found.put(text, analysis(text, null, List.of(sentence(0, tokens, false, true))));
                tokens = new ArrayList<>();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                tokens.add(token(line.split("\t")));
            }
        }
        return found;
    }

    private static Token token(String[] column) {
        String[] more = column[9].split("\\|");
        String[] at = more[1].substring("At=".length()).split(":");
        return new Token(
                Integer.parseInt(column[0]) - 1,
                new Span(Integer.parseInt(at[0]), Integer.parseInt(at[1])),
                column[1],
                column[2],
                column[4],
                more[0].substring("NE=".length()),
                Integer.parseInt(column[6]) - 1,
                column[7]);
    }

    /** Any text at all, cut into words without a tree. */
    static Analysis plain(String text, @Nullable String published) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        for (int at = 0; at < text.length() && end.find(at); ) {
            int to = Math.max(end.end(), at + 1);
            List<Token> tokens = new ArrayList<>();
            Matcher word = WORD.matcher(text).region(at, to);
            while (word.find()) {
                Span span = new Span(word.start(), word.end());
                String form = word.group();
                tokens.add(new Token(tokens.size(), span, form, form, "NN", "O", -1, "dep"));
            }
            if (!tokens.isEmpty()) {
                String part = text.substring(at, to);
                boolean upper =
                        part.length() > 12 && part.equals(part.toUpperCase(java.util.Locale.ROOT));
                sentences.add(sentence(sentences.size(), tokens, upper, false));
            }
            at = to;
        }
        return analysis(text, published, sentences);
    }

    private static Sentence sentence(int index, List<Token> tokens, boolean upper, boolean parsed) {
        List<List<Argument>> none = new ArrayList<>();
        tokens.forEach(t -> none.add(List.of()));
        Span span = tokens.get(0).span().cover(tokens.get(tokens.size() - 1).span());
        return new Sentence(index, span, tokens, upper, parsed, none);
    }

    private static Analysis analysis(
            String text, @Nullable String published, List<Sentence> sentences) {
        Report report =
                new Report("test", "test", null, null, null, null, published, null, null, text);
        return new Analysis(report, sentences, List.of());
    }
}
