package org.casus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.merge.Chains;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.casus.store.StoredAccounts.Numbered;

/** Incidents as they stand, and how they are brought up to date. */
public final class IncidentStore {
    /** What comes after every id that begins with the same letters. */
    static final String AFTER = "zzzz";

    private static final int FETCH = 200;

    private final Database database;
    private final Journal journal;
    private final Decisions decisions;
    private final Supplier<Overview> overview;
    private final Links links;

    IncidentStore(
            Database database, Journal journal, Decisions decisions, Supplier<Overview> overview) {
        this.database = database;
        this.journal = journal;
        this.decisions = decisions;
        this.overview = overview;
        this.links = new Links(database);
    }

    /** How many incidents came to be, changed and ceased. */
    public record Changes(int created, int changed, int ceased) {}

    /** Two incidents that may be one, and what speaks for and against. */
    public record Doubt(
            Comparison comparison, String left, String leftLine, String right, String rightLine) {}

    /**
     * Whether documents have come, gone or changed that incidents do not show yet, or incidents
     * were made by another edition of merging.
     */
    public boolean unsettled() {
        return database.query("unsettled-any").mapTo(Integer.class).findFirst().isPresent()
                || !settledByThisEdition();
    }

    private boolean settledByThisEdition() {
        return database.query("edition")
                .mapTo(String.class)
                .findFirst()
                .equals(Optional.of(Settling.EDITION));
    }

    /**
     * Merges what has come since the last time, with all that it touches; does nothing if nothing
     * has come. Incidents are then what merging everything would make of them.
     */
    public Changes settle(Merger merger) {
        return settle(merger, List.of());
    }

    /** The same, and tells how far it is. */
    public Changes settle(Merger merger, Steps steps) {
        return settle(merger, List.of(), steps);
    }

    /**
     * Merges because of decisions. Where these only say something of incidents as they are, nothing
     * is put together or taken apart anew.
     *
     * @param decided ids of all that have been made or taken back since the last time
     */
    public Changes settle(Merger merger, List<String> decided) {
        return settle(merger, decided, Steps.UNWATCHED);
    }

    private Changes settle(Merger merger, List<String> decided, Steps steps) {
        if (!unsettled()) {
            return new Changes(0, 0, 0);
        }
        return database.transaction(
                "settling",
                () -> {
                    Settling.Changes changes =
                            new Settling(database, journal, merger, decided, steps)
                                    .run(decisions, settledByThisEdition());
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
        List<String> found = like("incidents-like", given);
        if (found.isEmpty()) {
            found = like("aliases-like", given).stream().distinct().toList();
        }
        return one("incident", given, found);
    }

    /** Whether an incident has this uid, begins with it, or had it before. */
    public boolean exists(String given) {
        return !like("incidents-like", given).isEmpty() || !like("aliases-like", given).isEmpty();
    }

    /**
     * The uid of an account.
     *
     * @param given its uid, or the beginning of it
     * @throws LedgerException if there is none, or several begin so
     */
    public String account(String given) {
        return one("account", given, like("accounts-like", given));
    }

    /** The uids of the incidents that accounts are of, by those of the accounts. */
    public Map<String, String> ofAccounts(Collection<String> accounts) {
        Map<String, String> incidents = new LinkedHashMap<>();
        database.inParts(
                accounts,
                part ->
                        database.query("incidents-of-accounts")
                                .bindList("uids", part)
                                .map(
                                        (row, context) ->
                                                incidents.put(
                                                        row.getString("uid"),
                                                        row.getString("incident")))
                                .list());
        return incidents;
    }

    private List<String> like(String statement, String given) {
        if (given.isEmpty() || !given.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw new LedgerException("\"" + given + "\" is no id");
        }
        String prefix = given.toLowerCase(Locale.ROOT);
        return database.query(statement)
                .bind("prefix", prefix)
                .bind("after", prefix + AFTER)
                .mapTo(String.class)
                .list();
    }

    private static String one(String what, String given, List<String> found) {
        if (found.contains(given) || found.size() == 1) {
            return found.contains(given) ? given : found.get(0);
        }
        throw new LedgerException(
                found.isEmpty()
                        ? "there is no " + what + " " + given
                        : "several "
                                + what
                                + "s begin with "
                                + given
                                + ": "
                                + String.join(", ", found)
                                + (found.size() == 3 ? " …" : ""));
    }

    private long number(String uid) {
        return database.query("incident-number")
                .bind("uid", uid)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new LedgerException("there is no incident " + uid));
    }

    // ---- one incident

    /**
     * One incident, its links still leading to accounts.
     *
     * @throws LedgerException if there is none of this uid
     */
    public Incident get(String uid) {
        return get(number(uid));
    }

    private Incident get(long number) {
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
        return accountsOf(number(uid));
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

    /** One incident with its links to others. */
    public Incident linked(String uid) {
        long number = number(uid);
        return links.of(number, get(number));
    }

    /** One incident with its links, its tolls made by another policy. */
    public Incident retold(Merger merger, String uid, TollPolicy policy) {
        long number = number(uid);
        List<Account> accounts = new ArrayList<>(accountsOf(number));
        Set<String> own = accounts.stream().map(Account::uid).collect(Collectors.toSet());
        List<Decision> about =
                decisions.inForce().stream()
                        .filter(decision -> named(decision).anyMatch(own::contains))
                        .toList();
        // A decision holds only where all accounts are there that it names.
        StoredAccounts stored = new StoredAccounts();
        database.inParts(
                about.stream()
                        .flatMap(IncidentStore::named)
                        .filter(named -> !own.contains(named))
                        .distinct()
                        .toList(),
                part ->
                        database.query("active-accounts-by-uid")
                                .bindList("uids", part)
                                .map((row, context) -> stored.read(row))
                                .forEach(account -> accounts.add(account.account())));
        return merger.merge(accounts, about, policy).incidents().stream()
                .filter(incident -> incident.uid().equals(uid))
                .findFirst()
                .map(incident -> links.of(number, incident))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the accounts of " + uid + " make another incident"));
    }

    private static Stream<String> named(Decision decision) {
        return Stream.concat(decision.accounts().stream(), decision.others().stream());
    }

    /**
     * What links lead to.
     *
     * @param incidents the oldest first
     * @param more whether they are the nearest of more
     */
    public record Chain(List<Incident> incidents, boolean more) {}

    /**
     * The incident and all that its links lead to, directly or not.
     *
     * @param most so many at the most, the nearest; what has been going on for years hangs together
     *     by thousands
     */
    public Chain chain(String uid, int most) {
        return database.reading(
                () -> {
                    Links.Reach reach = links.reach(number(uid), most);
                    return new Chain(
                            Chains.of(
                                    uid,
                                    reach.numbers().stream()
                                            .map(number -> links.of(number, get(number)))
                                            .toList()),
                            reach.more());
                });
    }

    /** The incidents that a document tells of, in the order of first day and uid. */
    public List<IncidentSummary> toldBy(String document) {
        return database.handle()
                .createQuery(
                        "select "
                                + IncidentSummary.COLUMNS
                                + " from incident i where i.number in (select a.incident from"
                                + " account a join document d on d.number = a.document where d.id ="
                                + " :id) order by "
                                + IncidentOrder.OLDEST.sql())
                .bind("id", document)
                .map((row, context) -> IncidentSummary.of(row))
                .list();
    }

    // ---- many

    /**
     * A page of the incidents that are asked for, without opening what is known of each.
     *
     * @param limit so many at the most
     * @param offset of the first, from 0
     */
    public List<IncidentSummary> list(
            IncidentQuery query, IncidentOrder order, int limit, int offset) {
        List<Long> numbers = overview.get().numbers(query, order, limit, offset);
        Map<Long, IncidentSummary> rows = new HashMap<>();
        database.inParts(
                numbers,
                part ->
                        database.handle()
                                .createQuery(
                                        "select i.number, "
                                                + IncidentSummary.COLUMNS
                                                + " from incident i where i.number in (<numbers>)")
                                .bindList("numbers", part)
                                .map(
                                        (row, context) ->
                                                rows.put(
                                                        row.getLong("number"),
                                                        IncidentSummary.of(row)))
                                .list());
        // Whoever writes may have taken one away since.
        return numbers.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** How many incidents are asked for. */
    public long count(IncidentQuery query) {
        return overview.get().count(query);
    }

    /**
     * The incidents that are asked for and have a position, the latest first.
     *
     * @param most so many at the most
     */
    public List<IncidentSummary.Point> points(IncidentQuery query, int most) {
        Map<String, Object> bound = new LinkedHashMap<>();
        // The latest of a part of the map are sorted out of that part, not looked for among all.
        String order =
                query.bounds() == null
                        ? IncidentOrder.NEWEST.sql()
                        : "substr(coalesce(i.first_day, '0000'), 1) desc, i.uid desc";
        return database.handle()
                .createQuery(
                        "select "
                                + IncidentSummary.Point.COLUMNS
                                + " from incident i where i.latitude is not null and "
                                + query.condition(database.dialect(), bound)
                                + " order by "
                                + order
                                + " limit :limit")
                .bindMap(bound)
                .bind("limit", most)
                .setFetchSize(FETCH)
                .map((row, context) -> IncidentSummary.Point.of(row))
                .list();
    }

    /** How many incidents have a value. */
    public record Tally(String value, long incidents) {}

    /**
     * Of the incidents that are asked for, how many have each value of a name, the most frequent
     * value first.
     *
     * @param name one that {@link IncidentQuery#where()} can have
     * @param most so many values at the most
     */
    public List<Tally> tally(IncidentQuery query, String name, int most) {
        return overview.get().tally(query, name, most);
    }

    /** Every incident with its links and its accounts, in the order of first day and uid. */
    public void each(BiConsumer<Incident, List<Account>> take) {
        each(IncidentQuery.ALL, take);
    }

    /** The incidents that are asked for, with their links and accounts, in the same order. */
    public void each(IncidentQuery query, BiConsumer<Incident, List<Account>> take) {
        database.reading(
                () -> {
                    Map<String, Object> bound = new LinkedHashMap<>();
                    database.handle()
                            .createQuery(
                                    "select i.number, r.json from incident i join incident_record"
                                            + " r on r.incident = i.number where "
                                            + query.condition(database.dialect(), bound)
                                            + " order by "
                                            + IncidentOrder.OLDEST.sql())
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
                                            long number = row.getKey();
                                            take.accept(
                                                    links.of(
                                                            number,
                                                            LedgerJson.incident(row.getValue())),
                                                    accountsOf(number));
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
