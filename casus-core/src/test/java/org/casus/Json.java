package org.casus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps in the order of their keys, lists, strings, numbers, booleans and null. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();

    /** Longer objects and lists are laid out over several lines. */
    private static final int LONGEST_LINE = 110;

    private Json() {}

    static Map<String, @Nullable Object> object(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (object.containsKey(key)) {
                throw new IllegalArgumentException("key \"" + key + "\" is there twice");
            }
            object.put(key, value(parser));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("odd JSON: " + parser.currentToken());
        };
    }

    /** The same JSON laid out for people: what fits stands on one line. */
    static String laidOut(Object json) {
        StringBuilder out = new StringBuilder();
        lay(json, "", out);
        return out.append('\n').toString();
    }

    private static void lay(@Nullable Object value, String indent, StringBuilder out) {
        String flat = flat(value);
        boolean fits = indent.length() + flat.length() <= LONGEST_LINE;
        String deeper = indent + "  ";
        if (!fits && value instanceof Map<?, ?> object) {
            String before = "{\n";
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                out.append(before).append(deeper).append(quoted(entry.getKey())).append(": ");
                lay(entry.getValue(), deeper, out);
                before = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (!fits && value instanceof List<?> list) {
            String before = "[\n";
            for (Object item : list) {
                out.append(before).append(deeper);
                lay(item, deeper, out);
                before = ",\n";
            }
            out.append('\n').append(indent).append(']');
        } else {
            out.append(flat);
        }
    }

    private static String flat(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return "{"
                    + String.join(
                            ", ",
                            object.entrySet().stream()
                                    .map(e -> quoted(e.getKey()) + ": " + flat(e.getValue()))
                                    .toList())
                    + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Json::flat).toList()) + "]";
        }
        return value instanceof String ? quoted(value) : String.valueOf(value);
    }

    private static String quoted(Object text) {
        return '"'
                + text.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }
}
