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
    record Found(int first, int last, List<String> sectors, @Nullable Boolean female) {}

    private record Office(List<String> sectors, @Nullable Boolean female) {}

    private final Phrases<Office> titles = new Phrases<>();

    static Offices load(Problems problems) {
        Offices offices = new Offices();
        Table.read(
                "actor/offices.table",
                problems,
                row -> {
                    String title = row.get("title");
                    String note = row.get("note");
                    Boolean female =
                            note.startsWith("female")
                                    ? Boolean.TRUE
                                    : note.startsWith("male") ? Boolean.FALSE : null;
                    Office office = new Office(row.list("sectors"), female);
                    offices.titles.put(title, office);
                    if (title.endsWith(".")) {
                        offices.titles.put(title.substring(0, title.length() - 1), office);
                    }
                });
        return offices;
    }

    @Nullable Found endingAt(Sentence s, int i) {
        Phrases.Found<Office> f = titles.endingAt(s, i);
        return f == null
                ? null
                : new Found(f.first(), f.last(), f.value().sectors(), f.value().female());
    }

    /** The title whose last word stands right before a token. */
    @Nullable Found before(Sentence s, int first) {
        return first == 0 ? null : endingAt(s, first - 1);
    }
}
