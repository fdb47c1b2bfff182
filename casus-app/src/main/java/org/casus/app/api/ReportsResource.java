package org.casus.app.api;

import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.ReportView;
import org.casus.publish.export.Redaction;

/** {@code /api/v1/reports}. */
final class ReportsResource {
    private final Desk desk;

    ReportsResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/reports/{id}",
                Role.READER,
                context -> {
                    String id = context.pathParam("id");
                    Json.send(
                            context,
                            desk,
                            desk.read(
                                    ledger ->
                                            ReportView.of(ledger, id, Request.range(context))
                                                    .orElseThrow(() -> missing(id))));
                });
        router.get(
                "/api/v1/reports/{id}/record",
                Role.READER,
                context -> {
                    String id = context.pathParam("id");
                    String record =
                            desk.read(
                                    ledger -> {
                                        String whole = ledger.reports().id(id);
                                        return whole == null
                                                ? null
                                                : ledger.reports().get(whole).record();
                                    });
                    if (record == null) {
                        throw missing(id);
                    }
                    context.contentType("application/json; charset=utf-8")
                            .result(Redaction.record(record, desk.names()));
                });
    }

    private static Problem missing(String id) {
        return Problem.notFound("There is no report \"" + id + "\".");
    }
}
