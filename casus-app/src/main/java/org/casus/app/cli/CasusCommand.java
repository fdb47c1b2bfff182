package org.casus.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code casus}: shows what there is. */
@Command(
        name = "casus",
        description = {
            "",
            "Reads English news of conflict and keeps what happened, who says so, and who disputes"
                    + " it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CasusCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus read examples/     what each of the example reports says",
            "  casus ingest examples/   the same into a ledger, to be kept and asked",
            "  casus demo               a ledger of forty reports to look around in",
            "  casus serve -l casus-demo    the same in a browser",
            "  casus read --help        more about reading, with examples",
            "",
            "Exit codes: 0 all went well; 1 some report could not be read; 2 the command",
            "line makes no sense; 3 Casus itself failed, as when its language model cannot",
            "be prepared."
        })
public final class CasusCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    private CasusCommand() {}

    /** Runs one command line in this process. */
    public static int run(String... args) {
        return run(Terminal.ofThisProcess(), args);
    }

    static int run(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new CasusCommand());
        Commands.addTo(line, terminal, args);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(
                        terminal.paper().colours()
                                ? CommandLine.Help.Ansi.ON
                                : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(80, terminal.paper().width()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(CasusCommand::explain);
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    terminal.err().println("casus: " + Failure.inWords(failure));
                    return ExitCode.FAILED;
                });
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
        return ExitCode.OK;
    }

    private static int explain(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("casus: " + mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CasusCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "Casus " + (version == null ? "(built in place)" : version),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
            };
        }
    }
}
