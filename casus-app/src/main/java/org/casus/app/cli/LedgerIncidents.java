package org.casus.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.casus.model.Incident;
import org.casus.publish.IncidentText;
import org.casus.publish.LedgerJson;
import org.casus.store.IncidentQuery;
import org.casus.store.IncidentStore.Doubt;
import org.casus.store.Ledger;

/** Prints incidents of a ledger. */
final class LedgerIncidents {
    private final String where;
    private final boolean jsonl;

    LedgerIncidents(String where, boolean jsonl) {
        this.where = where;
        this.jsonl = jsonl;
    }

    void print(FilterOptions filter, Output out) {
        IncidentQuery query = filter.query();
        try (Ledger ledger = Ledger.read(where)) {
            if (filter.asOf == null) {
                ledger.incidents().each(query, (incident, accounts) -> print(incident, out));
            } else {
                ledger.history()
                        .each(filter.asOf, query, (incident, accounts) -> print(incident, out));
            }
        }
    }

    void doubts(Output out) throws IOException {
        try (Ledger ledger = Ledger.read(where)) {
            for (Doubt doubt : ledger.incidents().doubts()) {
                out.print(
                        jsonl
                                ? LedgerJson.line(doubt.comparison()) + "\n"
                                : doubt.left()
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
                                        + "\n\n");
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
