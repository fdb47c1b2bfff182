package org.casus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.casus.Casus;
import org.casus.acquire.Arrival;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Unreadable;
import org.casus.acquire.Arrivals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus read}: reports in, what they say out. */
@Command(
        name = "read",
        description = {
            "Reads reports and prints what each says happened, who says so, and who disputes it.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus read report.txt                   a summary to read",
            "  casus read examples/                    all reports of a folder, by name",
            "  casus read -f jsonl reports/ >out.jsonl records for programs, one a line",
            "  casus read -j 4 -o out.jsonl old.jsonl  many reports, four at a time",
            "  curl -s https://times.example | casus read -",
            "",
            "Reports are plain text (.txt), web pages (.html) or JSON Lines (.jsonl) with",
            "the keys text and, where known, id, title, published, outlet, author,",
            "category, uri, language. In folders, files of other kinds are passed over.",
            "",
            "Exit codes: 0 all reports were read; 1 some could not be, each named on",
            "standard error with its reason; 2 the command line makes no sense; 3 Casus",
            "itself failed, as when its language model cannot be prepared."
        })
final class ReadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files and folders; - is standard input, one report or JSON Lines.")
    List<String> paths = List.of();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|jsonl",
            description =
                    "A summary for people or records for programs. Default: text on a terminal,"
                            + " jsonl elsewhere.")
    @Nullable Format format;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Reports read at a time; the output is the same for any number. Default:"
                            + " ${DEFAULT-VALUE}.")
    int jobs = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write there instead of standard output, all of it or, if it fails, nothing.")
    @Nullable Path output;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ReadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What one arrival came to: words to print, or a complaint. */
    private record Result(@Nullable String printed, @Nullable String complaint) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        boolean watched = terminal.errIsTerminal() && (output != null || !terminal.outIsTerminal());
        Casus casus = SetupCommand.open(terminal);
        try (Arrivals arrivals = new Arrivals(paths, System.in);
                Progress progress = new Progress(terminal.err(), watched);
                Output out = output == null ? Output.to(terminal.out()) : Output.file(output)) {
            return read(casus, arrivals, out, progress);
        }
    }

    private int read(Casus casus, Arrivals arrivals, Output out, Progress progress)
            throws IOException, InterruptedException {
        Format form =
                format != null
                        ? format
                        : output == null && terminal.outIsTerminal() ? Format.text : Format.jsonl;
        int[] counts = new int[2];
        InOrder.run(
                arrivals,
                jobs,
                arrival -> result(casus, arrival, form),
                result -> {
                    if (result.printed() != null) {
                        out.print(
                                (counts[0]++ == 0 ? "" : form.between(terminal.paper()))
                                        + result.printed());
                    } else {
                        counts[1]++;
                        progress.note("casus: " + result.complaint());
                    }
                    progress.count(
                            counts[0]
                                    + " read"
                                    + (counts[1] == 0 ? "" : ", " + counts[1] + " could not be"));
                    return !terminal.out().checkError();
                });
        out.finish();
        if (arrivals.passedOver() > 0) {
            progress.note(
                    "casus: passed over "
                            + arrivals.passedOver()
                            + (arrivals.passedOver() == 1
                                    ? " file that is no report"
                                    : " files that are no reports"));
        }
        return counts[1] == 0 ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
    }

    private Result result(Casus casus, Arrival arrival, Format form) {
        if (arrival instanceof Unreadable unreadable) {
            return new Result(null, unreadable.name() + ": " + unreadable.reason());
        }
        var report = ((Arrived) arrival).report();
        try {
            return new Result(form.of(casus.read(report), terminal.paper()), null);
        } catch (RuntimeException | StackOverflowError failure) {
            // A fault of Casus in one report must not cost the others.
            return new Result(null, report.key() + ": " + Failure.inWords(failure));
        }
    }

    private void check() {
        if (jobs < 1) {
            throw mistake("--jobs is " + jobs + ", but at least one report must be read at a time");
        }
        if (output != null && Files.isDirectory(output)) {
            throw mistake("--output is " + output + ", which is a folder, not a file");
        }
        Path folder = output == null ? null : output.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw mistake("--output is " + output + ", but there is no folder " + folder);
        }
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
