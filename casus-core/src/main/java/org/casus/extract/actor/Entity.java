package org.casus.extract.actor;

import java.util.List;
import org.casus.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the actor tables.
 *
 * @param key unique, from the name: {@code kataib-hezbollah}
 * @param state the country that a seat, force or office belongs to is another entity; null when
 *     there is none
 * @param years when it was there, or held the office; null when the table does not say
 */
record Entity(
        String key,
        String name,
        Actor.Kind kind,
        @Nullable String country,
        List<String> sectors,
        @Nullable String state,
        @Nullable Years years) {
    /** From a year to another, both in it. */
    record Years(int from, int to) {
        /** Reads "1976-2009", "2013-" or "1994"; null for a blank. */
        static @Nullable Years parse(String years) {
            if (years.isEmpty()) {
                return null;
            }
            String[] ends = years.split("-", -1);
            int from = Integer.parseInt(ends[0]);
            String to = ends[ends.length - 1];
            return new Years(from, to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to));
        }

        /** How many years away a year is: 0 within. */
        int away(int year) {
            return Math.max(0, Math.max(from - year, year - to));
        }
    }
}
