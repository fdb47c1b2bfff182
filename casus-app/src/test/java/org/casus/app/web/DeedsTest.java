package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.app.web.Browsing.Told;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list is one of deeds; talk is a click away, and counted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Browsing browsing;

    DeedsTest(@TempDir Path folder) {
        browsing =
                Browsing.of(
                                folder,
                                List.of(
                                        Told.killing("a", "A", 9, "Gao", "MLI", "2019-12-26"),
                                        Told.killing("b", "B", 5, "Kidal", "MLI", "2018-03-01"),
                                        Told.killing("c", "C", 3, "Agadez", "NER", "2017-05-03")
                                                .asked()))
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

    private Document page(String path) {
        HttpResponse<String> answer = browsing.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private List<String> types(String path) {
        List<String> types = new ArrayList<>();
        for (JsonNode line : json(path).path("lines")) {
            types.add(line.path("type").asString());
        }
        return types;
    }

    @Test
    void a_list_is_one_of_deeds_unless_the_address_says_otherwise() {
        assertThat(types("/api/v1/incidents")).containsExactly("ASSAULT", "ASSAULT");
        assertThat(types("/api/v1/incidents?kind=deeds")).containsExactly("ASSAULT", "ASSAULT");
        assertThat(types("/api/v1/incidents?kind=talk")).containsExactly("REQUEST");
        assertThat(types("/api/v1/incidents?kind=all")).hasSize(3);
        assertThat(browsing.get("/api/v1/incidents?kind=noise").statusCode()).isEqualTo(400);
    }

    @Test
    void a_type_that_is_asked_for_is_found_whatever_its_kind() {
        assertThat(types("/api/v1/incidents?type=REQUEST")).containsExactly("REQUEST");
        assertThat(types("/api/v1/incidents?type=REQUEST&kind=deeds")).containsExactly("REQUEST");
    }

    @Test
    void each_kind_is_a_link_with_its_count() {
        Document page = page("/incidents?from=2017");

        assertThat(page.select(".kinds a").eachText())
                .containsExactly("deeds 2", "talk 1", "all 3");
        assertThat(page.select(".kinds a[aria-current]").eachText()).containsExactly("deeds 2");
        assertThat(page.select(".chips li").eachText()).containsExactly("from 2017-01-01 ×", "all");
        String talk = page.select(".kinds a").get(1).attr("href");
        assertThat(talk).isEqualTo("/incidents?from=2017-01-01&kind=talk");
        assertThat(page(talk).select("h1").text()).isEqualTo("1 incident");
        assertThat(page("/incidents?country=NER").select(".kinds a").eachText())
                .containsExactly("deeds 0", "talk 1", "all 1");
    }

    @Test
    void what_is_seen_stays_the_same_on_the_other_pages_and_in_an_export() {
        Document list = page("/incidents");
        String map = list.select(".views a").get(0).attr("href");

        assertThat(map).isEqualTo("/map?kind=deeds");
        assertThat(json("/api/v1/map?kind=deeds").path("total").longValue()).isEqualTo(2);
        assertThat(list.select("form[action=/api/v1/export] input[name=kind]").attr("value"))
                .isEqualTo("deeds");
        assertThat(browsing.get("/api/v1/export?kind=deeds&format=jsonl").body().lines())
                .hasSize(2);
        assertThat(page(map).select("a[href=/incidents?kind=deeds]")).isNotEmpty();
    }

    @Test
    void a_list_that_a_drawing_leads_to_has_all_that_was_drawn() {
        assertThat(json("/api/v1/map").path("total").longValue()).isEqualTo(3);
        assertThat(page("/map").select("a[href=/incidents?kind=all]")).isNotEmpty();
        assertThat(page("/timeline").select("a[href^=/incidents?]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address -> address.contains("kind=all"));
    }
}
