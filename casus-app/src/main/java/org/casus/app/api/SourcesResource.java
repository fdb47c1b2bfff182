package org.casus.app.api;

import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.SourcesView;

/** {@code /api/v1/sources}. */
final class SourcesResource {
    private final Desk desk;

    SourcesResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/sources",
                Role.READER,
                context -> Json.send(context, desk, desk.read(SourcesView::of)));
        router.get(
                "/api/v1/sources/runs/{number}",
                Role.READER,
                context -> {
                    long number = Request.wholeNumber(context.pathParam("number"));
                    SourcesView.One run =
                            desk.read(
                                    ledger ->
                                            SourcesView.run(
                                                    ledger, number, context.queryParam("outcome")));
                    if (run == null) {
                        throw Problem.notFound("There is no run " + number + ".");
                    }
                    Json.send(context, desk, run);
                });
    }
}
