package org.casus.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus ingest}: reports into the ledger. */
@Command(
        name = "ingest",
        description = {
            "Reads reports into the ledger: each once, every version of each, copies of one story"
                    + " as one.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus ingest examples/           all reports of a folder",
            "  casus ingest examples/           once more: nothing is left to do",
            "  casus ingest --status            every run, and what could not be read",
            "  casus ingest --retry-failed      what could not be read, again",
            "  casus ingest -l /data/mali news.jsonl",
            "",
            "May be stopped at any moment, by whatever means; the same command takes it",
            "up where it was.",
            "",
            "Exit codes: 0 all reports are in the ledger; 1 some could not be read, each",
            "named on standard error with its reason; 2 the command line makes no sense;",
            "3 Casus itself failed, as when somebody else writes to the ledger."
        })
final class IngestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders; - is standard input, one report or JSON Lines.")
    List<String> paths = List.of();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Reports read at a time. Default: as many as there are processors.")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--status", description = "Print every run so far, and what still fails.")
    boolean status;

    @Option(names = "--retry-failed", description = "Read again what could not be read.")
    boolean retry;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;
    private final Function<String, Ledger> opener;
    private final int atOnce;

    IngestCommand(Terminal terminal) {
        this(terminal, where -> Ledger.write(where, Clock.systemUTC()), Intake.AT_ONCE);
    }

    /**
     * @param opener opens the ledger to be written to
     * @param atOnce reports that are made to last at once
     */
    IngestCommand(Terminal terminal, Function<String, Ledger> opener, int atOnce) {
        this.terminal = terminal;
        this.opener = opener;
        this.atOnce = atOnce;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1) {
            throw mistake("--jobs is " + jobs + ", but at least one report must be read at a time");
        }
        int asked = (status ? 1 : 0) + (retry ? 1 : 0) + (paths.isEmpty() ? 0 : 1);
        if (asked != 1) {
            throw mistake(
                    asked == 0
                            ? "there is nothing to ingest: name files or folders"
                            : "PATH, --status and --retry-failed are three different things to do");
        }
        if (status) {
            return Intake.status(ledger.where, terminal);
        }
        return retry
                ? Intake.retry(() -> opener.apply(ledger.where), jobs, atOnce, terminal)
                : Intake.of(() -> opener.apply(ledger.where), paths, jobs, atOnce, terminal);
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
