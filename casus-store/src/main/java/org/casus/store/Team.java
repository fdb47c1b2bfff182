package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.casus.store.Person.Rank;
import org.jdbi.v3.core.statement.Update;

/**
 * Who works with a ledger, and what each did. Every change of an account is itself an act, and
 * written down in the same transaction.
 */
public final class Team {
    /** What the source of an act is called that came from the command line. */
    public static final String TERMINAL = "terminal";

    private final Database database;
    private final Clock clock;

    Team(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What somebody did.
     *
     * @param at when, to the second, in UTC
     * @param who name of the account; of a failed log-in, the name that was given
     * @param act in a word or two: "log in", "accept", "export"
     * @param about id or name of what it was done to; may be empty
     * @param source address it came from, or "terminal"
     */
    public record Act(
            long number, String at, String who, String act, String about, String source) {}

    /**
     * Who acts.
     *
     * @param source see {@link Act}
     */
    public record By(String who, String source) {}

    /**
     * Opens a ledger for what is not about incidents, beside whoever writes to it: people and what
     * they did.
     *
     * @throws LedgerException if it cannot be opened
     */
    public static <T> T at(String where, Clock clock, Function<Team, T> work) {
        try (Ledger ledger = Ledger.beside(where, clock)) {
            return work.apply(ledger.team());
        }
    }

    // ---- people

    public List<Person> people() {
        return database.query("people").map((row, context) -> person(row)).list();
    }

    public Optional<Person> find(String name) {
        return database.query("person")
                .bind("name", name)
                .map((row, context) -> person(row))
                .findOne();
    }

    /**
     * Makes an account.
     *
     * @param password hash of it
     * @throws LedgerException if there is one of this name, or the name is none
     */
    public void add(String name, Rank rank, String password, By by) {
        Person person = new Person(name, rank, password, false, now());
        database.transaction(
                "person",
                () -> {
                    if (find(name).isPresent()) {
                        throw new LedgerException("there is already an account " + name);
                    }
                    bound("person-insert", person).bind("since", person.since()).execute();
                    note(by, "add account", name + " as " + rank.word());
                    return null;
                });
    }

    /** Gives an account another role. */
    public void rank(String name, Rank rank, By by) {
        change(name, person -> person.with(rank), by, "change role", name + " to " + rank.word());
    }

    /** Gives an account another password, of which this is the hash. */
    public void password(String name, String password, By by) {
        change(name, person -> person.with(password), by, "change password", name);
    }

    /** Lets nobody in by this account any more, or again. */
    public void disable(String name, boolean disabled, By by) {
        change(
                name,
                person -> person.with(disabled),
                by,
                disabled ? "disable account" : "enable account",
                name);
    }

    private void change(String name, UnaryOperator<Person> how, By by, String act, String about) {
        database.transaction(
                "person",
                () -> {
                    Person person =
                            find(name)
                                    .orElseThrow(
                                            () ->
                                                    new LedgerException(
                                                            "there is no account " + name));
                    Person changed = how.apply(person);
                    if (person.leads()
                            && !changed.leads()
                            && people().stream().filter(Person::leads).count() == 1) {
                        throw new LedgerException(
                                name + " is the only admin, and somebody has to be one");
                    }
                    bound("person-update", changed).execute();
                    note(by, act, about);
                    return null;
                });
    }

    private Update bound(String statement, Person person) {
        return database.update(statement)
                .bind("name", person.name())
                .bind("role", person.rank().word())
                .bind("password", person.password())
                .bind("disabled", person.disabled());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("name"),
                Rank.of(row.getString("role")),
                row.getString("password"),
                row.getBoolean("disabled"),
                row.getString("since"));
    }

    // ---- acts

    /** Writes an act down. */
    public void note(By by, String act, String about) {
        database.transaction(
                "audit",
                () ->
                        database.update("audit-insert")
                                .bind("at", now())
                                .bind("who", ReportStore.plain(by.who()))
                                .bind("act", act)
                                .bind("about", ReportStore.plain(about))
                                .bind("source", by.source())
                                .execute());
    }

    /**
     * What was done, the last act first.
     *
     * @param who whose acts; empty for everybody's
     * @param act which; empty for all
     * @param before only those with a smaller number; 0 for all
     * @param most so many at the most
     */
    public List<Act> acts(String who, String act, long before, int most) {
        return database.query("audit")
                .bind("who", who)
                .bind("act", act)
                .bind("before", before)
                .bind("most", most)
                .map(
                        (row, context) ->
                                new Act(
                                        row.getLong("number"),
                                        row.getString("at"),
                                        row.getString("who"),
                                        row.getString("act"),
                                        row.getString("about"),
                                        row.getString("source")))
                .list();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
