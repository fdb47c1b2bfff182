package org.casus.app.api;

import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.IncidentFilter;
import org.casus.app.view.IncidentView;
import org.casus.app.view.IncidentsView;
import org.casus.app.view.InsetView;

/** {@code /api/v1/incidents}. */
final class IncidentsResource {
    private final Desk desk;

    IncidentsResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/incidents",
                Role.READER,
                context ->
                        Json.send(
                                context,
                                desk,
                                Request.asked(
                                        desk,
                                        ledger ->
                                                IncidentsView.of(
                                                        desk,
                                                        ledger,
                                                        IncidentFilter.of(
                                                                context.queryParamMap())))));
        router.get(
                "/api/v1/incidents/{uid}",
                Role.READER,
                context ->
                        Json.send(
                                context,
                                desk,
                                desk.read(
                                        ledger ->
                                                IncidentView.of(
                                                        ledger,
                                                        Request.incident(context, ledger)))));
        router.get(
                "/api/v1/incidents/{uid}/map",
                Role.READER,
                context ->
                        Json.send(
                                context,
                                desk,
                                desk.read(
                                        ledger ->
                                                InsetView.of(
                                                        IncidentView.of(
                                                                ledger,
                                                                Request.incident(
                                                                        context, ledger))))));
    }
}
