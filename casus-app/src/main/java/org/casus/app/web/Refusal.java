package org.casus.app.web;

import java.util.Objects;
import org.casus.app.http.Guard;
import org.casus.app.http.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to what is no request at all, such as a path that cannot be decoded: such never
 * comes as far as a route, so the server's own words would be sent, without the headers that all
 * answers have.
 */
final class Refusal extends ErrorHandler {
    private final Guard guard;

    Refusal(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean handle(
            @Nullable Request request, @Nullable Response response, @Nullable Callback callback) {
        Response answer = Objects.requireNonNull(response);
        Guard.HEADERS.forEach((name, value) -> answer.getHeaders().put(name, value));
        answer.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        String host = request == null ? null : request.getHeaders().get(HttpHeader.HOST);
        if (!guard.ownHost(host)) {
            answer.setStatus(403); // a name that is none is not even kept
        }
        String words = Problem.title(answer.getStatus()) + ".\n";
        Content.Sink.write(answer, true, words, Objects.requireNonNull(callback));
        return true;
    }
}
