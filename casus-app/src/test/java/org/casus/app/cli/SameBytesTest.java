package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.app.Main;
import org.junit.jupiter.api.Test;

/** Same bytes in, same bytes out, whatever the machine is like. */
class SameBytesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** What one thread of this Java reads in the examples, as they are listed. */
    private static final class Usual {
        static final String RECORDS = Run.casus("read", EXAMPLES.toString()).out();
    }

    @Test
    void the_order_of_the_reports_does_not_change_their_records() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(EXAMPLES)) {
            all.map(Path::toString).filter(f -> f.endsWith(".txt")).forEach(files::add);
        }
        Collections.sort(files);
        Collections.shuffle(files, new Random(20));
        files.add(0, "read");

        Run run = Run.casus(files.toArray(String[]::new));

        assertThat(run.out().lines().sorted())
                .containsExactlyElementsOf(Usual.RECORDS.lines().sorted().toList());
        assertThat(run.out()).isNotEqualTo(Usual.RECORDS);
    }

    @Test
    void neither_does_the_number_of_jobs() {
        assertThat(Run.casus("read", "--jobs", "2", EXAMPLES.toString()).out())
                .isEqualTo(Usual.RECORDS);
    }

    @Test
    void nor_the_language_time_zone_and_encoding_of_the_machine() throws Exception {
        String records =
                child(
                        ownJava(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Auckland",
                        "-Dfile.encoding=ISO-8859-9",
                        "-Dline.separator=\r\n");

        assertThat(records).isEqualTo(Usual.RECORDS);
    }

    @Test
    void nor_the_version_of_java() throws Exception {
        Map<Integer, Path> others = otherJavas();
        if (others.isEmpty()) {
            abort("There is only one version of Java here, so there is nothing to compare.");
        }
        for (Map.Entry<Integer, Path> java : others.entrySet()) {
            assertThat(child(java.getValue()))
                    .as("Java %d at %s", java.getKey(), java.getValue())
                    .isEqualTo(Usual.RECORDS);
        }
    }

    /** What another Java prints for the same reports. */
    private static String child(Path home, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "read", "--jobs", "2", EXAMPLES.toString()));
        Path complaints = Files.createTempFile("casus", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(complaints.toFile()).start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
            return out;
        } finally {
            Files.delete(complaints);
        }
    }

    private static Path ownJava() {
        return Path.of(System.getProperty("java.home"));
    }

    /** One Java of each version of 17 and later that is not ours: by version, where it is. */
    private static Map<Integer, Path> otherJavas() throws IOException {
        List<Path> homes = new ArrayList<>();
        System.getenv()
                .forEach(
                        (name, value) -> {
                            if (name.matches("JAVA_HOME(_\\d+.*)?") && !value.isBlank()) {
                                homes.add(Path.of(value));
                            }
                        });
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> all = Files.list(installed)) {
                homes.addAll(all.sorted().toList());
            }
        }
        Map<Integer, Path> found = new TreeMap<>();
        for (Path home : homes) {
            int version = version(home);
            if (version >= 17 && version != Runtime.version().feature()) {
                found.putIfAbsent(version, home);
            }
        }
        return found;
    }

    /** The version as the file beside a Java says it, 0 where there is none. */
    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return 0;
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION=\""))
                .map(line -> Runtime.Version.parse(line.substring(14, line.length() - 1)).feature())
                .findFirst()
                .orElse(0);
    }
}
