package org.casus.app.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.model.Account;
import org.jspecify.annotations.Nullable;

/** How times, places, types and voices are spelled for a reader. */
final class Phrases {
    private static final int DAY = "2026-01-31".length();
    private static final int MOST_PLACES = 3;

    private Phrases() {}

    static String when(Account.@Nullable When when) {
        return when == null ? "" : days(when.start(), when.end());
    }

    /** From one time in ISO form to another, as short as it can be said. */
    static String days(@Nullable String first, @Nullable String last) {
        String start = time(first);
        String end = time(last);
        if (start.isEmpty()) {
            return end.isEmpty() ? "" : "until " + end;
        }
        if (end.isEmpty()) {
            return "from " + start;
        }
        return start.equals(end) ? start : between(start, end);
    }

    /** Whole months and years are called by their names. */
    static String between(String start, String end) {
        if (start.length() == DAY && end.length() == DAY && start.endsWith("-01")) {
            if (start.substring(0, 4).equals(end.substring(0, 4))
                    && start.endsWith("-01-01")
                    && end.endsWith("-12-31")) {
                return start.substring(0, 4);
            }
            if (start.substring(0, 7).equals(end.substring(0, 7))
                    && end.compareTo(start.substring(0, 7) + "-28") >= 0) {
                return start.substring(0, 7);
            }
        }
        return start + " – " + end;
    }

    private static String time(@Nullable String iso) {
        return iso == null ? "" : iso.replace('T', ' ');
    }

    static String where(List<Account.Where> places) {
        Set<String> names = new LinkedHashSet<>();
        for (Account.Where place : places) {
            names.add(place(place));
        }
        List<String> first = names.stream().limit(MOST_PLACES).toList();
        return String.join("; ", first) + (names.size() > first.size() ? " …" : "");
    }

    static String place(Account.Where place) {
        String country = place.country();
        return country == null || place.kind() == org.casus.model.Place.Kind.COUNTRY
                ? place.name()
                : place.name() + ", " + country;
    }

    /** "SAY.CLAIM" as "Claim", "ASSAULT" as "Assault". */
    static String type(String type) {
        String word = type.substring(type.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** "The Wall Street Journal, citing the militia": outermost first; empty for the report. */
    static String speaker(List<Account.Voice> chain) {
        List<String> names = new ArrayList<>();
        for (Account.Voice voice : chain) {
            if (voice.who() != null) {
                names.add(voice.who().name());
            } else {
                names.add(voice.source() == null ? "somebody" : voice.source().text());
            }
        }
        return String.join(", citing ", names);
    }

    /** What a field of an incident is called. */
    static String field(String name) {
        return switch (name) {
            case "sources" -> "who did it";
            case "targets" -> "to whom";
            case "objects" -> "things hit";
            case "time" -> "when";
            case "place" -> "where";
            case "factuality" -> "whether it happened";
            default -> name;
        };
    }
}
