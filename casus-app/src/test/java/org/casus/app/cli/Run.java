package org.casus.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.casus.publish.Paper;

/** One run of the program within a test, and what it printed. */
record Run(int exitCode, String out, String err) {
    static Run casus(String... args) {
        return onTerminal(false, args);
    }

    static Run onTerminal(boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                CasusCommand.run(
                        new Terminal(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                terminal,
                                false,
                                new Paper(80, false)),
                        args);
        return new Run(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }
}
