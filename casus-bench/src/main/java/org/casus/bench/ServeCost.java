package org.casus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long {@code casus serve} takes to open, and how long people wait who use it at the same time:
 * they look at lists, search, open incidents, draw maps and decide, in an order made by chance. A
 * decision changes the ledger, so that nothing stays known for long.
 */
final class ServeCost {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int CLIENTS = 4;
    private static final int STARTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern ADDRESS = Pattern.compile("(http://[^/]+)/enter\\?key=([\\w-]+)");
    private static final Pattern UID = Pattern.compile("/incidents/([0-9a-f]{16})\"");
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    /** Milliseconds that 19 of 20 requests may take. */
    private static final Map<String, Integer> WANTED =
            Map.of("list", 200, "search", 300, "decision", 200, "map", 500);

    private static final List<String> SORTS =
            List.of("newest", "oldest", "deadliest", "sources", "doubt");
    private static final List<String> WORDS =
            List.of("killed", "embassy", "school", "police shot", "\"near\"", "soldiers bridge");

    private final Path ledger;
    private final Map<String, Samples> millis = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();

    private ServeCost(Path ledger) {
        this.ledger = ledger;
    }

    /** The workbench in a process of its own. */
    private record Served(Process process, String origin, String key, double opened) {}

    /**
     * @param requests of each of the four clients
     */
    static void measure(Path ledger, int requests) throws IOException, InterruptedException {
        new ServeCost(ledger).measure(requests);
    }

    private void measure(int requests) throws IOException, InterruptedException {
        for (int start = 1; start < STARTS; start++) {
            Served served = serve();
            System.out.printf(Locale.ROOT, "  first start    %.2f s%n", served.opened());
            end(served);
        }
        Served served = serve();
        System.out.printf(
                Locale.ROOT, "  second start   %.2f s, wanted at most 3%n", served.opened());
        try {
            prepare(served);
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                Thread thread = new Thread(() -> use(served, random, requests));
                clients.add(thread);
                thread.start();
            }
            for (Thread client : clients) {
                client.join();
            }
        } finally {
            end(served);
        }
        System.out.printf(Locale.ROOT, "%d clients, %d requests each%n", CLIENTS, requests);
        millis.forEach(
                (what, samples) -> {
                    Integer wanted = WANTED.get(what);
                    System.out.printf(
                            Locale.ROOT,
                            "  %-10s %s ms, 19 of 20 within %.0f%s%n",
                            what,
                            samples.spread("%.0f"),
                            samples.part(0.95),
                            wanted == null ? "" : ", wanted " + wanted);
                });
        failures.stream().distinct().limit(10).forEach(failure -> System.out.println(failure));
        System.out.println("  " + failures.size() + " were not answered");
    }

    /** From the start of the process until the list of incidents has been answered. */
    private Served serve() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                "./casus",
                                "serve",
                                "--port",
                                "0",
                                "--author",
                                "bench",
                                "--ledger",
                                ledger.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Served served = new Served(process, address.group(1), address.group(2), 0);
                ask(served, "/incidents");
                return new Served(
                        process, served.origin(), served.key(), (System.nanoTime() - began) / 1e9);
            }
        }
        throw new IllegalStateException("./casus serve ended with " + process.waitFor());
    }

    private static void end(Served served) throws InterruptedException {
        served.process().destroy();
        if (!served.process().waitFor(20, TimeUnit.SECONDS)) {
            served.process().destroyForcibly();
        }
    }

    /** Finds out what can be asked for. */
    private void prepare(Served served) throws InterruptedException {
        try {
            String list = ask(served, "/api/v1/incidents");
            Matcher country = Pattern.compile("\"country\":\"([A-Z]{3})\"").matcher(list);
            while (country.find()) {
                countries.add(country.group(1));
            }
            Matcher actor =
                    Pattern.compile("\"name\":\"([^\"\\\\]+)\",\"incidents\"")
                            .matcher(ask(served, "/api/v1/network?from=2000-01-01&to=2000-12-31"));
            while (actor.find() && actors.size() < 200) {
                actors.add(actor.group(1));
            }
            if (countries.isEmpty()) {
                countries.add("IRQ");
            }
            if (actors.isEmpty()) {
                actors.add("police");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the workbench does not answer", e);
        }
    }

    private void use(Served served, Random random, int requests) {
        String uid = null;
        for (int n = 0; n < requests; n++) {
            int chance = random.nextInt(20);
            try {
                if (chance < 10) {
                    String list = timed("list", served, list(random));
                    Matcher found = UID.matcher(list);
                    int skip = random.nextInt(40);
                    while (skip-- >= 0 && found.find()) {
                        uid = found.group(1);
                    }
                } else if (chance < 13) {
                    timed(
                            "search",
                            served,
                            "/search?q=" + encoded(WORDS.get(random.nextInt(WORDS.size()))));
                } else if (chance < 15) {
                    timed("map", served, "/api/v1/map" + part(random, "?"));
                } else if (chance < 17 || uid == null) {
                    if (uid != null) {
                        timed("incident", served, "/incidents/" + uid);
                    }
                } else {
                    decide(served, uid, random);
                }
            } catch (IOException e) {
                synchronized (millis) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String list(Random random) {
        return "/incidents?sort="
                + SORTS.get(random.nextInt(SORTS.size()))
                + (random.nextInt(3) == 0 ? "&page=" + (1 + random.nextInt(20)) : "")
                + part(random, "&");
    }

    /** One filter or none. */
    private String part(Random random, String before) {
        int year = 1998 + random.nextInt(20);
        return switch (random.nextInt(8)) {
            case 0 -> before + "country=" + countries.get(random.nextInt(countries.size()));
            case 1 -> before + "type=COERCE";
            case 2 -> before + "from=" + year + "-01-01&to=" + year + "-12-31";
            case 3 -> before + "contested=yes";
            case 4 -> before + "actor=" + encoded(actors.get(random.nextInt(actors.size())));
            case 5 -> before + "grade=fair&outcome=killed";
            case 6 -> before + "q=" + encoded(actors.get(random.nextInt(actors.size())));
            default -> "";
        };
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void decide(Served served, String uid, Random random)
            throws IOException, InterruptedException {
        Matcher revision = REVISION.matcher(ask(served, "/api/v1/incidents/" + uid));
        if (!revision.find()) {
            return;
        }
        String body =
                "{\"act\":\""
                        + (random.nextBoolean() ? "accept" : "reject")
                        + "\",\"incidents\":[{\"uid\":\""
                        + uid
                        + "\",\"revision\":"
                        + revision.group(1)
                        + "}],\"reason\":\"measured\"}";
        timed(
                "decision",
                request(served, "/api/v1/decisions")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                true);
    }

    private String timed(String what, Served served, String path)
            throws IOException, InterruptedException {
        return timed(what, request(served, path), false);
    }

    private String timed(String what, HttpRequest.Builder request, boolean mayConflict)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = send(request);
        double took = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() >= 400 && !(mayConflict && answer.statusCode() == 409)) {
            throw new IOException(
                    answer.statusCode() + " to " + answer.uri() + ": " + answer.body());
        }
        synchronized (millis) {
            millis.computeIfAbsent(what, w -> new Samples()).add(took);
        }
        return answer.body();
    }

    private static String ask(Served served, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(served, path));
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " to " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(Served served, String path) {
        return HttpRequest.newBuilder(URI.create(served.origin() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + served.key());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
