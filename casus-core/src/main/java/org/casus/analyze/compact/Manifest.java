package org.casus.analyze.compact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The list of the compact files with their sizes and checksums, written last: a folder with a
 * manifest is whole.
 */
public final class Manifest {
    /** Changes whenever the files do, in form or in content; the cache folder is named after it. */
    public static final String VERSION = "nlp4j-1.1.3-compact-" + ArrayFile.VERSION;

    private static final String FILE = "manifest.txt";
    private static final String HEADER = "casus analyzer files " + VERSION;

    private record Entry(long size, String sha256) {}

    private final Map<String, Entry> entries;

    private Manifest(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** A manifest of all files of a folder as they are. */
    public static Manifest of(Path folder) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                entries.put(
                        file.getFileName().toString(), new Entry(Files.size(file), sha256(file)));
            }
        }
        return new Manifest(entries);
    }

    public void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        entries.forEach(
                (name, entry) ->
                        text.append(entry.sha256)
                                .append(' ')
                                .append(entry.size)
                                .append(' ')
                                .append(name)
                                .append('\n'));
        Files.writeString(folder.resolve(FILE), text);
    }

    /** The manifest of a folder; empty if it has none, or that of another version. */
    public static Optional<Manifest> read(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Map<String, Entry> entries = new TreeMap<>();
        String[] lines = Files.readString(path).split("\n");
        if (!lines[0].equals(HEADER)) {
            return Optional.empty();
        }
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(" ", 3);
            if (cells.length < 3 || !cells[1].matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            entries.put(cells[2], new Entry(Long.parseLong(cells[1]), cells[0]));
        }
        return Optional.of(new Manifest(entries));
    }

    /** The first file that is missing or has another size, in words; quick. */
    public Optional<String> wrongSize(Path folder) throws IOException {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (!Files.isRegularFile(file)) {
                return Optional.of(file + " is missing");
            }
            if (Files.size(file) != entry.getValue().size) {
                return Optional.of(
                        file
                                + " has "
                                + Files.size(file)
                                + " bytes instead of "
                                + entry.getValue().size);
            }
        }
        return Optional.empty();
    }

    /** The first file that is not as it was written, in words; reads them all. */
    public Optional<String> wrongContent(Path folder) throws IOException {
        Optional<String> wrong = wrongSize(folder);
        if (wrong.isPresent()) {
            return wrong;
        }
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (!sha256(file).equals(entry.getValue().sha256)) {
                return Optional.of(file + " is not as it was written");
            }
        }
        return Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
