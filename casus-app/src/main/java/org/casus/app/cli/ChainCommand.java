package org.casus.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.model.Incident;
import org.casus.store.IncidentStore;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "At most so many incidents, the nearest. Default: ${DEFAULT-VALUE}.",
            defaultValue = "200")
    int most;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ChainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (most < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--most is " + most + ", but a chain has at least one incident");
        }
        try (Ledger open = Ledger.read(incident.ledger.where)) {
            String uid = open.incidents().uid(incident.id);
            IncidentStore.Chain chain = open.incidents().chain(uid, most);
            for (Incident link : chain.incidents()) {
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
            if (chain.more()) {
                terminal.err()
                        .println(
                                "casus: these are the "
                                        + most
                                        + " nearest of more; --most prints others, too");
            }
            return ExitCode.OK;
        }
    }
}
