package org.casus.app.api;

import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.ReportView;
import org.casus.store.Documents;

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
                    Documents.Document document =
                            desk.read(ledger -> ledger.documents().find(id))
                                    .orElseThrow(() -> missing(id));
                    context.contentType("application/json; charset=utf-8")
                            .result(document.record());
                });
    }

    private static Problem missing(String id) {
        return Problem.notFound("There is no report \"" + id + "\".");
    }
}
