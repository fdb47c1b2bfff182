package org.casus.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.casus.app.http.Guard;
import org.casus.app.http.Passwords;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.ActsView;
import org.casus.app.view.Desk;
import org.casus.app.view.TeamView;
import org.casus.store.Ledger;
import org.casus.store.Person.Rank;
import org.casus.store.Team;

/** Accounts, and what was done by whom. */
final class TeamPages {
    private final Desk desk;
    private final Guard guard;
    private final Pages pages;

    TeamPages(Desk desk, Guard guard, Pages pages) {
        this.desk = desk;
        this.guard = guard;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/team", Role.ADMIN, this::people);
        router.get("/team/acts", Role.ADMIN, this::acts);
        router.post("/team", Role.ADMIN, this::add);
        router.post(
                "/team/{name}/role",
                Role.ADMIN,
                context ->
                        change(context, (team, by) -> team.rank(name(context), rank(context), by)));
        router.post(
                "/team/{name}/password",
                Role.ADMIN,
                context -> {
                    String hash = hash(context);
                    change(context, (team, by) -> team.password(name(context), hash, by));
                });
        router.post(
                "/team/{name}/disable",
                Role.ADMIN,
                context -> change(context, (team, by) -> team.disable(name(context), true, by)));
        router.post(
                "/team/{name}/enable",
                Role.ADMIN,
                context -> change(context, (team, by) -> team.disable(name(context), false, by)));
    }

    private void people(Context context) {
        pages.show(context, "team", "Team", "team", desk.read(TeamView::of));
    }

    private void acts(Context context) {
        pages.show(context, "acts", "What was done", "team", desk.read(l -> acts(context, l)));
    }

    private static ActsView acts(Context context, Ledger ledger) {
        return ActsView.of(
                ledger,
                Objects.requireNonNullElse(context.queryParam("who"), ""),
                Objects.requireNonNullElse(context.queryParam("act"), ""),
                Request.number(context, "before", 0));
    }

    private void add(Context context) {
        String name = Objects.requireNonNullElse(context.formParam("name"), "").strip();
        Rank rank = rank(context);
        String hash = hash(context);
        change(context, (team, by) -> team.add(name, rank, hash, by));
    }

    /** The team writes down itself what was changed. */
    private void change(Context context, BiConsumer<Team, Team.By> how) {
        desk.team(
                team -> {
                    how.accept(team, guard.by(context));
                    return team;
                });
        Guard.written(context);
        context.redirect("/team", HttpStatus.SEE_OTHER);
    }

    private static String name(Context context) {
        return context.pathParam("name");
    }

    private static Rank rank(Context context) {
        return Rank.of(Objects.requireNonNullElse(context.formParam("role"), ""));
    }

    private static String hash(Context context) {
        String password = Objects.requireNonNullElse(context.formParam("password"), "");
        return sensible(() -> Passwords.hash(password));
    }

    static <T> T sensible(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException nonsense) {
            throw Problem.badRequest(String.valueOf(nonsense.getMessage()));
        }
    }
}
