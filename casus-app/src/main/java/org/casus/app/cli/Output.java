package org.casus.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: standard output as they come, or a file that is there as a whole or not at all.
 */
final class Output implements AutoCloseable {
    private final OutputStream out;
    private final @Nullable Path unfinished;
    private final @Nullable Path file;

    private Output(OutputStream out, @Nullable Path unfinished, @Nullable Path file) {
        this.out = out;
        this.unfinished = unfinished;
        this.file = file;
    }

    /** A stream that stays open: it is somebody else's to close. */
    static Output to(OutputStream stream) {
        return new Output(stream, null, null);
    }

    static Output file(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        unfinished.toFile().deleteOnExit();
        return new Output(
                new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16),
                unfinished,
                file);
    }

    void print(String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The bytes themselves, for what is no text. Whoever writes here does not close it. */
    OutputStream stream() {
        return out;
    }

    /** Puts the file in its place; nothing to do for a stream. */
    void finish() throws IOException {
        if (unfinished != null && file != null) {
            out.close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (unfinished != null) {
            out.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
