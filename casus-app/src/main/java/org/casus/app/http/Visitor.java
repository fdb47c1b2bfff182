package org.casus.app.http;

/**
 * Who asks.
 *
 * @param name under which decisions are written down
 * @param token what every form and script must send with what changes something
 * @param account whether he or she has logged in by an account
 */
public record Visitor(String name, Role role, String token, boolean account) {
    /** Somebody who has shown no key. */
    public static final Visitor NOBODY = new Visitor("", Role.ANYONE, "", false);

    public boolean known() {
        return role != Role.ANYONE;
    }

    public boolean may(Role needed) {
        return role.may(needed);
    }
}
