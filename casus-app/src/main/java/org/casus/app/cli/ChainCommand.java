package org.casus.app.cli;

import java.util.concurrent.Callable;
import org.casus.model.Incident;
import org.casus.store.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin IncidentOption incident = new IncidentOption();

    private final Terminal terminal;

    ChainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.read(incident.ledger.where)) {
            String uid = open.incidents().uid(incident.id);
            for (Incident link : open.incidents().chain(uid)) {
                terminal.out()
                        .println(
                                (link.uid().equals(uid) ? "* " : "  ")
                                        + link.uid()
                                        + "  "
                                        + link.text());
                for (Incident.Tie tie : link.links()) {
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
