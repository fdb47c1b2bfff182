package org.casus.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.casus.acquire.Arrival.Input;
import org.casus.acquire.Arrivals;
import org.casus.model.Report;
import org.casus.publish.RecordReader;
import org.casus.store.AccountStore.Packed;

/**
 * A report that has been read, with all that the ledger keeps of it. Making one costs more than
 * storing it and may be done on any thread.
 */
public final class ReadReport {
    private final Report report;
    private final Input input;
    private final Gzip record;
    private final Sketch sketch;
    private final List<Packed> accounts;

    private ReadReport(
            Report report, Input input, Gzip record, Sketch sketch, List<Packed> accounts) {
        this.report = report;
        this.input = input;
        this.record = record;
        this.sketch = sketch;
        this.accounts = accounts;
    }

    /**
     * @param record the line that {@code casus read --format jsonl} prints of the report
     */
    public static ReadReport of(Report report, Input input, String record) {
        return new ReadReport(
                report,
                input,
                Gzip.of(record),
                Sketch.of(report.text()),
                Packed.all(RecordReader.accounts(record)));
    }

    Report report() {
        return report;
    }

    Input input() {
        return input;
    }

    Gzip record() {
        return record;
    }

    Sketch sketch() {
        return sketch;
    }

    List<Packed> accounts() {
        return accounts;
    }

    String address() {
        return address(report, input);
    }

    /**
     * What makes two texts two versions of one report: its address on the web, the id of its line
     * in its file, or its file. A line without an id is a report of its own, for it may move.
     */
    static String address(Report report, Input input) {
        String uri = report.uri();
        if (uri != null && uri.contains("://")) {
            return uri;
        }
        boolean nameless =
                input.line() == null
                        ? input.file().equals(Arrivals.STANDARD_INPUT)
                        : report.key().equals(input.toString());
        if (nameless) {
            return "document:" + report.id();
        }
        return input.line() == null ? file(input.file()) : file(input.file()) + "#" + report.key();
    }

    /** The file of an input, the same from whatever folder it is named. */
    static String file(String named) {
        if (named.equals(Arrivals.STANDARD_INPUT)) {
            return named;
        }
        try {
            return Path.of(named).toAbsolutePath().normalize().toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return named;
        }
    }
}
