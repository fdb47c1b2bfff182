package org.casus.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.act.Adding;
import org.casus.app.http.Guard;
import org.casus.app.http.Problem;
import org.casus.app.http.Request;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.AddingView;
import org.casus.app.view.Desk;
import org.casus.app.view.SourcesView;
import org.casus.store.Feeds;
import org.jspecify.annotations.Nullable;

/** Where reports come from: what was taken in, and adding more. */
final class SourcePages {
    private final Desk desk;
    private final Adding adding;
    private final Pages pages;

    SourcePages(Desk desk, Adding adding, Pages pages) {
        this.desk = desk;
        this.adding = adding;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.get(
                "/sources",
                Role.READER,
                context ->
                        pages.show(
                                context,
                                "sources",
                                "Sources",
                                "sources",
                                desk.read(SourcesView::of)));
        router.get("/sources/runs/{number}", Role.READER, this::run);
        router.post("/sources/paste", Role.REVIEWER, this::paste);
        router.post("/sources/upload", Role.REVIEWER, this::upload);
        router.post("/sources/fetch", Role.REVIEWER, this::fetch);
        router.get("/sources/added/{id}", Role.READER, this::added);
    }

    private void run(Context context) {
        long number = Request.wholeNumber(context.pathParam("number"));
        SourcesView.One run =
                desk.read(ledger -> SourcesView.run(ledger, number, context.queryParam("outcome")));
        if (run == null) {
            throw Problem.notFound("There is no run " + number + ".");
        }
        pages.show(context, "run", "Run " + number, "sources", run);
    }

    private void paste(Context context) throws IOException {
        String text = said(context, "text");
        if (text == null) {
            throw Problem.badRequest("There is no text to be added.");
        }
        String published = said(context, "published");
        if (published != null && !published.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw Problem.badRequest(
                    "The day is \"" + published + "\", but a day is written as 2026-01-31.");
        }
        goOn(
                context,
                adding.add(
                        new Adding.Pasted(
                                text, said(context, "title"), published, said(context, "outlet"))));
    }

    private static @Nullable String said(Context context, String field) {
        String given = context.formParam(field);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private void upload(Context context) throws IOException {
        List<Adding.Sent> files = new ArrayList<>();
        for (UploadedFile file : context.uploadedFiles("files")) {
            if (file.size() > 0) {
                files.add(new Adding.Sent(file.filename(), file.content()));
            }
        }
        if (files.isEmpty()) {
            throw Problem.badRequest("There is no file to be added.");
        }
        goOn(context, adding.add(files));
    }

    private void fetch(Context context) {
        String wanted = said(context, "feed");
        List<Feeds.Line> feeds = new ArrayList<>(desk.read(ledger -> ledger.feeds().all()));
        feeds.removeIf(feed -> wanted != null && !feed.name().equals(wanted));
        if (feeds.isEmpty()) {
            throw Problem.badRequest("There is no such feed; casus feed add adds one.");
        }
        goOn(context, adding.fetch(feeds, said(context, "articles") != null));
    }

    private static void goOn(Context context, String lot) {
        Guard.did(context, "add reports", lot);
        context.redirect("/sources/added/" + lot, HttpStatus.SEE_OTHER);
    }

    private void added(Context context) {
        AddingView lot =
                adding.lot(context.pathParam("id"))
                        .orElseThrow(
                                () ->
                                        Problem.notFound(
                                                "Nothing of this number was added since Casus"
                                                        + " started; the list of runs has what was"
                                                        + " before."));
        pages.show(context, "added", "Adding reports", "sources", lot);
    }
}
