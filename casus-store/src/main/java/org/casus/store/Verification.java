package org.casus.store;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether a ledger is what was written: its journal, its texts, its quotations. */
public final class Verification {
    /** Faults that are named one by one. */
    private static final int MOST_FAULTS = 100;

    private static final int FETCH = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final List<String> faults = new ArrayList<>();
    private long unnamed;
    private long documents;
    private long quotations;
    private long incidents;
    private Journal.State journal = new Journal.State(0, JournalEntry.BEGINNING, List.of());

    private Verification(Database database) {
        this.database = database;
    }

    /**
     * Checks all of a ledger.
     *
     * @param head a hash that the journal once had as its last, null for none
     */
    public static Verification of(Ledger ledger, @Nullable String head) {
        Verification verification = new Verification(ledger.database());
        verification
                .database()
                .transaction(
                        "verification",
                        () -> {
                            verification.run(ledger, head);
                            return null;
                        });
        return verification;
    }

    private Database database() {
        return database;
    }

    private void run(Ledger ledger, @Nullable String head) {
        journal = ledger.journal().verify();
        journal.faults().forEach(this::fault);
        if (head != null && !ledger.journal().hasHash(head)) {
            fault("no row of the journal has the hash " + head);
        }
        texts();
        incidents(ledger.history().now());
    }

    /** Every incident must be what the journal says that it became. */
    private void incidents(Map<String, ObjectNode> told) {
        Map<String, ObjectNode> left = new HashMap<>(told);
        database.query("incidents-in-order")
                .setFetchSize(FETCH)
                .map((row, context) -> new Gzip(row.getBytes("json")))
                .useIterator(
                        rows -> {
                            while (rows.hasNext()) {
                                incidents++;
                                JsonNode json = json("an incident", rows.next());
                                if (json != null) {
                                    String uid = json.path("uid").asString("");
                                    ObjectNode expected = left.remove(uid);
                                    if (!(json instanceof ObjectNode o)
                                            || !Patch.between(null, o).equals(expected)) {
                                        fault("incident " + uid + " is not what the journal says");
                                    }
                                }
                            }
                        });
        left.keySet().forEach(uid -> fault("incident " + uid + " of the journal is missing"));
    }

    /** What is wrong, in words; empty if nothing is. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** What was checked, in one line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d texts, %,d quotations, %,d incidents, %,d rows of the journal: %s; the journal"
                        + " ends with %s",
                documents,
                quotations,
                incidents,
                journal.rows(),
                faults.isEmpty()
                        ? "all as it was written"
                        : String.format(Locale.ROOT, "%,d faults", faults.size() + unnamed),
                journal.head());
    }

    private void texts() {
        database.query("all-records")
                .setFetchSize(FETCH)
                .map(
                        (row, context) ->
                                new Stored(
                                        row.getLong("number"),
                                        row.getString("id"),
                                        row.getString("published"),
                                        row.getString("text"),
                                        new Gzip(row.getBytes("record"))))
                .useIterator(
                        all -> {
                            while (all.hasNext()) {
                                text(all.next());
                            }
                        });
    }

    private record Stored(
            long number, String id, @Nullable String published, String text, Gzip record) {}

    private void text(Stored stored) {
        documents++;
        JsonNode record = json("the record of " + stored.id(), stored.record());
        if (record == null) {
            return;
        }
        String text = record.path("document").path("text").asString("");
        if (!Report.idOf(stored.published(), text).equals(stored.id())) {
            fault("the text of " + stored.id() + " is not what was written: its id differs");
        }
        if (!Objects.equals(ReportStore.plain(text), stored.text())) {
            fault("the text of " + stored.id() + " is not that of its record");
        }
        Quotations quoted = new Quotations(text);
        quoted.check(record, fault -> fault("in the record of " + stored.id() + " " + fault));
        database.query("accounts-of")
                .bind("document", stored.number())
                .map(
                        (row, context) ->
                                new Account(row.getString("uid"), new Gzip(row.getBytes("json"))))
                .forEach(
                        account -> {
                            JsonNode json = json("account " + account.uid(), account.json());
                            if (json != null) {
                                quoted.check(
                                        json,
                                        fault ->
                                                fault("in account " + account.uid() + " " + fault));
                            }
                        });
        quotations += quoted.checked();
    }

    private record Account(String uid, Gzip json) {}

    private @Nullable JsonNode json(String what, Gzip gzip) {
        try {
            return JSON.readTree(gzip.text());
        } catch (UncheckedIOException | JacksonException e) {
            fault(what + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    private void fault(String words) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(words);
        } else {
            unnamed++;
        }
    }
}
