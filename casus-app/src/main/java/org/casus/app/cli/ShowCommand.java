package org.casus.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.merge.Merger;
import org.casus.model.Incident;
import org.casus.model.TollPolicy;
import org.casus.publish.export.PrivateNames;
import org.casus.publish.export.Redaction;
import org.casus.store.Ledger;
import org.casus.store.StoredReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus show}: prints one incident of the ledger, or one report and what it tells. */
@Command(
        name = "show",
        description = {
            "Prints one incident of the ledger: what is agreed, what is not, and who says what. Or"
                    + " one report: where it came from, what it tells, and of which incidents.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus show 3fa2",
            "  casus show 3fa2 --as-of 2026-01-31     what the ledger said of it then",
            "  casus show 3fa2 --policy latest        with the toll made by another policy",
            "  casus show 9c41 --format jsonl         of a report, its record"
        })
final class ShowCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            description = "Of the incident or report, or enough of its beginning.")
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

    @Mixin RedactOption redaction = new RedactOption();

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean jsonl = format != null ? format == Format.jsonl : !terminal.outIsTerminal();
        try (Ledger open = Ledger.read(ledger.where);
                Output out = Output.to(terminal.out())) {
            LedgerIncidents print = new LedgerIncidents(ledger.where, jsonl, redaction);
            PrivateNames names = redaction.names(open);
            String document = open.incidents().exists(id) ? null : open.reports().id(id);
            if (document != null) {
                report(open, document, jsonl, names, out);
                return ExitCode.OK;
            }
            String uid = open.incidents().uid(id);
            if (asOf != null) {
                List<Incident> then = open.history().of(uid, asOf);
                then.forEach(incident -> print.print(Redaction.of(incident, names), out));
                if (then.isEmpty()) {
                    terminal.err().println("casus: the ledger had no such incident at " + asOf);
                }
                return then.isEmpty() ? ExitCode.SOME_UNREADABLE : ExitCode.OK;
            }
            Incident incident =
                    policy == null
                            ? open.incidents().linked(uid)
                            : open.incidents().retold(Merger.load(), uid, policy);
            print.print(Redaction.of(open.history().with(incident), names), out);
            return ExitCode.OK;
        }
    }

    private void report(Ledger open, String document, boolean jsonl, PrivateNames names, Output out)
            throws IOException {
        if (asOf != null || policy != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--as-of and --policy are for incidents; " + id + " is a report");
        }
        StoredReport report = open.reports().get(document);
        out.print(
                jsonl
                        ? Redaction.record(report.record(), names) + "\n"
                        : names.hide(ReportText.of(report, open.incidents().toldBy(document))));
    }
}
