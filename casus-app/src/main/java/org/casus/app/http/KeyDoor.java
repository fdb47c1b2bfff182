package org.casus.app.http;

import io.javalin.http.Context;

/** Lets in whoever has the key that was printed at the start. */
public final class KeyDoor implements Door {
    private static final String BEARER = "Bearer ";

    private final String key = Secrets.fresh();
    private final String session = Secrets.fresh();
    private final Visitor visitor;

    /**
     * @param author in whose name everything is decided
     * @param role of whoever has the key
     */
    public KeyDoor(String author, Role role) {
        this.visitor = new Visitor(author, role, Secrets.fresh(), false);
    }

    /** What the printed address ends with. */
    public String key() {
        return key;
    }

    @Override
    public Entry entry(Context context) {
        String header = context.header("Authorization");
        if (header != null
                && header.startsWith(BEARER)
                && Secrets.same(header.substring(BEARER.length()).strip(), key)) {
            return new Entry(visitor, true);
        }
        String cookie = context.cookie(Guard.cookie(context));
        return cookie != null && Secrets.same(cookie, session)
                ? new Entry(visitor, false)
                : Entry.NONE;
    }

    @Override
    public Problem stranger() {
        return Problem.forbidden("Open the address that casus serve printed: it carries the key.");
    }

    @Override
    public boolean knocks(Context context) {
        return false;
    }

    /** Turns the key of the printed address into a cookie. */
    public void enter(Context context, Guard guard) {
        String given = context.queryParam("key");
        if (given == null || !Secrets.same(given, key)) {
            throw Problem.forbidden(
                    "The key in this address is not, or no longer, right: casus serve makes a new"
                            + " one at every start.");
        }
        guard.remember(context, session);
    }
}
