package org.casus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No data without its origin: {@code docs/data.md} and the pages beside it name every file, or its
 * folder.
 */
class DataIsDescribedTest {
    private static final Path DATA = Path.of("src", "main", "resources", "org", "casus", "en");
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void every_data_file_has_a_line_on_its_source_and_licence() throws IOException {
        StringBuilder pages = new StringBuilder(Files.readString(DOCS.resolve("data.md")));
        for (Path page : files(DOCS.resolve("data"))) {
            pages.append(Files.readString(page));
        }

        for (Path file : files(DATA)) {
            String folder = DATA.relativize(file.getParent()).toString().replace('\\', '/');
            assertThat(pages.toString())
                    .as("docs/data.md or a page in docs/data/ on %s", DATA.relativize(file))
                    .containsAnyOf(
                            "`" + folder + "/" + file.getFileName() + "`",
                            "`" + file.getFileName() + "`",
                            "`" + folder + "/`");
        }
    }

    @Test
    void every_table_begins_by_saying_what_it_is() throws IOException {
        for (Path file : files(DATA)) {
            if (file.toString().endsWith(".table") || file.toString().endsWith(".yaml")) {
                assertThat(Files.readString(file)).as("%s", DATA.relativize(file)).startsWith("#");
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
