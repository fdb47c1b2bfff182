package org.casus.acquire;

import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/** A report while its parts are still being gathered. What is given first stays. */
final class Draft {
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
                Report.idOf(published, text),
                key,
                uri,
                outlet,
                title,
                author,
                published,
                category,
                language,
                text);
    }

    private static @Nullable String clean(@Nullable String given) {
        String words = given == null ? "" : given.replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
