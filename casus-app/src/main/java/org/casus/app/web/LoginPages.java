package org.casus.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import org.casus.app.http.AccountDoor;
import org.casus.app.http.Guard;
import org.casus.app.http.Passwords;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.LoginView;

/** Logging in and out, and one's own password. */
final class LoginPages {
    private static final String START = "/incidents";

    private final Desk desk;
    private final AccountDoor door;
    private final Guard guard;
    private final Pages pages;

    LoginPages(Desk desk, AccountDoor door, Guard guard, Pages pages) {
        this.desk = desk;
        this.door = door;
        this.guard = guard;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/login", Role.ANYONE, context -> show(context, false));
        router.post("/login", Role.ANYONE, this::login);
        router.post("/logout", Role.READER, this::logout);
        router.get("/account", Role.READER, this::account);
        router.post("/account/password", Role.READER, this::password);
    }

    private void show(Context context, boolean failed) {
        String given = failed ? context.formParam("next") : context.queryParam("next");
        String next = Request.own(given) ? String.valueOf(given) : START;
        pages.show(context, "login", "Log in", "", new LoginView(failed, next));
    }

    private void login(Context context) {
        if (door.login(context, guard)) {
            String next = context.formParam("next");
            context.redirect(
                    Request.own(next) ? String.valueOf(next) : START, HttpStatus.SEE_OTHER);
        } else {
            context.status(HttpStatus.UNAUTHORIZED);
            show(context, true);
        }
        Guard.written(context);
    }

    private void logout(Context context) {
        door.logout(context, guard);
        Guard.did(context, "log out", "");
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private void account(Context context) {
        pages.show(context, "account", "Your account", "account", Guard.visitor(context));
    }

    /** Who changes it has to know the old one: a browser left alone is not enough. */
    private void password(Context context) {
        String name = Guard.visitor(context).name();
        String old = Objects.requireNonNullElse(context.formParam("old"), "");
        String fresh = Objects.requireNonNullElse(context.formParam("new"), "");
        if (!fresh.equals(context.formParam("again"))) {
            throw Problem.badRequest("The new password was not the same the second time.");
        }
        if (!door.isPassword(context, old)) {
            throw Problem.forbidden("The old password is not right.");
        }
        String hash = TeamPages.sensible(() -> Passwords.hash(fresh));
        desk.team(
                team -> {
                    team.password(name, hash, guard.by(context));
                    return name;
                });
        Guard.written(context);
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }
}
