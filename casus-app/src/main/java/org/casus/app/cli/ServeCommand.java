package org.casus.app.cli;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.app.http.Access;
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
            "  casus serve --bind 127.0.0.1 --host casus.example.org --https --behind-proxy",
            "",
            "Prints the address to open, which carries a key made for this start: whoever",
            "has it may do everything. Answers to this machine only.",
            "",
            "With --bind it is for a team: people log in by accounts (casus user add). It",
            "speaks plain HTTP; let a reverse proxy before it speak TLS, and say --https."
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

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "For a team: listen on this address of the machine, and let in by account.")
    @Nullable String bind;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "With --bind: a name, or an address, by which browsers may call the workbench;"
                            + " may be given more than once. Needed unless it listens to this"
                            + " machine only.")
    List<String> hosts = List.of();

    @Option(
            names = "--https",
            description =
                    "With --bind: browsers come by HTTPS, which a proxy ends; cookies go no other"
                            + " way.")
    boolean https;

    @Option(
            names = "--behind-proxy",
            description =
                    "With --bind: believe X-Forwarded-For and X-Forwarded-Proto. Only where nobody"
                            + " gets past the proxy.")
    boolean behindProxy;

    @Option(
            names = "--sign-off",
            paramLabel = "one|two",
            defaultValue = "one",
            description =
                    "With --bind: how many reviewers have to accept an incident. Default:"
                            + " ${DEFAULT-VALUE}.")
    SignOff signOff = SignOff.one;

    /** How many reviewers have to accept an incident. */
    enum SignOff {
        one,
        two
    }

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw mistake("--port is " + port + ", but must be from 0 to 65535");
        }
        Workbench workbench = bind == null ? alone() : team(bind);
        Runtime.getRuntime().addShutdownHook(new Thread(workbench::close, "casus-close"));
        terminal.out().println("Casus is open at " + workbench.address());
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private Workbench alone() {
        if (!hosts.isEmpty() || https || behindProxy || signOff == SignOff.two) {
            throw mistake(
                    "--host, --https, --behind-proxy and --sign-off are for a team, and go with"
                            + " --bind");
        }
        return Workbench.start(
                desk(), port, author, readOnly ? Role.READER : Role.ADMIN, terminal.err());
    }

    /** Opens the ledger, and tells how far it is where that takes its time. */
    private Desk desk() {
        boolean[] told = new boolean[1];
        try (Progress progress = new Progress(terminal.err(), terminal.errIsTerminal())) {
            return Desk.open(
                    ledger.where,
                    Clock.systemUTC(),
                    redactPrivate,
                    (step, done) -> {
                        if (!told[0]) {
                            told[0] = true;
                            progress.note(
                                    "casus: the incidents of the ledger have to be brought up to"
                                            + " date first; with many reports that takes minutes");
                        }
                        progress.part(step, done);
                    });
        }
    }

    private Workbench team(String address) {
        if (readOnly) {
            throw mistake("--read-only is for one person; in a team, accounts have roles");
        }
        Access access;
        try {
            access = new Access(address, hosts, https, behindProxy);
        } catch (IllegalArgumentException nonsense) {
            throw mistake(String.valueOf(nonsense.getMessage()));
        }
        if (!https) {
            terminal.err()
                    .println(
                            "casus: this speaks plain HTTP, which others on the network can read;"
                                    + " let a reverse proxy speak TLS, and say --https");
        }
        return Workbench.team(desk(), port, access, signOff == SignOff.two, terminal.err());
    }

    private ParameterException mistake(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
