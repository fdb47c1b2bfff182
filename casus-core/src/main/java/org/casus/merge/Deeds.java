package org.casus.merge;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which events may be one deed: {@code merge/deeds.table}, {@code merge/told-by.table}, {@code
 * merge/things.table}.
 */
final class Deeds {
    private static final String ANY = "any";
    private static final Set<String> TALK = Set.of("ACCUSE", "REJECT", "REQUEST", "THREATEN");

    private final Map<String, Set<String>> ofKind;
    private final Map<String, Set<String>> ofWords;
    private final Things things;

    private Deeds(
            Map<String, Set<String>> ofKind, Map<String, Set<String>> ofWords, Things things) {
        this.ofKind = Map.copyOf(ofKind);
        this.ofWords = Map.copyOf(ofWords);
        this.things = things;
    }

    static Deeds load(Problems problems) {
        Map<String, Set<String>> ofKind = new HashMap<>();
        Table.read(
                "merge/deeds.table",
                problems,
                row -> {
                    Set<String> deeds = new HashSet<>(row.list("deeds"));
                    if (deeds.isEmpty()) {
                        row.problem("has no deed");
                    }
                    if (ofKind.put(kind(row.get("type"), row.get("mode")), deeds) != null) {
                        row.problem("is there twice");
                    }
                });
        Map<String, Set<String>> ofWords = new HashMap<>();
        Table.read(
                "merge/told-by.table",
                problems,
                row -> {
                    Set<String> deeds = new HashSet<>(row.list("deeds"));
                    for (String words : row.list("words")) {
                        if (ofWords.put(kind(row.get("type"), words), deeds) != null) {
                            row.problem(words + " is there twice");
                        }
                    }
                });
        return new Deeds(ofKind, ofWords, Things.load(problems));
    }

    /**
     * What an event may have been, by its kind, the words that tell it first and what was hit.
     *
     * @param words as their stems
     * @param hit as {@link #things} calls it
     */
    Set<String> of(String type, @Nullable String mode, String words, Set<String> hit) {
        Set<String> deeds = ofWords.get(kind(type, words));
        deeds = deeds != null ? deeds : of(type, mode);
        if (!type.equals("ASSAULT") || deeds.stream().anyMatch(Deeds::acrossTypes)) {
            return deeds;
        }
        Set<String> all = new HashSet<>(deeds);
        all.addAll(things.deeds(hit));
        return all;
    }

    /** The deeds that words of their own tell; none where the kind of the event has to do. */
    Set<String> toldBy(String type, String words) {
        Set<String> told = ofWords.getOrDefault(kind(type, words), Set.of());
        return told.contains(ANY) ? Set.of() : told;
    }

    Things things() {
        return things;
    }

    /** What an event of this kind may have been. */
    Set<String> of(String type, @Nullable String mode) {
        Set<String> deeds = ofKind.get(kind(type, mode));
        if (deeds != null) {
            return deeds;
        }
        return mode == null ? Set.of(ANY) : Set.of(mode);
    }

    /** The type, and deeds that reach across types: two accounts must share one to be compared. */
    static List<String> families(String type, Set<String> deeds) {
        Set<String> families = new TreeSet<>();
        families.add(type);
        deeds.stream().filter(Deeds::acrossTypes).forEach(families::add);
        return List.copyOf(families);
    }

    /** Types of event that are words: what makes them one is who says them. */
    static boolean talk(String type) {
        return TALK.contains(type) || type.startsWith("SAY.");
    }

    static boolean acrossTypes(String deed) {
        return deed.equals(deed.toUpperCase(Locale.ROOT));
    }

    static boolean fit(Set<String> left, Set<String> right) {
        return left.contains(ANY) || right.contains(ANY) || !Collections.disjoint(left, right);
    }

    /** Both are known, and are the same. */
    static boolean alike(Set<String> left, Set<String> right) {
        return !left.contains(ANY) && !right.contains(ANY) && !Collections.disjoint(left, right);
    }

    private static String kind(String type, @Nullable String mode) {
        return mode == null || mode.isEmpty() ? type : type + "/" + mode;
    }
}
