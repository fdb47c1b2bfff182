package org.casus.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.casus.acquire.Arrival.Input;
import org.casus.app.http.Role;
import org.casus.app.view.Desk;
import org.casus.merge.Merger;
import org.casus.model.Report;
import org.casus.store.Ledger;
import org.casus.store.ReadReport;
import org.casus.store.Run;

/** A workbench over a small ledger, and somebody who looks at it without a browser. */
final class Browsing implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2020-01-02T12:00:00Z"), ZoneOffset.UTC);

    final Workbench workbench;
    final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browsing(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * @param texts a report each, with what was read in it made by hand, so that no model is needed
     */
    static Browsing of(Path folder, List<Told> texts) {
        String where = folder.resolve("ledger").toString();
        try (Ledger ledger = Ledger.write(where, NOON)) {
            Run run = ledger.runs().begin();
            for (Told told : texts) {
                ledger.reports()
                        .take(
                                run,
                                ReadReport.of(
                                        told.report(),
                                        new Input(told.report().key(), null),
                                        told.record()));
            }
            ledger.incidents().settle(Merger.load());
            ledger.runs().end(run);
        }
        return new Browsing(
                Workbench.start(Desk.open(where, NOON), 0, "tester", Role.ADMIN, System.err));
    }

    /** A report and its record. */
    record Told(Report report, String record) {
        /** One killing by gunmen, as one sentence tells it. */
        static Told killing(String key, String title, int dead) {
            return killing(key, title, dead, "Gao", "MLI", "2019-12-26");
        }

        static Told killing(
                String key, String title, int dead, String place, String country, String day) {
            String text = "Gunmen killed " + dead + " soldiers near " + place + " on Thursday.";
            Report report =
                    new Report(
                            Report.idOf("2020-01-01", text),
                            key,
                            key,
                            "Gao Wire",
                            title,
                            null,
                            "2020-01-01",
                            null,
                            "en",
                            text);
            int count = text.indexOf(String.valueOf(dead));
            String number = span(count, String.valueOf(dead));
            String record =
                    """
                    {"casus":1,"document":{"id":"%s","key":"%s","uri":"%s","outlet":"Gao Wire","title":%s,"author":null,\
                    "published":"2020-01-01","category":null,"language":"en","text":"%s"},\
                    "actors":[{"id":"a1","name":"gunmen","kind":"group","country":null,"sectors":["UAF"],"entity":null,"memberOf":[],"mentions":[%s]}],\
                    "places":[{"id":"p1","name":"%s","kind":"settlement","country":"%s","admin1":null,"latitude":16.27,"longitude":-0.04,"geonameId":null,"precision":"near","mentions":[%s]}],\
                    "times":[{"id":"t1","span":%s,"start":"%s","end":"%s","granularity":"day","modifier":null,"timex":{"type":"DATE","value":"%s"}}],\
                    "events":[{"id":"e1","uid":"%s","type":"ASSAULT","mode":"firearms","cameo":"193","acled":"Attack","contexts":["military"],"factuality":"happened","certainty":"certain",\
                    "mentions":[{"trigger":%s,"sentence":%s,"rule":"kill"}],"sources":[{"actor":"a1","span":%s}],"targets":[],"objects":[],"instruments":[],"time":"t1",\
                    "places":[{"place":"p1","span":%s,"count":null}],"harms":["h1"],"text":"Gunmen killed %d soldiers on %s near %s"}],\
                    "harms":[{"id":"h1","event":"e1","outcome":"killed","victims":{"actor":null,"category":"combatant","span":%s},"count":{"low":%d,"best":%d,"high":%d,"span":%s},"place":null,"partOf":null,"derived":null}],\
                    "claims":[],"relations":[],"links":[],"warnings":[]}\
                    """
                            .formatted(
                                    report.id(),
                                    key,
                                    key,
                                    quoted(title),
                                    text,
                                    span(0, "Gunmen"),
                                    place,
                                    country,
                                    span(text.indexOf(place), place),
                                    span(text.indexOf("Thursday"), "Thursday"),
                                    day,
                                    day,
                                    day,
                                    report.id(),
                                    span(7, "killed"),
                                    span(0, text),
                                    span(0, "Gunmen"),
                                    span(text.indexOf(place), place),
                                    dead,
                                    day,
                                    place,
                                    span(text.indexOf("soldiers"), "soldiers"),
                                    dead,
                                    dead,
                                    dead,
                                    number);
            return new Told(report, record);
        }

        /** The same as something that was only asked for. */
        Told asked() {
            return new Told(
                    report,
                    record.replace(
                            "\"type\":\"ASSAULT\",\"mode\":\"firearms\"",
                            "\"type\":\"REQUEST\",\"mode\":null"));
        }

        /** One sentence after the other, each of a killing on a day of its own. */
        static Told killings(String key, int many) {
            StringBuilder text = new StringBuilder();
            List<String> gunmen = new ArrayList<>();
            List<String> towns = new ArrayList<>();
            List<String> times = new ArrayList<>();
            List<String> events = new ArrayList<>();
            List<String> harms = new ArrayList<>();
            String id = Report.idOf("2020-01-01", key);
            for (int n = 1; n <= many; n++) {
                int at = text.length();
                String sentence =
                        "Gunmen killed " + (n + 2) + " soldiers near Gao on day " + n + ".";
                text.append(sentence).append(n % 5 == 0 ? "\\n\\n" : " ");
                at -= (n - 1) / 5 * 2; // a line break is one letter, and two of JSON
                String day = LocalDate.of(2017, 1, 1).plusDays(2L * n).toString();
                gunmen.add(span(at, "Gunmen"));
                towns.add(span(at + sentence.indexOf("Gao"), "Gao"));
                times.add(
                        """
                        {"id":"t%d","span":%s,"start":"%s","end":"%s","granularity":"day","modifier":null,"timex":{"type":"DATE","value":"%s"}}\
                        """
                                .formatted(
                                        n,
                                        span(at + sentence.indexOf("day"), "day " + n),
                                        day,
                                        day,
                                        day));
                events.add(
                        """
                        {"id":"e%d","uid":"%s%04d","type":"ASSAULT","mode":"firearms","cameo":"193","acled":"Attack","contexts":["military"],"factuality":"happened","certainty":"certain",\
                        "mentions":[{"trigger":%s,"sentence":%s,"rule":"kill"}],"sources":[{"actor":"a1","span":%s}],"targets":[],"objects":[],"instruments":[],"time":"t%d",\
                        "places":[{"place":"p1","span":%s,"count":null}],"harms":["h%d"],"text":"Gunmen killed %d soldiers near Gao"}\
                        """
                                .formatted(
                                        n,
                                        id.substring(0, 12),
                                        n,
                                        span(at + 7, "killed"),
                                        span(at, sentence),
                                        span(at, "Gunmen"),
                                        n,
                                        span(at + sentence.indexOf("Gao"), "Gao"),
                                        n,
                                        n + 2));
                harms.add(
                        """
                        {"id":"h%d","event":"e%d","outcome":"killed","victims":{"actor":null,"category":"combatant","span":%s},"count":{"low":%d,"best":%d,"high":%d,"span":%s},"place":null,"partOf":null,"derived":null}\
                        """
                                .formatted(
                                        n,
                                        n,
                                        span(at + sentence.indexOf("soldiers"), "soldiers"),
                                        n + 2,
                                        n + 2,
                                        n + 2,
                                        span(at + 14, String.valueOf(n + 2))));
            }
            String record =
                    """
                    {"casus":1,"document":{"id":"%s","key":"%s","uri":"%s","outlet":"Gao Wire","title":"Killings","author":null,\
                    "published":"2020-01-01","category":null,"language":"en","text":"%s"},\
                    "actors":[{"id":"a1","name":"gunmen","kind":"group","country":null,"sectors":["UAF"],"entity":null,"memberOf":[],"mentions":[%s]}],\
                    "places":[{"id":"p1","name":"Gao","kind":"settlement","country":"MLI","admin1":null,"latitude":16.27,"longitude":-0.04,"geonameId":null,"precision":"near","mentions":[%s]}],\
                    "times":[%s],"events":[%s],"harms":[%s],"claims":[],"relations":[],"links":[],"warnings":[]}\
                    """
                            .formatted(
                                    id,
                                    key,
                                    key,
                                    text,
                                    String.join(",", gunmen),
                                    String.join(",", towns),
                                    String.join(",", times),
                                    String.join(",", events),
                                    String.join(",", harms));
            Report report =
                    new Report(
                            id,
                            key,
                            key,
                            "Gao Wire",
                            "Killings",
                            null,
                            "2020-01-01",
                            null,
                            "en",
                            text.toString().replace("\\n", "\n"));
            return new Told(report, record);
        }

        private static String span(int start, String text) {
            return "{\"start\":%d,\"end\":%d,\"text\":\"%s\"}"
                    .formatted(start, start + text.length(), text);
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** Opens the printed address, as a person does. */
    Browsing enter() {
        send(HttpRequest.newBuilder(URI.create(workbench.address())));
        return this;
    }

    URI at(String path) {
        return URI.create(workbench.origin() + path);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        }
    }

    @Override
    public void close() {
        workbench.close();
    }
}
