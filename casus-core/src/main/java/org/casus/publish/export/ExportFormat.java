package org.casus.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.ServiceLoader;

/** The forms that incidents go out in. {@code docs/how-to/export.md} says what each can hold. */
public enum ExportFormat {
    /** Casus's own table, with commas. */
    CSV,
    /** Everything, an incident a line. */
    JSONL,
    /** Casus's own table for programs that read columns; needs the module casus-parquet. */
    PARQUET,
    /** A map. */
    GEOJSON,
    /** The columns of POLECAT, with tabs. */
    PLOVER,
    /** The columns of ACLED, with commas. */
    ACLED,
    /** The columns of UCDP GED, with commas. */
    UCDP,
    /** A row a report and event, for the R package eventreport, with commas. */
    EVENTREPORT;

    /** A format that comes in a module of its own, found as a service. */
    public interface Provider {
        ExportFormat format();

        IncidentWriter writer(OutputStream out) throws IOException;
    }

    /**
     * A writer of this format.
     *
     * @param out stays open
     * @throws IllegalStateException if the format's module is not on the class path
     */
    public IncidentWriter writer(OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> DelimitedWriter.commas(out, IncidentTable.COLUMNS, List::of);
            case JSONL -> new IncidentLines(out);
            case GEOJSON -> new GeoJsonWriter(out);
            case PLOVER -> DelimitedWriter.tabs(out, Polecat.COLUMNS, Polecat::rows);
            case ACLED -> DelimitedWriter.commas(out, Acled.COLUMNS, Acled::rows);
            case UCDP -> DelimitedWriter.commas(out, Ucdp.COLUMNS, Ucdp::rows);
            case EVENTREPORT ->
                    DelimitedWriter.commas(out, EventReports.COLUMNS, EventReports::rows);
            case PARQUET -> provided(out);
        };
    }

    private IncidentWriter provided(OutputStream out) throws IOException {
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            if (provider.format() == this) {
                return provider.writer(out);
            }
        }
        throw new IllegalStateException(
                "Parquet needs the module casus-parquet, which is not on the class path; ./casus"
                        + " puts it there when asked for --format parquet");
    }
}
