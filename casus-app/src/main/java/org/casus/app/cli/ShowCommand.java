package org.casus.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.merge.Merger;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code casus show}: prints one incident of the ledger: what is agreed, what is not, and who says
 * what.
 */
@Command(
        name = "show",
        description = {
            "Prints one incident of the ledger: what is agreed, what is not, and who says what.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus show 3fa2",
            "  casus show 3fa2 --as-of 2026-01-31     what the ledger said of it then",
            "  casus show 3fa2 --policy latest        with the toll made by another policy"
        })
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Of the incident, or enough of its beginning.")
    String id = "";

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(names = "--as-of", paramLabel = "TIME", description = "As the ledger stood then.")
    @Nullable String asOf;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "Make tolls by this policy: ${COMPLETION-CANDIDATES}.")
    @Nullable TollPolicy policy;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|jsonl",
            description = "Default: text on a terminal, jsonl elsewhere.")
    @Nullable Format format;

    private final Terminal terminal;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean jsonl = format != null ? format == Format.jsonl : !terminal.outIsTerminal();
        try (Ledger open = Ledger.read(ledger.where);
                Output out = Output.to(terminal.out())) {
            LedgerIncidents print = new LedgerIncidents(ledger.where, jsonl);
            String uid = open.incidents().uid(id);
            if (asOf != null) {
                List<Incident> then = open.history().of(uid, asOf);
                then.forEach(incident -> print.print(incident, out));
                if (then.isEmpty()) {
                    terminal.err().println("casus: the ledger had no such incident at " + asOf);
                }
                return then.isEmpty() ? ExitCode.SOME_UNREADABLE : ExitCode.OK;
            }
            if (policy != null) {
                Merger.load()
                        .merge(open.incidents().accounts(uid), open.decisions().all(), policy)
                        .incidents()
                        .forEach(incident -> print.print(incident, out));
            } else {
                print.print(open.history().with(open.incidents().linked(uid)), out);
            }
            return ExitCode.OK;
        }
    }
}
