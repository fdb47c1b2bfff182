package org.casus.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** Which words may be for one thing that was hit: {@code merge/things.table}. */
final class Things {
    private final Map<String, String> things = new HashMap<>();
    private final Map<String, String> wider = new HashMap<>();
    private final Map<String, Set<String>> deeds = new HashMap<>();

    private Things() {}

    static Things load(Problems problems) {
        Things all = new Things();
        Table.read(
                "merge/things.table",
                problems,
                row -> {
                    String thing = row.get("thing");
                    for (String word : row.list("words")) {
                        String stem = Words.stem(word);
                        String before = all.things.put(stem, thing);
                        if (before != null && !before.equals(thing)) {
                            row.problem(word + " is there twice");
                        }
                    }
                    if (!row.get("wider").isEmpty()) {
                        all.wider.put(thing, row.get("wider"));
                    }
                    all.deeds.put(thing, new HashSet<>(row.list("deed")));
                });
        return all;
    }

    /** What a word is called here; itself where the table does not know it. */
    String of(String stem) {
        return things.getOrDefault(stem, stem);
    }

    /** What is done to whoever or whatever hits one of these things. */
    Set<String> deeds(Set<String> hit) {
        Set<String> done = new HashSet<>();
        hit.forEach(thing -> done.addAll(deeds.getOrDefault(thing, Set.of())));
        return done;
    }

    /** The wider words that may stand for these things. */
    Set<String> wider(Set<String> hit) {
        Set<String> all = new HashSet<>();
        for (String thing : hit) {
            String more = wider.get(thing);
            if (more != null) {
                all.add(more);
            }
        }
        return all;
    }
}
