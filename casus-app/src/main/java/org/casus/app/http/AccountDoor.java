package org.casus.app.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.casus.app.view.Desk;
import org.casus.store.Person;
import org.casus.store.Team.By;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever has an account: a person by a page to log in, a program by HTTP Basic. What
 * somebody may do is looked up anew for each request, so that a change holds at once.
 */
public final class AccountDoor implements Door {
    /** Where one logs in. */
    static final String LOGIN = "/login";

    private static final String BASIC = "Basic ";
    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final int LONGEST_NAME = 60;

    private final Desk desk;
    private final Access access;
    private final Sessions sessions;
    private final Attempts byName;
    private final Attempts byAddress;

    public AccountDoor(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
        this.sessions = new Sessions(desk.clock());
        this.byName = new Attempts(FREE_BY_NAME, desk.clock());
        this.byAddress = new Attempts(FREE_BY_ADDRESS, desk.clock());
    }

    @Override
    public Entry entry(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(context, header.substring(BASIC.length()).strip());
        }
        String cookie = context.cookie(Guard.cookie(context));
        return cookie == null
                ? Entry.NONE
                : sessions.find(cookie)
                        .flatMap(this::visitor)
                        .map(visitor -> new Entry(visitor, false))
                        .orElse(Entry.NONE);
    }

    /** Making a hash for each request would take too long, so this begins a session, too. */
    private Entry basic(Context context, String given) {
        Optional<Visitor> known = sessions.find(BASIC + given).flatMap(this::visitor);
        if (known.isPresent()) {
            return new Entry(known.get(), true);
        }
        String[] parts;
        try {
            parts =
                    new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8)
                            .split(":", 2);
        } catch (IllegalArgumentException notBase64) {
            return Entry.NONE;
        }
        if (parts.length < 2) {
            return Entry.NONE;
        }
        Person person = verified(context, parts[0], parts[1]);
        return person == null
                ? Entry.NONE
                : visitor(sessions.begin(BASIC + given, person))
                        .map(visitor -> new Entry(visitor, true))
                        .orElse(Entry.NONE);
    }

    private Optional<Visitor> visitor(Sessions.Session session) {
        return desk.read(ledger -> ledger.team().find(session.name()))
                .filter(person -> !person.disabled())
                .filter(person -> person.password().equals(session.password()))
                .map(
                        person ->
                                new Visitor(
                                        person.name(),
                                        Role.of(person.rank()),
                                        session.token(),
                                        true));
    }

    /** The person, if the password is right; null otherwise, after as long whatever is wrong. */
    private @Nullable Person verified(Context context, String given, String password) {
        String stripped = given.strip().toLowerCase(Locale.ROOT);
        String name = stripped.substring(0, Math.min(LONGEST_NAME, stripped.length()));
        String from = access.from(context);
        Duration wait = byAddress.take(from);
        if (wait.isZero()) {
            wait = byName.take(name);
        }
        if (!wait.isZero()) {
            throw Problem.tooMany(
                    "There were too many failed tries. Try again in "
                            + (wait.toMinutes() + 1)
                            + " minutes.");
        }
        Person person = desk.read(ledger -> ledger.team().find(name)).orElse(null);
        boolean right =
                Passwords.matches(
                                password, person == null ? Passwords.nobodys() : person.password())
                        && person != null
                        && !person.disabled();
        desk.team(
                team -> {
                    team.note(new By(name, from), right ? "log in" : "failed log in", "");
                    return name;
                });
        if (!right) {
            return null;
        }
        byName.succeeded(name);
        byAddress.succeeded(from);
        return person;
    }

    @Override
    public Problem stranger() {
        return Problem.unknown("Log in first.");
    }

    @Override
    public boolean knocks(Context context) {
        return context.path().equals(LOGIN);
    }

    /**
     * Logs in by what the form says; whatever session there was ends.
     *
     * @return whether name and password are right
     */
    public boolean login(Context context, Guard guard) {
        String name = context.formParam("name");
        String password = context.formParam("password");
        if (name == null || password == null) {
            throw Problem.badRequest("To log in takes a name and a password.");
        }
        Person person = verified(context, name, password);
        if (person == null) {
            return false;
        }
        end(context);
        String secret = Secrets.fresh();
        sessions.begin(secret, person);
        guard.remember(context, secret);
        return true;
    }

    /** Ends the session. */
    public void logout(Context context, Guard guard) {
        end(context);
        guard.forget(context);
    }

    /** Whether a password is that of somebody who is logged in. */
    public boolean isPassword(Context context, String password) {
        return verified(context, Guard.visitor(context).name(), password) != null;
    }

    private void end(Context context) {
        String cookie = context.cookie(Guard.cookie(context));
        if (cookie != null) {
            sessions.end(cookie);
        }
    }
}
