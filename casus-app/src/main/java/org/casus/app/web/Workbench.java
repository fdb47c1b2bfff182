package org.casus.app.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.act.Adding;
import org.casus.app.act.Deciding;
import org.casus.app.api.Api;
import org.casus.app.http.Guard;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The workbench: a server for the browsers of this machine, until it is closed. */
public final class Workbench implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_THREADS = 48;

    private static final int LARGEST_REQUEST_MB = 64;

    private final Desk desk;
    private final Adding adding;
    private final Guard guard;
    private final Javalin server;
    private final List<Router.Route> routes;

    private Workbench(
            Desk desk, Adding adding, Guard guard, Javalin server, List<Router.Route> routes) {
        this.desk = desk;
        this.adding = adding;
        this.guard = guard;
        this.server = server;
        this.routes = routes;
    }

    /**
     * Starts.
     *
     * @param desk is closed with the workbench
     * @param port 0 for any that is free
     * @param author in whose name is decided
     * @param role of whoever has the key: {@link Role#READER} if nothing is to be changed
     * @param log where faults of Casus are written
     */
    public static Workbench start(Desk desk, int port, String author, Role role, PrintStream log) {
        Guard guard = new Guard(author, role);
        Assets assets = new Assets();
        Pages pages = new Pages(assets, desk);
        Deciding deciding = new Deciding(desk);
        Adding adding = new Adding(desk);
        List<Router.Route> all = new ArrayList<>();
        Javalin server =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.startup.showOldJavalinVersionWarning = false;
                            config.http.maxRequestSize = (long) LARGEST_REQUEST_MB << 20;
                            config.jetty.multipartConfig.maxTotalRequestSize(
                                    LARGEST_REQUEST_MB, SizeUnit.MB);
                            config.jetty.multipartConfig.maxFileSize(
                                    LARGEST_REQUEST_MB, SizeUnit.MB);
                            config.http.generateEtags = false;
                            config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 2);
                            config.jetty.modifyHttpConfiguration(
                                    http -> http.setSendServerVersion(false));
                            config.jetty.modifyServer(
                                    jetty -> jetty.setErrorHandler(new Refusal(guard)));
                            config.routes.before(guard::check);
                            Router router = new Router(config.routes, guard);
                            assets.addTo(router);
                            router.get(
                                    "/enter",
                                    Role.ANYONE,
                                    context -> {
                                        guard.enter(context);
                                        context.redirect("/incidents");
                                    });
                            new IncidentPages(desk, pages).addTo(router);
                            new ChartPages(desk, pages).addTo(router);
                            new ReportPages(desk, pages).addTo(router);
                            new ReviewPages(desk, deciding, pages).addTo(router);
                            new SourcePages(desk, adding, pages).addTo(router);
                            new Reading().addTo(router);
                            new Api(desk, deciding).addTo(router);
                            new Errors(pages, log).addTo(config.routes);
                            all.addAll(router.all());
                        });
        server.start(HOST, port);
        guard.serves(server.port());
        return new Workbench(desk, adding, guard, server, List.copyOf(all));
    }

    public int port() {
        return server.port();
    }

    /** Where it is, without the key. */
    public String origin() {
        return "http://" + HOST + ":" + port();
    }

    /** What a person opens in a browser. */
    public String address() {
        return origin() + "/enter?key=" + guard.key();
    }

    /** What opens it for a program. */
    public String key() {
        return guard.key();
    }

    /** Every route there is. */
    public List<Router.Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        server.stop();
        adding.close();
        desk.close();
    }
}
