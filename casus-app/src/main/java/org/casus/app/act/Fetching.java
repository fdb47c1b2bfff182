package org.casus.app.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.casus.acquire.Feed;
import org.casus.store.Feeds;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches feeds, and the pages that they name, when somebody says so and never else. Nothing of a
 * page but its words is kept.
 */
public final class Fetching {
    /** Neither a feed nor a page may be longer, in bytes. */
    static final int MOST_BYTES = 16 << 20;

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Fetching() {}

    /**
     * What a feed brought.
     *
     * @param lines JSON Lines, an item a line
     * @param pages how many items have the words of their pages
     */
    public record Brought(String lines, int items, int pages) {
        /** Keeps the lines as a file that {@code casus ingest} takes. */
        public Path keep(Path folder, Feeds.Line feed) throws IOException {
            return Kept.file(
                    folder.resolve("feeds"),
                    feed.name() + ".jsonl",
                    lines.getBytes(StandardCharsets.UTF_8));
        }

        /** What fetching came to. */
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "%,d %s%s",
                    items,
                    items == 1 ? "item" : "items",
                    pages == 0 ? "" : String.format(Locale.ROOT, ", %,d with their pages", pages));
        }
    }

    /**
     * Fetches a feed.
     *
     * @param articles whether the pages that summaries link to are fetched, too; a page that cannot
     *     be had leaves its item with the summary
     * @throws IOException if it cannot be had
     * @throws IllegalArgumentException if what is there is no feed, with the reason
     */
    public static Brought fetch(Feeds.Line feed, boolean articles) throws IOException {
        Feed read = Feed.read(bytes(feed.address()));
        StringBuilder lines = new StringBuilder();
        int pages = 0;
        for (Feed.Item item : read.items()) {
            String page = articles && !item.whole() && item.uri() != null ? page(item.uri()) : "";
            boolean more = page.length() > item.words().length();
            pages += more ? 1 : 0;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", item.id());
            line.put("title", item.title());
            line.put("published", item.published());
            line.put("outlet", read.title() == null ? feed.name() : read.title());
            line.put("uri", item.uri() != null ? item.uri() : known(feed, item));
            line.put("text", more ? page : item.words().isBlank() ? item.title() : item.words());
            line.values().removeIf(value -> value == null);
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        return new Brought(lines.toString(), read.items().size(), pages);
    }

    /** What an item without a page is known by when it comes again. */
    private static String known(Feeds.Line feed, Feed.Item item) {
        return "feed://"
                + URLEncoder.encode(feed.name(), StandardCharsets.UTF_8)
                + "/"
                + URLEncoder.encode(item.id(), StandardCharsets.UTF_8);
    }

    private static String page(String uri) {
        try {
            return Feed.article(bytes(uri));
        } catch (IOException | IllegalArgumentException unavailable) {
            return "";
        }
    }

    /** What is at an address of the web, or in a file. */
    static byte[] bytes(String address) throws IOException {
        if (address.matches("(?i)https?://.+")) {
            return get(address);
        }
        if (address.contains("://")) {
            throw new IllegalArgumentException(
                    address + " is neither a file nor an address that begins with http or https");
        }
        Path file = Path.of(address);
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + address);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw tooLong(address);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] get(String address) throws IOException {
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECTING)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(ANSWERING)
                        .header("User-Agent", "Casus")
                        .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request, info -> new Limited(address));
        try {
            HttpResponse<byte[]> answer = asked.get(ANSWERING.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException(
                    address + " did not answer within " + ANSWERING.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause =
                    e.getCause() instanceof UncheckedIOException io ? io.getCause() : e.getCause();
            String why = cause == null ? null : cause.getMessage();
            throw new IOException(
                    why != null && why.contains(address)
                            ? why
                            : address + " cannot be had" + (why == null ? "" : ": " + why),
                    e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("it was stopped", e);
        }
    }

    private static IOException tooLong(String address) {
        return new IOException(address + " is longer than " + (MOST_BYTES >> 20) + " MB");
    }

    /** Takes a body as it comes and gives up when it is too long. */
    private static final class Limited implements BodySubscriber<byte[]> {
        private final BodySubscriber<byte[]> all = BodySubscribers.ofByteArray();
        private final String address;
        private Flow.Subscription subscription = new None();
        private long length;

        Limited(String address) {
            this.address = address;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return all.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            all.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> some) {
            some.forEach(buffer -> length += buffer.remaining());
            if (length > MOST_BYTES) {
                subscription.cancel();
                all.onError(tooLong(address));
            } else {
                all.onNext(some);
            }
        }

        @Override
        public void onError(Throwable fault) {
            all.onError(fault);
        }

        @Override
        public void onComplete() {
            all.onComplete();
        }
    }

    /** Before a body comes there is nothing to cancel. */
    private record None() implements Flow.Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
