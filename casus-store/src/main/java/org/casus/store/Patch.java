package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference between two JSON objects, and what it makes of the first: a JSON Merge Patch (RFC 7396), but that a value
 * which became null is written {@code {"null":true}}, for there a null takes the key away.
 */
final class Patch {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NULL = "null";

    private Patch() {}

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** What has to be changed in one object to make it the other. */
    static ObjectNode between(ObjectNode was, ObjectNode is) {
        ObjectNode patch = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : is.properties()) {
            JsonNode before = was.get(entry.getKey());
            JsonNode after = entry.getValue();
            if (after.equals(before)) {
                continue;
            }
            if (before instanceof ObjectNode b && after instanceof ObjectNode a) {
                patch.set(entry.getKey(), between(b, a));
            } else {
                patch.set(entry.getKey(), after.isNull() ? nothing() : after);
            }
        }
        for (Map.Entry<String, JsonNode> entry : was.properties()) {
            if (!is.has(entry.getKey())) {
                patch.putNull(entry.getKey());
            }
        }
        return patch;
    }

    /** What a patch makes of an object; null stands for one that is not there yet. */
    static ObjectNode apply(@Nullable ObjectNode was, ObjectNode patch) {
        ObjectNode is = was == null ? JSON.createObjectNode() : was.deepCopy();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            JsonNode change = entry.getValue();
            if (change.isNull()) {
                is.remove(entry.getKey());
            } else if (nothing().equals(change)) {
                is.putNull(entry.getKey());
            } else if (change instanceof ObjectNode inner) {
                is.set(
                        entry.getKey(),
                        apply(is.get(entry.getKey()) instanceof ObjectNode o ? o : null, inner));
            } else {
                is.set(entry.getKey(), change);
            }
        }
        return is;
    }

    private static ObjectNode nothing() {
        return JSON.createObjectNode().put(NULL, true);
    }

    /** The names of what a patch changes: "harms.killed.best". */
    static List<String> names(ObjectNode patch) {
        List<String> names = new ArrayList<>();
        names("", patch, names);
        return names;
    }

    private static void names(String path, ObjectNode patch, List<String> names) {
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            String name = path + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner && !nothing().equals(inner)) {
                names(name + ".", inner, names);
            } else {
                names.add(name);
            }
        }
    }
}
