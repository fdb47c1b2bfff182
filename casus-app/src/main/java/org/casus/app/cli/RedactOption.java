package org.casus.app.cli;

import org.casus.publish.export.PrivateNames;
import org.casus.store.Ledger;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Whether the names of private persons are left out. */
final class RedactOption {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--redact-private",
            description =
                    "Withhold the names of persons who hold no office and belong to no side, as"
                            + " victims and witnesses.")
    boolean wanted;

    private final PrivateNames.Gathering gathering = new PrivateNames.Gathering();

    /** Learns who is named in a record. */
    void learn(String record) {
        if (wanted) {
            gathering.record(JSON.readTree(record));
        }
    }

    /** The names that are to be left out, as far as they have been learnt. */
    PrivateNames names() {
        return gathering.names();
    }

    /** The names that are to be left out: those of all reports of the ledger, or none. */
    PrivateNames names(Ledger ledger) {
        if (wanted) {
            ledger.reports().records(0, this::learn);
        }
        return names();
    }
}
