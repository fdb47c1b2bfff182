package org.casus.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.casus.model.Decision;
import org.casus.publish.LedgerJson;
import org.casus.store.JournalEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers decided: rows of the journal, never changed, laid over the accounts whenever they
 * are merged. To take one back is another row.
 */
public final class Decisions {
    private final Database database;
    private final Journal journal;
    private final Clock clock;

    Decisions(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of them in the order in which they were made; what was taken back says so. */
    public List<Decision> all() {
        return such(body -> true);
    }

    /** Those of these ids. */
    List<Decision> of(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : journal.about(ids).stream()
                        .filter(row -> row.kind() == Kind.DECISION)
                        .map(row -> LedgerJson.decision(row.body()))
                        .toList();
    }

    /** Those that name any of these accounts; what was taken back says so. */
    public List<Decision> about(Collection<String> accounts) {
        return such(body -> accounts.stream().anyMatch(body::contains));
    }

    /** Those of them that hold. */
    List<Decision> inForceAbout(Collection<String> accounts) {
        return about(accounts).stream().filter(decision -> !decision.undone()).toList();
    }

    /**
     * @param wanted by their JSON, for to read it takes longest
     */
    private List<Decision> such(Predicate<String> wanted) {
        Map<String, Decision> all = new LinkedHashMap<>();
        for (Journal.Said row : journal.said()) {
            if (row.kind() == Kind.UNDO) {
                all.computeIfPresent(row.subject(), (id, decision) -> undone(decision));
            } else if (wanted.test(row.body())) {
                all.put(row.subject(), LedgerJson.decision(row.body()));
            }
        }
        return List.copyOf(all.values());
    }

    /** Those that hold. */
    List<Decision> inForce() {
        return all().stream().filter(decision -> !decision.undone()).toList();
    }

    /**
     * Adds a decision; the ledger has to be settled for it to show, best {@linkplain Ledger#atOnce
     * at once}, so that there is no decision that does not show.
     *
     * @param accounts uids of the accounts that it is about
     * @param others see {@link Decision#others()}
     * @throws IllegalArgumentException if a decision of this kind needs something that is missing
     */
    public Decision add(
            Decision.Act act,
            List<String> accounts,
            List<String> others,
            @Nullable String field,
            @Nullable String value,
            String author,
            String reason) {
        return database.transaction(
                "decision",
                () -> {
                    Decision decision =
                            new Decision(
                                    "d" + (journal.count(Kind.DECISION) + 1),
                                    act,
                                    accounts,
                                    others,
                                    field,
                                    value,
                                    author,
                                    reason,
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                                    false);
                    journal.add(Kind.DECISION, decision.id(), "{}", LedgerJson.line(decision));
                    unsettle(decision);
                    return decision;
                });
    }

    /**
     * Takes a decision back.
     *
     * @throws LedgerException if there is none of this id, or it has been taken back
     */
    public void undo(String id, String author, String reason) {
        database.transaction(
                "undo",
                () -> {
                    Decision decision =
                            all().stream()
                                    .filter(d -> d.id().equals(id))
                                    .findFirst()
                                    .orElseThrow(
                                            () ->
                                                    new LedgerException(
                                                            "there is no decision " + id));
                    if (decision.undone()) {
                        throw new LedgerException(
                                "decision " + id + " has been taken back already");
                    }
                    journal.add(
                            Kind.UNDO,
                            id,
                            "{}",
                            Patch.JSON
                                    .createObjectNode()
                                    .put("author", author)
                                    .put("reason", reason)
                                    .toString());
                    unsettle(decision);
                    return null;
                });
    }

    /** Whether an account that a decision is about is no longer told by any report. */
    public boolean orphan(Decision decision) {
        List<String> uids = new ArrayList<>(decision.accounts());
        uids.addAll(decision.others());
        return database.query("accounts-active").bindList("uids", uids).mapTo(Long.class).one()
                < uids.stream().distinct().count();
    }

    private void unsettle(Decision decision) {
        List<String> uids = new ArrayList<>(decision.accounts());
        uids.addAll(decision.others());
        database.query("account-documents")
                .bindList("uids", uids)
                .mapTo(Long.class)
                .forEach(
                        document ->
                                database.update("unsettled-decided")
                                        .bind("document", document)
                                        .execute());
    }

    private static Decision undone(Decision d) {
        return new Decision(
                d.id(),
                d.act(),
                d.accounts(),
                d.others(),
                d.field(),
                d.value(),
                d.author(),
                d.reason(),
                d.at(),
                true);
    }
}
