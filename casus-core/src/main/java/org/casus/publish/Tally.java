package org.casus.publish;

import java.util.Objects;
import org.casus.model.Count;
import org.casus.model.Harm;
import org.casus.model.Place;
import org.jspecify.annotations.Nullable;

/** Says a count of harm in a few words: "at least 20 injured (combatants)". */
final class Tally {
    private Tally() {}

    static String of(Harm harm, String text) {
        StringBuilder words = new StringBuilder(number(harm.count(), text));
        words.append(words.isEmpty() ? "" : " ");
        words.append(harm.partOf() == null ? "" : "of them ");
        words.append(Words.of(harm.outcome()));
        String category = harm.victims().category();
        if (!category.equals("unknown")) {
            words.append(" (").append(one(harm.count()) ? category : plural(category)).append(')');
        }
        Place place = harm.place();
        if (place != null) {
            words.append(" in ").append(place.name());
        }
        return words.toString();
    }

    /** The number as it was told; a vague word stays that word. Empty for no number. */
    static String number(@Nullable Count count, String text) {
        if (count == null) {
            return "";
        }
        Integer low = count.low();
        Integer best = count.best();
        Integer high = count.high();
        if (low != null && Objects.equals(low, high)) {
            return low.toString();
        }
        if (low != null && high != null) {
            return low + " to " + high;
        }
        if (low != null && low.equals(best)) {
            return "at least " + low;
        }
        if (count.span() != null) {
            return count.span().of(text);
        }
        if (low != null) {
            return low + " or more";
        }
        return high != null ? "at most " + high : "about " + best;
    }

    private static boolean one(@Nullable Count count) {
        return count != null && Objects.equals(count.best(), 1);
    }

    private static String plural(String category) {
        return category.equals("child")
                ? "children"
                : category.equals("police") ? category : category + "s";
    }
}
