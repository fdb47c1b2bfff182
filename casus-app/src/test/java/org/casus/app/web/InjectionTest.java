package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words of a report stay words: they become no element, no attribute and no address of a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PAYLOADS = Payloads.all();

    /** Attributes that carry words. */
    private static final Set<String> FOR_WORDS =
            Set.of("value", "title", "aria-label", "id", "alt", "placeholder", "for");

    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "hx-get", "hx-post", "formaction", "xlink:href");

    private static final Set<String> NEVER =
            Set.of(
                    "iframe",
                    "object",
                    "embed",
                    "base",
                    "math",
                    "template",
                    "noscript",
                    "style",
                    "img",
                    "video",
                    "audio",
                    "applet",
                    "frame",
                    "frameset",
                    "foreignobject");

    private final Browsing browsing;

    InjectionTest(@TempDir Path folder) {
        browsing = Hostile.ledger(folder, PAYLOADS).enter();
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    private Document page(String path) {
        HttpResponse<String> answer = browsing.get(path);
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(path)
                .hasValue("text/html;charset=utf-8");
        Document page = Jsoup.parse(answer.body());
        clean(path, page);
        return page;
    }

    private static void clean(String path, Document page) {
        page.traverse(
                (NodeVisitor)
                        (node, depth) -> {
                            if (node instanceof Element element) {
                                clean(path, element);
                            } else if (node instanceof Comment || node instanceof DataNode) {
                                assertThat(node.outerHtml()).as(path).doesNotContain("pwn");
                            }
                        });
    }

    private static void clean(String path, Element element) {
        String name = element.normalName();
        assertThat(name).as(path).doesNotContain("pwn").isNotIn(NEVER);
        if (name.equals("script")) {
            assertThat(element.attr("src")).as(path).startsWith("/assets/");
            assertThat(element.data()).as(path).isBlank();
        }
        assertThat(element.hasAttr("http-equiv")).as(path).isFalse();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            assertThat(key).as(path).doesNotStartWith("on").doesNotContain("pwn");
            assertThat(key).as(path).isNotIn("style", "srcdoc", "srcset", "hx-on", "hx-vals");
            if (ADDRESSES.contains(key) || key.equals("data-source")) {
                assertThat(value)
                        .as("%s: %s", path, element)
                        .matches("(?s)(/[A-Za-z].*|/?|[#?].*)");
            } else if (!FOR_WORDS.contains(key)) {
                assertThat(value).as("%s: %s of %s", path, key, name).doesNotContain("pwn");
            }
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** As jsoup tells text: runs of blanks are one, and what is not seen is left out. */
    private static String shown(String words) {
        return words.replaceAll("[\\u200b\\u00ad]", "")
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
    }

    @Test
    void there_are_as_many_as_are_promised_and_no_two_alike() {
        assertThat(PAYLOADS).hasSize(500).doesNotHaveDuplicates();
        assertThat(PAYLOADS).allMatch(payload -> payload.contains("pwn"));
    }

    @Test
    void a_report_is_shown_as_it_stands() {
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String words = PAYLOADS.get(i);
            String id = Hostile.id(words, i);
            Document page = page("/reports/" + id + "?at=0-5");
            assertThat(shown(page.select("h1").text())).isEqualTo(shown(words));
            assertThat(shown(page.select("main").text())).contains(shown(words) + " killed");
            assertThat(shown(page.title())).contains(shown(words));
            JsonNode json = JSON.readTree(browsing.get("/api/v1/reports/" + id).body());
            assertThat(json.path("title").asString("")).isEqualTo(words);
        }
    }

    @Test
    void feeds_are_shown_as_they_stand() {
        List<String> addresses =
                page("/sources").select("td.input").eachText().stream()
                        .map(InjectionTest::shown)
                        .toList();
        for (String words : PAYLOADS) {
            assertThat(addresses).contains(shown(words));
        }
    }

    @Test
    void incidents_and_their_reviews_are_words() {
        Set<String> found = new TreeSet<>();
        for (int at = 1; ; at++) {
            String path = "/incidents?page=" + at;
            Document page = page(path);
            List<String> incidents = page.select("a.row").eachAttr("href");
            found.addAll(incidents);
            if (page.select("a[rel=next]").isEmpty()) {
                break;
            }
        }
        assertThat(found).hasSizeGreaterThan(PAYLOADS.size() / 2);
        int shown = 0;
        for (String incident : found) {
            if (page(incident).text().contains("pwn")) {
                shown++;
            }
            HttpResponse<String> api = browsing.get("/api/v1" + incident);
            assertThat(api.statusCode()).isEqualTo(200);
            assertThat(api.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        }
        assertThat(shown).isEqualTo(found.size());
        for (String path :
                List.of("/review", "/review/incidents", "/review/decisions", "/sources")) {
            page(path);
            page(path + "?actor=" + encoded(PAYLOADS.get(7)));
        }
        for (String path : List.of("/map", "/timeline", "/network", "/claims")) {
            page(path);
            page(path + "?actor=" + encoded(PAYLOADS.get(7)));
            HttpResponse<String> api = browsing.get("/api/v1" + path);
            assertThat(api.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        }
        assertThat(page("/map").text() + page("/network").text()).contains("pwn");
        assertThat(page("/sources/runs/1").text()).contains("pwn");
        assertThat(page("/sources/runs/1?outcome=failed").text()).contains("pwn");
    }

    @Test
    void what_is_asked_for_is_repeated_as_words() {
        for (String payload : PAYLOADS) {
            String asked = encoded(payload);
            Document search = page("/search?q=" + asked);
            String again = search.select("#words").attr("value");
            if (!again.isEmpty()) {
                assertThat(shown(again)).isEqualTo(shown(payload));
            }
            page("/incidents?from=" + asked);
            page("/incidents?actor=" + asked);
        }
        for (String payload : PAYLOADS.subList(0, 100)) {
            String asked = encoded(payload);
            page("/incidents?" + asked + "=1");
            page("/incidents?q=" + asked + "&sort=" + asked);
            page(
                    "/incidents/"
                            + asked.replace("+", "%20")
                                    .replace("%2F", "x")
                                    .replace("%5C", "x")
                                    .replaceAll("%[01].|%7F|%3B|%25", "x"));
            page("/review?uid=" + asked);
            page("/enter?key=" + asked);
        }
    }
}
