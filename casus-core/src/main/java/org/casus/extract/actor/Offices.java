package org.casus.extract.actor;

import java.util.List;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.model.Sentence;
import org.casus.rule.Phrases;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Offices, ranks and titles, before a name or by themselves. */
final class Offices {
    /**
     * @param title whether the word means the office only before a name: "Justice Marshall"
     * @param gender where only women or only men bear it
     */
    record Office(List<String> sectors, boolean title, @Nullable Gender gender) {}

    private final Phrases<Office> offices = new Phrases<>();

    static Offices load(Problems problems) {
        Offices offices = new Offices();
        Table.read(
                "actor/offices.table",
                problems,
                row -> {
                    String title = row.get("title");
                    List<String> notes = row.list("note");
                    Gender gender =
                            notes.contains("female")
                                    ? Gender.WOMAN
                                    : notes.contains("male") ? Gender.MAN : null;
                    boolean before = notes.contains("before a name");
                    Office office = new Office(row.list("sectors"), before, gender);
                    offices.offices.put(title, office);
                    if (title.endsWith(".")) {
                        offices.offices.put(title.substring(0, title.length() - 1), office);
                    }
                });
        return offices;
    }

    /** The longest office whose last word is at a token. */
    Phrases.@Nullable Found<Office> endingAt(Sentence s, int i) {
        return offices.endingAt(s, i);
    }

    /** The office that a noun stands for by itself, not before a name. */
    Phrases.@Nullable Found<Office> alone(Sentence s, int i) {
        Phrases.Found<Office> found = offices.endingAt(s, i);
        if (found == null || found.value().title()) {
            return null;
        }
        boolean ofBody =
                !s.token(i).is("head")
                        || !s.arguments(i, "of").isEmpty()
                        || !s.arguments(i, "compound").isEmpty();
        return ofBody ? found : null;
    }
}
