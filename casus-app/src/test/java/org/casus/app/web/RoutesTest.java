package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.http.Guard;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, asked of every route that there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    /** Names that somebody else's page could have pointed at this machine; %d is the port. */
    private static final List<String> FOREIGN_HOSTS =
            List.of(
                    "attacker.invalid",
                    "attacker.invalid:%d",
                    "127.0.0.1.attacker.invalid:%d",
                    "localhost.attacker.invalid:%d",
                    "127-0-0-1.rebind.invalid:%d",
                    "0.0.0.0:%d",
                    "127.0.0.2:%d",
                    "127.1:%d",
                    "2130706433:%d",
                    "0x7f000001:%d",
                    "0177.0.0.1:%d",
                    "10.0.0.1:%d",
                    "192.168.1.10:%d",
                    "169.254.169.254",
                    "127.0.0.1",
                    "127.0.0.1:80",
                    "127.0.0.1:1",
                    "localhost",
                    "localhost:65535",
                    "127.0.0.1.:%d",
                    "localhost.:%d",
                    "[::]:%d",
                    "[::1]",
                    "[::ffff:127.0.0.1]:%d",
                    "[0:0:0:0:0:0:0:1]:%d",
                    "[::1%%25lo]:%d",
                    "127.0.0.1%%00:%d",
                    "localhost%%2eattacker.invalid:%d",
                    "[fe80::1]:%d",
                    "localhost.localdomain:%d",
                    "127.0.0.1:%d@attacker.invalid",
                    "attacker.invalid@127.0.0.1:%d",
                    "127.0.0.1:%d,attacker.invalid",
                    "127.0.0.1:0%d",
                    "127.0.0.1:+%d",
                    "127.0.0.1:-%d",
                    "127.0.0.1: %d",
                    "127.0.0.1::%d",
                    "127.0.0.1:%d:%d",
                    "127.0.0.1:%d.",
                    "127.0.0.1:%dx",
                    "127.0.0.1:%d/",
                    "127.0.0.1:%d#",
                    "127.0.0.1:99999",
                    "127.0.0.1:",
                    ":%d",
                    "@127.0.0.1:%d",
                    "xn--lcalhost-q1a:%d",
                    "l\u00f6calhost:%d",
                    "\u2460\u2461\u2466.0.0.1:%d",
                    "127\u30020\u30020\u30021:%d",
                    "");

    private final Path folder;
    private final Browsing browsing;
    private final String token;

    RoutesTest(@TempDir Path folder) {
        this.folder = folder;
        browsing = Browsing.of(folder, List.of(Told.killing("nine.txt", "Nine die", 9))).enter();
        token = token(browsing);
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    private static String token(Browsing browsing) {
        Matcher token = TOKEN.matcher(browsing.get("/sources").body());
        return token.find() ? token.group(1) : "";
    }

    private static String concrete(Router.Route route) {
        return route.path().replaceAll("\\{[^}]*}", "ffff");
    }

    private static HttpRequest.Builder request(Browsing who, Router.Route route) {
        return HttpRequest.newBuilder(who.at(concrete(route)))
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
    }

    private static int status(Browsing who, HttpRequest.Builder request) {
        return who.send(request).statusCode();
    }

    /** What is sent as it stands, and the head of the answer. */
    private Answer raw(String request) {
        try (Socket socket =
                new Socket(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        browsing.workbench.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return Answer.of(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            String[] lines = parts[0].split("\r\n");
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            return new Answer(
                    Integer.parseInt(lines[0].split(" ")[1]),
                    headers,
                    parts.length > 1 ? parts[1] : "");
        }
    }

    // ---- what changes something

    @Test
    void what_changes_something_needs_the_token_of_this_start() {
        String origin = browsing.workbench.origin();
        for (Router.Route route : unsafe(browsing)) {
            HttpRequest.Builder own = request(browsing, route).header("Origin", origin);
            assertThat(status(browsing, own.copy())).as("%s, no token", route).isEqualTo(403);
            for (String wrong :
                    List.of(
                            "x",
                            " ",
                            token + "x",
                            token.substring(1),
                            token.toUpperCase(Locale.ROOT),
                            "null")) {
                assertThat(status(browsing, own.copy().header(Guard.TOKEN_HEADER, wrong)))
                        .as("%s, token %s", route, wrong)
                        .isEqualTo(403);
            }
            assertThat(status(browsing, own.copy().header(Guard.TOKEN_HEADER, token)))
                    .as("%s, all that is needed", route)
                    .isNotEqualTo(403);
        }
    }

    @Test
    void what_changes_something_comes_from_a_page_of_this_address() {
        int port = browsing.workbench.port();
        for (Router.Route route : unsafe(browsing)) {
            HttpRequest.Builder with = request(browsing, route).header(Guard.TOKEN_HEADER, token);
            assertThat(status(browsing, with.copy())).as("%s, no Origin", route).isEqualTo(403);
            for (String foreign :
                    List.of(
                            "null",
                            "http://attacker.invalid",
                            "https://127.0.0.1:" + port,
                            "http://127.0.0.1",
                            "http://127.0.0.1:" + (port + 1),
                            "http://localhost:" + port,
                            "http://127.0.0.1:" + port + ".attacker.invalid",
                            "http://127.0.0.1:" + port + "/",
                            "file://")) {
                assertThat(status(browsing, with.copy().header("Origin", foreign)))
                        .as("%s from %s", route, foreign)
                        .isEqualTo(403);
                assertThat(
                                status(
                                        new Browsing(browsing.workbench),
                                        request(browsing, route)
                                                .header("Origin", foreign)
                                                .header(
                                                        "Authorization",
                                                        "Bearer " + browsing.workbench.key())))
                        .as("%s from %s, with the key", route, foreign)
                        .isEqualTo(403);
            }
        }
    }

    private static List<Router.Route> unsafe(Browsing browsing) {
        List<Router.Route> unsafe =
                browsing.workbench.routes().stream().filter(route -> !route.safe()).toList();
        assertThat(unsafe).isNotEmpty();
        return unsafe;
    }

    // ---- who asks, and by what name

    @Test
    void no_route_answers_to_a_foreign_name() {
        int port = browsing.workbench.port();
        assertThat(FOREIGN_HOSTS).hasSizeGreaterThanOrEqualTo(30);
        for (Router.Route route : browsing.workbench.routes()) {
            for (String host : FOREIGN_HOSTS) {
                String name = host.formatted(port, port);
                Answer answer =
                        raw(
                                route.method()
                                        + " "
                                        + concrete(route)
                                        + " HTTP/1.1\r\nHost: "
                                        + name
                                        + "\r\nOrigin: http://"
                                        + name
                                        + "\r\nAuthorization: Bearer "
                                        + browsing.workbench.key()
                                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                assertThat(answer.status()).as("%s by %s", route, name).isEqualTo(403);
                assertThat(answer.body()).doesNotContain("Gao", token);
                guarded(route + " by " + name, answer.headers());
            }
        }
    }

    @Test
    void nobody_without_the_key_comes_in() {
        Browsing stranger = new Browsing(browsing.workbench);
        for (Router.Route route : browsing.workbench.routes()) {
            if (route.needs() == Role.ANYONE) {
                continue;
            }
            for (String cookie : List.of("", "casus-" + browsing.workbench.port() + "=x")) {
                HttpRequest.Builder request =
                        request(browsing, route)
                                .header("Origin", browsing.workbench.origin())
                                .header(Guard.TOKEN_HEADER, token)
                                .header("Authorization", "Bearer x");
                if (!cookie.isEmpty()) {
                    request.header("Cookie", cookie);
                }
                assertThat(status(stranger, request)).as("%s", route).isEqualTo(403);
            }
        }
    }

    @Test
    void only_the_page_itself_is_for_anyone() {
        assertThat(
                        browsing.workbench.routes().stream()
                                .filter(route -> route.needs() == Role.ANYONE)
                                .map(Router.Route::path))
                .containsExactlyInAnyOrder("/assets/{name}", "/enter");
        assertThat(unsafe(browsing)).allMatch(route -> route.needs().compareTo(Role.REVIEWER) >= 0);
    }

    @Test
    void who_may_only_look_changes_nothing() {
        try (Browsing reader =
                new Browsing(
                                Workbench.start(
                                        Desk.open(
                                                folder.resolve("ledger").toString(), Browsing.NOON),
                                        0,
                                        "reader",
                                        Role.READER,
                                        System.err))
                        .enter()) {
            HttpResponse<String> page = reader.get("/sources");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("method=\"post\"");
            Matcher sent =
                    Pattern.compile(
                                    "X-Casus-Token[^:]*:[^A-Za-z0-9_-]*(?:quot;|&#34;)?([A-Za-z0-9_-]{20,})")
                            .matcher(page.body());
            assertThat(sent.find()).isTrue();
            for (Router.Route route : unsafe(reader)) {
                HttpResponse<String> answer =
                        reader.send(
                                request(reader, route)
                                        .header("Origin", reader.workbench.origin())
                                        .header(Guard.TOKEN_HEADER, sent.group(1)));
                assertThat(answer.statusCode()).as("%s", route).isEqualTo(403);
                assertThat(answer.body())
                        .as("%s", route)
                        .contains(
                                "needs the role " + route.needs().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    // ---- what every answer carries

    @Test
    void every_answer_says_what_its_page_may_do() {
        for (Router.Route route : browsing.workbench.routes()) {
            HttpResponse<String> answer =
                    browsing.send(
                            request(browsing, route)
                                    .header("Origin", browsing.workbench.origin())
                                    .header(Guard.TOKEN_HEADER, token));
            guarded(
                    route.toString(),
                    answer.headers().map().entrySet().stream()
                            .collect(
                                    TreeMap::new,
                                    (all, one) ->
                                            all.put(
                                                    one.getKey().toLowerCase(Locale.ROOT),
                                                    one.getValue().get(0)),
                                    Map::putAll));
        }
    }

    @Test
    void what_is_no_request_is_refused_with_the_same_headers() {
        String end =
                " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + browsing.workbench.port()
                        + "\r\nConnection: close\r\n\r\n";
        for (String line :
                List.of(
                        "GET /%",
                        "GET /%ff%fe",
                        "GET /incidents/%00",
                        "GET /incidents/..%2f..%2fetc",
                        "GET /..;/incidents",
                        "GET //incidents",
                        "GET /incidents;x=1",
                        "GET /assets/..%5ccasus.css",
                        "GET /" + "x".repeat(10_000),
                        "TRACE /incidents",
                        "PATCH /incidents",
                        "DELETE /incidents",
                        "OPTIONS /incidents",
                        "HEAD /incidents",
                        "<script> /incidents",
                        "GET <script>alert(1)</script>")) {
            Answer answer = raw(line + end);
            assertThat(answer.status()).as(line).isBetween(200, 499);
            assertThat(answer.body())
                    .as(line)
                    .doesNotContain("Jetty", "Exception", "<script>alert", "Gao");
            guarded(line, answer.headers());
        }
    }

    private static void guarded(String what, Map<String, String> headers) {
        assertThat(headers.getOrDefault("content-security-policy", ""))
                .as(what)
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(headers)
                .as(what)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .doesNotContainKeys("server", "access-control-allow-origin", "x-powered-by");
        assertThat(headers.getOrDefault("cache-control", ""))
                .as(what)
                .matches("no-store|max-age=31536000, immutable");
    }
}
