package org.casus.app.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.casus.model.Decision;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided.
 *
 * @param act "accept", "merge" …
 * @param undone whether it has been taken back
 * @param orphan whether an account that it is about is told by no report any more
 * @param incident uid of an incident that it is about, as it is called now; null where there is
 *     none
 */
public record DecisionView(
        String id,
        String act,
        @Nullable String field,
        @Nullable String value,
        String author,
        String at,
        String reason,
        boolean undone,
        boolean orphan,
        int accounts,
        @Nullable String incident) {
    /**
     * The latest decisions, the last one first.
     *
     * @param most so many at the most
     */
    public static List<DecisionView> latest(Ledger ledger, int most) {
        List<Decision> all = new ArrayList<>(ledger.decisions().all());
        Collections.reverse(all);
        return all.stream().limit(most).map(decision -> of(ledger, decision)).toList();
    }

    /** Those about any of these accounts, the last one first. */
    static List<DecisionView> about(Ledger ledger, Collection<String> accounts) {
        List<Decision> all = new ArrayList<>(ledger.decisions().about(accounts));
        Collections.reverse(all);
        return all.stream()
                .filter(
                        decision ->
                                !Collections.disjoint(decision.accounts(), accounts)
                                        || !Collections.disjoint(decision.others(), accounts))
                .map(decision -> of(ledger, decision))
                .toList();
    }

    private static DecisionView of(Ledger ledger, Decision d) {
        return new DecisionView(
                d.id(),
                d.act().name().toLowerCase(Locale.ROOT),
                d.field(),
                d.value(),
                d.author(),
                d.at(),
                d.reason(),
                d.undone(),
                !d.undone() && ledger.decisions().orphan(d),
                d.accounts().size() + d.others().size(),
                ledger.incidents().ofAccounts(d.accounts()).get(d.accounts().get(0)));
    }

    /** "corrected place to Markale", "accepted": as it is told after the author's name. */
    public String words() {
        return switch (act) {
            case "accept" ->
                    Decision.SECOND.equals(value)
                            ? "accepted it, for a second reader to confirm"
                            : "accepted it";
            case "reject" -> "rejected it";
            case "correct" -> "corrected " + Phrases.field(String.valueOf(field)) + " to " + value;
            case "merge" -> "put two incidents together";
            case "split" -> "kept accounts apart";
            default -> "linked it: " + String.valueOf(value).replace('-', ' ');
        };
    }
}
