package org.casus.app.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps as a file what is about to be taken in, so that nothing is lost if Casus is stopped. */
public final class Kept {
    private static final int LONGEST_NAME = 80;

    private Kept() {}

    /**
     * Writes content under a name that tells what was given, and that no other content can have.
     *
     * @param name as somebody else gave it: no part of it leads out of the folder
     */
    public static Path file(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = plain.lastIndexOf('.');
        String ending = dot < 0 ? "" : plain.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
        String stem =
                (dot < 0 ? plain : plain.substring(0, dot)).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        Path file =
                folder.resolve(
                        stem.substring(0, Math.min(LONGEST_NAME, stem.length()))
                                + "-"
                                + digest(content)
                                + (ending.isEmpty() ? ".txt" : ending));
        Path part = Files.createTempFile(folder, "part", ".part");
        Files.write(part, content);
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
