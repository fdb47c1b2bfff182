package org.casus.app.api;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.ClaimsView;
import org.casus.app.view.Desk;
import org.casus.app.view.MapView;
import org.casus.app.view.NetworkView;
import org.casus.app.view.TimelineView;
import org.casus.store.Ledger;

/** {@code /api/v1/map}, {@code timeline}, {@code network} and {@code claims}. */
final class ChartsResource {
    private final Desk desk;

    ChartsResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        add(router, "map", MapView::of);
        add(router, "timeline", TimelineView::of);
        add(router, "network", NetworkView::of);
        add(router, "claims", ClaimsView::of);
    }

    private <T> void add(
            Router router, String name, BiFunction<Ledger, Map<String, List<String>>, T> view) {
        router.get(
                "/api/v1/" + name,
                Role.READER,
                context -> Json.send(context, desk, Request.drawn(context, desk, name, view)));
    }
}
