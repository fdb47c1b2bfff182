package org.casus.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
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
import org.casus.app.view.Dossier;
import org.casus.app.view.IncidentFilter;
import org.casus.app.view.IncidentView;
import org.casus.app.view.PairView;
import org.casus.model.Decision;
import org.casus.store.IncidentSummary;
import org.jspecify.annotations.Nullable;

/**
 * Review: pairs that may be one, incidents one after the other, and what was decided. Where one is
 * stands in the address, and a decision is written down before the next page is shown, so that
 * nothing is lost with a page.
 */
final class ReviewPages {
    private static final int MOST_DECISIONS = 200;

    private final Desk desk;
    private final Deciding deciding;
    private final Pages pages;

    ReviewPages(Desk desk, Deciding deciding, Pages pages) {
        this.desk = desk;
        this.deciding = deciding;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get("/review", Role.READER, this::pairs);
        router.get("/review/pair", Role.READER, this::pair);
        router.get("/review/incidents", Role.READER, this::incidents);
        router.get("/review/decisions", Role.READER, this::decisions);
        router.post("/decide", Role.REVIEWER, this::decide);
        router.post("/decisions/{id}/undo", Role.REVIEWER, this::undo);
    }

    private void pairs(Context context) {
        String uid = context.queryParam("uid");
        int place = Request.number(context, "at", 1);
        pages.show(
                context,
                "review",
                "Review",
                "review",
                desk.read(ledger -> PairView.of(ledger, uid, place)));
    }

    private void pair(Context context) {
        PairView view =
                desk.read(
                        ledger ->
                                PairView.of(
                                        ledger,
                                        Request.incident(ledger, context.queryParam("left")),
                                        Request.incident(ledger, context.queryParam("right"))));
        pages.show(context, "review", "Two incidents", "review", view);
    }

    /**
     * The next incident that nobody has decided on, of those that the address asks for; the most
     * doubtful one unless it asks for another order.
     */
    private void incidents(Context context) {
        int skip = Request.number(context, "skip", 0);
        IncidentFilter asked =
                Request.asked(desk, ledger -> IncidentFilter.of(context.queryParamMap()).waiting());
        IncidentFilter filter =
                context.queryParam("sort") == null
                        ? asked.sorted(IncidentFilter.Sort.DOUBT)
                        : asked;
        Dossier dossier =
                Request.asked(
                        desk,
                        ledger -> {
                            long waiting = ledger.incidents().count(filter.query());
                            int offset = (int) Math.max(0, Math.min(skip, waiting - 1));
                            List<IncidentSummary> next =
                                    ledger.incidents()
                                            .list(filter.query(), filter.sort().order(), 1, offset);
                            return next.isEmpty()
                                    ? null
                                    : new Dossier(
                                            IncidentView.of(ledger, next.get(0).uid()),
                                            new Dossier.Queue(
                                                    waiting,
                                                    at(filter, offset),
                                                    at(filter, offset + 1)));
                        });
        if (dossier == null) {
            pages.show(context, "done", "Review", "review", filter);
        } else {
            pages.show(context, "incident", "Review", "review", dossier);
        }
    }

    private static String at(IncidentFilter filter, int skip) {
        String address = filter.queue();
        return skip == 0 ? address : address + (address.contains("?") ? "&" : "?") + "skip=" + skip;
    }

    private void decisions(Context context) {
        pages.show(
                context,
                "decisions",
                "Decisions",
                "review",
                desk.read(ledger -> DecisionView.latest(ledger, MOST_DECISIONS)));
    }

    // ---- acts

    private void decide(Context context) {
        Order order;
        try {
            order = order(context);
        } catch (IllegalArgumentException nonsense) {
            throw Problem.badRequest(String.valueOf(nonsense.getMessage()));
        }
        Deciding.Done done = deciding.decide(order, Guard.visitor(context).name());
        Guard.did(
                context,
                String.valueOf(said(context, "act")).toLowerCase(Locale.ROOT),
                done.about());
        goOn(context, done);
    }

    private static Order order(Context context) {
        List<Order.Seen> incidents = new ArrayList<>();
        List<String> uids = context.formParams("uid");
        List<String> revisions = context.formParams("revision");
        for (int i = 0; i < Math.min(uids.size(), revisions.size()); i++) {
            incidents.add(new Order.Seen(uids.get(i), Long.parseLong(revisions.get(i))));
        }
        String act = said(context, "act");
        Decision.Act decided;
        try {
            decided = Decision.Act.valueOf(String.valueOf(act).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("\"" + act + "\" is no decision.", none);
        }
        String reason = said(context, "reason");
        return new Order(
                decided,
                incidents,
                context.formParams("account"),
                said(context, "field"),
                said(context, "value"),
                reason == null ? "" : reason);
    }

    private static @Nullable String said(Context context, String field) {
        String given = context.formParam(field);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private void undo(Context context) {
        try {
            String reason = said(context, "reason");
            deciding.undo(
                    context.pathParam("id"),
                    Guard.visitor(context).name(),
                    reason == null ? "" : reason);
        } catch (IllegalArgumentException missing) {
            throw Problem.notFound(String.valueOf(missing.getMessage()));
        }
        Guard.did(context, "undo", context.pathParam("id"));
        String next = said(context, "next");
        context.redirect(
                Request.own(next) ? String.valueOf(next) : "/review/decisions",
                HttpStatus.SEE_OTHER);
    }

    /** To where the form says, or else to the incident; with what was decided, to be undone. */
    private static void goOn(Context context, Deciding.Done done) {
        String next = said(context, "next");
        String to =
                Request.own(next)
                        ? String.valueOf(next)
                        : done.incident().isEmpty()
                                ? "/incidents"
                                : "/incidents/" + done.incident();
        context.redirect(
                to + (to.contains("?") ? "&" : "?") + "done=" + done.decision(),
                HttpStatus.SEE_OTHER);
    }
}
