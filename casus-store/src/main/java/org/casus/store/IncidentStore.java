package org.casus.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.casus.merge.Chains;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.casus.store.StoredAccounts.Numbered;

/** Incidents as they stand, and how they are brought up to date. */
public final class IncidentStore {
    private static final int FETCH = 200;

    private final Database database;
    private final Journal journal;
    private final Decisions decisions;

    IncidentStore(Database database, Journal journal, Decisions decisions) {
        this.database = database;
        this.journal = journal;
        this.decisions = decisions;
    }

    /** How many incidents came to be, changed and ceased. */
    public record Changes(int created, int changed, int ceased) {}

    /** Two incidents that may be one, and what speaks for and against. */
    public record Doubt(
            Comparison comparison, String left, String leftLine, String right, String rightLine) {}

    /** Whether documents have come, gone or changed that incidents do not show yet. */
    public boolean unsettled() {
        return database.query("unsettled-count").mapTo(Long.class).one() > 0;
    }

    /** Merges what has come since the last time; does nothing if nothing has. */
    public Changes settle(Merger merger) {
        return settle(merger, List.of());
    }

    /**
     * Merges because of decisions.
     *
     * @param decided their ids
     */
    public Changes settle(Merger merger, List<String> decided) {
        if (!unsettled()) {
            return new Changes(0, 0, 0);
        }
        return database.transaction(
                "settling",
                () -> {
                    Settling.Changes changes =
                            new Settling(database, journal, merger, decided)
                                    .run(decisions.inForce());
                    return new Changes(changes.created(), changes.changed(), changes.ceased());
                });
    }

    /**
     * The uid of an incident.
     *
     * @param given its uid, the beginning of it, or one that it had before
     * @throws LedgerException if there is none, or several begin so
     */
    public String uid(String given) {
        String prefix = prefix(given);
        List<String> found =
                database.query("incidents-like")
                        .bind("prefix", prefix)
                        .map((row, context) -> row.getString("uid"))
                        .list();
        if (found.isEmpty()) {
            found =
                    database
                            .query("aliases-like")
                            .bind("prefix", prefix)
                            .map((row, context) -> row.getString("current"))
                            .list()
                            .stream()
                            .distinct()
                            .toList();
        }
        if (found.isEmpty()) {
            throw new LedgerException("there is no incident " + given);
        }
        if (found.size() > 1 && !found.contains(given)) {
            throw new LedgerException(
                    "several incidents begin with "
                            + given
                            + ": "
                            + String.join(", ", found)
                            + (found.size() == 3 ? " …" : ""));
        }
        return found.contains(given) ? given : found.get(0);
    }

    /**
     * The uid of an account.
     *
     * @param given its uid, or the beginning of it
     * @throws LedgerException if there is none, or several begin so
     */
    public String account(String given) {
        List<String> found =
                database.query("account-number")
                        .bind("prefix", prefix(given))
                        .map((row, context) -> row.getString("uid"))
                        .list();
        if (found.size() == 1 || found.contains(given)) {
            return found.contains(given) ? given : found.get(0);
        }
        throw new LedgerException(
                found.isEmpty()
                        ? "there is no account " + given
                        : "several accounts begin with " + given + ": " + String.join(", ", found));
    }

    private static String prefix(String given) {
        if (given.isEmpty() || !given.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw new LedgerException("\"" + given + "\" is no id");
        }
        return given + "%";
    }

    /** One incident, its links still leading to accounts. */
    public Incident get(String uid) {
        long number =
                database.query("incidents-like")
                        .bind("prefix", uid)
                        .map((row, context) -> row.getLong("number"))
                        .one();
        return LedgerJson.incident(
                database.query("incident-json")
                        .bind("number", number)
                        .map((row, context) -> new Gzip(row.getBytes("json")).text())
                        .one());
    }

    /** The uids that an incident had before. */
    public List<String> aliases(String uid) {
        return database.query("aliases-of").bind("uid", uid).mapTo(String.class).list();
    }

    /** The accounts of an incident, in the order in which they came. */
    public List<Account> accounts(String uid) {
        return accountsOf(
                database.query("incidents-like")
                        .bind("prefix", uid)
                        .map((row, context) -> row.getLong("number"))
                        .one());
    }

    private List<Account> accountsOf(long number) {
        StoredAccounts stored = new StoredAccounts();
        return database
                .query("accounts-of-incident")
                .bind("incident", number)
                .map((row, context) -> stored.read(row))
                .list()
                .stream()
                .map(Numbered::account)
                .toList();
    }

    /**
     * What every incident has to do with others, by uid: what reports tell, and what follows. All
     * incidents go through memory for it, without what links do not depend on.
     */
    public Map<String, List<Incident.Tie>> links() {
        List<Incident> bare = new ArrayList<>();
        read("incidents-in-order", (number, incident) -> bare.add(incident.withoutDetails()));
        Map<String, List<Incident.Tie>> links = new HashMap<>();
        for (Incident incident : Chains.over(bare)) {
            if (!incident.links().isEmpty()) {
                links.put(incident.uid(), incident.links());
            }
        }
        return links;
    }

    /** One incident with its links. */
    public Incident linked(String uid) {
        return get(uid).withLinks(links().getOrDefault(uid, List.of()));
    }

    /** The incident and all that its links lead to, directly or not, the oldest first. */
    public List<Incident> chain(String uid) {
        List<Incident> bare = new ArrayList<>();
        read("incidents-in-order", (number, incident) -> bare.add(incident.withoutDetails()));
        return Chains.of(uid, Chains.over(bare));
    }

    /** Every incident with its links and its accounts, in the order of first day and uid. */
    public void each(BiConsumer<Incident, List<Account>> take) {
        each(IncidentQuery.ALL, take);
    }

    /** The incidents that are asked for, with their links and accounts, in the same order. */
    public void each(IncidentQuery query, BiConsumer<Incident, List<Account>> take) {
        database.transaction(
                "reading",
                () -> {
                    Map<String, List<Incident.Tie>> links = links();
                    Map<String, Object> bound = new LinkedHashMap<>();
                    String statement =
                            "select i.number, i.json from incident i where "
                                    + query.condition(bound)
                                    + " order by coalesce(i.first_day, '9999'), i.uid";
                    database.handle()
                            .createQuery(statement)
                            .bindMap(bound)
                            .setFetchSize(FETCH)
                            .map(
                                    (row, context) ->
                                            Map.entry(
                                                    row.getLong("number"),
                                                    new Gzip(row.getBytes("json")).text()))
                            .useIterator(
                                    rows -> {
                                        while (rows.hasNext()) {
                                            Map.Entry<Long, String> row = rows.next();
                                            Incident incident = LedgerJson.incident(row.getValue());
                                            take.accept(
                                                    incident.withLinks(
                                                            links.getOrDefault(
                                                                    incident.uid(), List.of())),
                                                    accountsOf(row.getKey()));
                                        }
                                    });
                    return null;
                });
    }

    private void read(String statement, BiConsumer<Long, Incident> take) {
        database.transaction(
                "reading",
                () -> {
                    database.query(statement)
                            .setFetchSize(FETCH)
                            .map(
                                    (row, context) ->
                                            Map.entry(
                                                    row.getLong("number"),
                                                    new Gzip(row.getBytes("json")).text()))
                            .useIterator(
                                    rows -> {
                                        while (rows.hasNext()) {
                                            Map.Entry<Long, String> row = rows.next();
                                            take.accept(
                                                    row.getKey(),
                                                    LedgerJson.incident(row.getValue()));
                                        }
                                    });
                    return null;
                });
    }

    /** Pairs of incidents that may be one, the likeliest first. */
    public List<Doubt> doubts() {
        return database.query("doubts")
                .map(
                        (row, context) ->
                                new Doubt(
                                        LedgerJson.comparison(row.getString("json")),
                                        row.getString("left_uid"),
                                        row.getString("left_line"),
                                        row.getString("right_uid"),
                                        row.getString("right_line")))
                .list();
    }
}
