package org.casus.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.casus.store.Ledger;
import org.casus.store.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code casus verify}: whether the ledger is what was written. */
@Command(
        name = "verify",
        description = {
            "Checks the ledger: every text against its id, every quotation against its text, every"
                    + " row of the journal against its hash and the row before.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus verify",
            "  casus verify --head 3f2a…      that the journal still goes on from a hash",
            "                                 that you wrote down when you last verified",
            "",
            "Exit codes: 0 all is as it was written; 1 something is not, and is named; 3",
            "the ledger cannot be opened."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A hash that the journal had as its last, and must still have.")
    @Nullable String head;

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.read(ledger.where)) {
            Verification found = Verification.of(open, head);
            List<String> faults = found.faults();
            faults.forEach(fault -> terminal.out().println("WRONG  " + fault));
            terminal.out().println(found.summary());
            return faults.isEmpty() ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
        }
    }
}
