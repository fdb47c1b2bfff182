package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a server on this machine; reads with the real language model. */
class FeedCommandTest {
    private static final String FEED =
            """
            <rss version="2.0"><channel><title>Arvo Post</title>
            <item><title>Shells fall</title><link>%1$s/page</link><guid>a1</guid>
              <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>
              <description>Rebels shelled the village of Arvo on Sunday.</description></item>
            <item><title>Two die</title><guid>a2</guid><pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate>
              <description>&lt;p&gt;Gunmen killed two farmers in Bor on Monday.&lt;/p&gt;</description></item>
            </channel></rss>\
            """;

    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String address;

    @TempDir Path folder;

    FeedCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/",
                exchange -> {
                    byte[] page = pages.get(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(page == null ? 404 : 200, page == null ? -1 : 0);
                    try (OutputStream body = exchange.getResponseBody()) {
                        body.write(page == null ? new byte[0] : page);
                    } catch (IOException whoAskedHasGone) {
                        exchange.close();
                    }
                });
        server.start();
        pages.put("/feed.xml", FEED.formatted(address).getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Run casus(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--ledger";
        all[args.length + 1] = folder.resolve("ledger").toString();
        return Run.casus(all);
    }

    @Test
    void a_feed_is_fetched_when_somebody_says_so_and_its_items_are_inputs() {
        assertThat(casus("feed", "add", "World", address + "/feed.xml").out())
                .contains("World", address + "/feed.xml", "never fetched");

        assertThat(casus("feed", "fetch").out()).startsWith("2 inputs: 2 read\n");
        assertThat(casus("feed", "fetch", "World").out()).isEqualTo("2 inputs: 2 unchanged\n");

        pages.put(
                "/feed.xml",
                FEED.formatted(address)
                        .replace("two farmers", "three farmers")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(casus("feed", "fetch").out()).startsWith("2 inputs: 1 unchanged, 1 new version");

        assertThat(casus("feed", "list").out()).contains("2 items");
        assertThat(casus("search", "farmers").out()).contains("Two die");
        assertThat(casus("export", "--format", "eventreport").out()).contains("Arvo Post");
        assertThat(casus("ingest", "--status").out())
                .contains("2 read", "2 unchanged", "1 new version");
        assertThat(casus("verify").exitCode()).isZero();
    }

    @Test
    void the_page_that_a_summary_links_to_is_read_if_asked_for() {
        pages.put(
                "/page",
                "<html><body><nav>Home</nav><article><p>Rebels shelled the village of Arvo on Sunday and killed nine people, the army said.</p></article></body></html>"
                        .getBytes(StandardCharsets.UTF_8));
        casus("feed", "add", "World", address + "/feed.xml");

        Run run = casus("feed", "fetch", "--articles");

        assertThat(run.err()).contains("2 items, 1 with their pages");
        assertThat(casus("search", "nine").out()).contains("Shells fall");
    }

    @Test
    void what_cannot_be_had_is_told_and_costs_nothing_else() throws IOException {
        pages.put("/long.xml", new byte[17 << 20]);
        pages.put("/page.html", "<html></html>".getBytes(StandardCharsets.UTF_8));
        Path file = Files.writeString(folder.resolve("feed.xml"), FEED.formatted(address));
        casus("feed", "add", "A gone", address + "/gone.xml");
        casus("feed", "add", "B long", address + "/long.xml");
        casus("feed", "add", "C page", address + "/page.html");
        casus("feed", "add", "D file", file.toString());

        Run run = casus("feed", "fetch");

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.out()).startsWith("2 inputs: 2 read\n");
        assertThat(run.err())
                .contains("A gone: " + address + "/gone.xml answers 404")
                .contains("B long: " + address + "/long.xml is longer than 16 MB")
                .contains("C page: is no feed");
        assertThat(casus("feed", "list").out()).contains("failed: ", "answers 404", "2 items");
    }

    @Test
    void what_makes_no_sense_is_a_mistake() {
        casus("feed", "add", "World", address + "/feed.xml");

        assertThat(casus("feed", "add", "World").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(casus("feed", "add", "X", "ftp://arvo.example/x").err())
                .contains("must begin with http or https");
        assertThat(casus("feed", "fetch", "Wordl").err()).contains("there is no feed Wordl");
        assertThat(casus("feed", "remove", "World").out()).isEmpty();
        assertThat(casus("feed", "remove", "World").err()).contains("there is no feed World");
        assertThat(casus("feed", "fetch").err()).contains("casus feed add");
    }
}
