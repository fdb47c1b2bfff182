package org.casus.app.cli;

import java.io.PrintStream;

/**
 * Tells on standard error how far long work is: on a terminal in one line that is written over
 * again, elsewhere in a few plain lines.
 */
final class Progress implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 30;

    private final PrintStream err;
    private final boolean terminal;
    private long drawn = System.nanoTime() - REDRAW_NANOS;
    private boolean shown;
    private String step = "";

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Work of which the whole is known: how much of it is done, from 0 to 1, and what is being
     * done.
     */
    synchronized void part(String what, double done) {
        if (!terminal) {
            if (!what.equals(step)) {
                err.println("casus: " + what);
                step = what;
            }
            return;
        }
        int full = (int) Math.round(Math.max(0, Math.min(1, done)) * BAR);
        draw(
                "["
                        + "#".repeat(full)
                        + "-".repeat(BAR - full)
                        + "] "
                        + Math.round(done * 100)
                        + " % "
                        + what);
    }

    /** Work without a known end: how much is done. Nothing is told of it where nobody watches. */
    synchronized void count(String what) {
        if (terminal) {
            draw(what);
        }
    }

    /** A line that stays, above the one that is written over. */
    synchronized void note(String line) {
        clear();
        err.println(line);
    }

    private void draw(String line) {
        long now = System.nanoTime();
        if (now - drawn >= REDRAW_NANOS) {
            err.print("\r\u001B[K" + line);
            err.flush();
            drawn = now;
            shown = true;
        }
    }

    private void clear() {
        if (shown) {
            err.print("\r\u001B[K");
            err.flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
