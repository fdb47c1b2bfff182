package org.casus.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.Analysis;
import org.casus.model.Argument;
import org.casus.model.Report;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as text, in the ten columns of CoNLL-U, so that a test of what comes after the
 * analyzer needs no language model.
 *
 * <pre>
 * # text = Rebels shelled Marib.
 * 1  Rebels   rebel  _  NNS  _  2  nsubj  _  _
 * 2  shelled  shell  _  VBD  _  0  root   _  _
 * 3  Marib    marib  _  NNP  _  2  dobj   _  Name=U-GPE
 * 4  .        .      _  .    _  2  punct  _  _
 * </pre>
 *
 * <p>Columns are set apart by tabs or by two blanks and more. The part of speech is the fifth, the
 * name is in the last. A sentence may be preceded by {@code # before = } with what stands between
 * it and the one before it in the report (a blank, unless said otherwise; {@code \n} is a line's
 * end), {@code # upper} and {@code # unparsed}; the report by {@code # published = }. A word is
 * looked for from where the last one ended; where that is not right the last column has {@code
 * Span=from:to}, counted in the sentence.
 */
public final class Conll {
    private Conll() {}

    /** Prints the analysis of a file of text, made with the real language model. */
    public static void main(String[] files) throws IOException {
        Analyzer analyzer = Analyzer.open();
        for (String file : files) {
            System.out.print(
                    write(analyzer.analyze(report(Files.readString(Path.of(file)), null))));
        }
    }

    /** A report with nothing but a text and, perhaps, a date. */
    public static Report report(String text, @Nullable String published) {
        return new Report("test", "test", null, null, null, null, published, null, "en", text);
    }

    /** Reads an analysis from a resource beside a class. */
    public static Analysis resource(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name + " beside " + beside);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an analysis: one report. */
    public static Analysis read(String conll) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        String published = null;
        Map<String, String> comments = new LinkedHashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : (conll + "\n\n").split("\n", -1)) {
            if (line.startsWith("#")) {
                String[] comment = line.substring(1).split("=", 2);
                String value = comment.length < 2 ? "" : comment[1];
                comments.put(
                        comment[0].strip(), value.startsWith(" ") ? value.substring(1) : value);
            } else if (!line.isBlank()) {
                rows.add(line.strip().split("\t| {2,}"));
            } else if (!rows.isEmpty()) {
                published = comments.getOrDefault("published", published);
                sentences.add(sentence(sentences.size(), text, comments, rows));
                comments.clear();
                rows.clear();
            }
        }
        text.append(unescape(comments.getOrDefault("after", "")));
        return new Analysis(report(text.toString(), published), sentences, List.of());
    }

    private static Sentence sentence(
            int index, StringBuilder text, Map<String, String> comments, List<String[]> rows) {
        text.append(unescape(comments.getOrDefault("before", index == 0 ? "" : " ")));
        int start = text.length();
        String words = unescape(comments.getOrDefault("text", joined(rows)));
        text.append(words);
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String[] row : rows) {
            if (row.length != 10) {
                throw new IllegalArgumentException(
                        row.length + " columns instead of 10: " + String.join(" ", row));
            }
            Map<String, String> more = new LinkedHashMap<>();
            for (String pair : row[9].split("\\|")) {
                more.put(pair.replaceAll("=.*", ""), pair.replaceAll("^[^=]*=?", ""));
            }
            Span span = more.containsKey("Span") ? span(more.get("Span")) : next(words, at, row[1]);
            at = span.end();
            tokens.add(
                    new Token(
                            tokens.size(),
                            new Span(start + span.start(), start + span.end()),
                            row[1],
                            row[2],
                            row[4],
                            more.getOrDefault("Name", "O"),
                            Integer.parseInt(row[6]) - 1,
                            row[7]));
        }
        Span all = new Span(start, start + words.length());
        boolean upper = comments.containsKey("upper");
        if (comments.containsKey("unparsed")) {
            List<List<Argument>> none = tokens.stream().map(token -> List.<Argument>of()).toList();
            return new Sentence(index, all, tokens, upper, false, none);
        }
        return Grammar.sentence(index, all, tokens, upper);
    }

    private static String joined(List<String[]> rows) {
        return String.join(" ", rows.stream().map(row -> row[1]).toList());
    }

    private static Span span(String text) {
        String[] ends = text.split(":");
        return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    /** Where the next word is: after blanks, as long as its form. */
    private static Span next(String words, int at, String form) {
        int start = at;
        while (start < words.length() && Character.isWhitespace(words.charAt(start))) {
            start++;
        }
        int end = start + form.length();
        if (end > words.length() || !words.substring(start, end).equalsIgnoreCase(form)) {
            throw new IllegalArgumentException(
                    "\"" + form + "\" is not at character " + start + " of: " + words);
        }
        return new Span(start, end);
    }

    public static String write(Analysis analysis) {
        StringBuilder out = new StringBuilder();
        String text = analysis.text();
        if (analysis.report().published() != null) {
            out.append("# published = ").append(analysis.report().published()).append('\n');
        }
        int end = 0;
        for (Sentence sentence : analysis.sentences()) {
            Span span = sentence.span();
            String before = text.substring(end, span.start());
            if (!before.equals(sentence.index() == 0 ? "" : " ")) {
                out.append("# before = ").append(escape(before)).append('\n');
            }
            if (sentence.upper()) {
                out.append("# upper\n");
            }
            if (!sentence.parsed()) {
                out.append("# unparsed\n");
            }
            out.append("# text = ").append(escape(span.of(text))).append('\n');
            write(sentence, span.of(text), out);
            out.append('\n');
            end = span.end();
        }
        if (end < text.length()) {
            out.append("# after = ").append(escape(text.substring(end))).append('\n');
        }
        return out.toString();
    }

    private static void write(Sentence sentence, String words, StringBuilder out) {
        int at = 0;
        for (Token token : sentence.tokens()) {
            Span span =
                    new Span(
                            token.span().start() - sentence.span().start(),
                            token.span().end() - sentence.span().start());
            List<String> more = new ArrayList<>();
            if (!token.name().equals("O")) {
                more.add("Name=" + token.name());
            }
            if (!isNext(words, at, token.form(), span)) {
                more.add("Span=" + span.start() + ":" + span.end());
            }
            at = span.end();
            out.append(
                    String.join(
                            "\t",
                            String.valueOf(token.index() + 1),
                            token.form(),
                            token.lemma(),
                            "_",
                            token.pos(),
                            "_",
                            String.valueOf(token.head() + 1),
                            token.label(),
                            "_",
                            more.isEmpty() ? "_" : String.join("|", more)));
            out.append('\n');
        }
    }

    private static boolean isNext(String words, int at, String form, Span span) {
        try {
            return next(words, at, form).equals(span);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char code = text.charAt(++i);
                out.append(code == 'n' ? '\n' : code == 'r' ? '\r' : code);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
