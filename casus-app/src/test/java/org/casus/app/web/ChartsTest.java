package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Incidents drawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browsing browsing;

    ChartsTest(@TempDir Path folder) {
        browsing =
                Browsing.of(
                                folder,
                                List.of(
                                        Told.killing("nine.txt", "Nine die", 9),
                                        Told.killing("ten.txt", "<b>Ten</b> die", 10)))
                        .enter();
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

    private String page(String path) {
        HttpResponse<String> answer = browsing.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("style=", "<style", "http://", "https://");
        return answer.body();
    }

    private long incidents() {
        return json("/api/v1/incidents").path("total").longValue();
    }

    @Test
    void the_map_has_every_incident_at_its_place_and_leads_to_it() {
        JsonNode map = json("/api/v1/map");
        JsonNode gao = map.path("spots").path(0);

        assertThat(map.path("total").longValue()).isEqualTo(incidents());
        assertThat(map.path("unplaced").longValue()).isZero();
        assertThat(gao.path("name").stringValue()).isEqualTo("Gao");
        assertThat(gao.path("precision").stringValue()).isEqualTo("near");
        assertThat(gao.path("latitude").doubleValue()).isEqualTo(16.27);
        assertThat(browsing.get(gao.path("address").stringValue()).body()).contains("near Gao");
        assertThat(page("/map")).contains("Gao, MLI", "near it", "/assets/map.js");
    }

    @Test
    void an_incident_has_a_map_of_its_own() {
        Matcher link = Pattern.compile("href=\"/incidents/([0-9a-f]+)").matcher(page("/incidents"));
        assertThat(link.find()).isTrue();
        String uid = link.group(1);

        JsonNode inset = json("/api/v1/incidents/" + uid + "/map");

        assertThat(inset.path("spots").path(0).path("name").stringValue()).isEqualTo("Gao");
        assertThat(inset.path("spots").path(0).path("precision").stringValue()).isEqualTo("near");
        assertThat(page("/incidents/" + uid))
                .contains(
                        "data-source=\"/api/v1/incidents/" + uid + "/map\"",
                        "/assets/map.js",
                        "near it");
        assertThat(browsing.get("/api/v1/incidents/none/map").statusCode()).isEqualTo(404);
    }

    @Test
    void an_incident_stands_in_time_with_those_who_told_of_it() {
        JsonNode list = json("/api/v1/incidents").path("lines").path(0);
        String uid = list.path("uid").stringValue();

        JsonNode days = json("/api/v1/incidents/" + uid).path("days");

        assertThat(days.path("from").stringValue()).isEqualTo("2019-12-26");
        assertThat(days.path("to").stringValue()).isEqualTo("2020-01-01");
        assertThat(days.path("rows").path(0).path("kind").stringValue()).isEqualTo("HAPPENED");
        assertThat(days.path("rows").path(0).path("start").intValue()).isZero();
        JsonNode told = days.path("rows").path(1);
        assertThat(told.path("kind").stringValue()).isEqualTo("REPORTED");
        assertThat(told.path("start").intValue()).isEqualTo(100);
        assertThat(browsing.get(told.path("address").stringValue()).statusCode()).isEqualTo(200);
        assertThat(page("/incidents/" + uid)).contains("<b>it happened</b>", "told by</span> Gao");
    }

    @Test
    void the_map_keeps_to_what_is_asked_for() {
        assertThat(json("/api/v1/map?country=FRA").path("total").longValue()).isZero();
        assertThat(json("/api/v1/map?bounds=10,-5,20,5").path("spots").size()).isPositive();
        assertThat(json("/api/v1/map?bounds=10,5,20,15").path("spots").size()).isZero();
        assertThat(page("/map?country=MLI&grade=weak"))
                .contains("value=\"MLI\"", "name=\"grade\" value=\"weak\"", "country=MLI");
        assertThat(browsing.get("/map?bounds=here").statusCode()).isEqualTo(400);
    }

    @Test
    void the_timeline_counts_every_incident_in_its_unit() {
        JsonNode timeline = json("/api/v1/timeline");

        assertThat(timeline.path("total").longValue()).isEqualTo(incidents());
        assertThat(timeline.path("undated").longValue()).isZero();
        assertThat(timeline.path("unit").stringValue()).isEqualTo("day");
        assertThat(timeline.path("bins").path(0).path("from").stringValue())
                .isEqualTo("2019-12-26");
        assertThat(timeline.path("bins").path(0).path("incidents").longValue())
                .isEqualTo(incidents());
        assertThat(page("/timeline")).contains("class=\"part assault\"", "2019-12-26", "assault ");
        assertThat(page("/timeline?country=FRA")).contains("Nothing that is in the ledger");
    }

    @Test
    void the_network_says_what_it_leaves_out() {
        JsonNode network = json("/api/v1/network");

        assertThat(network.path("oneSided").longValue()).isEqualTo(incidents());
        assertThat(network.path("drawable").booleanValue()).isTrue();
        assertThat(page("/network")).contains("name only one side");
    }

    @Test
    void claims_are_of_what_somebody_contests() {
        JsonNode claims = json("/api/v1/claims");

        assertThat(claims.path("found").longValue())
                .isEqualTo(json("/api/v1/incidents?contested=yes").path("total").longValue());
        assertThat(page("/claims?speaker=nobody")).contains("speaker <b>nobody</b>");
        assertThat(json("/api/v1/claims?speaker=nobody").path("total").longValue()).isZero();
    }

    @Test
    void borders_come_from_the_workbench() {
        String address = page("/map").replaceFirst("(?s).*data-borders=\"([^\"]+)\".*", "$1");

        assertThat(browsing.get(address).body()).startsWith("{\"type\":\"Topology\"");
    }
}
