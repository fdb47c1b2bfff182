package org.casus.app;

import org.casus.app.cli.CasusCommand;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CasusCommand.run(args));
    }
}
