package org.casus.acquire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/** A report while its parts are still being gathered. What is given first stays. */
final class Draft {
    /** Bytes of the digest that make an id: enough for 2^32 reports without a likely collision. */
    private static final int ID_BYTES = 8;

    private String key;
    private @Nullable String uri;
    private @Nullable String outlet;
    private @Nullable String title;
    private @Nullable String author;
    private @Nullable String published;
    private @Nullable String category;
    private @Nullable String language;
    private String text = "";

    Draft(String key, @Nullable String uri) {
        this.key = key;
        this.uri = uri;
    }

    void key(String given) {
        key = given;
    }

    /** Replaces the address that the draft began with. */
    void uri(@Nullable String given) {
        uri = or(clean(given), uri);
    }

    void outlet(@Nullable String given) {
        outlet = or(outlet, clean(given));
    }

    void title(@Nullable String given) {
        title = or(title, clean(given));
    }

    @Nullable String title() {
        return title;
    }

    void author(@Nullable String given) {
        author = or(author, clean(given));
    }

    /** Takes a date in any form that {@link PublicationDate} knows; leaves what it cannot tell. */
    void published(@Nullable String given) {
        published = or(published, given == null ? null : PublicationDate.iso(given));
    }

    void category(@Nullable String given) {
        category = or(category, clean(given));
    }

    void language(@Nullable String given) {
        language = or(language, clean(given));
    }

    void text(String given) {
        text = given;
    }

    Report report() {
        return new Report(
                id(), key, uri, outlet, title, author, published, category, language, text);
    }

    // The date is part of the content: it decides what "on Friday" means.
    private String id() {
        String content = (published == null ? "" : published) + "\n" + text;
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static @Nullable String clean(@Nullable String given) {
        String words = given == null ? "" : given.replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
