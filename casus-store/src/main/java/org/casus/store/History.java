package org.casus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.casus.merge.Chains;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.casus.store.JournalEntry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What incidents were before, from the journal. */
public final class History {
    private final Database database;
    private final Journal journal;

    History(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * One change of an incident.
     *
     * @param uid that the incident had then
     * @param because reports or decisions, by their ids
     * @param what in words: "began", "changed: harms.killed.best", "became part of …"
     */
    public record Step(long row, String at, String uid, List<String> because, String what) {}

    /**
     * How an incident became what it is, the oldest change first; what became part of it, included.
     *
     * @param uid that it has now
     */
    public List<Step> of(String uid) {
        List<Step> steps = new ArrayList<>();
        for (JournalEntry row : rows(uid)) {
            steps.add(
                    new Step(
                            row.number(),
                            row.at(),
                            row.subject(),
                            ids(row.because()),
                            words(Patch.object(row.body()))));
        }
        return steps;
    }

    /** The same in the form that the record of an incident has. */
    public List<Incident.Revision> revisions(String uid) {
        return of(uid).stream()
                .map(
                        step ->
                                new Incident.Revision(
                                        step.at(), String.join(", ", step.because()), step.what()))
                .toList();
    }

    /** An incident with its revisions. */
    public Incident with(Incident incident) {
        return incident.withRevisions(revisions(incident.uid()));
    }

    private List<JournalEntry> rows(String uid) {
        Set<String> names = new LinkedHashSet<>(List.of(uid));
        names.addAll(database.query("aliases-of").bind("uid", uid).mapTo(String.class).list());
        return journal.about(names).stream().filter(row -> row.kind() == Kind.REVISION).toList();
    }

    /**
     * The incidents that stood at a time and are now, all or in part, the incident of this uid.
     *
     * @param asOf a day or a time in ISO form; a day stands for its end
     */
    public List<Incident> of(String uid, String asOf) {
        return standing(rows(uid), asOf);
    }

    /** All incidents that stood at a time, by uid. */
    public List<Incident> all(String asOf) {
        return standing(journal.kinds(Kind.REVISION), asOf);
    }

    /**
     * The incidents that stood at a time and are asked for, with the links that they had and their
     * accounts, in the order of first day and uid. What links and accounts are of goes through
     * memory as a whole.
     */
    public void each(String asOf, IncidentQuery query, BiConsumer<Incident, List<Account>> take) {
        Chains.over(all(asOf)).stream()
                .filter(query::matches)
                .sorted(Comparator.comparing(History::firstDay).thenComparing(Incident::uid))
                .forEach(incident -> take.accept(incident, accounts(incident)));
    }

    private static String firstDay(Incident incident) {
        String day = new IncidentRow(incident).firstDay();
        return day == null ? "9999" : day;
    }

    /** The accounts that an incident had, whether or not a report still tells them. */
    private List<Account> accounts(Incident incident) {
        StoredAccounts stored = new StoredAccounts();
        List<Account> accounts = new ArrayList<>();
        database.inParts(
                incident.accounts().stream().map(Incident.Member::uid).toList(),
                part ->
                        database.query("accounts-by-uid")
                                .bindList("uids", part)
                                .map((row, context) -> stored.read(row))
                                .forEach(account -> accounts.add(account.account())));
        return accounts;
    }

    /** All incidents that the journal knows now, by uid. */
    Map<String, ObjectNode> now() {
        return fold(journal.kinds(Kind.REVISION), "9999");
    }

    private static List<Incident> standing(List<JournalEntry> rows, String asOf) {
        if (!asOf.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z?)?")) {
            throw new LedgerException(
                    asOf + " is no time; a time is written as 2026-01-31 or 2026-01-31T18:00:00Z");
        }
        return fold(rows, asOf.length() == "2026-01-31".length() ? asOf + "T24" : asOf)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> LedgerJson.incident(entry.getValue().toString()))
                .toList();
    }

    /** The incidents after all rows up to a time. */
    private static Map<String, ObjectNode> fold(List<JournalEntry> rows, String until) {
        Map<String, ObjectNode> incidents = new LinkedHashMap<>();
        for (JournalEntry row : rows) {
            if (row.at().compareTo(until) > 0) {
                break;
            }
            ObjectNode body = Patch.object(row.body());
            if (body.has("into")) {
                incidents.remove(row.subject());
                continue;
            }
            JsonNode was = body.get("was");
            ObjectNode before = incidents.remove(was == null ? row.subject() : was.stringValue());
            incidents.put(row.subject(), Patch.apply(before, (ObjectNode) body.get("set")));
        }
        return incidents;
    }

    private static List<String> ids(String because) {
        List<String> ids = new ArrayList<>();
        for (JsonNode list : Patch.object(because)) {
            list.forEach(id -> ids.add(id.stringValue()));
        }
        return ids;
    }

    private static String words(ObjectNode body) {
        JsonNode into = body.get("into");
        if (into != null) {
            List<String> uids = new ArrayList<>();
            into.forEach(uid -> uids.add(uid.stringValue()));
            return uids.isEmpty() ? "ceased" : "became part of " + String.join(", ", uids);
        }
        ObjectNode set = (ObjectNode) body.get("set");
        if (set.has("uid") && !body.has("was")) {
            return "began: " + set.path("text").asString("");
        }
        return (body.has("was")
                        ? "got a name from an older account, was "
                                + body.get("was").stringValue()
                                + "; "
                        : "")
                + "changed: "
                + String.join(
                        ", ", Patch.names(set).stream().filter(n -> !n.equals("uid")).toList());
    }
}
