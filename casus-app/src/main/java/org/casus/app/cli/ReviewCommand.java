package org.casus.app.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.model.Decision;
import org.casus.publish.LedgerJson;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code casus review}: prints the pairs of incidents that may be one, for a person to judge, and
 * the decisions so far.
 */
@Command(
        name = "review",
        description = {
            "Prints the pairs of incidents that may be one, for a person to judge, and the"
                    + " decisions so far.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus review                     pairs, the likeliest first",
            "  casus review --decisions         what was decided, and what lost its accounts",
            "  casus decide merge 3fa2 81bc --reason 'the same raid, told a day late'"
        })
final class ReviewCommand implements Callable<Integer> {

    @Mixin RedactOption redaction = new RedactOption();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(names = "--decisions", description = "What was decided, instead of pairs.")
    boolean decisions;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|jsonl",
            description = "Default: text on a terminal, jsonl elsewhere.")
    @Nullable Format format;

    private final Terminal terminal;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean jsonl = format != null ? format == Format.jsonl : !terminal.outIsTerminal();
        try (Output out = Output.to(terminal.out())) {
            if (!decisions) {
                new LedgerIncidents(ledger.where, jsonl, redaction).doubts(out);
                return ExitCode.OK;
            }
            try (Ledger open = Ledger.read(ledger.where)) {
                for (Decision decision : open.decisions().all()) {
                    boolean orphan = !decision.undone() && open.decisions().orphan(decision);
                    out.print(
                            jsonl
                                    ? LedgerJson.line(decision) + "\n"
                                    : line(decision, orphan) + "\n");
                }
            }
            return ExitCode.OK;
        }
    }

    private static String line(Decision decision, boolean orphan) {
        return decision.id()
                + "  "
                + decision.at()
                + "  "
                + decision.author()
                + "  "
                + decision.act().name().toLowerCase(Locale.ROOT)
                + (decision.field() == null ? "" : " " + decision.field())
                + (decision.value() == null ? "" : " " + decision.value())
                + "  "
                + String.join(", ", decision.accounts())
                + (decision.others().isEmpty() ? "" : " | " + String.join(", ", decision.others()))
                + "  "
                + decision.reason()
                + (decision.undone() ? "  (taken back)" : "")
                + (orphan ? "  (an orphan: the text that it was about has changed)" : "");
    }
}
