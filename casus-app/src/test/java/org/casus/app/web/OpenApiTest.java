package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the document of the API says is so: its schemas of what is sent, its examples of both. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REF = "$ref";

    private final Browsing browsing;
    private final JsonNode document;

    OpenApiTest(@TempDir Path folder) {
        browsing =
                Browsing.of(
                                folder,
                                List.of(
                                        Told.killing("nine.txt", "Nine die", 9),
                                        Told.killing("ten.txt", "Ten die", 10),
                                        Told.killing(
                                                "ninety.txt",
                                                "Ninety die",
                                                90,
                                                "Kano",
                                                "NGA",
                                                "2018-11-01")))
                        .enter();
        document = JSON.readTree(browsing.get("/api/v1/openapi.json").body());
    }

    @AfterEach
    void close() {
        browsing.close();
    }

    // ---- the subset of JSON Schema that the document makes use of

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has(REF)) {
            String pointer = at.path(REF).stringValue().substring(1);
            JsonNode target = document.at(pointer);
            assertThat(target.isMissingNode()).as(pointer).isFalse();
            at = target;
        }
        return at;
    }

    /** What is wrong with a value, each with the way to it. */
    private List<String> faults(JsonNode value, JsonNode of, String way) {
        JsonNode schema = resolved(of);
        List<String> faults = new ArrayList<>();
        if (schema.has("type") && !isOf(value, schema.path("type"))) {
            faults.add(way + " is " + value + ", not " + schema.path("type"));
            return faults;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(way + " is " + value + ", not of " + schema.path("enum"));
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            faults.add(way + " is " + value + ", not " + schema.path("const"));
        }
        schema.path("required")
                .forEach(
                        name -> {
                            if (!value.has(name.stringValue())) {
                                faults.add(way + " has no " + name.stringValue());
                            }
                        });
        JsonNode properties = schema.path("properties");
        for (Map.Entry<String, JsonNode> one : value.properties()) {
            String here = way + "." + one.getKey();
            if (properties.has(one.getKey())) {
                faults.addAll(faults(one.getValue(), properties.path(one.getKey()), here));
            } else if (schema.path("additionalProperties").isObject()) {
                faults.addAll(faults(one.getValue(), schema.path("additionalProperties"), here));
            } else if (!properties.isMissingNode()) {
                faults.add(here + " is not told of");
            }
        }
        if (value.isArray() && schema.has("items")) {
            for (JsonNode item : value) {
                faults.addAll(faults(item, schema.path("items"), way + "[]"));
            }
        }
        return faults;
    }

    private static boolean isOf(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOf(value, one));
        }
        return switch (type.stringValue()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    // ---- its resources

    /** A method of a path. */
    private record Resource(String method, String path, JsonNode told) {
        JsonNode sent(String status) {
            return told.path("responses").path(status).path("content").path("application/json");
        }
    }

    private List<Resource> resources() {
        List<Resource> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        all.add(
                                                                new Resource(
                                                                        method.getKey(),
                                                                        path.getKey(),
                                                                        method.getValue()))));
        assertThat(all).hasSizeGreaterThan(15);
        return all;
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = browsing.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode incident(int number) {
        String uid = json("/api/v1/incidents").path("lines").path(number).path("uid").stringValue();
        return json("/api/v1/incidents/" + uid);
    }

    /** An address of the resource that leads to something. */
    private String concrete(String path) {
        JsonNode incident = incident(0);
        JsonNode report = incident.path("sources").path(0).path("reports").path(0);
        return path.replace("{uid}", incident.path("line").path("uid").stringValue())
                .replace("{id}", report.path("document").stringValue())
                .replace("{number}", "1");
    }

    @Test
    void what_is_sent_is_what_the_document_says() {
        decide();
        List<String> faults = new ArrayList<>();
        for (Resource resource : resources()) {
            JsonNode sent = resource.sent("200");
            if (resource.method().equals("get") && sent.has("schema")) {
                String path = concrete(resource.path());
                String some = path.endsWith("/search") ? path + "?q=gunmen" : path;
                faults.addAll(faults(json(some), sent.path("schema"), resource.path()));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everything_that_is_sent_has_a_schema_and_an_example() {
        List<String> without = new ArrayList<>();
        for (Resource resource : resources()) {
            for (String status : List.of("200", "201")) {
                JsonNode sent = resource.sent(status);
                if (!sent.has("schema")) {
                    continue;
                }
                JsonNode schema = resolved(sent.path("schema"));
                if (!sent.has("example") && !schema.has("example")) {
                    without.add(resource.method() + " " + resource.path() + " has no example");
                }
                if (!schema.has("properties") && !schema.has("items")) {
                    without.add(resource.method() + " " + resource.path() + " has no schema");
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void every_example_is_valid() {
        List<String> faults = new ArrayList<>();
        examples(document, "", faults);
        assertThat(faults).isEmpty();
    }

    /** Looks for examples, each beside its schema or within it. */
    private void examples(JsonNode node, String way, List<String> faults) {
        JsonNode schema = node.has("schema") ? node.path("schema") : node;
        if (node.has("example") && !way.endsWith("/properties")) {
            faults.addAll(faults(node.path("example"), schema, way));
        }
        if (node.path("examples").isObject()) {
            node.path("examples")
                    .properties()
                    .forEach(
                            one ->
                                    faults.addAll(
                                            faults(
                                                    one.getValue().path("value"),
                                                    schema,
                                                    way + "/" + one.getKey())));
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (!child.getKey().startsWith("example")) {
                examples(child.getValue(), way + "/" + child.getKey(), faults);
            }
        }
        if (node.isArray()) {
            node.forEach(child -> examples(child, way + "[]", faults));
        }
    }

    @Test
    void what_the_examples_ask_for_may_be_asked_for() {
        TreeSet<String> asked = new TreeSet<>();
        for (Resource resource : resources()) {
            for (JsonNode given : resource.told().path("parameters")) {
                JsonNode parameter = resolved(given);
                String value = example(parameter);
                if (!parameter.path("in").stringValue().equals("query") || value.isEmpty()) {
                    continue;
                }
                String path =
                        concrete(resource.path())
                                + "?"
                                + parameter.path("name").stringValue()
                                + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8);
                if (resource.path().endsWith("/export")
                        && !parameter.path("name").stringValue().equals("format")) {
                    path += "&format=csv";
                }
                asked.add(path);
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
        for (String path : asked) {
            assertThat(browsing.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private static String example(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        if (example.isMissingNode()) {
            JsonNode schema = parameter.path("schema");
            example = schema.has("items") ? schema.path("items").path("enum") : schema.path("enum");
        }
        return (example.isArray() ? example.path(0) : example).asString("");
    }

    @Test
    void what_the_examples_decide_can_be_decided() {
        JsonNode examples =
                document.at("/paths/~1api~1v1~1decisions/post/requestBody/content")
                        .path("application/json")
                        .path("examples");
        assertThat(examples.propertyNames()).hasSizeGreaterThanOrEqualTo(2);
        for (JsonNode example : examples) {
            ObjectNode order = ((ObjectNode) example.path("value")).deepCopy();
            int number = 0;
            for (JsonNode seen : order.path("incidents")) {
                JsonNode incident = incident(number++);
                ((ObjectNode) seen)
                        .put("uid", incident.path("line").path("uid").stringValue())
                        .put("revision", incident.path("revision").longValue());
            }
            if (order.has("accounts")) {
                JsonNode sources = incident(0).path("sources");
                order.putArray("accounts")
                        .add(sources.path(0).path("reports").path(0).path("account").stringValue());
            }
            HttpResponse<String> answer = send("/api/v1/decisions", order.toString());
            assertThat(answer.statusCode()).as(order + " " + answer.body()).isEqualTo(201);
            JsonNode done = JSON.readTree(answer.body());
            assertThat(faults(done, document.at("/components/schemas/Done"), "done")).isEmpty();
            String undo = "/api/v1/decisions/" + done.path("decision").stringValue() + "/undo";
            assertThat(send(undo, "{}").statusCode()).isEqualTo(200);
        }
    }

    private void decide() {
        JsonNode seen = incident(0);
        String order =
                "{\"act\":\"accept\",\"incidents\":[{\"uid\":\"%s\",\"revision\":%d}]}"
                        .formatted(
                                seen.path("line").path("uid").stringValue(),
                                seen.path("revision").longValue());
        assertThat(send("/api/v1/decisions", order).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> send(String path, String body) {
        return browsing.send(
                HttpRequest.newBuilder(browsing.at(path))
                        .header("Authorization", "Bearer " + browsing.workbench.key())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
