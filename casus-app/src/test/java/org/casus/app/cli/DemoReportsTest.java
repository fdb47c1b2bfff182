package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code casus demo} loads: the examples and reports of its own. */
class DemoReportsTest {
    private static final String FOLDER = "/org/casus/demo/";

    @Test
    void the_index_lists_the_examples_and_the_reports_of_the_demo_in_order() throws IOException {
        assertThat(index())
                .containsExactlyElementsOf(
                        Stream.concat(
                                        texts(Path.of("..", "examples")),
                                        texts(Path.of("src/main/resources" + FOLDER)))
                                .sorted()
                                .toList());
    }

    @Test
    void all_that_it_lists_can_be_loaded() throws IOException {
        for (String report : index()) {
            assertThat(load(report)).as(report).isNotBlank();
        }
    }

    @Test
    void the_demo_fills_a_ledger_once(@TempDir Path folder) {
        String ledger = folder.resolve("demo").toString();

        Run first = Run.casus("demo", "--ledger", ledger);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith("40 inputs: 39 read, 1 duplicate\n")
                .contains("Look around:");
        assertThat(Run.casus("demo", "--ledger", ledger).out())
                .startsWith("40 inputs: 40 unchanged\n");
        assertThat(Run.casus("verify", "--ledger", ledger).exitCode()).isZero();
    }

    private static List<String> index() throws IOException {
        return load("reports").lines().toList();
    }

    private static String load(String name) throws IOException {
        try (InputStream in = DemoReportsTest.class.getResourceAsStream(FOLDER + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".txt"))
                    .toList()
                    .stream();
        }
    }
}
