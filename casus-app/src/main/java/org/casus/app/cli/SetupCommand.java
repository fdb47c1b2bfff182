package org.casus.app.cli;

import java.util.concurrent.Callable;
import org.casus.Casus;
import picocli.CommandLine.Command;

/** {@code casus setup}: prepares the language model now rather than at the first report. */
@Command(
        name = "setup",
        description = {
            "Prepares the language model: about a minute, once, and some 400 MB in your cache"
                    + " folder.",
            "The first report does this by itself; this command is for doing it ahead of time."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus setup",
            "",
            "Exit codes: 0 the model is ready; 2 the command line makes no sense; 3 it",
            "could not be prepared."
        })
final class SetupCommand implements Callable<Integer> {
    private final Terminal terminal;

    SetupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        open(terminal);
        terminal.err().println("casus: the language model is ready");
        return ExitCode.OK;
    }

    /** Opens Casus, and tells the terminal how far that is where it takes long. */
    static Casus open(Terminal terminal) {
        try (Progress progress = new Progress(terminal.err(), terminal.errIsTerminal())) {
            return Casus.open((share, doing) -> progress.part(doing, share));
        }
    }
}
