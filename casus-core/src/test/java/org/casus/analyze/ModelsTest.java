package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.casus.analyze.compact.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeping of the model's files; a small conversion stands in for the long one. */
class ModelsTest {
    @TempDir private Path cache;

    private final AtomicInteger conversions = new AtomicInteger();

    private Models models() {
        return new Models(cache, this::convert);
    }

    private void convert(Path folder, Progress progress) throws IOException {
        conversions.incrementAndGet();
        progress.at(0.5, "half");
        Files.writeString(folder.resolve("words"), "one two");
        Manifest.of(folder).write(folder);
        progress.at(1, "done");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_model_is_prepared_once() throws IOException {
        List<String> said = new ArrayList<>();
        assertThat(models().prepared()).isFalse();
        models().prepare((share, doing) -> said.add(share + " " + doing));
        models().prepare(Progress.NONE);
        assertThat(models().prepared()).isTrue();
        assertThat(models().fault()).isEmpty();
        assertThat(conversions).hasValue(1);
        assertThat(said).containsExactly("0.5 half", "1.0 done");
        assertThat(files()).containsExactly("lock", Manifest.VERSION);
    }

    @Test
    void many_at_once_prepare_it_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> starts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                starts.add(
                        () -> {
                            models().prepare(Progress.NONE);
                            return models().prepared();
                        });
            }
            for (Future<Boolean> start : threads.invokeAll(starts)) {
                assertThat(start.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(conversions).hasValue(1);
    }

    @Test
    void what_a_killed_start_left_is_removed() throws IOException {
        Path left = Files.createDirectories(cache.resolve(Manifest.VERSION + ".unfinished123"));
        Files.writeString(left.resolve("words"), "on");
        models().prepare(Progress.NONE);
        assertThat(files()).containsExactly("lock", Manifest.VERSION);
    }

    @Test
    void a_conversion_that_fails_leaves_nothing() throws IOException {
        Models failing =
                new Models(
                        cache,
                        (folder, progress) -> {
                            Files.writeString(folder.resolve("words"), "on");
                            throw new IOException("disk full");
                        });
        assertThatThrownBy(() -> failing.prepare(Progress.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("disk full")
                .hasMessageContaining("CASUS_CACHE");
        assertThat(files()).containsExactly("lock");
    }

    @Test
    void a_model_that_lost_bytes_is_prepared_anew() throws IOException {
        models().prepare(Progress.NONE);
        Files.writeString(models().folder().resolve("words"), "one");
        assertThat(models().prepared()).isFalse();
        models().prepare(Progress.NONE);
        assertThat(conversions).hasValue(2);
        assertThat(models().fault()).isEmpty();
    }

    @Test
    void changed_bytes_are_found_when_asked_for() throws IOException {
        models().prepare(Progress.NONE);
        Files.writeString(models().folder().resolve("words"), "two one");
        assertThat(models().prepared()).isTrue();
        assertThat(models().fault()).get().asString().endsWith("words is not as it was written");
    }

    @Test
    void the_model_of_another_version_does_not_count() throws IOException {
        models().prepare(Progress.NONE);
        Path manifest = models().folder().resolve("manifest.txt");
        Files.writeString(manifest, Files.readString(manifest).replace("compact-", "compact-x"));
        assertThat(models().prepared()).isFalse();
    }
}
