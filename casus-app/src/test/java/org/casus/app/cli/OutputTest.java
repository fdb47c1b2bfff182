package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir Path folder;

    @Test
    void a_file_is_there_once_it_is_whole() throws IOException {
        Path file = folder.resolve("out.jsonl");
        try (Output out = Output.file(file)) {
            out.print("Łódź\n");
            assertThat(file).doesNotExist();
            out.finish();
        }
        assertThat(file).hasContent("Łódź");
        assertThat(names()).containsExactly("out.jsonl");
    }

    @Test
    void a_file_that_was_not_finished_leaves_the_old_one_and_no_trace() throws IOException {
        Path file = folder.resolve("out.jsonl");
        Files.writeString(file, "old");
        try (Output out = Output.file(file)) {
            out.print("new");
        }
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("out.jsonl");
    }

    @Test
    void a_stream_gets_utf8_as_it_comes_and_stays_open() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (Output out = Output.to(stream)) {
            out.print("Łódź");
            assertThat(stream.toByteArray()).hasSize(7);
            out.finish();
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString()).toList().stream();
        }
    }
}
