package org.casus.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One report as it came. The text never changes: every span of the record counts in it.
 *
 * @param id from the content alone, the same on every machine
 * @param key the id of an input line, else the file's name or address
 * @param published ISO date or date-time; null when unknown
 * @param text the report's own words, without header line and page furniture
 */
public record Report(
        String id,
        String key,
        @Nullable String uri,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable String published,
        @Nullable String category,
        @Nullable String language,
        String text) {
    /** Bytes of the digest that make an id: enough for 2^32 reports without a likely collision. */
    private static final int ID_BYTES = 8;

    /**
     * The id of a text. Its date is part of the content: it decides what "on Friday" means.
     *
     * @param published as the report gives it, in ISO form; null when unknown
     */
    public static String idOf(@Nullable String published, String text) {
        String content = (published == null ? "" : published) + "\n" + text;
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
