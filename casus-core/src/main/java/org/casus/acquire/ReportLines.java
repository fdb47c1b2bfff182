package org.casus.acquire;

import java.util.Locale;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** One line of JSON Lines as a report; its text is taken letter for letter. */
final class ReportLines {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private ReportLines() {}

    /**
     * @param name of the line, and its key where it has no "id" of its own
     * @throws UnreadableException if the line is no JSON object or has no "text"
     */
    static Report report(String line, String name) throws UnreadableException {
        Draft draft = new Draft(name, null);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("is no JSON object");
            }
            boolean text = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                text |= key.equals("text") && !json.hasToken(JsonToken.VALUE_NULL);
                take(json, key, draft);
            }
            if (json.nextToken() != null) {
                throw new UnreadableException("goes on after the end of its JSON object");
            }
            if (!text) {
                throw new UnreadableException("has no \"text\"");
            }
        } catch (JacksonException e) {
            throw new UnreadableException(
                    "is not valid JSON: " + firstLine(e.getOriginalMessage()));
        }
        return draft.report();
    }

    private static void take(JsonParser json, String key, Draft draft) throws UnreadableException {
        switch (key) {
            case "text" -> {
                if (!json.hasToken(JsonToken.VALUE_STRING)
                        && !json.hasToken(JsonToken.VALUE_NULL)) {
                    throw new UnreadableException("has a \"text\" that is no string");
                }
                if (json.hasToken(JsonToken.VALUE_STRING)) {
                    draft.text(json.getString());
                }
            }
            case "id" -> {
                String id = scalar(json, key);
                if (id != null && !id.isBlank()) {
                    draft.key(id);
                }
            }
            case "title" -> draft.title(scalar(json, key));
            case "published" -> draft.published(scalar(json, key));
            case "outlet" -> draft.outlet(scalar(json, key));
            case "author" -> draft.author(scalar(json, key));
            case "category" -> draft.category(scalar(json, key));
            case "uri" -> draft.uri(scalar(json, key));
            case "language" -> draft.language(scalar(json, key));
            default -> json.skipChildren();
        }
    }

    private static @Nullable String scalar(JsonParser json, String key) throws UnreadableException {
        JsonToken token = json.currentToken();
        if (token == null || token.isStructStart()) {
            throw new UnreadableException(
                    "has a \"" + key + "\" that is neither a string nor a number");
        }
        return token == JsonToken.VALUE_NULL ? null : json.getString();
    }

    private static String firstLine(@Nullable String message) {
        String words = message == null ? "" : message.lines().findFirst().orElse("");
        return words.isEmpty()
                ? "unknown fault"
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
