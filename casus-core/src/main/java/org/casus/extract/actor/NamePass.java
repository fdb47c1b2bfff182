package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.model.Actor.Kind;
import org.jspecify.annotations.Nullable;

/** The same table entry, the same words, a part of a person's name, the initials of a body's. */
final class NamePass {
    private static final int SHORTEST_ACRONYM = 2;

    void run(Cast cast) {
        Map<String, Cluster> byEntity = new HashMap<>();
        Map<String, Cluster> byText = new HashMap<>();
        Map<String, Cluster> byInitials = new HashMap<>();
        Map<String, List<Cluster>> bySurname = new HashMap<>();
        for (Phrase p : cast.phrases()) {
            if (!p.isName()) {
                continue;
            }
            if (p.entity != null) {
                join(cast, p, byEntity, p.entity.key() + "/" + p.kind);
            } else if (p.kind != Kind.PERSON || p.name.size() > 1) {
                join(cast, p, byText, key(p.text));
            }
            if (p.kind != Kind.PERSON && p.name.size() > 1) {
                byInitials.putIfAbsent(initials(p.name), p.cluster);
            }
        }
        for (Phrase p : cast.phrases()) {
            if (!p.isName()) {
                continue;
            }
            if (p.kind == Kind.PERSON || p.kind == Kind.UNKNOWN) {
                surname(cast, p, bySurname);
            } else if (p.entity == null && p.kind == Kind.ORGANIZATION && p.name.size() == 1) {
                mistaken(cast, p, bySurname);
            }
            if (p.name.size() == 1 && p.kind != Kind.PERSON) {
                String word = p.name.get(0).replace(".", "").toUpperCase(Locale.ROOT);
                Cluster full = word.length() < SHORTEST_ACRONYM ? null : byInitials.get(word);
                mergeIfFit(cast, full, p);
            }
        }
    }

    private static void join(Cast cast, Phrase p, Map<String, Cluster> known, String key) {
        Cluster own = p.actor();
        Cluster other = own == null ? null : known.putIfAbsent(key, own);
        mergeIfFit(cast, other, p);
    }

    private static void mergeIfFit(Cast cast, @Nullable Cluster other, Phrase p) {
        Cluster own = p.actor();
        if (own != null && other != null && Agreement.fit(other.whole(), own)) {
            cast.merge(other, own);
        }
    }

    private static String key(String text) {
        return Spelling.fold(text).toLowerCase(Locale.ROOT);
    }

    private static String initials(List<String> name) {
        StringBuilder initials = new StringBuilder(name.size());
        for (String word : name) {
            initials.append(Character.toUpperCase(word.charAt(0)));
        }
        return initials.toString();
    }

    // ---- persons

    /** Joins a person to the last one before whose name fits, else to none. */
    private static void surname(Cast cast, Phrase p, Map<String, List<Cluster>> known) {
        if (p.name.isEmpty() || p.cluster == null) {
            return;
        }
        for (String word : surnames(p.name)) {
            List<Cluster> same = known.computeIfAbsent(word, w -> new ArrayList<>(1));
            for (int k = same.size() - 1; k >= 0; k--) {
                Cluster other = same.get(k).whole();
                if (Agreement.fit(other, p.cluster.whole()) && fits(other, p.name)) {
                    cast.merge(other, p.cluster);
                    break;
                }
            }
            same.add(p.cluster.whole());
        }
    }

    /** A surname alone, taken for a body, is that of the person named before. */
    private static void mistaken(Cast cast, Phrase p, Map<String, List<Cluster>> known) {
        List<Cluster> same = known.get(p.name.get(0).toLowerCase(Locale.ROOT));
        if (same != null && p.noun == null && p.actor() != null) {
            p.kind = Kind.PERSON;
            p.sectors = List.of();
            cast.merge(same.get(same.size() - 1), new Cluster(p));
        }
    }

    /**
     * The last word, and of Spanish names the last but one: Galan of Luis Carlos Galan Sarmiento.
     */
    private static List<String> surnames(List<String> name) {
        int size = name.size();
        String last = name.get(size - 1).toLowerCase(Locale.ROOT);
        return size < 3
                ? List.of(last)
                : List.of(last, name.get(size - 2).toLowerCase(Locale.ROOT));
    }

    /** Whether the shorter of two names is made of words of the longer one. */
    private static boolean fits(Cluster other, List<String> name) {
        for (Phrase q : other.phrases) {
            if (q.isName() && !q.name.isEmpty()) {
                List<String> longer = q.name.size() >= name.size() ? q.name : name;
                List<String> shorter = longer == name ? q.name : name;
                if (!within(longer, shorter)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean within(List<String> longer, List<String> shorter) {
        for (String word : shorter) {
            boolean found = false;
            for (String other : longer) {
                found |= other.equalsIgnoreCase(word) || isInitial(other, word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** The J. of Donald J. Trump and John, but not one letter and another. */
    private static boolean isInitial(String a, String b) {
        String letter = a.length() <= b.length() ? a : b;
        String word = letter.equals(a) ? b : a;
        return letter.length() <= 2
                && (letter.length() == 1 || letter.endsWith("."))
                && word.length() > 2
                && word.charAt(0) == letter.charAt(0);
    }
}
