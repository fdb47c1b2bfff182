package org.casus.app.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route, and lets nothing pass but what comes from the person who started the
 * workbench.
 *
 * <ul>
 *   <li>The name in Host must be one of this machine's own, or a page elsewhere could point a name
 *       of its own at this address and read along (DNS rebinding).
 *   <li>Whoever comes must have the key that was printed at the start, as a cookie that no script
 *       sees and no other site sends, or as a bearer token.
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
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final SecureRandom RANDOM = new SecureRandom();

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

    private final String author;
    private final Role role;
    private final String key = secret();
    private final String session = secret();
    private final String token = secret();
    private volatile int port;

    /**
     * @param author in whose name everything is decided
     * @param role of whoever has the key
     */
    public Guard(String author, Role role) {
        this.author = author;
        this.role = role;
    }

    /** Tells the port once it is known. */
    public void serves(int onPort) {
        this.port = onPort;
    }

    /** What the printed address ends with. */
    public String key() {
        return key;
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
                            + " serve printed.");
        }
        String bearer = bearer(context);
        String cookie = context.cookie(cookie());
        boolean byBearer = bearer != null && same(bearer, key);
        boolean byCookie = cookie != null && same(cookie, session);
        Visitor visitor = byBearer || byCookie ? new Visitor(author, role, token) : Visitor.NOBODY;
        context.attribute(VISITOR, visitor);
        if (!SAFE.contains(context.method().name())) {
            checkOrigin(context, byBearer);
            require(context, Role.READER);
            if (!byBearer) {
                checkToken(context);
            }
        }
    }

    private static void headers(Context context) {
        HEADERS.forEach(context::header);
    }

    /** Whether a request is addressed to the workbench itself. */
    public boolean ownHost(@Nullable String host) {
        return host != null
                && Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)
                        .contains(host.toLowerCase(Locale.ROOT));
    }

    /** A program that has the key need not say where it comes from; a browser always does. */
    private static void checkOrigin(Context context, boolean byBearer) {
        String origin = context.header("Origin");
        boolean own = ("http://" + context.header("Host")).equalsIgnoreCase(origin);
        if (!own && !(byBearer && origin == null)) {
            throw Problem.forbidden("This was sent from another page than the workbench's own.");
        }
    }

    private void checkToken(Context context) {
        String given = context.header(TOKEN_HEADER);
        if (given == null) {
            given = context.formParam(TOKEN_FIELD);
        }
        if (given == null || !same(given, token)) {
            throw Problem.forbidden(
                    "This was sent by a page from before the workbench was last started. Load the"
                            + " page again, and send it once more.");
        }
    }

    private static @Nullable String bearer(Context context) {
        String header = context.header("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** Cookies are shared by all ports of a machine, so each workbench has its own. */
    private String cookie() {
        return "casus-" + port;
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
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
        throw Problem.forbidden(
                visitor(context).known()
                        ? "This needs the role " + needed.name().toLowerCase(Locale.ROOT) + "."
                        : "Open the address that casus serve printed: it carries the key.");
    }

    /** Turns the key of the printed address into a cookie. */
    public void enter(Context context) {
        String given = context.queryParam("key");
        if (given == null || !same(given, key)) {
            throw Problem.forbidden(
                    "The key in this address is not, or no longer, right: casus serve makes a new"
                            + " one at every start.");
        }
        Cookie cookie = new Cookie(cookie(), session);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }
}
