package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The difference between two JSON objects, and what it makes of the first: a JSON Merge Patch (RFC
 * 7396). There a null takes a key away, so a key without a value is the same as none; in an
 * incident it is, too.
 */
final class Patch {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Patch() {}

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /**
     * What has to be changed in one object, null for one that is not there yet, to make it the
     * other.
     */
    static ObjectNode between(@Nullable ObjectNode was, ObjectNode is) {
        ObjectNode patch = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : is.properties()) {
            JsonNode before = was == null ? null : was.get(entry.getKey());
            JsonNode after = entry.getValue();
            if (after.isNull() || after.equals(before)) {
                continue;
            }
            patch.set(
                    entry.getKey(),
                    after instanceof ObjectNode a
                            ? between(before instanceof ObjectNode b ? b : null, a)
                            : after);
        }
        if (was != null) {
            for (Map.Entry<String, JsonNode> entry : was.properties()) {
                if (!entry.getValue().isNull() && !is.hasNonNull(entry.getKey())) {
                    patch.putNull(entry.getKey());
                }
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

    /** The names of what a patch changes: "harms.killed.best". */
    static List<String> names(ObjectNode patch) {
        List<String> names = new ArrayList<>();
        names("", patch, names);
        return names;
    }

    private static void names(String path, ObjectNode patch, List<String> names) {
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            String name = path + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner) {
                names(name + ".", inner, names);
            } else {
                names.add(name);
            }
        }
    }
}
