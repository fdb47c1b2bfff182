package org.casus.app.cli;

import picocli.CommandLine.Option;

/** {@code --ledger}, for every command that opens one. */
final class LedgerOption {
    @Option(
            names = {"-l", "--ledger"},
            paramLabel = "DIR|URL",
            defaultValue = "casus-ledger",
            description =
                    "The ledger: a folder, or a PostgreSQL database as"
                            + " jdbc:postgresql://host/name?user=me. Default: ${DEFAULT-VALUE}.")
    String where = "casus-ledger";
}
