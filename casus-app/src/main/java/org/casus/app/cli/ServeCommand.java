package org.casus.app.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.app.http.Role;
import org.casus.app.view.Desk;
import org.casus.app.web.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code casus serve}: the workbench, to be opened in a browser. */
@Command(
        name = "serve",
        description = {
            "Opens the ledger as a workbench in a browser: read, see and review, until Ctrl-C.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus serve --ledger casus-demo",
            "  casus serve --port 9000",
            "  casus serve --read-only",
            "",
            "Prints the address to open, which carries a key made for this start: whoever",
            "has it may do everything. Answers to this machine only."
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(
            names = {"-p", "--port"},
            paramLabel = "N",
            defaultValue = "8480",
            description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    int port = 8480;

    @Option(names = "--author", paramLabel = "NAME", description = "Who decides. Default: you.")
    String author = System.getProperty("user.name", "unknown");

    @Option(
            names = "--read-only",
            description = "Nothing can be decided or added: whoever has the key may only look.")
    boolean readOnly;

    @Option(
            names = "--redact-private",
            description =
                    "Hide the names of persons who hold no office and belong to no side, as victims"
                            + " and witnesses, in all pages, answers and exports.")
    boolean redactPrivate;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--port is " + port + ", but must be from 0 to 65535");
        }
        Workbench workbench =
                Workbench.start(
                        Desk.open(ledger.where, Clock.systemUTC(), redactPrivate),
                        port,
                        author,
                        readOnly ? Role.READER : Role.ADMIN,
                        terminal.err());
        Runtime.getRuntime().addShutdownHook(new Thread(workbench::close, "casus-close"));
        terminal.out().println("Casus is open at " + workbench.address());
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
