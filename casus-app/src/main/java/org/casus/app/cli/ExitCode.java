package org.casus.app.cli;

/** What the program tells the shell when it ends. */
final class ExitCode {
    /** All went well. */
    static final int OK = 0;

    /** Some report could not be read; the others were. */
    static final int SOME_UNREADABLE = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** Casus itself failed: no language model, no room for the output. */
    static final int FAILED = 3;

    private ExitCode() {}
}
