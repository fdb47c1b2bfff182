package org.casus.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;
import org.casus.app.http.Guard;
import org.casus.app.view.Desk;
import org.casus.app.view.Veil;
import org.jspecify.annotations.Nullable;

/** Makes pages of views. */
final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final Desk desk;

    Pages(Assets assets, Desk desk) {
        this.assets = assets;
        this.desk = desk;
    }

    /**
     * Answers with a page.
     *
     * @param template the name of its file, without the ending
     */
    void show(Context context, String template, String title, String section, Object view) {
        Veil veil = desk.veil();
        Page page =
                new Page(
                        veil.words(title),
                        section,
                        Guard.visitor(context),
                        Guard.visitor(context).known() ? desk.where() : "",
                        decision(context.queryParam("done")),
                        here(context),
                        Reading.covered(context),
                        desk.discreet(),
                        assets);
        StringOutput out = new StringOutput(16_384);
        templates.render(template + ".jte", Map.of("page", page, "view", veil.over(view)), out);
        context.contentType("text/html; charset=utf-8").result(out.toString());
    }

    private static @Nullable String decision(@Nullable String given) {
        return given != null && given.matches("d\\d{1,9}") ? given : null;
    }

    private static String here(Context context) {
        String query = context.queryString();
        String rest = query == null ? "" : query.replaceAll("(^|&)done=[^&]*", "");
        return context.path() + (rest.isEmpty() ? "" : "?" + rest);
    }
}
