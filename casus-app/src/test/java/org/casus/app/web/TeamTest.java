package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.http.Access;
import org.casus.app.http.Guard;
import org.casus.app.http.Passwords;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.app.web.Browsing.Told;
import org.casus.store.Ledger;
import org.casus.store.Person.Rank;
import org.casus.store.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbench of a team: accounts, roles, who did what, two readers. */
class TeamTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN =
            Pattern.compile("X-Casus-Token&#34;:&#34;([A-Za-z0-9_-]+)|_token\" value=\"([^\"]+)");
    private static final String PASSWORD = "correct horse battery";
    private static final String HASH = Passwords.hash(PASSWORD);
    private static final Team.By ROOT = new Team.By("root", Team.TERMINAL);

    private final Path folder;
    private final Ticking clock = new Ticking();
    private final Desk desk;
    private final Workbench workbench;

    TeamTest(@TempDir Path folder) {
        this.folder = folder;
        Browsing.of(folder, List.of(Told.killing("nine.txt", "Nine die", 9))).close();
        desk = Desk.open(folder.resolve("ledger").toString(), clock);
        desk.team(
                team -> {
                    team.add("ana", Rank.ADMIN, HASH, ROOT);
                    team.add("ben", Rank.REVIEWER, HASH, ROOT);
                    team.add("cleo", Rank.REVIEWER, HASH, ROOT);
                    team.add("dan", Rank.READER, HASH, ROOT);
                    return team;
                });
        workbench = Workbench.team(desk, 0, Access.LOCAL, true, System.err);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    /** A clock that stands until it is told to go on. */
    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2020-01-02T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    // ---- people before a browser

    private HttpResponse<String> login(Browsing who, String name, String password) {
        return post(who, "/login", "", "name", name, "password", password);
    }

    private Browsing as(String name) {
        Browsing who = new Browsing(workbench);
        assertThat(login(who, name, PASSWORD).statusCode()).isEqualTo(303);
        return who;
    }

    private static HttpResponse<String> post(
            Browsing who, String path, String token, String... fields) {
        StringBuilder body = new StringBuilder(Guard.TOKEN_FIELD + "=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return who.send(
                HttpRequest.newBuilder(who.at(path))
                        .header("Origin", who.workbench.origin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String token(Browsing who) {
        Matcher token = TOKEN.matcher(who.get("/account").body());
        assertThat(token.find()).isTrue();
        return token.group(1) == null ? token.group(2) : token.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private List<String> acts(String who) {
        return desk.read(ledger -> ledger.team().acts(who, "", 0, 100)).stream()
                .map(act -> act.act() + " " + act.about())
                .map(String::strip)
                .toList();
    }

    // ---- coming in

    @Test
    void nobody_comes_in_without_logging_in_and_then_to_where_they_wanted() {
        Browsing ana = new Browsing(workbench);
        HttpResponse<String> asked = ana.get("/incidents?country=MLI");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/login?next=%2Fincidents%3Fcountry%3DMLI");
        assertThat(ana.get("/api/v1/incidents").statusCode()).isEqualTo(401);
        assertThat(ana.get("/login").body()).doesNotContain("Gao", folder.toString());

        assertThat(login(ana, "ana", "wrong password").statusCode()).isEqualTo(401);
        assertThat(login(ana, "nobody", PASSWORD).statusCode()).isEqualTo(401);
        HttpResponse<String> in =
                post(ana, "/login", "", "name", "Ana ", "password", PASSWORD, "next", "//evil");
        assertThat(location(in)).isEqualTo("/incidents");
        assertThat(in.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie ->
                                assertThat(cookie)
                                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                                        .doesNotContain("Secure"));
        assertThat(ana.get("/incidents").body()).contains("Gao", "Log out", "ana");

        String token = token(ana);
        assertThat(post(ana, "/logout", "x").statusCode()).isEqualTo(403);
        assertThat(post(ana, "/logout", token).statusCode()).isEqualTo(303);
        assertThat(ana.get("/incidents").statusCode()).isEqualTo(303);
        assertThat(acts("ana")).containsExactly("log out", "log in", "failed log in");
        assertThat(acts("nobody")).containsExactly("failed log in");
    }

    @Test
    void who_logs_in_again_gets_another_session_and_the_old_one_is_over() {
        Browsing ana = new Browsing(workbench);
        String first = cookie(login(ana, "ana", PASSWORD));
        String second = cookie(login(ana, "ana", PASSWORD));

        assertThat(second).isNotEqualTo(first);
        assertThat(with(first)).isEqualTo(303);
        assertThat(with(second)).isEqualTo(200);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    }

    private int with(String cookie) {
        Browsing stranger = new Browsing(workbench);
        return stranger.send(
                        HttpRequest.newBuilder(stranger.at("/incidents")).header("Cookie", cookie))
                .statusCode();
    }

    @Test
    void a_session_ends_when_it_is_left_alone_and_at_the_end_of_the_day() {
        Browsing ana = as("ana");
        clock.pass(Duration.ofMinutes(119));
        assertThat(ana.get("/incidents").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(121));
        assertThat(ana.get("/incidents").statusCode()).isEqualTo(303);

        login(ana, "ana", PASSWORD);
        for (int hour = 1; hour <= 12; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(ana.get("/incidents").statusCode()).as("hour %d", hour).isEqualTo(200);
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(ana.get("/incidents").statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_guesses_passwords_has_to_wait_longer_and_longer() {
        Browsing eve = new Browsing(workbench);
        for (int i = 0; i < 5; i++) {
            assertThat(login(eve, "ana", "guess number " + i).statusCode()).isEqualTo(401);
        }
        assertThat(login(eve, "ana", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(acts("ana")).hasSize(5);

        clock.pass(Duration.ofSeconds(31));
        assertThat(login(eve, "ana", "guess number 6").statusCode()).isEqualTo(401);
        clock.pass(Duration.ofSeconds(31));
        assertThat(login(eve, "ana", PASSWORD).statusCode()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(31));
        assertThat(login(eve, "ana", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(login(eve, "ana", "guess number 7").statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_from_which_many_names_are_tried_has_to_wait_too() {
        Browsing eve = new Browsing(workbench);
        for (int i = 0; i < 20; i++) {
            assertThat(login(eve, "name" + i, PASSWORD).statusCode()).isEqualTo(401);
        }
        assertThat(login(eve, "ana", PASSWORD).statusCode()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(31));
        assertThat(login(eve, "ana", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void a_login_is_sent_by_the_page_of_the_workbench_itself() {
        Browsing ana = new Browsing(workbench);
        for (String origin : List.of("http://evil.example", "null")) {
            assertThat(
                            ana.send(
                                            HttpRequest.newBuilder(ana.at("/login"))
                                                    .header("Origin", origin)
                                                    .header(
                                                            "Content-Type",
                                                            "application/x-www-form-urlencoded")
                                                    .POST(
                                                            HttpRequest.BodyPublishers.ofString(
                                                                    "name=ana&password="
                                                                            + encoded(PASSWORD))))
                                    .statusCode())
                    .isEqualTo(403);
        }
    }

    // ---- roles

    @Test
    void every_route_asks_for_the_role_that_it_needs() {
        for (String name : List.of("", "dan", "ben", "ana")) {
            Browsing who = name.isEmpty() ? new Browsing(workbench) : as(name);
            Role role =
                    switch (name) {
                        case "" -> Role.ANYONE;
                        case "dan" -> Role.READER;
                        case "ben" -> Role.REVIEWER;
                        default -> Role.ADMIN;
                    };
            String token = name.isEmpty() ? "" : token(who);
            for (Router.Route route : workbench.routes()) {
                if (route.path().equals("/logout")) {
                    continue;
                }
                HttpResponse<String> answer =
                        who.send(
                                HttpRequest.newBuilder(
                                                who.at(
                                                        route.path()
                                                                .replaceAll("\\{[^}]*}", "ffff")))
                                        .header("Origin", workbench.origin())
                                        .header(Guard.TOKEN_HEADER, token)
                                        .method(
                                                route.method(),
                                                HttpRequest.BodyPublishers.noBody()));
                boolean refused =
                        answer.statusCode() == 403
                                || answer.statusCode() == 401 && !route.path().equals("/login")
                                || location(answer).startsWith("/login?next");
                boolean wrongPassword = route.path().equals("/account/password");
                assertThat(refused)
                        .as("%s by %s: %d", route, name, answer.statusCode())
                        .isEqualTo(
                                route.needs().compareTo(role) > 0
                                        || wrongPassword && answer.statusCode() == 403);
            }
        }
    }

    @Test
    void a_change_of_an_account_holds_at_once() {
        Browsing ana = as("ana");
        Browsing ben = as("ben");
        String token = token(ana);
        assertThat(ben.get("/team").statusCode()).isEqualTo(403);

        post(ana, "/team/ben/role", token, "role", "admin");
        assertThat(ben.get("/team").statusCode()).isEqualTo(200);
        post(ana, "/team/ben/disable", token);
        assertThat(ben.get("/incidents").statusCode()).isEqualTo(303);
        assertThat(login(ben, "ben", PASSWORD).statusCode()).isEqualTo(401);
        post(ana, "/team/ben/enable", token);
        assertThat(login(ben, "ben", PASSWORD).statusCode()).isEqualTo(303);
        post(ana, "/team/ben/password", token, "password", "another long password");
        assertThat(ben.get("/incidents").statusCode()).isEqualTo(303);
        assertThat(login(ben, "ben", PASSWORD).statusCode()).isEqualTo(401);

        assertThat(
                        post(ana, "/team", token, "name", "eve", "role", "reader", "password", "x")
                                .statusCode())
                .isEqualTo(400);
        post(ana, "/team/ben/role", token, "role", "reviewer");
        assertThat(post(ana, "/team/ana/disable", token).statusCode()).isEqualTo(400);
        assertThat(
                        post(
                                        ana,
                                        "/team",
                                        token,
                                        "name",
                                        "eve",
                                        "role",
                                        "reader",
                                        "password",
                                        PASSWORD)
                                .statusCode())
                .isEqualTo(303);
        assertThat(as("eve").get("/incidents").statusCode()).isEqualTo(200);
        assertThat(ana.get("/team/acts?who=ana").body())
                .contains("add account", "eve as reader", "ben to admin", "127.0.0.1");
        assertThat(ana.get("/api/v1/team").body()).contains("eve").doesNotContain("argon2");
    }

    @Test
    void one_changes_the_own_password_by_the_old_one() {
        Browsing dan = as("dan");
        String token = token(dan);
        String fresh = "a wholly new password";

        assertThat(
                        post(
                                        dan,
                                        "/account/password",
                                        token,
                                        "old",
                                        "not the old one",
                                        "new",
                                        fresh,
                                        "again",
                                        fresh)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        post(
                                        dan,
                                        "/account/password",
                                        token,
                                        "old",
                                        PASSWORD,
                                        "new",
                                        fresh,
                                        "again",
                                        fresh)
                                .statusCode())
                .isEqualTo(303);
        assertThat(dan.get("/incidents").statusCode()).isEqualTo(303);
        assertThat(login(dan, "dan", fresh).statusCode()).isEqualTo(303);
    }

    @Test
    void a_program_comes_in_by_basic_authentication() {
        Browsing program = new Browsing(workbench);
        assertThat(basic(program, "dan:" + PASSWORD, "/api/v1/incidents")).isEqualTo(200);
        assertThat(basic(program, "dan:" + PASSWORD, "/api/v1/team")).isEqualTo(403);
        assertThat(basic(program, "dan:wrong password", "/api/v1/incidents")).isEqualTo(401);
        assertThat(basic(program, "dan", "/api/v1/incidents")).isEqualTo(401);
        assertThat(acts("dan")).containsExactly("failed log in", "log in");
    }

    private static int basic(Browsing who, String credentials, String path) {
        return who.send(
                        HttpRequest.newBuilder(who.at(path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                credentials.getBytes(
                                                                        StandardCharsets.UTF_8))))
                .statusCode();
    }

    // ---- two readers

    private JsonNode incident(Browsing who) {
        String uid =
                JSON.readTree(who.get("/api/v1/incidents").body())
                        .path("lines")
                        .path(0)
                        .path("uid")
                        .stringValue();
        return JSON.readTree(who.get("/api/v1/incidents/" + uid).body());
    }

    private HttpResponse<String> accept(Browsing who) {
        JsonNode seen = incident(who);
        return post(
                who,
                "/decide",
                token(who),
                "uid",
                seen.path("line").path("uid").stringValue(),
                "revision",
                seen.path("revision").asString(""),
                "act",
                "accept");
    }

    @Test
    void an_incident_is_accepted_when_a_second_reader_accepts_it() {
        Browsing ben = as("ben");
        Browsing cleo = as("cleo");

        assertThat(accept(ben).statusCode()).isEqualTo(303);
        assertThat(incident(ben).path("line").path("review").stringValue()).isEqualTo("awaiting");
        assertThat(incident(ben).path("line").path("grade").stringValue())
                .isNotEqualTo("confirmed");
        assertThat(ben.get("/incidents?review=awaiting").body())
                .contains("awaiting a second reader");
        assertThat(cleo.get("/review/incidents?review=awaiting").body()).contains("1 wait");
        assertThat(accept(ben).statusCode()).isEqualTo(409);

        assertThat(accept(cleo).statusCode()).isEqualTo(303);
        assertThat(incident(cleo).path("line").path("review").stringValue()).isEqualTo("accepted");
        assertThat(incident(cleo).path("line").path("grade").stringValue()).isEqualTo("confirmed");
        assertThat(cleo.get("/review/decisions").body())
                .contains("<b>ben</b>", "<b>cleo</b>", "for a second reader");
        assertThat(acts("ben").get(0)).startsWith("accept d1 of ");
        assertThat(acts("cleo").get(0)).startsWith("accept d2 of ");
    }

    @Test
    void an_export_is_written_down() throws IOException, InterruptedException {
        Browsing ben = as("ben");
        assertThat(ben.get("/api/v1/export?format=csv&country=MLI").statusCode()).isEqualTo(200);
        // What is streamed may be there before it is written down.
        assertThat(Waiting.until(() -> acts("ben"), acts -> acts.size() > 1))
                .containsExactly("export format=csv&country=MLI", "log in");
    }

    // ---- where it listens

    @Test
    void it_answers_to_the_names_that_it_was_told_and_sets_secure_cookies() throws IOException {
        assertThatThrownBy(() -> new Access("0.0.0.0", List.of(), false, false))
                .hasMessageContaining("--host");
        assertThatThrownBy(() -> new Access("127.0.0.1", List.of("a b"), false, false))
                .hasMessageContaining("--host");
        Access access = new Access("127.0.0.1", List.of("Casus.Example.org"), true, true);
        Desk same = Desk.open(folder.resolve("ledger").toString(), clock);
        Workbench proxied = Workbench.team(same, 0, access, false, System.err);
        try (Workbench other = proxied) {
            assertThat(forwarded(other, "casus.example.org", "https://casus.example.org"))
                    .startsWith("HTTP/1.1 303")
                    .contains("Secure");
            assertThat(forwarded(other, "casus.example.org", "http://casus.example.org"))
                    .startsWith("HTTP/1.1 403");
            assertThat(forwarded(other, "evil.example.org", "https://evil.example.org"))
                    .startsWith("HTTP/1.1 403");
        }
        List<Team.Act> tried = desk.read(ledger -> ledger.team().acts("dan", "", 0, 9));
        assertThat(tried).extracting(Team.Act::source).containsExactly("203.0.113.9");
    }

    /** A log-in that comes through a proxy, and the whole answer. */
    private static String forwarded(Workbench to, String host, String origin) throws IOException {
        String body = "name=dan&password=" + encoded(PASSWORD);
        String request =
                "POST /login HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nOrigin: "
                        + origin
                        + "\r\nX-Forwarded-For: 10.9.8.7, 203.0.113.9\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length()
                        + "\r\nConnection: close\r\n\r\n"
                        + body;
        try (Socket socket =
                new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), to.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void without_an_account_there_is_no_team() {
        String where = folder.resolve("empty").toString();
        Ledger.write(where, clock).close();
        try (Desk empty = Desk.open(where, clock)) {
            assertThatThrownBy(
                            () -> Workbench.team(empty, 0, Access.LOCAL, false, System.err).close())
                    .hasMessageContaining("casus user add");
        }
    }
}
