package org.casus.extract.actor;

import java.util.List;
import org.casus.model.Sentence;
import org.casus.rule.Phrases;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Offices, ranks and titles, before a name or by themselves. */
final class Offices {
    /** An office found. */
    record Found(int first, int last, List<String> sectors) {}

    private final Phrases<List<String>> titles = new Phrases<>();

    static Offices load(Problems problems) {
        Offices offices = new Offices();
        Table.read(
                "actor/offices.table",
                problems,
                row -> {
                    String title = row.get("title");
                    offices.titles.put(title, row.list("sectors"));
                    if (title.endsWith(".")) {
                        offices.titles.put(
                                title.substring(0, title.length() - 1), row.list("sectors"));
                    }
                });
        return offices;
    }

    @Nullable Found endingAt(Sentence s, int i) {
        Phrases.Found<List<String>> f = titles.endingAt(s, i);
        return f == null ? null : new Found(f.first(), f.last(), f.value());
    }

    /** The title whose last word stands right before a token. */
    @Nullable Found before(Sentence s, int first) {
        return first == 0 ? null : endingAt(s, first - 1);
    }
}
