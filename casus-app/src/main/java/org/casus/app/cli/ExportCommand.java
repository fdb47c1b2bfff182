package org.casus.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.publish.LedgerJson;
import org.casus.publish.export.Case;
import org.casus.publish.export.ExportFormat;
import org.casus.publish.export.IncidentWriter;
import org.casus.publish.export.PrivateNames;
import org.casus.publish.export.Redaction;
import org.casus.store.IncidentQuery;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus export}: incidents in the forms that other programs load. */
@Command(
        name = "export",
        description = {"Writes incidents in a form that other programs load.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nFormats:%n",
        footer = {
            "  csv          a row an incident, for spreadsheets and statistics",
            "  jsonl        everything that is known, an incident a line",
            "  parquet      the columns of csv with their types, for DuckDB, Spark, Arrow",
            "  geojson      a map",
            "  plover       the columns of POLECAT, tab-separated",
            "  acled        the columns of ACLED",
            "  ucdp         the columns of UCDP GED",
            "  eventreport  a row a report and event, for the R package eventreport",
            "",
            "What a format has no place for is left out, and counted on standard error;",
            "docs/how-to/export.md says what that is. Text that a spreadsheet would run",
            "as a formula gets an apostrophe before it.",
            "",
            "Examples:",
            "  casus export --format csv -o incidents.csv    what the ledger has",
            "  casus export --format ucdp --where country=IRQ --from 2014-01-01",
            "  casus export --format csv --as-of 2026-01-31  as the ledger stood then",
            "  casus export --format csv incidents.jsonl -o incidents.csv",
            "  casus incidents records.jsonl | casus export --format acled - >acled.csv",
            "",
            "Exit codes: 0 all incidents were written; 1 some lines could not be read, each",
            "named on standard error; 2 the command line makes no sense; 3 Casus itself",
            "failed, as when there is no ledger."
        })
final class ExportCommand implements Callable<Integer> {
    private static final String RECORD = "{\"casus\":";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Incidents as JSON Lines; - is standard input. Without a file, the incidents of"
                            + " the ledger.")
    List<String> files = List.of();

    @Mixin LedgerOption ledger = new LedgerOption();

    @Option(
            names = {"-f", "--format"},
            required = true,
            paramLabel = "FORMAT",
            description = "One of: csv, jsonl, parquet, geojson, plover, acled, ucdp, eventreport.")
    @Nullable ExportFormat format;

    @Mixin FilterOptions filter = new FilterOptions();

    @Option(
            names = "--country-points",
            description =
                    "Give an incident of which only the country is known the middle of that country"
                            + " for its position.")
    boolean countryPoints;

    @Mixin RedactOption redaction = new RedactOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write there instead of standard output, all of it or, if it fails, nothing.")
    @Nullable Path output;

    @Spec @Nullable CommandSpec spec;

    private final Terminal terminal;
    private PrivateNames names = PrivateNames.NONE;
    private int written;
    private int leftOut;
    private int unreadable;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ExportFormat form = Objects.requireNonNull(format);
        if (form == ExportFormat.PARQUET && output == null && terminal.outIsTerminal()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Parquet is not for a terminal; name a file with --output");
        }
        if (!files.isEmpty() && filter.any()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--where and its like ask the ledger; name no FILE with them");
        }
        boolean watched = terminal.errIsTerminal() && (output != null || !terminal.outIsTerminal());
        try (Progress progress = new Progress(terminal.err(), watched);
                Output out = output == null ? Output.to(terminal.out()) : Output.file(output)) {
            IncidentWriter writer = form.writer(out.stream());
            if (files.isEmpty()) {
                exportLedger(writer, progress);
            }
            for (String file : files) {
                if (!export(file, writer, progress)) {
                    break;
                }
            }
            writer.finish();
            out.finish();
            report(form, progress);
        }
        return unreadable == 0 ? ExitCode.OK : ExitCode.SOME_UNREADABLE;
    }

    private void exportLedger(IncidentWriter writer, Progress progress) throws IOException {
        IncidentQuery query = filter.query();
        BiConsumer<Incident, List<Account>> write =
                (incident, accounts) -> {
                    try {
                        write(new Case(incident, accounts), writer, progress);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
        try (Ledger open = Ledger.read(ledger.where)) {
            names = redaction.names(open);
            if (filter.asOf == null) {
                open.incidents().each(query, write);
            } else {
                open.history().each(filter.asOf, query, write);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Case told, IncidentWriter writer, Progress progress) throws IOException {
        Case shown = redaction.wanted ? Redaction.of(Redaction.of(told), names) : told;
        if (writer.write(countryPoints ? shown : shown.withoutCountryPoints())) {
            written++;
        } else {
            leftOut++;
        }
        progress.count(written + " written" + (leftOut == 0 ? "" : ", " + leftOut + " not"));
    }

    /** False once nobody reads what is written. */
    private boolean export(String file, IncidentWriter writer, Progress progress)
            throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    write(incident(line), writer, progress);
                } catch (RuntimeException e) {
                    // A writer writes an incident as a whole or not at all.
                    unreadable++;
                    progress.note("casus: " + file + ":" + number + ": " + reason(e));
                }
                if (output == null && terminal.out().checkError()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private static Case incident(String line) {
        if (line.startsWith(RECORD)) {
            throw new IllegalArgumentException(
                    "is the record of a report, not an incident; casus incidents makes incidents of"
                            + " records");
        }
        if (!line.startsWith("{")) {
            throw new IllegalArgumentException("is no JSON object");
        }
        return new Case(LedgerJson.incident(line), List.of());
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof IllegalArgumentException
                ? String.valueOf(failure.getMessage())
                : "is not a whole incident: " + failure;
    }

    private void report(ExportFormat form, Progress progress) {
        if (leftOut > 0) {
            progress.note(
                    "casus: left out "
                            + leftOut
                            + " of "
                            + (written + leftOut)
                            + " incidents, which "
                            + form.name().toLowerCase(Locale.ROOT)
                            + " has no place for");
        }
    }
}
