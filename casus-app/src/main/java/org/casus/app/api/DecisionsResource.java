package org.casus.app.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.app.act.Deciding;
import org.casus.app.act.Order;
import org.casus.app.http.Guard;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.DecisionView;
import org.casus.app.view.Desk;
import org.casus.app.view.PairView;
import org.casus.model.Decision;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/review} and {@code /api/v1/decisions}. */
final class DecisionsResource {
    private static final int MOST = 1000;

    private final Desk desk;
    private final Deciding deciding;

    DecisionsResource(Desk desk, Deciding deciding) {
        this.desk = desk;
        this.deciding = deciding;
    }

    void addTo(Router router) {
        router.get(
                "/api/v1/review",
                Role.READER,
                context -> {
                    int place = Request.number(context, "at", 1);
                    String uid = context.queryParam("uid");
                    Json.send(context, desk, desk.read(ledger -> PairView.of(ledger, uid, place)));
                });
        router.get(
                "/api/v1/decisions",
                Role.READER,
                context ->
                        Json.send(
                                context,
                                desk,
                                desk.read(ledger -> DecisionView.latest(ledger, MOST))));
        router.post("/api/v1/decisions", Role.REVIEWER, this::decide);
        router.post("/api/v1/decisions/{id}/undo", Role.REVIEWER, this::undo);
    }

    private void decide(Context context) {
        Order order;
        try {
            order = order(Json.read(context));
        } catch (IllegalArgumentException | JacksonException nonsense) {
            throw Problem.badRequest(String.valueOf(nonsense.getMessage()));
        }
        Deciding.Done done = deciding.decide(order, Guard.visitor(context).name());
        Guard.did(context, order.act().name().toLowerCase(Locale.ROOT), done.about());
        context.status(201);
        Json.send(context, desk, done);
    }

    private static Order order(JsonNode asked) {
        List<Order.Seen> incidents = new ArrayList<>();
        for (JsonNode incident : asked.path("incidents")) {
            incidents.add(
                    new Order.Seen(
                            incident.path("uid").stringValue(""),
                            incident.path("revision").longValue(0)));
        }
        List<String> accounts = new ArrayList<>();
        asked.path("accounts").forEach(account -> accounts.add(account.stringValue("")));
        return new Order(
                Decision.Act.valueOf(asked.path("act").stringValue("").toUpperCase(Locale.ROOT)),
                incidents,
                accounts,
                text(asked, "field"),
                text(asked, "value"),
                asked.path("reason").stringValue(""));
    }

    private static @Nullable String text(JsonNode asked, String name) {
        JsonNode value = asked.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    private void undo(Context context) {
        try {
            String reason = context.body().isBlank() ? null : text(Json.read(context), "reason");
            Guard.did(context, "undo", context.pathParam("id"));
            Json.send(
                    context,
                    desk,
                    deciding.undo(
                            context.pathParam("id"),
                            Guard.visitor(context).name(),
                            reason == null ? "" : reason));
        } catch (IllegalArgumentException missing) {
            throw Problem.notFound(String.valueOf(missing.getMessage()));
        } catch (JacksonException nonsense) {
            throw Problem.badRequest(String.valueOf(nonsense.getMessage()));
        }
    }
}
