package org.casus.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.casus.Casus;
import org.casus.acquire.Arrival;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Input;
import org.casus.acquire.Arrival.Unreadable;
import org.casus.acquire.Arrivals;
import org.casus.analyze.ModelException;
import org.casus.merge.Merger;
import org.casus.publish.JsonLines;
import org.casus.store.IncidentStore.Changes;
import org.casus.store.Ledger;
import org.casus.store.Outcome;
import org.casus.store.ReadReport;
import org.casus.store.Run;
import org.casus.store.Runs;
import org.jspecify.annotations.Nullable;

/** Takes reports into a ledger: they are read on many threads and stored, in order, on one. */
final class Intake {
    /** Where nobody watches, a line now and then. */
    private static final long LINE_NANOS = 30_000_000_000L;

    /** Reports that are made to last at once, as long as they come quickly. */
    static final int AT_ONCE = 50;

    /** A report that has been read waits no longer than this to be made to last. */
    private static final long WAIT_NANOS = 1_000_000_000L;

    private final Ledger ledger;
    private final Terminal terminal;
    private final int atOnce;
    private final List<Result> waiting = new ArrayList<>();
    private long waitingSince;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private Changes changes = new Changes(0, 0, 0);
    private long done;

    private Intake(Ledger ledger, Terminal terminal, int atOnce) {
        this.ledger = ledger;
        this.terminal = terminal;
        this.atOnce = atOnce;
    }

    /** What one arrival came to: a report, or nothing new, or a complaint. */
    private record Result(
            Input input,
            @Nullable Arrived unchanged,
            @Nullable ReadReport read,
            @Nullable String complaint) {}

    static int of(String where, Collection<String> paths, int jobs, Terminal terminal)
            throws IOException, InterruptedException {
        return of(() -> Ledger.write(where, Clock.systemUTC()), paths, jobs, AT_ONCE, terminal);
    }

    static int of(
            Supplier<Ledger> opened,
            Collection<String> paths,
            int jobs,
            int atOnce,
            Terminal terminal)
            throws IOException, InterruptedException {
        try (Ledger ledger = opened.get()) {
            OptionalLong total = Arrivals.count(paths);
            return new Intake(ledger, terminal, atOnce).run(paths, input -> true, total, jobs);
        }
    }

    static int retry(Supplier<Ledger> opened, int jobs, int atOnce, Terminal terminal)
            throws IOException, InterruptedException {
        try (Ledger ledger = opened.get()) {
            Set<Input> inputs = new HashSet<>();
            ledger.runs().stillFailed().forEach(failed -> inputs.add(failed.input()));
            inputs.removeIf(input -> input.file().equals(Arrivals.STANDARD_INPUT));
            if (inputs.isEmpty()) {
                terminal.err().println("casus: there is nothing that failed and can be read again");
                return ExitCode.OK;
            }
            List<String> files = inputs.stream().map(Input::file).distinct().sorted().toList();
            return new Intake(ledger, terminal, atOnce)
                    .run(files, inputs::contains, OptionalLong.of(inputs.size()), jobs);
        }
    }

    private int run(Collection<String> paths, Predicate<Input> wanted, OptionalLong total, int jobs)
            throws IOException, InterruptedException {
        Lazy casus = new Lazy(terminal);
        Pace pace = new Pace(total, System.nanoTime());
        long[] told = {System.nanoTime()};
        try (Arrivals arrivals = new Arrivals(paths, System.in);
                Progress progress = new Progress(terminal.err(), terminal.errIsTerminal())) {
            Run run = ledger.runs().begin();
            InOrder.run(
                    looked(arrivals, wanted),
                    jobs,
                    look -> read(casus, look),
                    result -> {
                        if (result != null) {
                            add(run, result, progress);
                            tell(pace, told, progress);
                        }
                        return true;
                    });
            storeAll(run, progress);
            settle(progress);
            ledger.runs().end(run);
        }
        terminal.out().println(of(outcomes, done));
        if (changes.created() + changes.changed() + changes.ceased() > 0) {
            terminal.out()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "incidents: %,d new, %,d changed, %,d gone into others",
                                    changes.created(),
                                    changes.changed(),
                                    changes.ceased()));
        }
        return outcomes.containsKey(Outcome.FAILED) ? ExitCode.SOME_UNREADABLE : ExitCode.OK;
    }

    /** Opened when the first report has to be read, if any has. */
    private static final class Lazy {
        private final Terminal terminal;
        private @Nullable Casus casus;

        Lazy(Terminal terminal) {
            this.terminal = terminal;
        }

        synchronized Casus get() {
            if (casus == null) {
                casus = SetupCommand.open(terminal);
            }
            return casus;
        }
    }

    /** An arrival, and whether the ledger has it. */
    private record Look(Arrival arrival, boolean known) {}

    /** What the ledger has need not be read; it is asked here, on the thread that writes. */
    private Iterator<@Nullable Look> looked(Arrivals arrivals, Predicate<Input> wanted) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return arrivals.hasNext();
            }

            @Override
            public @Nullable Look next() {
                Arrival arrival = arrivals.next();
                if (!wanted.test(arrival.input())) {
                    return null;
                }
                return new Look(
                        arrival,
                        arrival instanceof Arrived arrived
                                && ledger.reports().has(arrived.report(), arrived.input()));
            }
        };
    }

    private static @Nullable Result read(Lazy casus, @Nullable Look look) {
        if (look == null) {
            return null;
        }
        Input input = look.arrival().input();
        if (look.arrival() instanceof Unreadable unreadable) {
            return new Result(input, null, null, unreadable.reason());
        }
        Arrived arrived = (Arrived) look.arrival();
        if (look.known()) {
            return new Result(input, arrived, null, null);
        }
        try {
            String record = JsonLines.line(casus.get().read(arrived.report()));
            return new Result(input, null, ReadReport.of(arrived.report(), input, record), null);
        } catch (ModelException noModel) {
            throw noModel;
        } catch (RuntimeException | StackOverflowError failure) {
            // A fault of Casus in one report must not cost the others.
            return new Result(input, null, null, Failure.inWords(failure));
        }
    }

    /**
     * Many are made to last at once, for that takes as long as for one. What waits when the program
     * is killed is read again the next time.
     */
    private void add(Run run, Result result, Progress progress) {
        long now = System.nanoTime();
        if (waiting.isEmpty()) {
            waitingSince = now;
        }
        waiting.add(result);
        done++;
        if (waiting.size() >= atOnce || now - waitingSince >= WAIT_NANOS) {
            storeAll(run, progress);
        }
    }

    private void storeAll(Run run, Progress progress) {
        if (!waiting.isEmpty()) {
            ledger.atOnce("reports", () -> waiting.forEach(result -> store(run, result, progress)));
            waiting.clear();
        }
    }

    private void store(Run run, Result result, Progress progress) {
        Outcome outcome;
        if (result.complaint() != null) {
            ledger.reports().failed(run, result.input(), result.complaint());
            progress.note("casus: " + result.input() + ": " + result.complaint());
            outcome = Outcome.FAILED;
        } else if (result.unchanged() != null) {
            ledger.reports().unchanged(run, result.unchanged().report(), result.input());
            outcome = Outcome.UNCHANGED;
        } else if (result.read() != null) {
            outcome = ledger.reports().take(run, result.read()).outcome();
        } else {
            throw new IllegalStateException("nothing came of " + result.input());
        }
        outcomes.merge(outcome, 1L, Long::sum);
    }

    private void tell(Pace pace, long[] told, Progress progress) {
        long now = System.nanoTime();
        if (terminal.errIsTerminal()) {
            progress.part(pace.words(done, now), pace.share(done));
        } else if (now - told[0] >= LINE_NANOS) {
            told[0] = now;
            progress.note("casus: " + pace.words(done, now));
        }
    }

    private void settle(Progress progress) {
        if (ledger.incidents().unsettled()) {
            try {
                changes =
                        ledger.incidents()
                                .settle(
                                        Merger.load(),
                                        (step, done) -> {
                                            if (terminal.errIsTerminal()) {
                                                progress.part(step, done);
                                            }
                                        });
            } catch (OutOfMemoryError tooLittle) {
                throw new IllegalStateException(
                        "every report is in the ledger, but there is too little memory to put their"
                                + " accounts together; give Java more with"
                                + " CASUS_JAVA_OPTS=-Xmx8g and run the same command again",
                        tooLittle);
            }
        }
    }

    private static String of(Map<Outcome, Long> outcomes, long inputs) {
        StringBuilder words =
                new StringBuilder(String.format(Locale.ROOT, "%,d", inputs))
                        .append(inputs == 1 ? " input" : " inputs");
        String separator = ": ";
        for (Outcome outcome : Outcome.values()) {
            long count = outcomes.getOrDefault(outcome, 0L);
            if (count > 0) {
                words.append(separator)
                        .append(String.format(Locale.ROOT, "%,d ", count))
                        .append(outcome.words());
                separator = ", ";
            }
        }
        return words.toString();
    }

    static int status(String where, Terminal terminal) {
        try (Ledger ledger = Ledger.read(where)) {
            for (Runs.Summary run : ledger.runs().all()) {
                long inputs = run.outcomes().values().stream().mapToLong(n -> n).sum();
                terminal.out()
                        .println(
                                "run "
                                        + run.number()
                                        + "  "
                                        + run.started()
                                        + (run.ended() == null ? "  not ended" : "")
                                        + "  "
                                        + of(run.outcomes(), inputs));
            }
            List<Runs.Failed> failed = ledger.runs().stillFailed();
            for (Runs.Failed input : failed) {
                terminal.out().println("failed  " + input.input() + ": " + input.reason());
            }
            return failed.isEmpty() ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
        }
    }
}
