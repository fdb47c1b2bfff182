package org.casus.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.casus.store.IncidentStore.Doubt;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Two incidents that may be one, side by side, for a person to judge; the likeliest first.
 *
 * @param place of this pair among those that wait, from 1; 0 where none waits
 * @param waiting how many pairs wait
 * @param score in points
 * @param reasons in words, each with its points
 */
public record PairView(
        int place,
        int waiting,
        int score,
        List<String> reasons,
        @Nullable Side left,
        @Nullable Side right,
        List<Row> rows) {
    /** One of the two. */
    public record Side(IncidentLine line, long revision, List<IncidentView.Telling> tellings) {}

    /** A field of both. */
    public record Row(String title, String left, String right) {
        public boolean same() {
            return left.equals(right);
        }

        /** Whether both tell it, and not the same. */
        public boolean differs() {
            return !same() && !left.isEmpty() && !right.isEmpty();
        }
    }

    /**
     * The pair at a place of the queue; the last one where there are fewer.
     *
     * @param uid only pairs of this incident; null for all
     * @param place from 1
     */
    public static PairView of(Ledger ledger, @Nullable String uid, int place) {
        List<Doubt> doubts =
                ledger.incidents().doubts().stream()
                        .filter(
                                doubt ->
                                        uid == null
                                                || doubt.left().equals(uid)
                                                || doubt.right().equals(uid))
                        .toList();
        if (doubts.isEmpty()) {
            return new PairView(0, 0, 0, List.of(), null, null, List.of());
        }
        int at = Math.min(place, doubts.size());
        Doubt doubt = doubts.get(at - 1);
        return of(
                ledger,
                at,
                doubts.size(),
                doubt.comparison(),
                ledger.incidents().get(doubt.left()),
                ledger.incidents().get(doubt.right()));
    }

    /** Two incidents of which nobody but the reader thinks that they may be one. */
    public static PairView of(Ledger ledger, String left, String right) {
        return of(
                ledger,
                0,
                0,
                new Comparison(left, right, 0, List.of()),
                ledger.incidents().get(left),
                ledger.incidents().get(right));
    }

    private static PairView of(
            Ledger ledger,
            int place,
            int waiting,
            Comparison comparison,
            Incident left,
            Incident right) {
        return new PairView(
                place,
                waiting,
                comparison.score(),
                comparison.reasons(),
                side(ledger, left),
                side(ledger, right),
                rows(left, right));
    }

    private static Side side(Ledger ledger, Incident incident) {
        return new Side(
                IncidentLine.of(incident, true),
                IncidentView.revision(ledger, incident.uid()),
                ledger.incidents().accounts(incident.uid()).stream()
                        .map(IncidentView::telling)
                        .toList());
    }

    private static List<Row> rows(Incident left, Incident right) {
        List<Row> rows = new ArrayList<>();
        row(rows, "what", type(left), type(right));
        row(rows, "when", Phrases.when(left.time()), Phrases.when(right.time()));
        row(rows, "where", Phrases.where(left.places()), Phrases.where(right.places()));
        row(rows, "who did it", names(left.sources()), names(right.sources()));
        row(rows, "to whom", names(left.targets()), names(right.targets()));
        row(rows, "things hit", things(left), things(right));
        for (String outcome :
                List.of("killed", "injured", "missing", "abducted", "detained", "displaced")) {
            row(rows, outcome, toll(left, outcome), toll(right, outcome));
        }
        row(rows, "whether", Words.of(left.factuality()), Words.of(right.factuality()));
        return rows;
    }

    private static void row(List<Row> rows, String title, String left, String right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            rows.add(new Row(title, left, right));
        }
    }

    private static String type(Incident incident) {
        String mode = incident.mode();
        return Phrases.type(incident.type()) + (mode == null ? "" : ", " + mode);
    }

    private static String names(List<Account.Party> parties) {
        return String.join("; ", parties.stream().map(Account.Party::name).toList());
    }

    private static String things(Incident incident) {
        return String.join(
                "; ",
                incident.objects().stream()
                        .map(thing -> thing.name() == null ? thing.kind() : thing.name())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static String toll(Incident incident, String outcome) {
        Incident.Toll toll = incident.harms().get(outcome);
        Amount amount = toll == null ? null : Amount.of(toll.low(), toll.best(), toll.high());
        return amount == null ? "" : amount.brief();
    }
}
