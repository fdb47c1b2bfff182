package org.casus.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.casus.model.Report;
import org.casus.rule.Problems;
import org.jspecify.annotations.Nullable;

/** Reads one document, a plain text or a web page, as a report. */
final class Document {
    /** A single report of more bytes than this is a mistake. */
    private static final int MOST_BYTES = 32 << 20;

    private final Body body;

    private Document(Body body) {
        this.body = body;
    }

    static Document load() {
        Problems problems = new Problems();
        Body body = new Body(Header.load(problems), Furniture.load(problems));
        problems.throwIfAny();
        return new Document(body);
    }

    /**
     * @param key what the report is called if the document does not say
     * @param uri where it comes from, null when that is nowhere
     * @throws UnreadableException if the bytes are no text, or too many
     */
    Report read(InputStream in, String key, @Nullable String uri)
            throws IOException, UnreadableException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableException(
                    "is larger than " + (MOST_BYTES >> 20) + " MB, too large for one report");
        }
        return read(Decoding.text(bytes), key, uri);
    }

    Report read(String source, String key, @Nullable String uri) {
        Draft draft = new Draft(key, uri);
        String kind = kind(key);
        boolean web =
                kind.equals("html")
                        || kind.equals("htm")
                        || kind.equals("xhtml")
                        || WebPage.is(source);
        body.take(web ? WebPage.take(source, draft) : source, draft);
        return draft.report();
    }

    /** The ending of a file's name, in lower case, without its dot; empty when there is none. */
    static String kind(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
