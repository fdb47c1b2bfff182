package org.casus.app.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casus.acquire.Arrival.Input;
import org.casus.app.http.Role;
import org.casus.app.view.Desk;
import org.casus.merge.Merger;
import org.casus.model.Report;
import org.casus.store.Ledger;
import org.casus.store.LedgerException;
import org.casus.store.ReadReport;
import org.casus.store.Run;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger of reports in which every word that is printed was chosen by somebody who means harm.
 */
final class Hostile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Hostile() {}

    /**
     * @param words a report each: its title, outlet, author, key, first and last words, and the
     *     names of its actor and of its place
     */
    static Browsing ledger(Path folder, List<String> words) {
        String where = folder.resolve("ledger").toString();
        try (Ledger ledger = Ledger.write(where, Browsing.NOON)) {
            Run run = ledger.runs().begin();
            for (int i = 0; i < words.size(); i++) {
                Report report = report(words.get(i), i);
                ledger.reports()
                        .take(
                                run,
                                ReadReport.of(
                                        report,
                                        new Input(words.get(i) + i, null),
                                        record(report, words.get(i), i)));
                ledger.reports().failed(run, new Input("lost" + words.get(i), null), words.get(i));
                feed(ledger, words.get(i), i);
            }
            ledger.incidents().settle(Merger.load());
            ledger.runs().end(run);
        }
        return new Browsing(
                Workbench.start(
                        Desk.open(where, Browsing.NOON), 0, "tester", Role.ADMIN, System.err));
    }

    /** A feed at such an address that came to such words; called so, too, if it may be. */
    private static void feed(Ledger ledger, String words, int number) {
        String name = "feed " + number;
        try {
            ledger.feeds().add(words, words);
            name = words;
        } catch (LedgerException noName) {
            ledger.feeds().add(name, words);
        }
        ledger.feeds().fetched(name, words);
    }

    /** The id of the report of a number. */
    static String id(String words, int number) {
        return report(words, number).id();
    }

    private static Report report(String words, int number) {
        String text = text(words, number);
        return new Report(
                Report.idOf("2020-01-01", text),
                words + number,
                words + number,
                words,
                words,
                words,
                "2020-01-01",
                null,
                "en",
                text);
    }

    private static String text(String words, int number) {
        return words + " killed " + (number + 2) + " soldiers near " + words + " on Thursday.";
    }

    private static String record(Report report, String words, int number) {
        String text = report.text();
        String dead = String.valueOf(number + 2);
        int killed = words.length() + 1;
        int count = killed + "killed ".length();
        int soldiers = count + dead.length() + 1;
        int place = soldiers + "soldiers near ".length();
        // Far enough apart for none to be merged with another.
        String day = LocalDate.of(1990, 1, 1).plusDays(20L * number).toString();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        document.put("key", report.key());
        document.put("uri", report.key());
        document.put("outlet", words);
        document.put("title", words);
        document.put("author", words);
        document.put("published", "2020-01-01");
        document.put("category", null);
        document.put("language", "en");
        document.put("text", text);
        return """
        {"casus":1,"document":%s,\
        "actors":[{"id":"a1","name":%s,"kind":"group","country":null,"sectors":["UAF"],"entity":null,"memberOf":[],"mentions":[%s]}],\
        "places":[{"id":"p1","name":%s,"kind":"settlement","country":"MLI","admin1":null,"latitude":16.27,"longitude":-0.04,"geonameId":null,"precision":"near","mentions":[%s]}],\
        "times":[{"id":"t1","span":%s,"start":"%s","end":"%s","granularity":"day","modifier":null,"timex":{"type":"DATE","value":"%s"}}],\
        "events":[{"id":"e1","uid":"%s","type":"ASSAULT","mode":"firearms","cameo":"193","acled":"Attack","contexts":["military"],"factuality":"happened","certainty":"certain",\
        "mentions":[{"trigger":%s,"sentence":%s,"rule":"kill"}],"sources":[{"actor":"a1","span":%s}],"targets":[],"objects":[],"instruments":[],"time":"t1",\
        "places":[{"place":"p1","span":%s,"count":null}],"harms":["h1"],"text":%s}],\
        "harms":[{"id":"h1","event":"e1","outcome":"killed","victims":{"actor":null,"category":"combatant","span":%s},"count":{"low":%s,"best":%s,"high":%s,"span":%s},"place":null,"partOf":null,"derived":null}],\
        "claims":[],"relations":[],"links":[],"warnings":[]}\
        """
                .formatted(
                        JSON.writeValueAsString(document),
                        JSON.writeValueAsString(words),
                        span(text, 0, words.length()),
                        JSON.writeValueAsString(words),
                        span(text, place, words.length()),
                        span(text, text.length() - "Thursday.".length(), "Thursday".length()),
                        day,
                        day,
                        day,
                        report.id(),
                        span(text, killed, "killed".length()),
                        span(text, 0, text.length()),
                        span(text, 0, words.length()),
                        span(text, place, words.length()),
                        JSON.writeValueAsString(words + " killed soldiers"),
                        span(text, soldiers, "soldiers".length()),
                        dead,
                        dead,
                        dead,
                        span(text, count, dead.length()));
    }

    private static String span(String text, int start, int length) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("start", start);
        span.put("end", start + length);
        span.put("text", text.substring(start, start + length));
        return JSON.writeValueAsString(span);
    }

    /** Several payloads in one, so that a browser has fewer pages to open. */
    static List<String> joined(int by) {
        List<String> all = Payloads.all();
        return IntStream.range(0, all.size() / by)
                .mapToObj(i -> String.join(" ", all.subList(i * by, (i + 1) * by)))
                .toList();
    }
}
