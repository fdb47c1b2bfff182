package org.casus.app.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casus.app.view.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Views as JSON. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Answers with a view, without what is to be hidden. */
    static void send(Context context, Desk desk, Object view) {
        context.contentType("application/json; charset=utf-8")
                .result(MAPPER.writeValueAsBytes(desk.veil().over(view)));
    }

    /** The JSON that was sent. */
    static JsonNode read(Context context) {
        return MAPPER.readTree(context.bodyAsBytes());
    }

    /** What went wrong, in the form of RFC 9457. */
    public static void problem(Context context, int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("status", status);
        problem.put("title", title);
        problem.put("detail", detail);
        context.status(status)
                .contentType("application/problem+json; charset=utf-8")
                .result(MAPPER.writeValueAsBytes(problem));
    }
}
