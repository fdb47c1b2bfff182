package org.casus.publish;

import java.io.StringWriter;
import org.casus.model.Reading;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Records, version 1: one JSON object a line, keys in a fixed order, spans in code points. */
public final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /**
     * The record of one reading, without a line end. It holds no raw line break and no lone
     * surrogate, so that any encoding of Unicode can carry it.
     */
    public static String line(Reading reading) {
        StringWriter out = new StringWriter(2 * reading.report().text().length() + 1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new RecordWriter(json, reading).write();
        }
        return escapeLoneSurrogates(out.toString());
    }

    // Half a character has no UTF-8 form, but JSON can spell it.
    static String escapeLoneSurrogates(String line) {
        StringBuilder escaped = null;
        int done = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1))) {
                i++;
                continue;
            }
            escaped = escaped == null ? new StringBuilder(line.length() + 16) : escaped;
            escaped.append(line, done, i).append("\\u").append(Integer.toHexString(c));
            done = i + 1;
        }
        return escaped == null ? line : escaped.append(line, done, line.length()).toString();
    }
}
