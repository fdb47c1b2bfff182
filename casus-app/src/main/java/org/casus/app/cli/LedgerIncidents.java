package org.casus.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.casus.model.Incident;
import org.casus.publish.IncidentText;
import org.casus.publish.LedgerJson;
import org.casus.publish.export.PrivateNames;
import org.casus.publish.export.Redaction;
import org.casus.store.IncidentQuery;
import org.casus.store.IncidentStore.Doubt;
import org.casus.store.Ledger;

/** Prints incidents of a ledger. */
final class LedgerIncidents {
    private final String where;
    private final boolean jsonl;
    private final RedactOption redaction;

    LedgerIncidents(String where, boolean jsonl, RedactOption redaction) {
        this.where = where;
        this.jsonl = jsonl;
        this.redaction = redaction;
    }

    void print(FilterOptions filter, Output out) {
        IncidentQuery query = filter.query();
        try (Ledger ledger = Ledger.read(where)) {
            PrivateNames names = redaction.names(ledger);
            if (filter.asOf == null) {
                ledger.incidents()
                        .each(
                                query,
                                (incident, accounts) -> print(Redaction.of(incident, names), out));
            } else {
                ledger.history()
                        .each(
                                filter.asOf,
                                query,
                                (incident, accounts) -> print(Redaction.of(incident, names), out));
            }
        }
    }

    void doubts(Output out) throws IOException {
        try (Ledger ledger = Ledger.read(where)) {
            PrivateNames names = redaction.names(ledger);
            for (Doubt doubt : ledger.incidents().doubts()) {
                out.print(
                        jsonl
                                ? Redaction.without(LedgerJson.line(doubt.comparison()), names)
                                        + "\n"
                                : names.hide(
                                        doubt.left()
                                                + "  "
                                                + doubt.leftLine()
                                                + "\n"
                                                + doubt.right()
                                                + "  "
                                                + doubt.rightLine()
                                                + "\n    "
                                                + doubt.comparison().score()
                                                + " points: "
                                                + String.join("; ", doubt.comparison().reasons())
                                                + "\n\n"));
            }
        }
    }

    void print(Incident incident, Output out) {
        try {
            out.print(jsonl ? LedgerJson.line(incident) + "\n" : IncidentText.of(incident) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
