package org.casus.app.api;

import org.casus.app.http.Router;
import org.casus.app.view.Desk;

/** All resources of the API. */
public final class Api {
    private final Desk desk;

    public Api(Desk desk) {
        this.desk = desk;
    }

    public void addTo(Router router) {
        new OpenApiResource().addTo(router);
        new IncidentsResource(desk).addTo(router);
        new ReportsResource(desk).addTo(router);
        new SearchResource(desk).addTo(router);
    }
}
