package org.casus.app.view;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casus.merge.Merger;
import org.casus.publish.export.PrivateNames;
import org.casus.store.Catalogue;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.casus.store.Steps;
import org.casus.store.Team;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger as many threads use it: any number read, one writes. It is open for writing only while
 * something is written, so that {@code casus ingest} beside it gets its turn.
 */
public final class Desk implements AutoCloseable {
    private static final int MOST_KEPT = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String where;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Ledger> idle = new ConcurrentLinkedDeque<>();
    private final Catalogue catalogue = new Catalogue();

    /** Fair, so that nobody waits while others decide twice. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final Map<String, Kept> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                    return size() > MOST_KEPT;
                }
            };
    private @Nullable Merger merger;
    private volatile boolean closed;

    /**
     * What was found out.
     *
     * @param head the number of the journal's last row when it was
     */
    private record Kept(long head, Object found) {}

    private final boolean discreet;
    private final PrivateNames.Gathering gathering = new PrivateNames.Gathering();
    private long gathered;
    private PrivateNames names = PrivateNames.NONE;

    private Desk(String where, Clock clock, boolean discreet) {
        this.where = where;
        this.clock = clock;
        this.discreet = discreet;
    }

    /**
     * Opens a ledger; makes it if there is none, and settles what was left unsettled when somebody
     * was stopped.
     *
     * @throws LedgerException if it cannot be opened
     */
    public static Desk open(String where, Clock clock) {
        return open(where, clock, false, Steps.UNWATCHED);
    }

    /**
     * The same.
     *
     * @param discreet whether the names of private persons are hidden wherever it is looked at
     * @param steps is told how far settling is
     */
    public static Desk open(String where, Clock clock, boolean discreet, Steps steps) {
        Desk desk = new Desk(where, clock, discreet);
        try {
            desk.idle.push(Ledger.read(where, desk.catalogue));
        } catch (LedgerException missingOrOld) {
            Ledger.write(where, clock).close();
            desk.idle.push(Ledger.read(where, desk.catalogue));
        }
        if (desk.read(ledger -> ledger.incidents().unsettled())) {
            desk.write(ledger -> ledger.incidents().settle(desk.merger(), steps));
        }
        // Whoever comes meanwhile is answered from the tables.
        Thread loading = new Thread(desk::prepare, "casus-catalogue");
        loading.setDaemon(true);
        loading.start();
        return desk;
    }

    /** Takes into memory what lists are answered from, and what the first decision needs. */
    private void prepare() {
        try (Ledger ledger = Ledger.read(where)) {
            catalogue.load(ledger);
        } catch (LedgerException closed) {
            // The tables are asked, then.
        }
        merger();
    }

    /** Where the ledger is, as it was given, without what follows a question mark. */
    public String where() {
        return plain(where);
    }

    private static String plain(String where) {
        int secrets = where.indexOf('?');
        return secrets < 0 ? where : where.substring(0, secrets);
    }

    /** The folder of the ledger; where it is in a database, one that belongs to no other ledger. */
    public Path folder() {
        return folder(where);
    }

    /** The same for a ledger that is not open. */
    public static Path folder(String where) {
        return where.startsWith("jdbc:")
                ? Path.of(
                        System.getProperty("user.home", "."),
                        ".casus",
                        "ledger-" + Integer.toHexString(plain(where).hashCode()))
                : Path.of(where);
    }

    /** Asks the ledger. */
    public <T extends @Nullable Object> T read(Function<Ledger, T> ask) {
        Ledger ledger = idle.poll();
        if (ledger == null) {
            ledger = Ledger.read(where, catalogue);
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
     * What is found out once and kept while the ledger stays as it is.
     *
     * @param what is found out: two that are called the same are the same
     */
    @SuppressWarnings("unchecked") // one name is only ever asked for one type
    public <T> T whileUnchanged(Ledger ledger, String what, Supplier<T> find) {
        long head = ledger.journal().rows();
        synchronized (kept) {
            Kept known = kept.get(what);
            if (known != null && known.head() == head) {
                return (T) known.found();
            }
        }
        T found = find.get();
        synchronized (kept) {
            kept.put(what, new Kept(head, found));
        }
        return found;
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

    /** Asks and tells who works with the ledger, even while another process writes to it. */
    public <T> T team(Function<Team, T> act) {
        return Team.at(where, clock, act);
    }

    public Clock clock() {
        return clock;
    }

    /** What puts accounts together; loaded when it is first needed. */
    public synchronized Merger merger() {
        if (merger == null) {
            merger = Merger.load();
        }
        return merger;
    }

    /** Whether the names of private persons are hidden. */
    public boolean discreet() {
        return discreet;
    }

    /** The names that are to be hidden, of all reports that there are: none unless discreet. */
    public PrivateNames names() {
        return discreet ? read(this::names) : PrivateNames.NONE;
    }

    private synchronized PrivateNames names(Ledger ledger) {
        long last =
                ledger.reports()
                        .records(gathered, record -> gathering.record(JSON.readTree(record)));
        if (last != gathered) {
            gathered = last;
            names = gathering.names();
        }
        return names;
    }

    /** What all views are shown through. */
    public Veil veil() {
        return new Veil(names());
    }

    @Override
    public void close() {
        closed = true;
        for (Ledger ledger = idle.poll(); ledger != null; ledger = idle.poll()) {
            ledger.close();
        }
    }
}
