package org.casus.app.act;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casus.Casus;
import org.casus.acquire.Arrival;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Unreadable;
import org.casus.acquire.Arrivals;
import org.casus.app.view.AddingView;
import org.casus.app.view.Desk;
import org.casus.publish.JsonLines;
import org.casus.store.Feeds;
import org.casus.store.Outcome;
import org.casus.store.ReadReport;
import org.casus.store.Run;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what is pasted or uploaded, one lot after the other. What was given is kept as a file
 * first, so that nothing is lost if Casus is stopped: {@code casus ingest} takes it up. Reports are
 * read while others decide; the ledger is written to between them.
 */
public final class Adding implements AutoCloseable {
    private static final int MOST_LOTS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread thread = new Thread(work, "casus-adding");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Map<String, Lot> lots =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Lot> eldest) {
                    return size() > MOST_LOTS;
                }
            };
    private int number;
    private @Nullable Casus casus;

    public Adding(Desk desk) {
        this.desk = desk;
    }

    /** What is given together, and what has come of it so far. */
    private static final class Lot {
        private final String id;
        private final List<AddingView.Row> rows = new ArrayList<>();
        private AddingView.Phase phase = AddingView.Phase.WAITING;
        private long total;
        private String words = "";

        Lot(String id) {
            this.id = id;
        }

        synchronized void phase(AddingView.Phase now, String inWords) {
            phase = now;
            words = inWords;
        }

        synchronized void row(AddingView.Row row) {
            rows.add(row);
        }

        synchronized AddingView view() {
            return new AddingView(id, phase, total, words, List.copyOf(rows));
        }
    }

    /** Where the files of a lot come from; may take its time. */
    @FunctionalInterface
    private interface Gathering {
        List<Path> files(Lot lot) throws IOException;
    }

    /** A file as it was sent. */
    public record Sent(String name, InputStream content) {}

    /**
     * A text as it was pasted.
     *
     * @param published ISO date; null where the text itself may say
     */
    public record Pasted(
            String text,
            @Nullable String title,
            @Nullable String published,
            @Nullable String outlet) {}

    /** Takes files in; answers with the id of the lot. */
    public String add(List<Sent> sent) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Sent file : sent) {
            files.add(keep(file.name(), file.content().readAllBytes()));
        }
        return start(files);
    }

    /** Takes a text in; answers with the id of the lot. */
    public String add(Pasted pasted) throws IOException {
        byte[] text = pasted.text().getBytes(StandardCharsets.UTF_8);
        if (pasted.title() == null && pasted.published() == null && pasted.outlet() == null) {
            return start(List.of(keep("pasted.txt", text)));
        }
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", "pasted-" + Kept.digest(text));
        put(line, "title", pasted.title());
        put(line, "published", pasted.published());
        put(line, "outlet", pasted.outlet());
        line.put("text", pasted.text());
        return start(List.of(keep("pasted.jsonl", JSON.writeValueAsBytes(line))));
    }

    /**
     * Fetches feeds and takes in what they bring; answers with the id of the lot.
     *
     * @param articles whether the pages that summaries link to are fetched, too
     */
    public String fetch(List<Feeds.Line> feeds, boolean articles) {
        return start(lot -> gather(lot, feeds, articles));
    }

    private List<Path> gather(Lot lot, List<Feeds.Line> feeds, boolean articles) {
        List<Path> files = new ArrayList<>();
        for (Feeds.Line feed : feeds) {
            String came;
            try {
                Fetching.Brought brought = Fetching.fetch(feed, articles);
                files.add(brought.keep(desk.folder(), feed));
                came = brought.inWords();
            } catch (IOException | IllegalArgumentException failure) {
                came = "failed: " + failure.getMessage();
                lot.row(
                        new AddingView.Row(
                                feed.name(), "failed", null, null, failure.getMessage()));
            }
            String words = came;
            desk.write(
                    ledger -> {
                        ledger.feeds().fetched(feed.name(), words);
                        return words;
                    });
        }
        return files;
    }

    private static void put(Map<String, String> line, String key, @Nullable String value) {
        if (value != null) {
            line.put(key, value);
        }
    }

    /** What has come of a lot so far. */
    public synchronized Optional<AddingView> lot(String id) {
        return Optional.ofNullable(lots.get(id)).map(Lot::view);
    }

    // ---- keeping

    private Path keep(String name, byte[] content) throws IOException {
        return Kept.file(desk.folder().resolve("added"), name, content);
    }

    private String start(List<Path> files) {
        return start(lot -> files);
    }

    private synchronized String start(Gathering gathering) {
        Lot lot = new Lot(String.valueOf(++number));
        lots.put(lot.id, lot);
        worker.execute(
                () -> {
                    try {
                        takeIn(lot, gathering.files(lot));
                    } catch (IOException | RuntimeException | StackOverflowError failure) {
                        lot.phase(AddingView.Phase.FAILED, String.valueOf(failure.getMessage()));
                    }
                });
        return lot.id;
    }

    // ---- taking in

    private void takeIn(Lot lot, List<Path> files) throws IOException {
        List<String> names = files.stream().map(Path::toString).toList();
        synchronized (lot) {
            lot.total = Arrivals.count(names).orElse(0);
            lot.phase = AddingView.Phase.READING;
        }
        Run run = desk.write(ledger -> ledger.runs().begin());
        try (Arrivals arrivals = new Arrivals(names, InputStream.nullInputStream())) {
            while (arrivals.hasNext()) {
                lot.row(one(run, arrivals.next()));
            }
        }
        lot.phase(AddingView.Phase.SETTLING, "");
        var changes =
                desk.write(
                        ledger -> {
                            var settled = ledger.incidents().settle(desk.merger());
                            ledger.runs().end(run);
                            return settled;
                        });
        lot.phase(
                AddingView.Phase.DONE,
                changes.created()
                        + " incidents new, "
                        + changes.changed()
                        + " changed, "
                        + changes.ceased()
                        + " gone into others");
    }

    private AddingView.Row one(Run run, Arrival arrival) {
        if (arrival instanceof Unreadable unreadable) {
            return failed(run, arrival, unreadable.reason());
        }
        Arrived arrived = (Arrived) arrival;
        boolean known =
                desk.read(ledger -> ledger.reports().has(arrived.report(), arrived.input()));
        Outcome outcome;
        if (known) {
            desk.write(
                    ledger -> {
                        ledger.reports().unchanged(run, arrived.report(), arrived.input());
                        return run;
                    });
            outcome = Outcome.UNCHANGED;
        } else {
            ReadReport read;
            try {
                read =
                        ReadReport.of(
                                arrived.report(),
                                arrived.input(),
                                JsonLines.line(casus().read(arrived.report())));
            } catch (UncheckedIOException | IllegalArgumentException | StackOverflowError fault) {
                return failed(run, arrival, String.valueOf(fault.getMessage()));
            }
            outcome = desk.write(ledger -> ledger.reports().take(run, read).outcome());
        }
        return new AddingView.Row(
                name(arrival),
                outcome.words(),
                arrived.report().id(),
                arrived.report().title(),
                null);
    }

    private AddingView.Row failed(Run run, Arrival arrival, String reason) {
        desk.write(
                ledger -> {
                    ledger.reports().failed(run, arrival.input(), reason);
                    return run;
                });
        return new AddingView.Row(name(arrival), Outcome.FAILED.words(), null, null, reason);
    }

    private static String name(Arrival arrival) {
        Arrival.Input input = arrival.input();
        String file = String.valueOf(Path.of(input.file()).getFileName());
        return input.line() == null ? file : file + ":" + input.line();
    }

    private Casus casus() {
        if (casus == null) {
            casus = Casus.open();
        }
        return casus;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
