package org.casus.app.cli;

import java.util.concurrent.Callable;
import org.casus.model.Incident;
import org.casus.store.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code casus chain}: prints what an incident answered and what answered it, the oldest first. */
@Command(
        name = "chain",
        description = {
            "Prints what an incident answered and what answered it, the oldest first.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus chain 3fa2",
            "",
            "A link with accounts is told by reports; one without follows from who did",
            "what to whom when."
        })
final class ChainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Of the incident, or enough of its beginning.")
    String id = "";

    @Mixin LedgerOption ledger = new LedgerOption();

    private final Terminal terminal;

    ChainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.read(ledger.where)) {
            String uid = open.incidents().uid(id);
            for (Incident incident : open.incidents().chain(uid)) {
                terminal.out()
                        .println(
                                (incident.uid().equals(uid) ? "* " : "  ")
                                        + incident.uid()
                                        + "  "
                                        + incident.text());
                for (Incident.Tie tie : incident.links()) {
                    terminal.out()
                            .println(
                                    "      "
                                            + tie.type()
                                            + "  "
                                            + tie.to()
                                            + "  "
                                            + tie.because()
                                            + (tie.accounts().isEmpty() ? "  (inferred)" : ""));
                }
            }
            return ExitCode.OK;
        }
    }
}
