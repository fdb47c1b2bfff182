package org.casus.extract.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/** When and where a report plays, as far as it matters for who is meant by a name. */
final class Scene {
    /** The place of a dateline says more than one that is named in passing. */
    private static final int FIRST_PLACE = 3;

    private static final int YEAR = 4;

    private final @Nullable Integer year;
    private final Map<String, Integer> countries = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    Scene(Analysis analysis, Mentions<Place> places) {
        year = year(analysis);
        int weight = FIRST_PLACE;
        for (Mention<Place> place : places.all()) {
            count(place.value().country(), weight);
            weight = 1;
        }
    }

    /** The year of publication, else the one that the first sentence names; null if none does. */
    static @Nullable Integer year(Analysis analysis) {
        String published = analysis.report().published();
        if (published != null && published.length() >= YEAR) {
            return Integer.valueOf(published.substring(0, YEAR));
        }
        if (!analysis.sentences().isEmpty()) {
            for (Token t : analysis.sentences().get(0).tokens()) {
                if (isYear(t.form())) {
                    return Integer.valueOf(t.form());
                }
            }
        }
        return null;
    }

    private static boolean isYear(String word) {
        return word.length() == YEAR
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Nullable Integer year() {
        return year;
    }

    /** Takes note of an entry that is certainly meant. */
    void add(Entity entity) {
        count(entity.country(), 1);
        if (entity.key() != null) {
            present.add(entity.key());
        }
    }

    /** Whether another country than this entry's is spoken of, and its own is not. */
    boolean isElsewhere(Entity entity) {
        return entity.country() != null && weight(entity.country()) == 0 && !countries.isEmpty();
    }

    boolean has(Entity entity) {
        return entity.key() != null && present.contains(entity.key());
    }

    private void count(@Nullable String country, int weight) {
        if (country != null) {
            countries.merge(country, weight, Integer::sum);
        }
    }

    /** How often a country is spoken of. */
    int weight(@Nullable String country) {
        return country == null ? 0 : countries.getOrDefault(country, 0);
    }

    /** Whether no country is spoken of more. */
    boolean isMain(@Nullable String country) {
        int weight = weight(country);
        if (weight == 0) {
            return false;
        }
        for (int other : countries.values()) {
            if (other > weight) {
                return false;
            }
        }
        return true;
    }
}
