package org.casus.app.http;

import org.casus.store.Person;

/** What somebody may do; each may do what those before it may. */
public enum Role {
    /** Needs no key: what the page that asks for it is made of. */
    ANYONE,
    /** Looks. */
    READER,
    /** Decides, and adds reports. */
    REVIEWER,
    /** Manages accounts. */
    ADMIN;

    /** What somebody of a rank may do. */
    static Role of(Person.Rank rank) {
        return switch (rank) {
            case READER -> READER;
            case REVIEWER -> REVIEWER;
            case ADMIN -> ADMIN;
        };
    }

    boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
