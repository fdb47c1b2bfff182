package org.casus.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casus.merge.Merged;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.casus.store.JournalEntry.Kind;
import org.casus.store.StoredAccounts.Numbered;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings incidents up to date with what has come: merges, compares with the incidents that there
 * are, and writes down what became of each. All in one transaction; what it comes to depends on
 * nothing but the documents that are active and the decisions in force.
 */
final class Settling {
    private final Database database;
    private final Journal.Appender journal;
    private final Merger merger;
    private final List<String> decided;

    /** Ids of the documents that came, went or changed, by the uids of their accounts. */
    private final Map<String, String> unsettled = new HashMap<>();

    /** Those documents by the incidents that their accounts are in, or were in. */
    private final Map<String, Set<String>> touched = new HashMap<>();

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> incidentWas = new HashMap<>();
    private final Map<String, Head> heads = new LinkedHashMap<>();

    private record Head(long number, String digest) {}

    /**
     * @param decided ids of the decisions because of which incidents are settled now
     */
    Settling(Database database, Journal journal, Merger merger, List<String> decided) {
        this.database = database;
        this.journal = journal.appender();
        this.merger = merger;
        this.decided = decided;
    }

    /** How many incidents came to be, changed and ceased. */
    record Changes(int created, int changed, int ceased) {}

    Changes run(List<Decision> decisions) {
        database.query("accounts-unsettled")
                .map((row, context) -> unsettled.put(row.getString(1), row.getString(2)))
                .list();
        database.query("incident-heads")
                .map(
                        (row, context) ->
                                heads.put(
                                        row.getString("uid"),
                                        new Head(row.getLong("number"), row.getString("digest"))))
                .list();
        database.query("incident-members")
                .map((row, context) -> incidentWas.put(row.getString(1), row.getString(2)))
                .list();
        database.update("doubt-delete").execute();
        database.update("inactive-leave").execute();
        Merged merged = merger.merge(accounts(), decisions, TollPolicy.REPRESENTATIVE);
        for (Incident incident : merged.incidents()) {
            incident.accounts().forEach(member -> touch(incident.uid(), member.uid()));
        }
        incidentWas.forEach((account, incident) -> touch(incident, account));
        Changes changes = compare(merged.incidents());
        doubts(merged.review());
        journal.flush();
        database.update("unsettled-delete").execute();
        return changes;
    }

    private void touch(String incident, String account) {
        String document = unsettled.get(account);
        if (document != null) {
            touched.computeIfAbsent(incident, i -> new TreeSet<>()).add(document);
        }
    }

    private List<Account> accounts() {
        StoredAccounts stored = new StoredAccounts();
        List<Account> accounts = new ArrayList<>();
        database.query("active-accounts")
                .setFetchSize(500)
                .map((row, context) -> stored.read(row))
                .useIterator(
                        rows -> {
                            while (rows.hasNext()) {
                                Numbered next = rows.next();
                                numbers.put(next.account().uid(), next.number());
                                accounts.add(next.account());
                            }
                        });
        return accounts;
    }

    // ---- what became of what

    private Changes compare(List<Incident> incidents) {
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
        for (Incident incident : incidents) {
            IncidentRow row = new IncidentRow(incident);
            Head head = heads.get(incident.uid());
            String was = renamed.get(incident.uid());
            if (head != null) {
                if (!head.digest().equals(row.digest())) {
                    change(row, head.number(), null);
                    changed++;
                }
            } else if (was != null) {
                Head old = heads.get(was);
                change(row, old == null ? 0 : old.number(), was);
                changed++;
            } else {
                create(row);
                created++;
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

    private void create(IncidentRow row) {
        long number = row.bind(database.query("incident-insert")).mapTo(Long.class).one();
        members(row.incident(), number, false);
        ObjectNode body = Patch.JSON.createObjectNode();
        body.set("set", Patch.between(null, Patch.object(row.json())));
        journal.add(
                Kind.REVISION,
                row.incident().uid(),
                because(row.incident(), null),
                body.toString());
        database.update("alias-delete").bind("uid", row.incident().uid()).execute();
    }

    private void change(IncidentRow row, long number, @Nullable String was) {
        String uid = row.incident().uid();
        ObjectNode old =
                Patch.object(
                        database.query("incident-json")
                                .bind("number", number)
                                .map((r, context) -> new Gzip(r.getBytes("json")).text())
                                .one());
        row.bind(database.update("incident-update")).bind("number", number).execute();
        members(row.incident(), number, true);
        ObjectNode body = Patch.JSON.createObjectNode();
        if (was != null) {
            body.put("was", was);
            alias(was, uid);
            database.update("alias-delete").bind("uid", uid).execute();
        }
        body.set("set", Patch.between(old, Patch.object(row.json())));
        journal.add(
                Kind.REVISION,
                uid,
                because(row.incident(), was == null ? uid : was),
                body.toString());
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
        database.update("incident-value-delete").bind("incident", head.number()).execute();
        database.update("accounts-leave").bind("incident", head.number()).execute();
        database.update("incident-delete").bind("number", head.number()).execute();
        if (!into.isEmpty()) {
            alias(uid, into.get(0));
        }
    }

    private void alias(String was, String is) {
        database.update("alias-forward").bind("uid", was).bind("current", is).execute();
        database.update("alias-insert").bind("uid", was).bind("current", is).execute();
    }

    private void members(Incident incident, long number, boolean again) {
        if (again) {
            database.update("incident-value-delete").bind("incident", number).execute();
            database.update("accounts-leave").bind("incident", number).execute();
        }
        var accounts = database.batch("account-incident");
        for (Incident.Member member : incident.accounts()) {
            accounts.bind("incident", number).bind("number", numbers.get(member.uid())).add();
        }
        accounts.execute();
        var values = database.batch("incident-value-insert");
        new IncidentRow(incident)
                .values(
                        (name, value) ->
                                values.bind("name", name)
                                        .bind("value", value)
                                        .bind("incident", number)
                                        .add());
        if (values.size() > 0) {
            values.execute();
        }
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
