package org.casus.app.api;

import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.SearchView;

/** {@code /api/v1/search}. */
final class SearchResource {
    private final Desk desk;

    SearchResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/search",
                Role.READER,
                context -> {
                    String words = context.queryParam("q");
                    Json.send(
                            context,
                            desk,
                            Request.asked(
                                    desk,
                                    ledger -> SearchView.of(ledger, words == null ? "" : words)));
                });
    }
}
