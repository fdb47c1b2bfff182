package org.casus.app.web;

import io.javalin.http.Context;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.Dossier;
import org.casus.app.view.IncidentFilter;
import org.casus.app.view.IncidentView;
import org.casus.app.view.IncidentsView;

/** The list of incidents, and each of them as a dossier. */
final class IncidentPages {
    private final Desk desk;
    private final Pages pages;

    IncidentPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/", Role.READER, context -> context.redirect("/incidents"));
        router.get("/incidents", Role.READER, this::list);
        router.get("/incidents/{uid}", Role.READER, this::one);
    }

    private void list(Context context) {
        IncidentsView view =
                Request.asked(
                        desk,
                        ledger ->
                                IncidentsView.of(
                                        desk, ledger, IncidentFilter.of(context.queryParamMap())));
        pages.show(context, "incidents", "Incidents", "incidents", view);
    }

    private void one(Context context) {
        IncidentView view =
                desk.read(ledger -> IncidentView.of(ledger, Request.incident(context, ledger)));
        pages.show(
                context, "incident", view.line().sentence(), "incidents", new Dossier(view, null));
    }
}
