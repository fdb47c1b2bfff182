package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions, as forms and as JSON. */
class ReviewTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private final Browsing browsing;

    ReviewTest(@TempDir Path folder) {
        browsing =
                Browsing.of(
                                folder,
                                List.of(
                                        Told.killing("nine.txt", "Nine die", 9),
                                        Told.killing(
                                                "ninety.txt",
                                                "Ninety die",
                                                90,
                                                "Kano",
                                                "NGA",
                                                "2018-11-01")))
                        .enter();
    }

    @AfterEach
    void close() {
        browsing.close();
    }

    /** The uid and the revision of the first incident in the list. */
    private JsonNode first() {
        String uid =
                JSON.readTree(browsing.get("/api/v1/incidents").body())
                        .path("lines")
                        .path(0)
                        .path("uid")
                        .stringValue();
        return JSON.readTree(browsing.get("/api/v1/incidents/" + uid).body());
    }

    private static String uid(JsonNode incident) {
        return incident.path("line").path("uid").stringValue();
    }

    private HttpResponse<String> form(String path, String... fields) {
        Matcher token = TOKEN.matcher(browsing.get("/incidents/" + uid(first())).body());
        assertThat(token.find()).isTrue();
        StringBuilder body = new StringBuilder("_token=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return browsing.send(
                HttpRequest.newBuilder(browsing.at(path))
                        .header("Origin", browsing.workbench.origin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> json(String path, String body) {
        return browsing.send(
                HttpRequest.newBuilder(browsing.at(path))
                        .header("Authorization", "Bearer " + browsing.workbench.key())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> decide(JsonNode seen, String act, String... more) {
        String[] fields = new String[more.length + 6];
        String[] start = {
            "uid", uid(seen), "revision", seen.path("revision").asString(""), "act", act
        };
        System.arraycopy(start, 0, fields, 0, start.length);
        System.arraycopy(more, 0, fields, start.length, more.length);
        return form("/decide", fields);
    }

    @Test
    void a_decision_is_written_down_in_the_name_of_who_decides_and_can_be_taken_back() {
        HttpResponse<String> accepted = decide(first(), "accept", "reason", "seen <b>myself</b>");

        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?done=d1"));
        assertThat(first().path("line").path("review").stringValue()).isEqualTo("accepted");
        assertThat(browsing.get("/review/decisions").body())
                .contains("tester", "accepted it", "seen &lt;b&gt;myself&lt;/b&gt;");

        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(303);
        assertThat(first().path("line").path("review").stringValue()).isEqualTo("open");
        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(409);
        assertThat(form("/decisions/d9/undo").statusCode()).isEqualTo(404);
    }

    @Test
    void two_cannot_decide_past_each_other() {
        JsonNode seen = first();

        assertThat(decide(seen, "correct", "field", "killed", "value", "91").statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = decide(seen, "reject");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has changed since you looked at it");
        assertThat(first().path("line").path("killed").path("best").intValue()).isEqualTo(91);
        assertThat(JSON.readTree(browsing.get("/api/v1/decisions").body())).hasSize(1);
        assertThat(browsing.get("/incidents/" + uid(seen)).body())
                .contains("killed best <del>9", "<ins>91</ins>");
    }

    @ParameterizedTest
    @CsvSource({
        "type, PROTEST",
        "mode, beat",
        "factuality, possible",
        "time, 2018-12-24",
        "place, Timbuktu",
        "country, NER",
        "sources, Red Band",
        "targets, shepherds",
        "killed, 91",
        "injured, 4",
        "missing, 3",
        "abducted, 2",
        "detained, 5",
        "displaced, 600"
    })
    void every_field_can_be_corrected_and_put_back(String field, String value) {
        JsonNode seen = first();
        String path = "/incidents/" + uid(seen);
        assertThat(browsing.get(path).body()).doesNotContain("<ins>" + value);

        HttpResponse<String> done = decide(seen, "correct", "field", field, "value", value);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(browsing.get(path).body()).contains("<ins>" + value);

        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(303);
        assertThat(browsing.get(path).body()).contains("<del>" + value);
    }

    @ParameterizedTest
    @CsvSource({"country, Nowhere", "factuality, perhaps", "time, yesterday", "killed, -1"})
    void a_value_that_the_field_cannot_have_is_refused(String field, String value) {
        assertThat(decide(first(), "correct", "field", field, "value", value).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_country_is_corrected() {
        assertThat(decide(first(), "correct", "field", "country", "value", "NER").statusCode())
                .isEqualTo(303);

        assertThat(first().path("line").path("country").stringValue()).isEqualTo("NER");
        assertThat(total("/api/v1/incidents?country=NER")).isEqualTo(1);
        assertThat(total("/api/v1/incidents?country=MLI")).isZero();
        assertThat(total("/api/v1/map?country=NER")).isEqualTo(1);
        assertThat(browsing.get("/incidents/" + uid(first())).body()).contains("NER");

        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(303);
        assertThat(first().path("line").path("country").stringValue()).isEqualTo("MLI");
        assertThat(total("/api/v1/incidents?country=NER")).isZero();
    }

    @Test
    void whether_it_happened_is_corrected() {
        assertThat(
                        decide(first(), "correct", "field", "factuality", "value", "planned")
                                .statusCode())
                .isEqualTo(303);

        assertThat(first().path("line").path("factuality").stringValue()).isEqualTo("planned");
        assertThat(total("/api/v1/incidents?factuality=planned")).isEqualTo(1);
        assertThat(total("/api/v1/incidents?factuality=happened")).isEqualTo(1);
        assertThat(browsing.get("/incidents/" + uid(first())).body()).contains("planned");

        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(303);
        assertThat(first().path("line").path("factuality").stringValue()).isEqualTo("happened");
    }

    private int total(String path) {
        return JSON.readTree(browsing.get(path).body()).path("total").intValue();
    }

    @Test
    void incidents_are_merged_and_split_by_their_accounts() {
        JsonNode all = JSON.readTree(browsing.get("/api/v1/incidents").body()).path("lines");
        assertThat(all).hasSize(2);
        StringBuilder incidents = new StringBuilder();
        for (JsonNode line : all) {
            String uid = line.path("uid").stringValue();
            incidents
                    .append(incidents.isEmpty() ? "" : ",")
                    .append("{\"uid\":\"")
                    .append(uid)
                    .append("\",\"revision\":")
                    .append(
                            JSON.readTree(browsing.get("/api/v1/incidents/" + uid).body())
                                    .path("revision")
                                    .asString(""))
                    .append('}');
        }
        String pair = "\"incidents\":[" + incidents + "]}";

        HttpResponse<String> merged = json("/api/v1/decisions", "{\"act\":\"merge\"," + pair);
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(201);
        assertThat(JSON.readTree(browsing.get("/api/v1/incidents").body()).path("total").intValue())
                .isEqualTo(1);
        assertThat(json("/api/v1/decisions", "{\"act\":\"merge\"," + pair).statusCode())
                .isEqualTo(409);

        JsonNode one = first();
        String account =
                one.path("sources").path(1).path("reports").path(0).path("account").stringValue();
        assertThat(decide(one, "split", "account", account).statusCode()).isEqualTo(303);
        assertThat(total("/api/v1/incidents")).isEqualTo(2);
        assertThat(form("/decisions/d2/undo").statusCode()).isEqualTo(303);
        assertThat(total("/api/v1/incidents")).isEqualTo(1);
        assertThat(form("/decisions/d1/undo").statusCode()).isEqualTo(303);
        assertThat(total("/api/v1/incidents")).isEqualTo(2);
    }

    @Test
    void what_makes_no_sense_is_not_decided() {
        assertThat(decide(first(), "merge").statusCode()).isEqualTo(400);
        assertThat(decide(first(), "forget").statusCode()).isEqualTo(400);
        assertThat(decide(first(), "correct", "field", "killed", "value", "many").statusCode())
                .isEqualTo(400);
        assertThat(decide(first(), "correct", "field", "uid", "value", "x").statusCode())
                .isEqualTo(400);
        assertThat(json("/api/v1/decisions", "{").statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(browsing.get("/api/v1/decisions").body())).isEmpty();
    }

    @Test
    void the_form_leads_only_to_the_workbench() {
        assertThat(
                        decide(first(), "accept", "next", "//elsewhere.example/")
                                .headers()
                                .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("elsewhere"));
    }

    @Test
    void the_queue_goes_on_to_what_nobody_has_decided_on() {
        assertThat(browsing.get("/review/incidents").body()).contains("2 wait");
        decide(first(), "accept");
        assertThat(browsing.get("/review/incidents").body()).contains("1 wait");
        assertThat(browsing.get("/review/incidents?country=FRA").body())
                .contains("Nothing is left to be reviewed");
        assertThat(browsing.get("/review").statusCode()).isEqualTo(200);
    }

    @Test
    void the_queue_begins_with_the_doubtful_unless_another_order_is_asked() {
        String newest = uid(first()); // of nine dead; both have a single source
        assertThat(browsing.get("/review/incidents").body()).doesNotContain(newest);
        assertThat(browsing.get("/review/incidents?sort=newest").body())
                .contains(newest)
                .contains("/review/incidents?review=open&amp;sort=newest&amp;skip=1");
    }
}
