package org.casus.extract.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.model.Analysis;

/** The recorded parses of the sentences of this folder's tests. */
final class Parses {
    private static final String REPORT = "# report\n";

    private Parses() {}

    /** Records the parses of files of marked text anew: each line is a report. */
    public static void main(String[] files) throws IOException {
        Analyzer analyzer = Analyzer.open();
        for (String file : files) {
            StringBuilder out = new StringBuilder();
            for (String line : Files.readAllLines(Path.of(file))) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String text = Marked.of(line).text();
                    out.append(REPORT)
                            .append(Conll.write(analyzer.analyze(Conll.report(text, null))));
                }
            }
            Files.writeString(Path.of(file.replace(".txt", ".conllu")), out.toString());
        }
    }

    static List<String> lines(String resource) {
        return read(resource)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Analyses by their text. */
    static Map<String, Analysis> recorded(String resource) {
        Map<String, Analysis> found = new LinkedHashMap<>();
        for (String report : read(resource).split(REPORT)) {
            if (!report.isBlank()) {
                Analysis analysis = Conll.read(report);
                found.put(analysis.text(), analysis);
            }
        }
        return found;
    }

    private static String read(String resource) {
        try (InputStream in = Parses.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
