package org.casus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code casus demo}: a ledger to look around in. */
@Command(
        name = "demo",
        description = {
            "Fills a ledger with forty reports of history that tell the same events, and disagree.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus demo",
            "  casus incidents --ledger casus-demo --contested",
            "  casus search --ledger casus-demo bomb hotel",
            "",
            "Exit codes: 0 the ledger is filled; 2 the command line makes no sense; 3",
            "Casus itself failed."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "/org/casus/demo/";

    @Option(
            names = {"-l", "--ledger"},
            paramLabel = "DIR",
            defaultValue = "casus-demo",
            description =
                    "The folder for the ledger, and for the reports in DIR/reports. Default:"
                            + " ${DEFAULT-VALUE}.")
    Path folder = Path.of("casus-demo");

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        for (String name : new String(load("reports"), StandardCharsets.UTF_8).lines().toList()) {
            write(load(name), reports.resolve(name));
        }
        int jobs = Runtime.getRuntime().availableProcessors();
        int code = Intake.of(folder.toString(), List.of(reports.toString()), jobs, terminal);
        if (code == ExitCode.OK) {
            terminal.out().println();
            terminal.out().println("Look around:");
            for (String words :
                    List.of(
                            "incidents --ledger " + folder + " --contested",
                            "search --ledger " + folder + " claimed responsibility")) {
                terminal.out().println("  casus " + words);
            }
        }
        return code;
    }

    private static void write(byte[] report, Path file) throws IOException {
        Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), report);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] load(String name) throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FOLDER + name + " in Casus");
            }
            return in.readAllBytes();
        }
    }
}
