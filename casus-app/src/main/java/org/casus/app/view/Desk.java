package org.casus.app.view;

import java.time.Clock;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.casus.merge.Merger;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as many threads use it: any number read, one writes. It is open for writing only while
 * something is written, so that {@code casus ingest} beside it gets its turn.
 */
public final class Desk implements AutoCloseable {
    private final String where;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Ledger> idle = new ConcurrentLinkedDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Merger merger;
    private volatile boolean closed;

    private Desk(String where, Clock clock) {
        this.where = where;
        this.clock = clock;
    }

    /**
     * Opens a ledger; makes it if there is none.
     *
     * @throws LedgerException if it cannot be opened
     */
    public static Desk open(String where, Clock clock) {
        Desk desk = new Desk(where, clock);
        try {
            desk.idle.push(Ledger.read(where));
        } catch (LedgerException missingOrOld) {
            Ledger.write(where, clock).close();
            desk.idle.push(Ledger.read(where));
        }
        return desk;
    }

    /** Where the ledger is, as it was given, without what follows a question mark. */
    public String where() {
        int secrets = where.indexOf('?');
        return secrets < 0 ? where : where.substring(0, secrets);
    }

    /** Asks the ledger. */
    public <T> T read(Function<Ledger, T> ask) {
        Ledger ledger = idle.poll();
        if (ledger == null) {
            ledger = Ledger.read(where);
        }
        boolean sound = false;
        try {
            T answer = ask.apply(ledger);
            sound = true;
            return answer;
        } catch (LedgerException refused) {
            sound = true;
            throw refused;
        } finally {
            if (sound && !closed) {
                idle.push(ledger);
            } else {
                ledger.close();
            }
        }
    }

    /**
     * Writes to the ledger.
     *
     * @throws LedgerException if another process writes to it
     */
    public <T> T write(Function<Ledger, T> act) {
        writing.lock();
        try (Ledger ledger = Ledger.write(where, clock)) {
            return act.apply(ledger);
        } finally {
            writing.unlock();
        }
    }

    /** What puts accounts together; loaded when it is first needed. */
    public synchronized Merger merger() {
        if (merger == null) {
            merger = Merger.load();
        }
        return merger;
    }

    @Override
    public void close() {
        closed = true;
        for (Ledger ledger = idle.poll(); ledger != null; ledger = idle.poll()) {
            ledger.close();
        }
    }
}
