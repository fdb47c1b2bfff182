package org.casus.app.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.casus.store.Person;

/**
 * Who is logged in. A session ends two hours after it was last used, twelve hours after it began,
 * with a change of the password, and with Casus: they are kept in memory, and of the secret that
 * opens one only a digest.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;

    /** So that a digest says nothing to somebody who guesses what it is of. */
    private final String salt = Secrets.fresh();

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A session.
     *
     * @param password hash of the password by which it was begun
     * @param token see {@link Visitor#token()}
     */
    record Session(String name, String password, String token, Instant began, Instant used) {
        private boolean over(Instant now) {
            return used.plus(IDLE).isBefore(now) || began.plus(LONGEST).isBefore(now);
        }
    }

    /** Begins one that this secret opens. */
    Session begin(String secret, Person person) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.over(now));
        Session session = new Session(person.name(), person.password(), Secrets.fresh(), now, now);
        sessions.put(Secrets.digest(salt + secret), session);
        return session;
    }

    /** The one that this secret opens, if it is not over. */
    Optional<Session> find(String secret) {
        Instant now = clock.instant();
        return Optional.ofNullable(
                sessions.computeIfPresent(
                        Secrets.digest(salt + secret),
                        (digest, session) ->
                                session.over(now)
                                        ? null
                                        : new Session(
                                                session.name(),
                                                session.password(),
                                                session.token(),
                                                session.began(),
                                                now)));
    }

    void end(String secret) {
        sessions.remove(Secrets.digest(salt + secret));
    }
}
