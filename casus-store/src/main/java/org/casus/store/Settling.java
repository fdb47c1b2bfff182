package org.casus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.casus.merge.Merged;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.casus.store.JournalEntry.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings incidents up to date with what has come: merges, compares with the incidents that there
 * are, and writes down what became of each. All in one transaction; what it comes to depends on
 * nothing but the documents that are active and the decisions in force, though only what they touch
 * is merged again.
 */
final class Settling {
    /** Incidents whose rows are worked out at a time. */
    private static final int PART = 500;

    /** When all of it takes long, about so much of the time is over when these begin. */
    private static final double MERGED = 0.3;

    private static final double WRITTEN = 0.4;

    /** Decisions on what is one incident. */
    private static final Set<Decision.Act> GROUPING =
            Set.of(Decision.Act.MERGE, Decision.Act.SPLIT);

    /** Of merging, as the ledger notes it down. */
    static final String EDITION = Integer.toString(Merger.EDITION);

    private final Database database;
    private final Journal.Appender journal;
    private final Merger merger;
    private final List<String> decided;
    private final Steps steps;
    private final Components components;
    private final Ties ties;
    private final Rows rows;

    /** Ids of the documents that came, went or changed, by the uids of their accounts. */
    private final Map<String, String> unsettled = new HashMap<>();

    /** Those documents by the incidents that their accounts are in, or were in. */
    private final Map<String, Set<String>> touched = new HashMap<>();

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> incidentWas = new HashMap<>();
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private long last;

    private record Head(long number, String digest) {}

    /**
     * @param decided ids of the decisions because of which incidents are settled now
     */
    Settling(Database database, Journal journal, Merger merger, List<String> decided, Steps steps) {
        this.database = database;
        this.journal = journal.appender();
        this.merger = merger.keeping();
        this.decided = decided;
        this.steps = steps;
        this.components = new Components(database, this.merger, steps);
        this.rows =
                new Rows(
                        database,
                        "incident-insert",
                        "incident-record-insert",
                        "account-incident",
                        "incident-value-insert",
                        "incident-words-insert",
                        "sides-insert",
                        "link-insert",
                        "alias-delete");
        this.ties = new Ties(database, rows);
    }

    /** How many incidents came to be, changed and ceased. */
    record Changes(int created, int changed, int ceased) {}

    /**
     * @param sameEdition whether this edition of merging made the incidents that there are
     */
    Changes run(Decisions decisions, boolean sameEdition) {
        List<Components.Unsettled> changed = changed();
        changed.forEach(account -> unsettled.put(account.uid(), account.document()));
        List<String> judged = sameEdition ? judged(changed, decisions) : List.of();
        Changes changes =
                judged.isEmpty()
                        ? merge(changed, decisions.inForce(), sameEdition)
                        : again(judged, decisions);
        ties.write();
        journal.flush();
        database.update("unsettled-delete").execute();
        if (!sameEdition) {
            database.update("edition-set").bind("edition", EDITION).execute();
        }
        return changes;
    }

    private Changes merge(
            List<Components.Unsettled> changed, List<Decision> decisions, boolean sameEdition) {
        components.gather(changed, decisions, !sameEdition);
        components.accounts().forEach(account -> accounts.put(account.uid(), account));
        before();
        steps.at("putting accounts together", MERGED);
        Merged merged =
                merger.merge(
                        components.accounts(),
                        decisions,
                        TollPolicy.REPRESENTATIVE,
                        components.matches());
        for (Incident incident : merged.incidents()) {
            incident.accounts().forEach(member -> touch(incident.uid(), member.uid()));
        }
        incidentWas.forEach((account, incident) -> touch(incident, account));
        Changes changes = compare(merged.incidents(), !sameEdition);
        rows.flush();
        doubts(merged.review());
        return changes;
    }

    // ---- what is said of incidents as they are

    /**
     * The accounts that decisions are about, if nothing else has come and all that was decided is
     * said of incidents as they are, puts none together and takes none apart; else none.
     */
    private List<String> judged(List<Components.Unsettled> changed, Decisions decisions) {
        List<Decision> made = decisions.of(decided);
        if (made.isEmpty()
                || made.stream().anyMatch(decision -> GROUPING.contains(decision.act()))
                || changed.stream().anyMatch(a -> !a.active() || a.compared())) {
            return List.of();
        }
        Set<String> named = new TreeSet<>();
        Set<String> about = new TreeSet<>();
        for (Decision decision : made) {
            about.addAll(decision.accounts());
            named.addAll(decision.accounts());
            named.addAll(decision.others());
        }
        Set<String> documents = new TreeSet<>();
        named.forEach(account -> documents.add(unsettled.getOrDefault(account, "")));
        return documents.equals(Set.copyOf(unsettled.values())) ? List.copyOf(about) : List.of();
    }

    /** Makes the incidents of these accounts again, of the accounts that they are of. */
    private Changes again(List<String> judged, Decisions decisions) {
        Map<Long, Incident> were = new LinkedHashMap<>();
        database.inParts(
                judged,
                part ->
                        database.query("incidents-told")
                                .bindList("uids", part)
                                .map(
                                        (row, context) -> {
                                            Incident incident =
                                                    LedgerJson.incident(
                                                            new Gzip(row.getBytes("json")).text());
                                            heads.put(
                                                    incident.uid(),
                                                    new Head(
                                                            row.getLong("number"),
                                                            row.getString("digest")));
                                            return were.put(row.getLong("number"), incident);
                                        })
                                .list());
        List<Incident> now = new ArrayList<>();
        were.forEach(
                (number, incident) -> {
                    Map<String, Account> own = new LinkedHashMap<>();
                    StoredAccounts.all(
                            database.query("accounts-of-incident").bind("incident", number),
                            one -> own.put(one.account().uid(), one.account()));
                    accounts.putAll(own);
                    List<Decision> about = decisions.inForceAbout(own.keySet());
                    Set<String> told = new TreeSet<>();
                    about.forEach(decision -> told.addAll(decision.accounts()));
                    about.forEach(decision -> told.addAll(decision.others()));
                    Set<String> active = new TreeSet<>();
                    database.inParts(
                            told,
                            part ->
                                    database.query("uids-active")
                                            .bindList("uids", part)
                                            .mapTo(String.class)
                                            .forEach(active::add));
                    now.add(
                            merger.again(
                                    incident,
                                    own.values(),
                                    about,
                                    active,
                                    TollPolicy.REPRESENTATIVE));
                });
        Changes changes = compare(now, false);
        rows.flush();
        return changes;
    }

    private List<Components.Unsettled> changed() {
        Map<Long, Boolean> compared = new LinkedHashMap<>();
        database.query("unsettled")
                .map((row, context) -> compared.put(row.getLong(1), row.getBoolean(2)))
                .list();
        List<Components.Unsettled> changed = new ArrayList<>();
        database.inParts(
                compared.keySet(),
                part ->
                        database.query("accounts-unsettled")
                                .bindList("documents", part)
                                .map(
                                        (row, context) ->
                                                new Components.Unsettled(
                                                        row.getLong("number"),
                                                        row.getString("uid"),
                                                        row.getString("id"),
                                                        row.getBoolean("active"),
                                                        compared.getOrDefault(
                                                                row.getLong("document"), true)))
                                .forEach(changed::add));
        return changed;
    }

    /** What the touched accounts were in, and are taken out of where no report tells them. */
    private void before() {
        last = database.query("incident-last").mapTo(Long.class).one();
        if (components.all()) {
            database.update("doubt-delete-all").execute();
        }
        database.inParts(
                components.touched(),
                part -> {
                    database.query("incidents-of")
                            .bindList("numbers", part)
                            .map(
                                    (row, context) -> {
                                        String uid = row.getString("uid");
                                        heads.put(
                                                uid,
                                                new Head(
                                                        row.getLong("number"),
                                                        row.getString("digest")));
                                        return incidentWas.put(row.getString("account"), uid);
                                    })
                            .list();
                    if (!components.all()) {
                        database.update("doubt-delete").bindList("numbers", part).execute();
                    }
                });
        database.inParts(
                components.gone(),
                part -> database.update("gone-leave").bindList("numbers", part).execute());
    }

    private void touch(String incident, String account) {
        String document = unsettled.get(account);
        if (document != null) {
            touched.computeIfAbsent(incident, i -> new TreeSet<>()).add(document);
        }
    }

    // ---- what became of what

    /**
     * @param rewritten whether the rows of what has not changed are to be written again, too
     */
    private Changes compare(List<Incident> incidents, boolean rewritten) {
        Map<String, Incident> now = new LinkedHashMap<>();
        incidents.forEach(incident -> now.put(incident.uid(), incident));
        Set<String> gone = new LinkedHashSet<>(heads.keySet());
        gone.removeAll(now.keySet());
        Map<String, List<String>> into = into(gone, incidents);
        Map<String, String> renamed = new HashMap<>();
        into.forEach(
                (old, to) -> {
                    if (!to.isEmpty() && !heads.containsKey(to.get(0))) {
                        renamed.putIfAbsent(to.get(0), old);
                    }
                });
        int created = 0;
        int changed = 0;
        ForkJoinTask<List<Draft>> next = drafting(incidents, 0, rewritten);
        for (int from = 0; from < incidents.size(); from += PART) {
            steps.at("writing incidents", WRITTEN + (1 - WRITTEN) * from / incidents.size());
            List<Draft> drafts = next.join();
            next = drafting(incidents, from + PART, rewritten);
            for (Draft draft : drafts) {
                String uid = draft.row().incident().uid();
                Head head = heads.get(uid);
                String was = renamed.get(uid);
                if (head != null && head.digest().equals(draft.row().digest())) {
                    write(draft, head.number(), null);
                } else if (head != null) {
                    change(draft, head.number(), null);
                    changed++;
                } else if (was != null) {
                    Head old = heads.get(was);
                    change(draft, old == null ? 0 : old.number(), was);
                    changed++;
                } else {
                    create(draft);
                    created++;
                }
            }
        }
        int ceased = 0;
        for (String old : gone) {
            List<String> to = into.getOrDefault(old, List.of());
            if (to.isEmpty() || !old.equals(renamed.get(to.get(0)))) {
                cease(old, to);
                ceased++;
            }
        }
        return new Changes(created, changed, ceased);
    }

    /** What is written of an incident; to work it out takes longer than to write it. */
    private record Draft(IncidentRow row, Gzip packed, ObjectNode object, String words) {
        static Draft of(IncidentRow row, Collection<Account> accounts) {
            return new Draft(
                    row, Gzip.of(row.json()), Patch.object(row.json()), row.words(accounts));
        }
    }

    /** Begins to work a part out, while the one before it is written. */
    private ForkJoinTask<List<Draft>> drafting(
            List<Incident> incidents, int from, boolean rewritten) {
        int end = incidents.size();
        List<Incident> part = incidents.subList(Math.min(end, from), Math.min(end, from + PART));
        return ForkJoinPool.commonPool().submit(() -> drafts(part, rewritten));
    }

    /** Worked out on all processors, and only of what has to be written. */
    private List<Draft> drafts(List<Incident> incidents, boolean rewritten) {
        return incidents.parallelStream()
                .map(IncidentRow::new)
                .filter(row -> rewritten || !row.digest().equals(digest(row.incident())))
                .map(row -> Draft.of(row, accounts(row.incident())))
                .toList();
    }

    private @Nullable String digest(Incident incident) {
        Head head = heads.get(incident.uid());
        return head == null ? null : head.digest();
    }

    private List<Account> accounts(Incident incident) {
        return incident.accounts().stream()
                .map(member -> Objects.requireNonNull(accounts.get(member.uid())))
                .toList();
    }

    /**
     * Where the accounts of each of the old ones are now: the incidents with more of them first.
     */
    private Map<String, List<String>> into(Set<String> gone, List<Incident> incidents) {
        Map<String, Map<String, Integer>> shared = new HashMap<>();
        for (Incident incident : incidents) {
            for (Incident.Member member : incident.accounts()) {
                String old = incidentWas.get(member.uid());
                if (old != null && gone.contains(old)) {
                    shared.computeIfAbsent(old, o -> new LinkedHashMap<>())
                            .merge(incident.uid(), 1, Integer::sum);
                }
            }
        }
        Map<String, List<String>> into = new LinkedHashMap<>();
        for (String old : new TreeSet<>(gone)) {
            Map<String, Integer> to = shared.getOrDefault(old, Map.of());
            into.put(
                    old,
                    to.entrySet().stream()
                            .sorted(
                                    Map.Entry.<String, Integer>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .map(Map.Entry::getKey)
                            .toList());
        }
        return into;
    }

    private void create(Draft draft) {
        IncidentRow row = draft.row();
        long number = ++last;
        row.bind(rows.to("incident-insert")).bind("number", number).add();
        parts(draft, number);
        ObjectNode body = Patch.JSON.createObjectNode();
        body.set("set", Patch.between(null, draft.object()));
        journal.add(
                Kind.REVISION,
                row.incident().uid(),
                because(row.incident(), null),
                body.toString());
        rows.to("alias-delete").bind("uid", row.incident().uid()).add();
    }

    private void change(Draft draft, long number, @Nullable String was) {
        IncidentRow row = draft.row();
        String uid = row.incident().uid();
        String json =
                database.query("incident-json")
                        .bind("number", number)
                        .map((r, context) -> new Gzip(r.getBytes("json")).text())
                        .one();
        write(draft, number, LedgerJson.incident(json));
        ObjectNode body = Patch.JSON.createObjectNode();
        if (was != null) {
            body.put("was", was);
            alias(was, uid);
            database.update("alias-delete").bind("uid", uid).execute();
        }
        body.set("set", Patch.between(Patch.object(json), draft.object()));
        journal.add(
                Kind.REVISION,
                uid,
                because(row.incident(), was == null ? uid : was),
                body.toString());
    }

    /**
     * @param was null where all that hangs on the row has to be written again
     */
    private void write(Draft draft, long number, @Nullable Incident was) {
        draft.row().bind(database.update("incident-update")).bind("number", number).execute();
        IncidentRow old = was == null ? null : new IncidentRow(was);
        record(draft, number);
        if (old == null || !old.sameMembers(draft.row())) {
            database.update("accounts-leave").bind("incident", number).execute();
            members(draft, number);
        }
        if (old == null || !old.values().equals(draft.row().values())) {
            database.update("incident-value-delete").bind("incident", number).execute();
            values(draft, number);
        }
        if (old == null || !old.sameWords(draft.row())) {
            database.update("incident-words-delete").bind("incident", number).execute();
            words(draft, number);
        }
        if (was == null || !Ties.same(was, draft.row().incident())) {
            ties.without(number);
            ties.with(draft.row().incident(), number);
        }
        rows.next();
    }

    private void cease(String uid, List<String> into) {
        Head head = heads.get(uid);
        if (head == null) {
            return;
        }
        ObjectNode body = Patch.JSON.createObjectNode();
        ArrayNode to = body.putArray("into");
        into.forEach(to::add);
        Set<String> reports = new TreeSet<>(touched.getOrDefault(uid, Set.of()));
        into.forEach(other -> reports.addAll(touched.getOrDefault(other, Set.of())));
        journal.add(Kind.REVISION, uid, because(reports), body.toString());
        without(head.number());
        ties.cease(head.number());
        database.update("incident-record-delete").bind("incident", head.number()).execute();
        database.update("incident-delete").bind("number", head.number()).execute();
        if (!into.isEmpty()) {
            alias(uid, into.get(0));
        }
    }

    private void alias(String was, String is) {
        database.update("alias-forward").bind("uid", was).bind("current", is).execute();
        database.update("alias-insert").bind("uid", was).bind("current", is).execute();
    }

    /** Takes away what hangs on the row of an incident. */
    private void without(long number) {
        database.update("incident-value-delete").bind("incident", number).execute();
        database.update("incident-words-delete").bind("incident", number).execute();
        database.update("accounts-leave").bind("incident", number).execute();
        ties.without(number);
    }

    /** Writes what hangs on the row of an incident. */
    private void parts(Draft draft, long number) {
        record(draft, number);
        members(draft, number);
        values(draft, number);
        words(draft, number);
        ties.with(draft.row().incident(), number);
        rows.next();
    }

    private void record(Draft draft, long number) {
        rows.to("incident-record-insert")
                .bind("incident", number)
                .bind("json", draft.packed().bytes())
                .add();
    }

    private void members(Draft draft, long number) {
        for (Incident.Member member : draft.row().incident().accounts()) {
            rows.to("account-incident")
                    .bind("incident", number)
                    .bind("number", components.number(member.uid()))
                    .add();
        }
    }

    private void values(Draft draft, long number) {
        draft.row()
                .values()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value ->
                                                rows.to("incident-value-insert")
                                                        .bind("name", name)
                                                        .bind("value", value)
                                                        .bind("incident", number)
                                                        .add()));
    }

    private void words(Draft draft, long number) {
        rows.to("incident-words-insert")
                .bind("incident", number)
                .bind("words", draft.words())
                .add();
    }

    // ---- why

    private String because(Incident incident, @Nullable String was) {
        Set<String> reports = new TreeSet<>(touched.getOrDefault(incident.uid(), Set.of()));
        if (was != null) {
            reports.addAll(touched.getOrDefault(was, Set.of()));
        }
        return because(reports);
    }

    private String because(Collection<String> reports) {
        ObjectNode because = Patch.JSON.createObjectNode();
        if (decided.isEmpty()) {
            ArrayNode list = because.putArray("reports");
            reports.forEach(list::add);
        } else {
            ArrayNode list = because.putArray("decisions");
            decided.forEach(list::add);
        }
        return because.toString();
    }

    private void doubts(List<Comparison> review) {
        if (review.isEmpty()) {
            return;
        }
        var doubts = database.batch("doubt-insert");
        for (Comparison pair : review) {
            doubts.bind("left", pair.left())
                    .bind("right", pair.right())
                    .bind("points", pair.score())
                    .bind("json", LedgerJson.line(pair))
                    .add();
        }
        doubts.execute();
    }
}
