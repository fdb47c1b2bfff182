package org.casus.app.web;

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

/** Incidents drawn: on a map, along time, as a network; and who contradicts whom. */
final class ChartPages {
    private final Desk desk;
    private final Pages pages;

    ChartPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void addTo(Router router) {
        add(router, "map", "Map", MapView::of);
        add(router, "timeline", "Timeline", TimelineView::of);
        add(router, "network", "Network", NetworkView::of);
        add(router, "claims", "Claims", ClaimsView::of);
    }

    private <T> void add(
            Router router,
            String name,
            String title,
            BiFunction<Ledger, Map<String, List<String>>, T> view) {
        router.get(
                "/" + name,
                Role.READER,
                context ->
                        pages.show(
                                context,
                                name,
                                title,
                                name,
                                Request.drawn(context, desk, name, view)));
    }
}
