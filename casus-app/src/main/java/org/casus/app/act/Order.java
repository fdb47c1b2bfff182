package org.casus.app.act;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Decision;
import org.casus.model.Factuality;
import org.casus.publish.Words;
import org.casus.publish.export.Countries;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be decided.
 *
 * @param incidents what it is about, each as it was seen; two for a merge, a link and keeping apart
 * @param accounts of a split: uids of those that are of another incident
 * @param field of a correction
 * @param value of a correction, the right one; of a link, its type
 * @param reason may be empty
 */
public record Order(
        Decision.Act act,
        List<Seen> incidents,
        List<String> accounts,
        @Nullable String field,
        @Nullable String value,
        String reason) {
    /** Fields that can be corrected. */
    public static final List<String> FIELDS =
            List.of(
                    "type",
                    "mode",
                    "factuality",
                    "time",
                    "place",
                    "country",
                    "sources",
                    "targets",
                    "killed",
                    "injured",
                    "missing",
                    "abducted",
                    "detained",
                    "displaced");

    /** What can be the case with an event. */
    public static final List<String> FACTUALITIES =
            Stream.of(Factuality.values()).map(Words::of).toList();

    /** Ways in which one incident can have to do with another. */
    public static final List<String> LINKS =
            List.of("retaliation-for", "caused-by", "part-of", "escalates", "carries-out", "about");

    /** An incident, and its last change that whoever decides knew of. */
    public record Seen(String uid, long revision) {}

    public Order {
        incidents = List.copyOf(incidents);
        accounts = List.copyOf(accounts);
        int needed =
                switch (act) {
                    case MERGE, LINK -> 2;
                    case SPLIT -> accounts.isEmpty() ? 2 : 1;
                    default -> 1;
                };
        Set<String> different = new LinkedHashSet<>();
        incidents.forEach(incident -> different.add(incident.uid()));
        if (different.size() != needed || incidents.size() != needed) {
            throw new IllegalArgumentException(
                    "To "
                            + word(act)
                            + (needed == 1 ? " takes one incident" : " takes two incidents")
                            + ", not "
                            + different.size()
                            + ".");
        }
        if (act == Decision.Act.CORRECT) {
            check(field, value);
        }
        if (act == Decision.Act.LINK && !LINKS.contains(String.valueOf(value))) {
            throw new IllegalArgumentException(
                    "A link is one of " + String.join(", ", LINKS) + ", not \"" + value + "\".");
        }
    }

    private static void check(@Nullable String field, @Nullable String value) {
        if (field == null || !FIELDS.contains(field)) {
            throw new IllegalArgumentException(
                    "\""
                            + field
                            + "\" cannot be corrected; "
                            + String.join(", ", FIELDS)
                            + " can.");
        }
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A correction needs the right value.");
        }
        boolean counted = FIELDS.indexOf(field) >= FIELDS.indexOf("killed");
        if (counted && !value.strip().matches("\\d{1,7}")) {
            throw new IllegalArgumentException(
                    "The number of people " + field + " is \"" + value + "\", which is no number.");
        }
        if (field.equals("factuality") && !FACTUALITIES.contains(value.strip())) {
            throw new IllegalArgumentException(
                    "Whether it happened is one of "
                            + String.join(", ", FACTUALITIES)
                            + ", not \""
                            + value
                            + "\".");
        }
        if (field.equals("country") && Countries.of(value.strip()) == null) {
            throw new IllegalArgumentException(
                    "The country is \""
                            + value
                            + "\", but countries are written as in ISO 3166-1: BIH, IRQ, USA.");
        }
        if (field.equals("time") && !value.strip().matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException(
                    "The day is \"" + value + "\", but a day is written as 2026-01-31.");
        }
    }

    static String word(Decision.Act act) {
        return act.name().toLowerCase(java.util.Locale.ROOT);
    }

    List<String> uids() {
        List<String> uids = new ArrayList<>();
        incidents.forEach(incident -> uids.add(incident.uid()));
        return uids;
    }
}
