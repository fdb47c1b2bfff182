package org.casus.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.casus.publish.Paper;

/**
 * What the program prints to, and who sits before it. Java cannot tell whether standard output is a
 * terminal, so the launcher says.
 *
 * @param outIsTerminal whether a person reads standard output as it comes
 * @param errIsTerminal whether a person reads standard error as it comes
 * @param paper how wide standard output is, and whether in colours
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Paper paper) {
    private static final int USUAL_WIDTH = 80;

    static Terminal ofThisProcess() {
        boolean out = Boolean.getBoolean("casus.terminal.out");
        boolean err = Boolean.getBoolean("casus.terminal.err");
        int width = Integer.getInteger("casus.terminal.width", USUAL_WIDTH);
        String noColor = System.getenv("NO_COLOR");
        boolean colours =
                out
                        && (noColor == null || noColor.isEmpty())
                        && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                out,
                err,
                new Paper(width, colours));
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
