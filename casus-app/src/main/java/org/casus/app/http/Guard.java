package org.casus.app.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.app.view.Desk;
import org.casus.store.LedgerException;
import org.casus.store.Team.By;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route, and lets nothing pass but what comes from those who may come in: the
 * person who started the workbench, or a team with accounts.
 *
 * <ul>
 *   <li>The name in Host must be one that the workbench knows for its own, or a page elsewhere
 *       could point a name at this address and read along (DNS rebinding).
 *   <li>Whoever comes must have come through the {@link Door}, and is known again by a cookie that
 *       no script sees and no other site sends, or by a header.
 *   <li>What changes something must come from a page of this address (Origin), and carry a token
 *       that only such a page knows.
 *   <li>Every answer says what its page may load: nothing from elsewhere, and no script that stands
 *       in the page itself.
 * </ul>
 */
public final class Guard {
    /** The header, or the field of a form, with the token. */
    public static final String TOKEN_HEADER = "X-Casus-Token";

    public static final String TOKEN_FIELD = "_token";

    private static final String VISITOR = "casus.visitor";
    private static final String COOKIE = "casus.cookie";
    private static final String DONE = "casus.done";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
                    + " 'none'";

    /** What every answer carries, whatever it is. */
    public static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    CONTENT_SECURITY_POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=()",
                    "Cache-Control",
                    "no-store");

    private final Desk desk;
    private final Door door;
    private final Access access;
    private final PrintStream log;
    private volatile int port;

    /**
     * @param desk where acts are written down
     * @param log where it is said that one could not be
     */
    public Guard(Desk desk, KeyDoor door, Access access, PrintStream log) {
        this(desk, (Door) door, access, log);
    }

    public Guard(Desk desk, AccountDoor door, Access access, PrintStream log) {
        this(desk, (Door) door, access, log);
    }

    private Guard(Desk desk, Door door, Access access, PrintStream log) {
        this.desk = desk;
        this.door = door;
        this.access = access;
        this.log = log;
    }

    /** Tells the port once it is known. */
    public void serves(int onPort) {
        this.port = onPort;
    }

    // ---- before every route

    /**
     * Checks what holds for every request, and finds out who asks.
     *
     * @throws Problem if it may not pass
     */
    public void check(Context context) {
        headers(context);
        if (!ownHost(context.header("Host"))) {
            throw Problem.forbidden(
                    "This is the workbench of Casus, which answers only to the address that casus"
                            + " serve printed, and to the names that it was told.");
        }
        context.attribute(COOKIE, "casus-" + port);
        boolean changes = !SAFE.contains(context.method().name());
        Door.Entry entry = door.entry(context);
        context.attribute(VISITOR, entry.visitor());
        if (changes) {
            checkOrigin(context, entry.byHeader());
            if (door.knocks(context)) {
                return;
            }
            require(context, Role.READER);
            if (!entry.byHeader()) {
                checkToken(context);
            }
        }
    }

    private static void headers(Context context) {
        HEADERS.forEach(context::header);
    }

    /** Whether a request is addressed to the workbench itself. */
    public boolean ownHost(@Nullable String host) {
        return access.answersTo(host, port);
    }

    /** A program that says who it is need not say where it comes from; a browser always does. */
    private void checkOrigin(Context context, boolean byHeader) {
        String origin = context.header("Origin");
        boolean own = access.origin(context).equalsIgnoreCase(origin);
        if (!own && !(byHeader && origin == null)) {
            throw Problem.forbidden("This was sent from another page than the workbench's own.");
        }
    }

    private static void checkToken(Context context) {
        String given = context.header(TOKEN_HEADER);
        if (given == null) {
            given = context.formParam(TOKEN_FIELD);
        }
        if (given == null || !Secrets.same(given, visitor(context).token())) {
            throw Problem.forbidden(
                    "This was sent by a page from before the workbench was last started, or before"
                            + " you last logged in. Load the page again, and send it once more.");
        }
    }

    /** Cookies are shared by all ports of a machine, so each workbench has its own. */
    static String cookie(Context context) {
        return String.valueOf(context.<String>attribute(COOKIE));
    }

    /** Gives the browser what it is known by. */
    void remember(Context context, String secret) {
        Cookie cookie = new Cookie(cookie(context), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(access.secure(context));
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }

    void forget(Context context) {
        context.removeCookie(cookie(context), "/");
    }

    // ---- who asks

    /** Who asks; nobody where the request did not get so far. */
    public static Visitor visitor(Context context) {
        Visitor visitor = context.attribute(VISITOR);
        return visitor == null ? Visitor.NOBODY : visitor;
    }

    void require(Context context, Role needed) {
        if (visitor(context).may(needed)) {
            return;
        }
        throw visitor(context).known()
                ? Problem.forbidden(
                        "This needs the role " + needed.name().toLowerCase(Locale.ROOT) + ".")
                : door.stranger();
    }

    // ---- what was done

    /**
     * Says what a request has done; it is written down when the request is at its end.
     *
     * @param about id or name of what it was done to; may be empty
     */
    public static void did(Context context, String act, String about) {
        context.attribute(DONE, new Done(act, about));
    }

    /** Says that what a request has done has been written down already. */
    public static void written(Context context) {
        context.attribute(DONE, Done.WRITTEN);
    }

    private record Done(String act, String about) {
        static final Done WRITTEN = new Done("", "");
    }

    /** Writes down what was done: what the route says, or else what was asked of it. */
    void note(Context context, boolean changes) {
        Done done = context.attribute(DONE);
        if (done == null && changes) {
            done = new Done(context.method().name(), context.path());
        }
        if (done == null || done.equals(Done.WRITTEN)) {
            return;
        }
        Done noted = done;
        try {
            desk.team(
                    team -> {
                        team.note(by(context), noted.act(), noted.about());
                        return noted;
                    });
        } catch (LedgerException failed) {
            log.println(
                    "casus: \""
                            + noted.act()
                            + "\" of "
                            + visitor(context).name()
                            + " could not be written down: "
                            + failed.getMessage());
        }
    }

    /** Who does it. */
    public By by(Context context) {
        return new By(visitor(context).name(), access.from(context));
    }
}
