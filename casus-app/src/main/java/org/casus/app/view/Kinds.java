package org.casus.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What sets parties against each other and what brings them together, in word or in deed: PLOVER's
 * types in the few kinds that a drawing can show.
 *
 * @param name for addresses and styles
 * @param title as it is read
 */
public record Kinds(String name, String title, List<String> types) {
    static final Kinds ASSAULT = new Kinds("assault", "assault", List.of("ASSAULT"));
    static final Kinds DEEDS_AGAINST =
            new Kinds(
                    "deeds-against",
                    "other deeds against somebody",
                    List.of("COERCE", "SANCTION", "MOBILIZE", "PROTEST"));
    static final Kinds WORDS_AGAINST =
            new Kinds(
                    "words-against",
                    "words against somebody",
                    List.of("THREATEN", "ACCUSE", "REJECT", "REQUEST"));
    static final Kinds DEEDS_TOGETHER =
            new Kinds("deeds-together", "help and retreat", List.of("AID", "COOPERATE", "RETREAT"));
    static final Kinds WORDS_TOGETHER =
            new Kinds(
                    "words-together",
                    "talk, support, statement",
                    List.of("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "SAY.CLAIM", "SAY.DENY"));

    /** All of them, the worst first. */
    public static final List<Kinds> ALL =
            List.of(ASSAULT, DEEDS_AGAINST, WORDS_AGAINST, DEEDS_TOGETHER, WORDS_TOGETHER);

    /** The types of what parties do, or of what they only say. */
    static List<String> types(boolean words) {
        return ALL.stream()
                .filter(kind -> kind.name().startsWith("words-") == words)
                .flatMap(kind -> kind.types().stream())
                .toList();
    }

    /** The kind of a type; what is not known is talk. */
    static Kinds of(String type) {
        for (Kinds kind : ALL) {
            if (kind.types().contains(type.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return WORDS_TOGETHER;
    }

    /** "assault 3, help and retreat 1". */
    static String words(Map<String, Long> counts) {
        StringBuilder words = new StringBuilder();
        for (Kinds kind : ALL) {
            Long count = counts.get(kind.name());
            if (count != null) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(kind.title())
                        .append(' ')
                        .append(count);
            }
        }
        return words.toString();
    }
}
