package org.casus.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casus.app.act.Conflict;
import org.casus.app.api.Json;
import org.casus.app.http.Problem;
import org.casus.app.view.ErrorView;
import org.casus.store.LedgerException;

/** What is answered when a request fails: a page, or JSON for the API. */
final class Errors {
    private final Pages pages;
    private final PrintStream log;

    /**
     * @param log where faults of Casus are written
     */
    Errors(Pages pages, PrintStream log) {
        this.pages = pages;
        this.log = log;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(
                Problem.class,
                (problem, context) -> {
                    if (problem.status() == 401 && !isApi(context)) {
                        login(context);
                    } else {
                        answer(context, problem.status(), problem.title(), words(problem));
                    }
                });
        routes.exception(
                Conflict.class,
                (changed, context) -> answer(context, 409, Problem.title(409), words(changed)));
        routes.exception(
                HttpResponseException.class,
                (http, context) ->
                        answer(
                                context,
                                http.getStatus(),
                                Problem.title(http.getStatus()),
                                http.getStatus() == 404 ? "There is nothing here." : words(http)));
        routes.exception(
                LedgerException.class,
                (refused, context) -> {
                    boolean busy = words(refused).contains("another Casus");
                    int status = busy ? 503 : 400;
                    answer(context, status, Problem.title(status), words(refused));
                });
        routes.exception(Exception.class, this::fault);
        routes.error(
                404,
                context -> {
                    if (context.resultInputStream() == null) {
                        answer(context, 404, Problem.title(404), "There is nothing here.");
                    }
                });
    }

    private void fault(Exception fault, Context context) {
        log.println("casus: " + context.method().name() + " " + context.path() + " failed");
        fault.printStackTrace(log);
        answer(
                context,
                500,
                Problem.title(500),
                "That is a fault of Casus; the terminal that runs it has the details.");
    }

    private void answer(Context context, int status, String title, String detail) {
        context.status(status);
        if (isApi(context)) {
            Json.problem(context, status, title, detail);
        } else {
            pages.show(context, "error", title, "", new ErrorView(status, title, detail));
        }
    }

    private static boolean isApi(Context context) {
        return context.path().startsWith("/api/");
    }

    /** To the page to log in, and from there back to what was asked for. */
    private static void login(Context context) {
        String query = context.queryString();
        String next =
                context.method().equals(HandlerType.GET)
                        ? context.path() + (query == null ? "" : "?" + query)
                        : "/incidents";
        context.redirect(
                "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                HttpStatus.SEE_OTHER);
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
