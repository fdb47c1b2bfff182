package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.web.Browsing.Told;
import org.casus.store.Feeds;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken in, and what somebody adds. */
class SourcesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private final Path folder;
    private final Browsing browsing;

    SourcesTest(@TempDir Path folder) {
        this.folder = folder;
        this.browsing =
                Browsing.of(folder, List.of(Told.killing("nine.txt", "Nine die", 9))).enter();
    }

    @AfterEach
    void close() {
        browsing.close();
    }

    private HttpResponse<String> upload(String name, String content) {
        Matcher token = TOKEN.matcher(browsing.get("/sources").body());
        assertThat(token.find()).isTrue();
        String part = "--edge\r\nContent-Disposition: form-data; name=\"";
        String body =
                part
                        + "_token\"\r\n\r\n"
                        + token.group(1)
                        + "\r\n"
                        + part
                        + "files\"; filename=\""
                        + name
                        + "\"\r\n\r\n"
                        + content
                        + "\r\n--edge--\r\n";
        return browsing.send(
                HttpRequest.newBuilder(browsing.at("/sources/upload"))
                        .header("Origin", browsing.workbench.origin())
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void every_run_and_what_came_of_it_is_listed() {
        assertThat(browsing.get("/sources").body()).contains("1 read", "/sources/runs/1");
        assertThat(browsing.get("/sources/runs/1").body()).contains("nine.txt");
        assertThat(browsing.get("/sources/runs/1?outcome=failed").body())
                .doesNotContain("nine.txt");
        assertThat(browsing.get("/sources/runs/2").statusCode()).isEqualTo(404);
        assertThat(browsing.get("/sources/runs/x").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_uploaded_is_kept_and_what_cannot_be_read_is_a_row_with_its_reason()
            throws IOException, InterruptedException {
        HttpResponse<String> sent = upload("../../<b>.jsonl", "{\"id\":\"x\"}");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String lot = sent.headers().firstValue("Location").orElseThrow();
        String page =
                Waiting.until(() -> browsing.get(lot).body(), body -> body.contains("1 report"));
        assertThat(page).contains("1 report", "failed", "has no \"text\"", ".jsonl");
        assertThat(folder.resolve("ledger/added").toFile().list())
                .singleElement()
                .satisfies(name -> assertThat(name).matches("-?b-?-[0-9a-f]{8}\\.jsonl"));
        assertThat(browsing.get("/sources").body()).contains("1 failed", "What could not be read");
        assertThat(browsing.get("/sources/added/99").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_may_be_called_what_it_likes() throws InterruptedException {
        for (String payload : Payloads.all().subList(0, 60)) {
            String name = payload.replaceAll("[\"\\\\\\p{Cntrl}]", "") + ".jsonl";
            HttpResponse<String> sent = upload(name, "{\"id\":\"" + payload.hashCode() + "\"}");
            assertThat(sent.statusCode()).as(name).isIn(303, 400);
            if (sent.statusCode() == 303) {
                wordsAlone(sent.headers().firstValue("Location").orElseThrow());
            }
        }
        wordsAlone("/sources");
        assertThat(folder.resolve("ledger/added").toFile().list())
                .allSatisfy(name -> assertThat(name).matches("[\\p{L}\\p{N}._ -]+"));
        assertThat(folder.toFile().list()).containsExactly("ledger");
    }

    @Test
    void a_feed_is_fetched_from_the_page_and_what_fails_is_told() throws Exception {
        Path feed =
                Files.writeString(
                        folder.resolve("feed.xml"),
                        "<rss><channel><title>x</title><item><guid>1</guid></item></channel></rss>");
        Feeds.at(
                folder.resolve("ledger").toString(),
                Clock.systemUTC(),
                feeds -> {
                    feeds.add("Empty", feed.toString());
                    feeds.add("Gone", folder.resolve("gone.xml").toString());
                    return feeds;
                });
        assertThat(browsing.get("/sources").body()).contains("Empty", "Gone", "never");

        assertThat(fetch("feed=Nobody").statusCode()).isEqualTo(400);
        HttpResponse<String> sent = fetch("");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String lot = sent.headers().firstValue("Location").orElseThrow();
        String page =
                Waiting.until(
                        () -> browsing.get(lot).body(), body -> body.contains("gone into others"));
        assertThat(page).contains("there is no file", "has no \"text\"");
        assertThat(browsing.get("/sources").body()).contains("1 item", "failed: there is no file");
    }

    private HttpResponse<String> fetch(String fields) {
        Matcher token = TOKEN.matcher(browsing.get("/sources").body());
        assertThat(token.find()).isTrue();
        return browsing.send(
                HttpRequest.newBuilder(browsing.at("/sources/fetch"))
                        .header("Origin", browsing.workbench.origin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "_token=" + token.group(1) + "&" + fields)));
    }

    private void wordsAlone(String path) {
        assertThat(
                        Jsoup.parse(browsing.get(path).body())
                                .select("[onerror], [onload], iframe, img, style, main script"))
                .as(path)
                .isEmpty();
    }

    @Test
    void nothing_is_nothing() {
        assertThat(upload("empty.txt", "").statusCode()).isEqualTo(400);
    }
}
