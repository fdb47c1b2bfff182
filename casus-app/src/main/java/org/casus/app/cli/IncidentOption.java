package org.casus.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which incident of which ledger, for commands about one. */
final class IncidentOption {
    @Parameters(paramLabel = "ID", description = "Of the incident, or enough of its beginning.")
    String id = "";

    @Mixin LedgerOption ledger = new LedgerOption();
}
