package org.casus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.acquire.Arrival.Input;
import org.jspecify.annotations.Nullable;

/** Every run of taking reports in, with a row for every input. */
public final class Runs {
    /**
     * Rows that tell of no change wait for so many others, for making each last would take longer
     * than all else.
     */
    private static final int MOST_WAITING = 500;

    private final Database database;
    private final Clock clock;

    Runs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A run in the past.
     *
     * @param ended null where it was stopped before its end
     */
    public record Summary(
            long number, String started, @Nullable String ended, Map<Outcome, Long> outcomes) {}

    /**
     * What came of one input.
     *
     * @param address of the report, null where there is none
     * @param document id of its text
     * @param other id of the document that it repeats
     */
    public record Row(
            Input input,
            Outcome outcome,
            @Nullable String address,
            @Nullable String document,
            @Nullable String other,
            @Nullable String reason) {}

    /** An input that could not be read the last time. */
    public record Failed(Input input, String reason) {}

    public Run begin() {
        return database.transaction(
                "run",
                () ->
                        new Run(
                                database.query("run-insert")
                                        .bind("at", now())
                                        .mapTo(Long.class)
                                        .one()));
    }

    public void end(Run run) {
        database.transaction(
                "end of run",
                () -> {
                    writeUnchanged(run);
                    return database.update("run-end")
                            .bind("run", run.number())
                            .bind("at", now())
                            .execute();
                });
    }

    /** Notes a row, and writes it when there are many or when another row of the run is written. */
    void unchanged(Run run, Input input, String address, String document) {
        run.waiting().add(new Run.Unchanged(run.next(), input, address, document));
        if (run.waiting().size() >= MOST_WAITING) {
            database.transaction(
                    "unchanged",
                    () -> {
                        writeUnchanged(run);
                        return null;
                    });
        }
    }

    private void writeUnchanged(Run run) {
        if (run.waiting().isEmpty()) {
            return;
        }
        var batch = database.batch("input-unchanged");
        for (Run.Unchanged row : run.waiting()) {
            batch.bind("run", run.number())
                    .bind("ordinal", row.ordinal())
                    .bind("source", ReportStore.plain(ReadReport.file(row.input().file())))
                    .bind("line", row.input().line())
                    .bind("address", row.address())
                    .bind("id", row.document())
                    .add();
        }
        batch.execute();
        run.waiting().clear();
    }

    void row(
            Run run,
            Input input,
            Outcome outcome,
            @Nullable Long report,
            @Nullable Long document,
            @Nullable Long other,
            @Nullable String reason) {
        writeUnchanged(run);
        database.update("input-insert")
                .bind("run", run.number())
                .bind("ordinal", run.next())
                .bind("source", ReportStore.plain(ReadReport.file(input.file())))
                .bind("line", input.line())
                .bind("outcome", outcome.words())
                .bind("report", report)
                .bind("document", document)
                .bind("other", other)
                .bind("reason", ReportStore.plain(reason))
                .execute();
    }

    /** All runs, the first one first. */
    public List<Summary> all() {
        Map<Long, Summary> runs = new LinkedHashMap<>();
        database.query("runs")
                .map(
                        (row, context) -> {
                            Summary run =
                                    runs.computeIfAbsent(
                                            row.getLong("number"),
                                            number -> new Summary(number, "", null, Map.of()));
                            Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
                            outcomes.putAll(run.outcomes());
                            if (row.getString("outcome") != null) {
                                outcomes.put(
                                        Outcome.of(row.getString("outcome")),
                                        row.getLong("inputs"));
                            }
                            runs.put(
                                    run.number(),
                                    new Summary(
                                            run.number(),
                                            row.getString("started"),
                                            row.getString("ended"),
                                            outcomes));
                            return run.number();
                        })
                .list();
        return List.copyOf(runs.values());
    }

    /** The inputs of one run, in order. */
    public List<Row> inputs(long run) {
        return database.query("inputs-of-run")
                .bind("run", run)
                .map((row, context) -> row(row))
                .list();
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                input(row.getString("source"), row.getInt("line")),
                Outcome.of(row.getString("outcome")),
                row.getString("address"),
                row.getString("document"),
                row.getString("other"),
                row.getString("reason"));
    }

    /** What could not be read when it was last tried. */
    public List<Failed> stillFailed() {
        return database.query("still-failed")
                .map(
                        (row, context) ->
                                new Failed(
                                        input(row.getString("source"), row.getInt("line")),
                                        Optional.ofNullable(row.getString("reason")).orElse("")))
                .list();
    }

    private static Input input(String source, int line) {
        return new Input(source, line == 0 ? null : line);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
