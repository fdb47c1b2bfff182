package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the workbench answers, route by route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Told NINE = Told.killing("nine.txt", "Nine die", 9);
    private static final Told TEN = Told.killing("ten.txt", "<script>alert(1)</script>", 10);

    private final Browsing browsing;

    WorkbenchTest(@TempDir Path folder) {
        browsing = Browsing.of(folder, List.of(NINE, TEN)).enter();
    }

    @BeforeAll
    void somebody_entered() {
        assertThat(browsing.get("/incidents").statusCode()).isEqualTo(200);
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = browsing.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void incidents_are_listed_filtered_and_counted() {
        assertThat(browsing.get("/incidents").body()).contains("near Gao", "ASSAULT", "MLI");
        JsonNode all = json("/api/v1/incidents");
        JsonNode none = json("/api/v1/incidents?country=FRA");

        assertThat(all.path("total").intValue()).isPositive();
        assertThat(all.path("lines").path(0).path("killed").path("words").stringValue())
                .isNotEmpty();
        assertThat(none.path("total").intValue()).isZero();
        assertThat(json("/api/v1/incidents?country=mli&from=2019&to=2019-12").path("total"))
                .isEqualTo(all.path("total"));
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        HttpResponse<String> page = browsing.get("/incidents?from=yesterday");
        HttpResponse<String> api = browsing.get("/api/v1/incidents?colour=red");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("a day is written as 2026-01-31");
        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(api.body()).path("detail").stringValue())
                .contains("cannot be filtered by \"colour\"");
        assertThat(browsing.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(browsing.get("/incidents/ffff").statusCode()).isEqualTo(404);
        assertThat(browsing.get("/reports/ffff").statusCode()).isEqualTo(404);
    }

    @Test
    void an_incident_leads_to_the_words_of_its_reports() {
        String uid = json("/api/v1/incidents").path("lines").path(0).path("uid").stringValue();
        HttpResponse<String> page = browsing.get("/incidents/" + uid.substring(0, 6));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("combatant", "/reports/" + NINE.report().id() + "?at=");
        assertThat(json("/api/v1/incidents/" + uid).path("revision").longValue()).isPositive();
    }

    @Test
    void a_report_in_pieces_is_its_text() {
        StringBuilder text = new StringBuilder();
        JsonNode report = json("/api/v1/reports/" + NINE.report().id() + "?at=14-15");
        List<String> asked = new ArrayList<>();
        for (JsonNode piece : report.path("pieces")) {
            text.append(piece.path("text").stringValue());
            if (piece.path("asked").booleanValue()) {
                asked.add(piece.path("text").stringValue());
            }
        }

        assertThat(text).hasToString(NINE.report().text());
        assertThat(asked).containsExactly("9");
        assertThat(browsing.get("/reports/" + NINE.report().id() + "?at=14-15").body())
                .contains("id=\"at\"", "data-of=\"h1\"");
    }

    @Test
    void nothing_that_a_report_says_becomes_part_of_the_page() {
        for (String path :
                List.of(
                        "/reports/" + TEN.report().id(),
                        "/search?q=gunmen",
                        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E")) {
            assertThat(browsing.get(path).body())
                    .as(path)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void every_answer_says_what_its_page_may_load() {
        for (String path : List.of("/incidents", "/api/v1/incidents", "/nowhere", "/assets/x")) {
            assertThat(browsing.get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy ->
                                    assertThat(policy)
                                            .startsWith("default-src 'none'; script-src 'self';")
                                            .doesNotContain("unsafe"));
        }
        assertThat(browsing.get("/incidents").body())
                .doesNotContain("style=", "<style", "onclick", "http://", "https://");
    }

    @Test
    void without_the_key_nothing_is_told() {
        Browsing stranger = new Browsing(browsing.workbench);
        for (Router.Route route : browsing.workbench.routes()) {
            if (route.safe() && route.needs() != Role.ANYONE) {
                assertThat(stranger.get(concrete(route.path())).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
        }
        assertThat(stranger.get("/enter?key=wrong").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/incidents").body()).doesNotContain("Gao", "Search reports");
        assertThat(
                        stranger.send(
                                        HttpRequest.newBuilder(stranger.at("/api/v1/incidents"))
                                                .header(
                                                        "Authorization",
                                                        "Bearer " + browsing.workbench.key()))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_changes_something_needs_the_token_and_comes_from_the_workbench() {
        for (Router.Route route : browsing.workbench.routes()) {
            if (!route.safe()) {
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(browsing.at(concrete(route.path())))
                                .method(route.method(), HttpRequest.BodyPublishers.noBody());
                assertThat(browsing.send(request.copy()).statusCode())
                        .as("%s without Origin", route)
                        .isEqualTo(403);
                assertThat(
                                browsing.send(
                                                request.copy()
                                                        .header(
                                                                "Origin",
                                                                browsing.workbench.origin()))
                                        .statusCode())
                        .as("%s without token", route)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void what_a_list_shows_can_be_exported() {
        HttpResponse<String> csv = browsing.get("/api/v1/export?format=csv&country=MLI");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"casus-incidents.csv\"");
        assertThat(csv.body()).contains("Gao");
        assertThat(browsing.get("/api/v1/export?format=jsonl&country=FRA").body()).isEmpty();
        assertThat(browsing.get("/api/v1/export?format=parquet").statusCode()).isEqualTo(400);
        assertThat(browsing.get("/api/v1/export?format=csv&colour=red").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_document_of_the_api_names_what_there_is() {
        JsonNode paths = json("/api/v1/openapi.json").path("paths");
        TreeSet<String> told = new TreeSet<>();
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        told.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        TreeSet<String> there = new TreeSet<>();
        for (Router.Route route : browsing.workbench.routes()) {
            if (route.path().startsWith("/api/")) {
                there.add(route.method() + " " + route.path());
            }
        }

        assertThat(told).isEqualTo(there);
    }

    private static String concrete(String path) {
        return path.replaceAll("\\{[^}]*}", "ffff");
    }
}
