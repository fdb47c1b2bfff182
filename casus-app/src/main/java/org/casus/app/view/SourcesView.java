package org.casus.app.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casus.store.Feeds;
import org.casus.store.Ledger;
import org.casus.store.Outcome;
import org.casus.store.Runs;
import org.jspecify.annotations.Nullable;

/**
 * What was taken in: every run, the last one first, and what could not be read when it was last
 * tried; and the feeds from which more can be fetched.
 */
public record SourcesView(List<Line> runs, List<Failed> failed, List<Feeds.Line> feeds) {
    private static final int MOST_FAILED = 500;
    private static final int MOST_ROWS = 1000;

    /**
     * A run.
     *
     * @param ended null where it was stopped before its end
     */
    public record Line(
            long number,
            String started,
            @Nullable String ended,
            long inputs,
            List<Count> outcomes) {}

    /** How many inputs came to what. */
    public record Count(String outcome, long inputs) {}

    /** What could not be read, and why. */
    public record Failed(String input, String reason) {}

    /**
     * One run, with what came of its inputs.
     *
     * @param rows the first thousand of those asked for
     * @param total how many were asked for
     */
    public record One(Line run, @Nullable String outcome, long total, List<Row> rows) {}

    /** An input. */
    public record Row(
            String input,
            String outcome,
            @Nullable String document,
            @Nullable String other,
            @Nullable String reason) {}

    public static SourcesView of(Ledger ledger) {
        List<Line> runs = new ArrayList<>();
        ledger.runs().all().forEach(run -> runs.add(line(run)));
        Collections.reverse(runs);
        return new SourcesView(
                runs,
                ledger.runs().stillFailed().stream()
                        .limit(MOST_FAILED)
                        .map(failed -> new Failed(failed.input().toString(), failed.reason()))
                        .toList(),
                ledger.feeds().all());
    }

    /**
     * A run; null where there is none of this number.
     *
     * @param outcome only inputs that came to this; null for all
     */
    public static @Nullable One run(Ledger ledger, long number, @Nullable String outcome) {
        for (Runs.Summary run : ledger.runs().all()) {
            if (run.number() == number) {
                List<Runs.Row> rows =
                        ledger.runs().inputs(number).stream()
                                .filter(
                                        row ->
                                                outcome == null
                                                        || row.outcome().words().equals(outcome))
                                .toList();
                return new One(
                        line(run),
                        outcome,
                        rows.size(),
                        rows.stream().limit(MOST_ROWS).map(SourcesView::row).toList());
            }
        }
        return null;
    }

    private static Line line(Runs.Summary run) {
        List<Count> counts = new ArrayList<>();
        long inputs = 0;
        for (Outcome outcome : Outcome.values()) {
            long count = run.outcomes().getOrDefault(outcome, 0L);
            inputs += count;
            if (count > 0) {
                counts.add(new Count(outcome.words(), count));
            }
        }
        return new Line(run.number(), run.started(), run.ended(), inputs, counts);
    }

    private static Row row(Runs.Row row) {
        return new Row(
                row.input().toString(),
                row.outcome().words(),
                row.document(),
                row.other(),
                row.reason());
    }
}
