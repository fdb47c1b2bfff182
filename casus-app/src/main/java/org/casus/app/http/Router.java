package org.casus.app.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/**
 * The only way to a route: none is without the role that it needs, and all can be walked through.
 */
public final class Router {
    private final RoutesConfig routes;
    private final Guard guard;
    private final List<Route> all = new ArrayList<>();

    public Router(RoutesConfig routes, Guard guard) {
        this.routes = routes;
        this.guard = guard;
    }

    /**
     * A route.
     *
     * @param path with its parameters in braces: {@code /incidents/{uid}}
     */
    public record Route(String method, String path, Role needs) {
        /** Whether it changes nothing. */
        public boolean safe() {
            return method.equals("GET");
        }
    }

    public void get(String path, Role needs, Handler handler) {
        add(HandlerType.GET, path, needs, handler);
    }

    public void post(String path, Role needs, Handler handler) {
        add(HandlerType.POST, path, needs, handler);
    }

    public void put(String path, Role needs, Handler handler) {
        add(HandlerType.PUT, path, needs, handler);
    }

    public void delete(String path, Role needs, Handler handler) {
        add(HandlerType.DELETE, path, needs, handler);
    }

    private void add(HandlerType method, String path, Role needs, Handler handler) {
        all.add(new Route(method.name(), path, needs));
        routes.addHttpHandler(
                method,
                path,
                context -> {
                    guard.require(context, needs);
                    handler.handle(context);
                    guard.note(context, !method.equals(HandlerType.GET));
                });
    }

    /** Every route there is, in the order in which they were made. */
    public List<Route> all() {
        return List.copyOf(all);
    }
}
