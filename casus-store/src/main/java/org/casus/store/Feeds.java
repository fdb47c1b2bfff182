package org.casus.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The feeds of a ledger; what they bring is taken in like any other report. */
public final class Feeds {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final Database database;
    private final Clock clock;

    Feeds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A feed.
     *
     * @param address of the web, or a file
     * @param since when it was added, to the second, in UTC
     * @param fetched when it was fetched last; null if it never was
     * @param cameTo what that came to, in words
     */
    public record Line(
            String name,
            String address,
            String since,
            @Nullable String fetched,
            @Nullable String cameTo) {}

    /**
     * Opens a ledger for what is about feeds, beside whoever writes reports to it.
     *
     * @throws LedgerException if it cannot be opened
     */
    public static <T> T at(String where, Clock clock, Function<Feeds, T> work) {
        try (Ledger ledger = Ledger.beside(where, clock)) {
            return work.apply(ledger.feeds());
        }
    }

    /** All of them, by name. */
    public List<Line> all() {
        return database.query("feeds")
                .map(
                        (row, context) ->
                                new Line(
                                        row.getString("name"),
                                        row.getString("address"),
                                        row.getString("since"),
                                        row.getString("fetched"),
                                        row.getString("came_to")))
                .list();
    }

    /**
     * Adds a feed.
     *
     * @throws LedgerException if there is one of this name, or the name is none
     */
    public void add(String name, String address) {
        if (!NAME.matcher(name).matches()) {
            throw new LedgerException(
                    "the name of a feed is letters and digits, blanks, dots and dashes, at most"
                            + " 60");
        }
        database.transaction(
                "feed",
                () -> {
                    known(name, false);
                    return database.update("feed-insert")
                            .bind("name", name)
                            .bind("address", address)
                            .bind("since", now())
                            .execute();
                });
    }

    /**
     * Forgets a feed; the reports that it brought stay.
     *
     * @throws LedgerException if there is none of this name
     */
    public void remove(String name) {
        database.transaction(
                "feed",
                () -> {
                    known(name, true);
                    return database.update("feed-delete").bind("name", name).execute();
                });
    }

    /** Notes what fetching a feed has just come to. */
    public void fetched(String name, String words) {
        database.transaction(
                "feed",
                () ->
                        database.update("feed-fetched")
                                .bind("name", name)
                                .bind("at", now())
                                .bind("words", ReportStore.plain(words))
                                .execute());
    }

    private void known(String name, boolean wanted) {
        boolean known = all().stream().anyMatch(feed -> feed.name().equals(name));
        if (known != wanted) {
            throw new LedgerException(
                    wanted ? "there is no feed " + name : "there is already a feed " + name);
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
