package org.casus.analyze;

import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.util.FastMath;
import org.casus.analyze.compact.Converter;
import org.jspecify.annotations.NullMarked;
import org.magicwerk.brownies.collections.GapList;
import org.slf4j.Logger;
import org.tukaani.xz.XZInputStream;

/**
 * Runs the converter in a Java of its own: it needs ten times the memory that reading does. Its
 * class path is made of the places where this program's own classes come from, so it works from
 * jars, from build folders and on a cluster alike.
 */
final class ConverterProcess {
    private static final String HEAP = "-Xmx2500m";
    private static final String MODEL = "edu/emory/mathcs/nlp/models/en-dep.xz";
    private static final int LINES_KEPT = 12;

    private ConverterProcess() {}

    static void run(Path folder, Progress progress) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                Converter.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        Deque<String> said = new ArrayDeque<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!report(line, progress)) {
                    said.add(line);
                    if (said.size() > LINES_KEPT) {
                        said.remove();
                    }
                }
            }
            int end = process.waitFor();
            if (end != 0) {
                throw new ModelException(
                        "the language model could not be prepared; it needs 3 GB of free memory for"
                                + " a minute (exit code "
                                + end
                                + ")\n"
                                + String.join("\n", said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted while the language model was prepared", e);
        } finally {
            process.destroy();
        }
    }

    private static boolean report(String line, Progress progress) {
        int tab = line.indexOf('\t');
        if (tab < 0 || !line.substring(0, tab).matches("[0-9.]{1,20}")) {
            return false;
        }
        progress.at(Double.parseDouble(line.substring(0, tab)), line.substring(tab + 1));
        return true;
    }

    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type :
                List.of(
                        Converter.class,
                        EnglishTokenizer.class,
                        IntSet.class,
                        XZInputStream.class,
                        GapList.class,
                        FastMath.class,
                        Logger.class,
                        NullMarked.class)) {
            URL place = type.getProtectionDomain().getCodeSource().getLocation();
            places.add(path(place.toString()));
        }
        places.add(modelJar());
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static String modelJar() {
        URL model = Converter.class.getClassLoader().getResource(MODEL);
        if (model == null) {
            throw new ModelException(
                    MODEL + " is not on the class path: the jar nlp4j-english is missing");
        }
        String place = model.toString();
        int inside = place.indexOf("!/");
        return path(
                inside < 0
                        ? place.substring(0, place.length() - MODEL.length())
                        : place.substring("jar:".length(), inside));
    }

    private static String path(String url) {
        try {
            return Path.of(new URI(url)).toString();
        } catch (URISyntaxException e) {
            throw new ModelException("the class path holds something that is no file: " + url, e);
        }
    }
}
