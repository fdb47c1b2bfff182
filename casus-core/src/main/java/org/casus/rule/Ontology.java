package org.casus.rule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The PLOVER types and modes, with the CAMEO and ACLED codes that each has by itself: {@code
 * event/ontology.table}.
 */
public final class Ontology {
    /** A type or a mode of a type. */
    public record Entry(
            String type,
            @Nullable String mode,
            @Nullable String cameo,
            @Nullable String acled,
            String told,
            String definition) {}

    private static final Map<String, Entry> ENTRIES = load();
    private static final Set<String> CONTEXTS = names("event/contexts.table");
    private static final Set<String> ACLED = names("event/acled.table");

    private Ontology() {}

    private static Map<String, Entry> load() {
        Problems problems = new Problems();
        Map<String, Entry> entries = new LinkedHashMap<>();
        Table.read(
                "event/ontology.table",
                problems,
                row -> {
                    String mode = blankToNull(row.get("mode"));
                    Entry entry =
                            new Entry(
                                    row.get("type"),
                                    mode,
                                    blankToNull(row.get("cameo")),
                                    blankToNull(row.get("acled")),
                                    row.get("told"),
                                    row.get("definition"));
                    if (entries.put(key(entry.type(), mode), entry) != null) {
                        row.problem(entry.type() + " " + mode + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Map.copyOf(entries);
    }

    private static Set<String> names(String file) {
        Problems problems = new Problems();
        Set<String> names = new HashSet<>();
        Table.read(
                file,
                problems,
                row -> {
                    if (!names.add(row.get("name"))) {
                        row.problem(row.get("name") + " stands twice");
                    }
                });
        problems.throwIfAny();
        return Set.copyOf(names);
    }

    private static @Nullable String blankToNull(String s) {
        return s.isEmpty() ? null : s;
    }

    private static String key(String type, @Nullable String mode) {
        return mode == null ? type : type + "/" + mode;
    }

    public static boolean isType(String type) {
        return ENTRIES.containsKey(type);
    }

    public static boolean isMode(String type, String mode) {
        return ENTRIES.containsKey(key(type, mode));
    }

    public static boolean isContext(String context) {
        return CONTEXTS.contains(context);
    }

    /** Whether ACLED has a sub-event type of this name. */
    public static boolean isAcled(String subEventType) {
        return ACLED.contains(subEventType);
    }

    /** The entry of a mode, or of its type when the mode is null or has none. */
    public static Entry entry(String type, @Nullable String mode) {
        Entry entry = ENTRIES.get(key(type, mode));
        if (entry == null) {
            entry = ENTRIES.get(type);
        }
        if (entry == null) {
            throw new IllegalArgumentException(type + " is not a PLOVER type");
        }
        return entry;
    }
}
