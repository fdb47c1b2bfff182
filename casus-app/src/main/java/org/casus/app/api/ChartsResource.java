package org.casus.app.api;

import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.MapView;

/** {@code /api/v1/map}: incidents counted by where. */
final class ChartsResource {
    private final Desk desk;

    ChartsResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/map",
                Role.READER,
                context ->
                        Json.send(
                                context,
                                Request.asked(
                                        desk,
                                        ledger -> MapView.of(ledger, context.queryParamMap()))));
    }
}
