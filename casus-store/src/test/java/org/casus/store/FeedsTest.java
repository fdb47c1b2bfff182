package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @OnBoth
    void feeds_are_kept_with_what_they_came_to(Dialect dialect) {
        String where = Databases.fresh(dialect, folder);
        Ledger.write(where, NOON).close();
        Feeds.at(
                where,
                NOON,
                feeds -> {
                    feeds.add("World", "https://news.example/world.xml");
                    feeds.add("Arvo Post", "arvo.xml");
                    feeds.fetched("World", "40 items");
                    return feeds;
                });
        try (Ledger ledger = Ledger.read(where)) {
            assertThat(ledger.feeds().all())
                    .containsExactly(
                            new Feeds.Line(
                                    "Arvo Post", "arvo.xml", "2026-03-01T12:00:00Z", null, null),
                            new Feeds.Line(
                                    "World",
                                    "https://news.example/world.xml",
                                    "2026-03-01T12:00:00Z",
                                    "2026-03-01T12:00:00Z",
                                    "40 items"));
        }
    }

    @OnBoth
    void a_name_is_given_once_and_is_a_name(Dialect dialect) {
        String where = Databases.fresh(dialect, folder);
        try (Ledger ledger = Ledger.write(where, NOON)) {
            Feeds feeds = ledger.feeds();
            feeds.add("World", "world.xml");
            assertThatThrownBy(() -> feeds.add("World", "other.xml"))
                    .hasMessage("there is already a feed World");
            assertThatThrownBy(() -> feeds.add("../x", "other.xml"))
                    .isInstanceOf(LedgerException.class);
            assertThatThrownBy(() -> feeds.remove("Wordl")).hasMessage("there is no feed Wordl");
            feeds.remove("World");
            assertThat(feeds.all()).isEmpty();
        }
    }
}
