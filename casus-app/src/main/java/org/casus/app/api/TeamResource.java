package org.casus.app.api;

import java.util.Objects;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.ActsView;
import org.casus.app.view.Desk;
import org.casus.app.view.TeamView;

/** {@code /api/v1/team} and {@code /api/v1/team/acts}. */
final class TeamResource {
    private final Desk desk;

    TeamResource(Desk desk) {
        this.desk = desk;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/team",
                Role.ADMIN,
                context -> Json.send(context, desk, desk.read(TeamView::of)));
        router.get(
                "/api/v1/team/acts",
                Role.ADMIN,
                context -> {
                    String who = Objects.requireNonNullElse(context.queryParam("who"), "");
                    String act = Objects.requireNonNullElse(context.queryParam("act"), "");
                    int before = Request.number(context, "before", 0);
                    Json.send(
                            context,
                            desk,
                            desk.read(ledger -> ActsView.of(ledger, who, act, before)));
                });
    }
}
