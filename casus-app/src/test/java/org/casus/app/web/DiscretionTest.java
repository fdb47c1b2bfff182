package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.acquire.Arrival.Input;
import org.casus.app.http.Role;
import org.casus.app.http.Router;
import org.casus.app.view.Desk;
import org.casus.merge.Merger;
import org.casus.model.Report;
import org.casus.store.IncidentQuery;
import org.casus.store.Ledger;
import org.casus.store.ReadReport;
import org.casus.store.Run;
import org.casus.store.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * With {@code --redact-private}, nothing that can be asked for tells the name of a private person.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscretionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");

    /** Words that are in no name of somebody else. */
    private static final List<String> PRIVATE =
            List.of("Quillane", "Zubenko", "Oriolwe", "Xanthippa", "Vexley");

    private final String where;
    private final Browsing browsing;
    private final List<String> reports = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();

    DiscretionTest(@TempDir Path folder) {
        where = folder.resolve("ledger").toString();
        try (Ledger ledger = Ledger.write(where, Browsing.NOON)) {
            Run run = ledger.runs().begin();
            for (int n = 0; n < 3; n++) {
                Report report = report(n);
                Input input = new Input("xanthippa-quillane-" + n + ".txt", null);
                ledger.reports().take(run, ReadReport.of(report, input, record(report)));
                reports.add(report.id());
            }
            ledger.reports()
                    .failed(run, new Input("Zubenko.pdf", null), "Oriolwe Zubenko is no PDF");
            ledger.incidents().settle(Merger.load());
            ledger.runs().end(run);
            ledger.incidents()
                    .each(IncidentQuery.ALL, (incident, accounts) -> incidents.add(incident.uid()));
        }
        browsing = open(true);
    }

    private Browsing open(boolean discreet) {
        return new Browsing(
                        Workbench.start(
                                Desk.open(where, Browsing.NOON, discreet, Steps.UNWATCHED),
                                0,
                                "tester",
                                Role.ADMIN,
                                System.err))
                .enter();
    }

    @AfterAll
    void close() {
        browsing.close();
    }

    private static Report report(int n) {
        String text =
                "Police killed Xanthippa Quillane near Gao on Thursday, "
                        + (n + 3)
                        + " days after a march.\n"
                        + "Vexley said his cousin QUILLANE was a baker. Oriolwe Zubenko, a"
                        + " neighbour, denied it: \"Xanthippa was at home,\" Zubenko said. General"
                        + " Bako Traore spoke.";
        return new Report(
                Report.idOf("2020-01-0" + (n + 1), text),
                "xanthippa-quillane-" + n + ".txt",
                "https://example.org/2020/xanthippa-quillane-" + n,
                "Gao Wire",
                "Who killed Xanthippa Quillane?",
                null,
                "2020-01-0" + (n + 1),
                null,
                "en",
                text);
    }

    private static Map<String, Object> span(String text, String words, int from) {
        int start = text.indexOf(words, from);
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("start", start);
        span.put("end", start + words.length());
        span.put("text", words);
        return span;
    }

    private static String json(Object thing) {
        return JSON.writeValueAsString(thing);
    }

    private static String actor(String id, String name, String sectors, String... mentions) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"person\",\"country\":null,\"sectors\":[%s],\"entity\":null,\"memberOf\":[],\"mentions\":[%s]}"
                .formatted(id, name, sectors, String.join(",", mentions));
    }

    private static String record(Report report) {
        String text = report.text();
        int second = text.indexOf('\n') + 1;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        document.put("key", report.key());
        document.put("uri", report.uri());
        document.put("outlet", report.outlet());
        document.put("title", report.title());
        document.put("author", null);
        document.put("published", report.published());
        document.put("category", null);
        document.put("language", "en");
        document.put("text", text);
        String sentence = text.substring(0, second - 1);
        return """
        {"casus":1,"document":%s,\
        "actors":[%s,%s,%s,%s,{"id":"a5","name":"Police","kind":"organization","country":"MLI","sectors":["COP"],"entity":null,"memberOf":[],"mentions":[%s]}],\
        "places":[{"id":"p1","name":"Gao","kind":"settlement","country":"MLI","admin1":null,"latitude":16.27,"longitude":-0.04,"geonameId":null,"precision":"exact","mentions":[%s]}],\
        "times":[{"id":"t1","span":%s,"start":"2019-12-26","end":"2019-12-26","granularity":"day","modifier":null,"timex":{"type":"DATE","value":"2019-12-26"}}],\
        "events":[{"id":"e1","uid":"%s","type":"ASSAULT","mode":"firearms","cameo":"193","acled":"Attack","contexts":[],"factuality":"happened","certainty":"certain",\
        "mentions":[{"trigger":%s,"sentence":%s,"rule":"kill"}],"sources":[{"actor":"a5","span":%s}],"targets":[{"actor":"a1","span":%s}],"objects":[],"instruments":[],"time":"t1",\
        "places":[{"place":"p1","span":%s,"count":null}],"harms":["h1"],"text":"Police killed Xanthippa Quillane on 2019-12-26 near Gao"}],\
        "harms":[{"id":"h1","event":"e1","outcome":"killed","victims":{"actor":"a1","category":"civilian","span":%s},"count":{"low":1,"best":1,"high":1,"span":null},"place":null,"partOf":null,"derived":null}],\
        "claims":[{"id":"c1","about":["e1"],"stance":"denies","chain":[{"actor":"a2","source":%s,"cue":%s,"content":null}],"content":%s,"quoted":true,"hedges":[]},\
        {"id":"c2","about":["h1"],"stance":"asserts","chain":[{"actor":"a3","source":%s,"cue":%s,"content":null}],"content":%s,"quoted":false,"hedges":[]}],\
        "relations":[],"links":[],"warnings":["Oriolwe Zubenko may be two persons"]}\
        """
                .formatted(
                        json(document),
                        actor(
                                "a1",
                                "Xanthippa Quillane",
                                "\"CVL\"",
                                json(span(text, "Xanthippa Quillane", 0)),
                                json(span(text, "QUILLANE", second)),
                                json(span(text, "Xanthippa", second))),
                        actor("a2", "Oriolwe Zubenko", "", json(span(text, "Oriolwe Zubenko", 0))),
                        actor("a3", "Vexley", "", json(span(text, "Vexley", 0))),
                        actor("a4", "Bako Traore", "\"MIL\"", json(span(text, "Bako Traore", 0))),
                        json(span(text, "Police", 0)),
                        json(span(text, "Gao", 0)),
                        json(span(text, "Thursday", 0)),
                        report.id(),
                        json(span(text, "killed", 0)),
                        json(span(text, sentence, 0)),
                        json(span(text, "Police", 0)),
                        json(span(text, "Xanthippa Quillane", 0)),
                        json(span(text, "Gao", 0)),
                        json(span(text, "Xanthippa Quillane", 0)),
                        json(span(text, "Oriolwe Zubenko", 0)),
                        json(span(text, "denied", 0)),
                        json(span(text, "Xanthippa was at home", 0)),
                        json(span(text, "Vexley", 0)),
                        json(span(text, "said", 0)),
                        json(span(text, "his cousin QUILLANE was a baker", 0)));
    }

    /** What can be asked for of a route. */
    private List<String> paths(Router.Route route) {
        String path = route.path();
        if (path.contains("{uid}")) {
            return incidents.stream().map(uid -> path.replace("{uid}", uid)).toList();
        }
        if (path.contains("/reports/{id}")) {
            return reports.stream().map(id -> path.replace("{id}", id)).toList();
        }
        if (path.equals("/api/v1/export")) {
            return List.of("csv", "jsonl", "geojson", "plover", "acled", "ucdp", "eventreport")
                    .stream()
                    .map(format -> path + "?format=" + format)
                    .toList();
        }
        if (path.endsWith("/search")) {
            return List.of(path, path + "?q=baker", path + "?q=neighbour");
        }
        return List.of(path.replaceAll("\\{[^}]*}", "1"));
    }

    @Test
    void no_route_tells_a_name() {
        for (Router.Route route : browsing.workbench.routes()) {
            if (route.safe()) {
                paths(route).forEach(path -> tellsNoName(path, browsing.get(path)));
            }
        }
    }

    @Test
    void nothing_that_a_page_leads_to_tells_a_name() {
        Set<String> seen = new LinkedHashSet<>(List.of("/incidents", "/review", "/search?q=march"));
        List<String> next = new ArrayList<>(seen);
        while (!next.isEmpty() && seen.size() < 400) {
            HttpResponse<String> answer = browsing.get(next.get(0));
            tellsNoName(next.remove(0), answer);
            Matcher address = ADDRESS.matcher(answer.body());
            while (address.find()) {
                String path = address.group(1).replace("&amp;", "&");
                if (!path.startsWith("/assets") && seen.add(path)) {
                    next.add(path);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static void tellsNoName(String path, HttpResponse<String> answer) {
        String plain = URLDecoder.decode(answer.body().replace("%", "%25"), StandardCharsets.UTF_8);
        String all = (plain + answer.headers().map()).toLowerCase(Locale.ROOT);
        for (String word : PRIVATE) {
            assertThat(all).as(path).doesNotContain(word.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void what_is_no_private_name_is_told() {
        assertThat(browsing.get("/reports/" + reports.get(0)).body())
                .contains("Bako", "Traore", "████████", "Police");
        assertThat(browsing.get("/incidents").body()).contains("Police killed [name withheld]");
        assertThat(browsing.get("/api/v1/export?format=csv&private=yes").statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_the_option_names_are_told() {
        try (Browsing open = open(false)) {
            String report = open.get("/reports/" + reports.get(0)).body();
            assertThat(report).contains("Xanthippa", "Zubenko");
            assertThat(open.get("/incidents").body()).contains("Quillane");
        }
    }
}
