package org.casus.analyze;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.casus.analyze.compact.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The language model in the user's cache folder. It is prepared once, in about a minute and 400 MB
 * of disk, and used from then on.
 *
 * <p>Safe at every moment: files are written into a folder of another name, which gets its own name
 * when it is whole. Whoever prepares holds a lock on a file, which the system takes back if the
 * process ends in any way; another start waits for it and then finds the work done. What a killed
 * start left behind is removed by the next one that prepares.
 */
public final class Models {
    private static final String UNFINISHED = ".unfinished";
    private static final ReentrantLock ONE_THREAD = new ReentrantLock();

    /** Fills an empty folder with the files of the model. */
    interface Conversion {
        void run(Path folder, Progress progress) throws IOException;
    }

    private final Path cache;
    private final Conversion conversion;

    /** The models of the user who runs the program. */
    public Models() {
        this(CacheFolder.ofUser());
    }

    /** The models in a folder, which need not exist. */
    public Models(Path cache) {
        this(cache, ConverterProcess::run);
    }

    Models(Path cache, Conversion conversion) {
        this.cache = cache;
        this.conversion = conversion;
    }

    /** Where the model is, or will be. */
    public Path folder() {
        return cache.resolve(Manifest.VERSION);
    }

    /** Whether the model is there, each file in its size. */
    public boolean prepared() {
        try {
            Optional<Manifest> manifest = Manifest.read(folder());
            return manifest.isPresent() && manifest.get().wrongSize(folder()).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is wrong with the prepared model, in words: reads all files and compares checksums. */
    public Optional<String> fault() {
        try {
            Optional<Manifest> manifest = Manifest.read(folder());
            return manifest.isEmpty()
                    ? Optional.of("there is no language model in " + folder())
                    : manifest.get().wrongContent(folder());
        } catch (IOException e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /**
     * Prepares the model unless it is there.
     *
     * @throws ModelException if that fails; the cache folder is then as it was
     */
    public void prepare(Progress progress) {
        if (prepared()) {
            return;
        }
        ONE_THREAD.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel file =
                            FileChannel.open(
                                    cache.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = lock(file, progress)) {
                if (lock.isValid() && !prepared()) {
                    convert(progress);
                }
            }
        } catch (IOException e) {
            throw new ModelException(
                    "cannot prepare the language model in "
                            + cache
                            + ": "
                            + e
                            + "; set CASUS_CACHE to a folder with 400 MB of room",
                    e);
        } finally {
            ONE_THREAD.unlock();
        }
    }

    private static FileLock lock(FileChannel file, Progress progress) throws IOException {
        FileLock free = file.tryLock();
        if (free != null) {
            return free;
        }
        progress.at(0, "waiting for another start of Casus that prepares the language model");
        return file.lock();
    }

    private void convert(Progress progress) throws IOException {
        removeUnfinished();
        Path unfinished = Files.createTempDirectory(cache, Manifest.VERSION + UNFINISHED);
        try {
            conversion.run(unfinished, progress);
            remove(folder());
            Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(unfinished);
        }
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            List<Path> left =
                    all.filter(path -> path.getFileName().toString().contains(UNFINISHED)).toList();
            for (Path path : left) {
                remove(path);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                            throws IOException {
                        Files.deleteIfExists(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
