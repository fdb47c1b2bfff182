package org.casus.app.act;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.casus.app.view.Desk;
import org.casus.app.view.IncidentView;
import org.casus.model.Decision;
import org.casus.model.Incident;
import org.casus.store.IncidentStore.Changes;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a reviewer decided, and brings incidents up to date with it. A decision is about
 * an incident as the reviewer saw it: if it has changed since, nothing is written.
 */
public final class Deciding {
    private final Desk desk;
    private final boolean second;

    /**
     * @param second whether an acceptance holds only when somebody else accepts, too
     */
    public Deciding(Desk desk, boolean second) {
        this.desk = desk;
        this.second = second;
    }

    /**
     * What came of a decision.
     *
     * @param decision its id
     * @param incident uid of the incident that it was first about, as it is called now; empty where
     *     there is none any more
     */
    public record Done(String decision, String incident, int created, int changed, int ceased) {
        /** "d12 of 3fa2…": what was done, for whoever writes it down. */
        public String about() {
            return decision + (incident.isEmpty() ? "" : " of " + incident);
        }
    }

    /**
     * Decides.
     *
     * @throws Conflict if an incident has changed since it was seen
     * @throws IllegalArgumentException if the order makes no sense
     */
    public Done decide(Order order, String author) {
        return write(
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
                    if (second && order.act() == Decision.Act.ACCEPT) {
                        checkReader(ledger, order.incidents().get(0).uid(), author);
                    }
                    Decision decision =
                            ledger.decisions()
                                    .add(
                                            order.act(),
                                            about,
                                            others,
                                            order.field(),
                                            value(order),
                                            author,
                                            order.reason());
                    return settle(ledger, decision, first.get(0));
                });
    }

    /** A decision and what comes of it are made to last together. */
    private Done write(Function<Ledger, Done> act) {
        return desk.write(ledger -> ledger.atOnce("decision", () -> act.apply(ledger)));
    }

    private @Nullable String value(Order order) {
        if (order.act() == Decision.Act.ACCEPT) {
            return second ? Decision.SECOND : null;
        }
        return order.value() == null ? null : order.value().strip();
    }

    /** Nobody is the second reader of what he or she has accepted. */
    private static void checkReader(Ledger ledger, String uid, String author) {
        Incident incident = ledger.incidents().get(uid);
        if (!"await".equals(incident.reviewed())) {
            return;
        }
        Set<String> accounts = new HashSet<>();
        incident.accounts().forEach(account -> accounts.add(account.uid()));
        boolean own =
                ledger.decisions().all().stream()
                        .filter(decision -> !decision.undone())
                        .filter(Decision::needsSecond)
                        .filter(decision -> !Collections.disjoint(decision.accounts(), accounts))
                        .anyMatch(decision -> decision.author().equals(author));
        if (own) {
            throw new Conflict(
                    "You have accepted this incident already; now somebody else has to read it.");
        }
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
        return write(
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
