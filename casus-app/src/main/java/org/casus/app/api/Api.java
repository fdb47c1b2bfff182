package org.casus.app.api;

import org.casus.app.act.Deciding;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;

/** All resources of the API. */
public final class Api {
    private final Desk desk;
    private final Deciding deciding;

    public Api(Desk desk, Deciding deciding) {
        this.desk = desk;
        this.deciding = deciding;
    }

    public void addTo(Router router) {
        new OpenApiResource().addTo(router);
        new IncidentsResource(desk).addTo(router);
        new ChartsResource(desk).addTo(router);
        new ReportsResource(desk).addTo(router);
        new DecisionsResource(desk, deciding).addTo(router);
        new SourcesResource(desk).addTo(router);
        new ExportResource(desk).addTo(router);
        new TeamResource(desk).addTo(router);
        new SearchResource(desk).addTo(router);
    }
}
