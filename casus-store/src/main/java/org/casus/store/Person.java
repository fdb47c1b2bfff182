package org.casus.store;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who may come in where a team works.
 *
 * @param name under which decisions are written down
 * @param password hash of it; nobody needs to see it
 * @param since when the account was made, ISO date-time
 */
public record Person(String name, Rank rank, String password, boolean disabled, String since) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,39}");

    /** What somebody may do; each may do what those before it may. */
    public enum Rank {
        /** Looks. */
        READER,
        /** Decides, and adds reports. */
        REVIEWER,
        /** Manages accounts. */
        ADMIN;

        /** As it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws LedgerException if there is none of this name
         */
        public static Rank of(String word) {
            for (Rank rank : values()) {
                if (rank.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                    return rank;
                }
            }
            throw new LedgerException(
                    "the role is \"" + word + "\", but must be reader, reviewer or admin");
        }
    }

    public Person {
        if (!NAME.matcher(name).matches()) {
            throw new LedgerException(
                    "the name is \""
                            + name
                            + "\", but must be of small letters a to z, digits, dots, hyphens,"
                            + " underscores and @, forty at the most, and begin with a letter or"
                            + " digit");
        }
    }

    Person with(Rank other) {
        return new Person(name, other, password, disabled, since);
    }

    Person with(String otherPassword) {
        return new Person(name, rank, otherPassword, disabled, since);
    }

    Person with(boolean nowDisabled) {
        return new Person(name, rank, password, nowDisabled, since);
    }

    boolean leads() {
        return rank == Rank.ADMIN && !disabled;
    }

    @Override
    public String toString() {
        return name + " (" + rank.word() + (disabled ? ", disabled)" : ")");
    }
}
