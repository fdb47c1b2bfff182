package org.casus.app.web;

import io.javalin.http.Context;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.view.ReportView;
import org.casus.app.view.SearchView;

/** Reports: found by their words, and each with what was read in it. */
final class ReportPages {
    private final Desk desk;
    private final Pages pages;

    ReportPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/reports/{id}", Role.READER, this::one);
        router.get("/search", Role.READER, this::search);
    }

    private void one(Context context) {
        String id = context.pathParam("id");
        ReportView view =
                desk.read(ledger -> ReportView.of(ledger, id, Request.range(context)))
                        .orElseThrow(() -> Problem.notFound("There is no report \"" + id + "\"."));
        pages.show(context, "report", view.heading(), "search", view);
    }

    private void search(Context context) {
        String words = context.queryParam("q");
        SearchView view =
                Request.asked(desk, ledger -> SearchView.of(ledger, words == null ? "" : words));
        pages.show(context, "search", "Search", "search", view);
    }
}
