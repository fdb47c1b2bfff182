package org.casus.app.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.MapView;
import org.casus.store.Ledger;

/** Incidents drawn: on a map. */
final class ChartPages {
    private final Desk desk;
    private final Pages pages;

    ChartPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/map", Role.READER, context -> show(context, "map", "Map", MapView::of));
    }

    private <T> void show(
            Context context,
            String name,
            String title,
            BiFunction<Ledger, Map<String, List<String>>, T> view) {
        T made = Request.asked(desk, ledger -> view.apply(ledger, context.queryParamMap()));
        pages.show(context, name, title, name, made);
    }
}
