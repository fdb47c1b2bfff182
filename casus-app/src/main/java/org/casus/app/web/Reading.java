package org.casus.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;

/**
 * How somebody wants to read: whether passages that are hard to read are covered until they are
 * asked for. They are, until he or she says otherwise; the browser remembers it.
 */
final class Reading {
    /** The script of the pages sets it, too. */
    private static final String COOKIE = "casus-cover";

    private static final int YEAR = 365 * 24 * 60 * 60;

    void addTo(Router router) {
        router.get("/reading", Role.READER, Reading::choose);
    }

    static boolean covered(Context context) {
        return !"no".equals(context.cookie(COOKIE));
    }

    private static void choose(Context context) {
        String cover = context.queryParam("cover");
        if (!"yes".equals(cover) && !"no".equals(cover)) {
            throw Problem.badRequest("\"cover\" is \"" + cover + "\", but must be yes or no.");
        }
        Cookie cookie = new Cookie(COOKIE, String.valueOf(cover));
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
        String next = context.queryParam("next");
        context.redirect(Request.own(next) ? String.valueOf(next) : "/", HttpStatus.SEE_OTHER);
    }
}
