package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.app.Main;
import org.casus.app.http.Router;
import org.casus.app.web.Browsing.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code casus serve} on a machine that reaches no other: every page works, a report is taken in,
 * and no name is looked up, nor any address turned into a name. All look-ups of the process are led
 * to a file of hosts that is a pipe: whoever reads it is seen, and finds nothing.
 */
class NoNetworkTest {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir Path folder;

    @Test
    void every_page_works_and_nothing_is_looked_up() throws Exception {
        List<String> paths = ledger();
        try (Hosts hosts = Hosts.under(folder)) {
            Process process = casus(hosts, "serve", "--port", "0", "--ledger", where());
            try {
                String address = said(process);
                String origin = address.substring(0, address.indexOf('/', "http://".length()));
                assertThat(get(address).statusCode()).isEqualTo(302);
                for (String path : paths) {
                    assertThat(get(origin + path).statusCode()).as(path).isEqualTo(200);
                }
                assertThat(added(origin)).contains("1 report", "killed");
            } finally {
                end(process);
            }
            assertThat(hosts.lookUps()).isZero();
        }
    }

    /** A look-up would be seen. */
    @Test
    void what_is_looked_up_is_counted() throws Exception {
        ledger();
        try (Hosts hosts = Hosts.under(folder)) {
            Process process =
                    casus(hosts, "serve", "--bind", "nowhere.invalid", "--ledger", where());
            try {
                assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(2);
            } finally {
                end(process);
            }
            assertThat(hosts.lookUps()).isPositive();
        }
    }

    /** A file of hosts that tells when it is read. */
    private static final class Hosts implements AutoCloseable {
        private final Path pipe;
        private final AtomicInteger lookUps = new AtomicInteger();
        private final Thread watch;
        private volatile boolean over;

        private Hosts(Path pipe) {
            this.pipe = pipe;
            this.watch = new Thread(this::watch, "look-ups");
            watch.setDaemon(true);
            watch.start();
        }

        static Hosts under(Path folder) throws IOException, InterruptedException {
            Path pipe = folder.resolve("hosts");
            assumeTrue(made(pipe), "there are no named pipes here, so look-ups cannot be counted");
            return new Hosts(pipe);
        }

        private static boolean made(Path pipe) throws InterruptedException {
            try {
                return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
            } catch (IOException none) {
                return false;
            }
        }

        /** To open it for writing takes until somebody opens it for reading. */
        private void watch() {
            while (!over) {
                try {
                    Files.newOutputStream(pipe).close();
                    lookUps.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        int lookUps() {
            return lookUps.get();
        }

        @Override
        public void close() throws IOException {
            over = true;
            Files.newInputStream(pipe).close(); // lets the watch go
        }
    }

    // ---- the program itself

    private String where() {
        return folder.resolve("ledger").toString();
    }

    /** Fills it, and says which pages there are. */
    private List<String> ledger() {
        try (Browsing browsing =
                Browsing.of(folder, List.of(Told.killing("nine.txt", "Nine die", 9))).enter()) {
            List<String> paths = new ArrayList<>();
            browsing.workbench.routes().stream()
                    .filter(route -> route.safe() && !route.path().contains("{"))
                    .map(Router.Route::path)
                    .filter(path -> browsing.get(path).statusCode() == 200)
                    .forEach(paths::add);
            for (String kind : List.of("/incidents/", "/reports/", "/assets/")) {
                String list = kind.equals("/reports/") ? "/sources/runs/1" : "/incidents";
                Matcher link =
                        Pattern.compile("(?:href|src)=\"(" + kind + "[^\"#]{6,})\"")
                                .matcher(browsing.get(list).body());
                assertThat(link.find()).as(kind).isTrue();
                do {
                    paths.add(link.group(1));
                } while (link.find());
            }
            assertThat(paths).hasSizeGreaterThan(20);
            return paths;
        }
    }

    private Process casus(Hosts hosts, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djdk.net.hosts.file=" + hosts.pipe,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static String said(Process process) throws IOException {
        var said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Matcher address = ADDRESS.matcher(String.valueOf(said.readLine()));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What has come of a report that is pasted. */
    private String added(String origin) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(origin + "/sources").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> sent =
                client.send(
                        HttpRequest.newBuilder(URI.create(origin + "/sources/paste"))
                                .header("Origin", origin)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "_token="
                                                        + token.group(1)
                                                        + "&published=2020-01-03&title=Six+are+killed"
                                                        + "&text=Gunmen+killed+six+soldiers+in+Gao"
                                                        + "+on+Thursday%2C+police+said."))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String lot = origin + sent.headers().firstValue("Location").orElseThrow();
        return Waiting.until(() -> get(lot).body(), page -> page.contains("1 report"));
    }
}
