package org.casus.app.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.view.Desk;
import org.casus.app.view.IncidentView;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.IncidentStore.Changes;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;

/**
 * Writes down what a reviewer decided, and brings incidents up to date with it. A decision is about
 * an incident as the reviewer saw it: if it has changed since, nothing is written.
 */
public final class Deciding {
    private final Desk desk;

    public Deciding(Desk desk) {
        this.desk = desk;
    }

    /**
     * What came of a decision.
     *
     * @param decision its id
     * @param incident uid of the incident that it was first about, as it is called now; empty where
     *     there is none any more
     */
    public record Done(String decision, String incident, int created, int changed, int ceased) {}

    /**
     * Decides.
     *
     * @throws Conflict if an incident has changed since it was seen
     * @throws IllegalArgumentException if the order makes no sense
     */
    public Done decide(Order order, String author) {
        return desk.write(
                ledger -> {
                    List<String> first = accounts(ledger, order.incidents().get(0));
                    List<String> about = new ArrayList<>(first);
                    List<String> others = new ArrayList<>();
                    if (order.incidents().size() == 2) {
                        List<String> second = accounts(ledger, order.incidents().get(1));
                        (order.act() == Decision.Act.MERGE ? about : others).addAll(second);
                    } else if (order.act() == Decision.Act.SPLIT) {
                        split(order, about, others);
                    }
                    Decision decision =
                            ledger.decisions()
                                    .add(
                                            order.act(),
                                            about,
                                            others,
                                            order.field(),
                                            order.value() == null ? null : order.value().strip(),
                                            author,
                                            order.reason());
                    return settle(ledger, decision, first.get(0));
                });
    }

    /** Moves the accounts that are of another incident from one side to the other. */
    private static void split(Order order, List<String> about, List<String> others) {
        for (String account : order.accounts()) {
            if (!about.remove(account)) {
                throw new IllegalArgumentException(
                        "The incident has no account \"" + account + "\" to be split off.");
            }
            others.add(account);
        }
        if (about.isEmpty()) {
            throw new IllegalArgumentException("A split has to leave one account where it is.");
        }
    }

    private static List<String> accounts(Ledger ledger, Order.Seen seen) {
        String now;
        try {
            now = ledger.incidents().uid(seen.uid());
        } catch (LedgerException gone) {
            throw new Conflict("The incident " + seen.uid() + " is no more.");
        }
        if (!now.equals(seen.uid()) || IncidentView.revision(ledger, now) != seen.revision()) {
            throw new Conflict(
                    "The incident has changed since you looked at it, so nothing was decided. Look"
                            + " again, and decide once more.");
        }
        return ledger.incidents().get(now).accounts().stream().map(Incident.Member::uid).toList();
    }

    /**
     * Takes a decision back.
     *
     * @throws Conflict if it has been taken back already
     * @throws LedgerException if there is none of this id
     */
    public Done undo(String id, String author, String reason) {
        return desk.write(
                ledger -> {
                    Decision decision =
                            find(ledger, id)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "There is no decision " + id + "."));
                    if (decision.undone()) {
                        throw new Conflict("The decision " + id + " has been taken back already.");
                    }
                    ledger.decisions().undo(id, author, reason);
                    return settle(ledger, decision, decision.accounts().get(0));
                });
    }

    private static Optional<Decision> find(Ledger ledger, String id) {
        return ledger.decisions().all().stream().filter(d -> d.id().equals(id)).findFirst();
    }

    private Done settle(Ledger ledger, Decision decision, String account) {
        Changes changes = ledger.incidents().settle(desk.merger(), List.of(decision.id()));
        return new Done(
                decision.id(),
                ledger.incidents().ofAccounts(List.of(account)).getOrDefault(account, ""),
                changes.created(),
                changes.changed(),
                changes.ceased());
    }
}
