package org.casus.app.http;

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

    boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
