package org.casus.app.cli;

import java.util.concurrent.Callable;
import org.casus.store.History;
import org.casus.store.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code casus log}: prints how an incident of the ledger became what it is, the oldest change
 * first.
 */
@Command(
        name = "log",
        description = {
            "Prints how an incident of the ledger became what it is, the oldest change first.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus log 3fa2",
            "",
            "Each change has its number in the journal, its time, the reports or decisions",
            "because of which it was made, and what changed."
        })
final class LogCommand implements Callable<Integer> {
    @Mixin IncidentOption incident = new IncidentOption();

    private final Terminal terminal;

    LogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.read(incident.ledger.where)) {
            String uid = open.incidents().uid(incident.id);
            for (History.Step step : open.history().of(uid)) {
                terminal.out()
                        .println(
                                step.row()
                                        + "  "
                                        + step.at()
                                        + "  "
                                        + step.uid()
                                        + "  "
                                        + step.what());
                terminal.out().println("    because of " + String.join(", ", step.because()));
            }
            return ExitCode.OK;
        }
    }
}
