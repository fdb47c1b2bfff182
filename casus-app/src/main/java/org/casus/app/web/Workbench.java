package org.casus.app.web;

import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.act.Adding;
import org.casus.app.act.Deciding;
import org.casus.app.api.Api;
import org.casus.app.http.Access;
import org.casus.app.http.AccountDoor;
import org.casus.app.http.Guard;
import org.casus.app.http.KeyDoor;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.store.Person;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The workbench: a server for browsers, until it is closed. */
public final class Workbench implements AutoCloseable {
    private static final int MOST_THREADS = 48;

    private static final int LARGEST_REQUEST_MB = 64;

    private final Desk desk;
    private final Adding adding;
    private final String host;
    private final @Nullable KeyDoor door;
    private final Javalin server;
    private final List<Router.Route> routes;

    private Workbench(
            Desk desk,
            Adding adding,
            String host,
            @Nullable KeyDoor door,
            Javalin server,
            List<Router.Route> routes) {
        this.desk = desk;
        this.adding = adding;
        this.host = host;
        this.door = door;
        this.server = server;
        this.routes = routes;
    }

    /** What lets people in has routes of its own. */
    private interface Entrance {
        void addTo(Router router, Pages pages);
    }

    /**
     * Starts for this machine only.
     *
     * @param desk is closed with the workbench
     * @param port 0 for any that is free
     * @param author in whose name is decided
     * @param role of whoever has the key: {@link Role#READER} if nothing is to be changed
     * @param log where faults of Casus are written
     */
    public static Workbench start(Desk desk, int port, String author, Role role, PrintStream log) {
        KeyDoor door = new KeyDoor(author, role);
        Guard guard = new Guard(desk, door, Access.LOCAL, log);
        Entrance entrance =
                (router, pages) ->
                        router.get(
                                "/enter",
                                Role.ANYONE,
                                context -> {
                                    door.enter(context, guard);
                                    context.redirect("/incidents");
                                });
        return start(desk, port, Access.LOCAL, guard, door, entrance, false, log);
    }

    /**
     * Starts for those who have accounts.
     *
     * @param second whether an incident is accepted only when a second reader accepts it, too
     * @throws IllegalStateException if nobody has an account
     */
    public static Workbench team(
            Desk desk, int port, Access access, boolean second, PrintStream log) {
        if (desk.read(ledger -> ledger.team().people()).stream().allMatch(Person::disabled)) {
            throw new IllegalStateException(
                    "nobody has an account of this ledger yet; make one with casus user add NAME"
                            + " --role admin");
        }
        AccountDoor door = new AccountDoor(desk, access);
        Guard guard = new Guard(desk, door, access, log);
        return start(
                desk,
                port,
                access,
                guard,
                null,
                (router, pages) -> new LoginPages(desk, door, guard, pages).addTo(router),
                second,
                log);
    }

    private static Workbench start(
            Desk desk,
            int port,
            Access access,
            Guard guard,
            @Nullable KeyDoor door,
            Entrance entrance,
            boolean second,
            PrintStream log) {
        Assets assets = new Assets();
        Pages pages = new Pages(assets, desk);
        Deciding deciding = new Deciding(desk, second);
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
                            entrance.addTo(router, pages);
                            new IncidentPages(desk, pages).addTo(router);
                            new ChartPages(desk, pages).addTo(router);
                            new ReportPages(desk, pages).addTo(router);
                            new ReviewPages(desk, deciding, pages).addTo(router);
                            new SourcePages(desk, adding, pages).addTo(router);
                            new TeamPages(desk, guard, pages).addTo(router);
                            new Reading().addTo(router);
                            new Api(desk, deciding).addTo(router);
                            new Errors(pages, log).addTo(config.routes);
                            all.addAll(router.all());
                        });
        server.start(access.bind(), port);
        guard.serves(server.port());
        return new Workbench(desk, adding, access.bind(), door, server, List.copyOf(all));
    }

    public int port() {
        return server.port();
    }

    /** Where it is, without the key. */
    public String origin() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** What a person opens in a browser. */
    public String address() {
        return door == null ? origin() : origin() + "/enter?key=" + door.key();
    }

    /** What opens it for a program; empty where people have accounts. */
    public String key() {
        return door == null ? "" : door.key();
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
