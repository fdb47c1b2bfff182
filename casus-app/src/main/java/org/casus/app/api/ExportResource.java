package org.casus.app.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.casus.app.http.Guard;
import org.casus.app.http.Problem;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.IncidentFilter;
import org.casus.publish.export.Case;
import org.casus.publish.export.ExportFormat;
import org.casus.publish.export.IncidentWriter;
import org.casus.publish.export.PrivateNames;
import org.casus.publish.export.Redaction;
import org.casus.store.IncidentQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/export}: what a list shows, all pages of it, in a form that other programs load.
 * Incidents go out as they are read. The names of private persons stay here unless they are asked
 * for.
 */
final class ExportResource {
    private static final String FORMAT = "format";
    private static final String NAMES = "private";

    private final Desk desk;

    ExportResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get("/api/v1/export", Role.READER, this::export);
    }

    private void export(Context context) {
        ExportFormat format = format(context.queryParam(FORMAT));
        boolean all = "yes".equals(context.queryParam(NAMES));
        if (all && desk.discreet()) {
            throw Problem.forbidden(
                    "The names of private persons do not leave this workbench: it was started with"
                            + " --redact-private.");
        }
        PrivateNames hidden = desk.names();
        Map<String, List<String>> asked = new LinkedHashMap<>(context.queryParamMap());
        asked.remove(FORMAT);
        asked.remove(NAMES);
        IncidentQuery query;
        try {
            query = IncidentFilter.of(asked).query();
        } catch (IllegalArgumentException nonsense) {
            throw Problem.badRequest(String.valueOf(nonsense.getMessage()));
        }
        Guard.did(
                context,
                all ? "export with private names" : "export",
                Objects.requireNonNullElse(context.queryString(), ""));
        context.contentType(type(format))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"casus-incidents." + ending(format) + '"');
        OutputStream out = context.outputStream();
        desk.read(
                ledger -> {
                    try {
                        IncidentWriter writer = format.writer(out);
                        ledger.incidents()
                                .each(
                                        query,
                                        (incident, accounts) ->
                                                write(
                                                        writer,
                                                        shown(
                                                                new Case(incident, accounts),
                                                                all,
                                                                hidden)));
                        writer.finish();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return ledger;
                });
    }

    private static Case shown(Case told, boolean all, PrivateNames hidden) {
        return all ? told : Redaction.of(Redaction.of(told), hidden);
    }

    private static void write(IncidentWriter writer, Case told) {
        try {
            writer.write(told.withoutCountryPoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportFormat format(@Nullable String given) {
        for (ExportFormat format : ExportFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(given)
                    && format != ExportFormat.PARQUET) {
                return format;
            }
        }
        throw Problem.badRequest(
                "\"format\" is \""
                        + given
                        + "\", but must be one of csv, jsonl, geojson, plover, acled, ucdp and"
                        + " eventreport; casus export makes parquet.");
    }

    private static String type(ExportFormat format) {
        return switch (format) {
            case JSONL -> "application/x-ndjson; charset=utf-8";
            case GEOJSON -> "application/geo+json; charset=utf-8";
            case PLOVER -> "text/tab-separated-values; charset=utf-8";
            default -> "text/csv; charset=utf-8";
        };
    }

    private static String ending(ExportFormat format) {
        return switch (format) {
            case JSONL -> "jsonl";
            case GEOJSON -> "geojson";
            case PLOVER -> "tsv";
            default -> "csv";
        };
    }
}
