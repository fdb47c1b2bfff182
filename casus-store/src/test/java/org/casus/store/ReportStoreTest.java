package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.store.Outcome.DUPLICATE;
import static org.casus.store.Outcome.FAILED;
import static org.casus.store.Outcome.NEW_VERSION;
import static org.casus.store.Outcome.READ;
import static org.casus.store.Outcome.UNCHANGED;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.casus.acquire.Arrival.Input;
import org.junit.jupiter.api.io.TempDir;

class ReportStoreTest {
    @TempDir Path folder;

    private List<Outcome> take(Ledger ledger, ReadReport... reports) {
        Run run = ledger.runs().begin();
        List<Outcome> outcomes = new ArrayList<>();
        for (ReadReport report : reports) {
            outcomes.add(ledger.reports().take(run, report).outcome());
        }
        ledger.runs().end(run);
        return outcomes;
    }

    private Ledger open(Dialect dialect) {
        return Ledger.write(Databases.fresh(dialect, folder), Clock.systemUTC());
    }

    /** What is current, and in which group, without numbers that depend on the order of arrival. */
    private static Map<String, String> state(Ledger ledger) {
        Map<String, String> state = new TreeMap<>();
        ledger.database()
                .handle()
                .createQuery(
                        "select d.id, d.origin, d.active, r.address from document d"
                                + " left join report r on r.number = d.carrier")
                .map(
                        (row, context) ->
                                state.put(
                                        row.getString(1),
                                        row.getString(2)
                                                + " "
                                                + row.getBoolean(3)
                                                + " "
                                                + row.getString(4)))
                .list();
        return state;
    }

    @OnBoth
    void a_report_that_comes_again_is_unchanged(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport report = Reports.file("a.txt", null, "Shells fell on the town.");

            assertThat(take(ledger, report, report)).containsExactly(READ, UNCHANGED);
            assertThat(take(ledger, report)).containsExactly(UNCHANGED);
            assertThat(ledger.reports().has(report.report(), report.input())).isTrue();
        }
    }

    @OnBoth
    void another_text_of_the_same_file_is_a_new_version(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport first = Reports.file("a.txt", "2020-01-01", "Three died.");
            ReadReport second = Reports.file("a.txt", "2020-01-02", "Four died.");

            assertThat(take(ledger, first, second, first))
                    .containsExactly(READ, NEW_VERSION, UNCHANGED);
            assertThat(state(ledger).get(second.report().id())).contains("true");
            assertThat(state(ledger).get(first.report().id())).contains("false");
        }
    }

    @OnBoth
    void an_older_text_that_comes_late_does_not_replace_a_newer_one(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport late = Reports.file("a.txt", "2020-01-01", "Three died.");
            ReadReport now = Reports.file("a.txt", "2020-01-02", "Four died.");

            assertThat(take(ledger, now, late)).containsExactly(READ, NEW_VERSION);
            assertThat(state(ledger).get(now.report().id())).contains("true");
        }
    }

    @OnBoth
    void the_same_text_from_elsewhere_is_a_duplicate(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport here = Reports.of("a.txt", "Zeitung", "2020-01-01", "Three died.");
            ReadReport there = Reports.of("b.txt", "Courier", "2020-01-01", "Three died.");

            assertThat(take(ledger, here, there)).containsExactly(READ, DUPLICATE);
            assertThat(state(ledger)).hasSize(1);
            assertThat(state(ledger).values().iterator().next()).endsWith("b.txt");
        }
    }

    @OnBoth
    void a_story_cut_short_with_a_new_beginning_is_a_near_copy(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            String story = Reports.words(1, 400);
            ReadReport agency = Reports.file("agency.txt", "2020-01-01", story);
            ReadReport cut =
                    Reports.file(
                            "paper.txt",
                            "2020-01-02",
                            Reports.words(2, 40) + " " + story.substring(0, story.length() / 2));
            ReadReport other = Reports.file("other.txt", "2020-01-02", Reports.words(3, 400));

            assertThat(take(ledger, agency, cut, other)).containsExactly(READ, DUPLICATE, READ);
            assertThat(state(ledger).get(cut.report().id())).startsWith(agency.report().id());
            assertThat(state(ledger).get(other.report().id())).startsWith(other.report().id());
        }
    }

    @OnBoth
    void short_texts_are_copies_if_their_words_are_the_same(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport one = Reports.file("a.txt", "2020-01-01", "Three died in Gao.");
            ReadReport two = Reports.file("b.txt", "2020-01-02", "THREE  died, in Gáo");
            ReadReport three = Reports.file("c.txt", "2020-01-02", "Four died in Gao.");

            assertThat(take(ledger, one, two, three)).containsExactly(READ, DUPLICATE, READ);
        }
    }

    @OnBoth
    void groups_of_copies_do_not_depend_on_the_order_of_arrival(Dialect dialect) {
        List<ReadReport> reports = new ArrayList<>();
        for (int story = 0; story < 4; story++) {
            String text = Reports.words(story, 300);
            for (int copy = 0; copy < 4; copy++) {
                int from = copy * 120;
                reports.add(
                        Reports.file(
                                "s" + story + "c" + copy + ".txt",
                                "2020-01-0" + (9 - copy),
                                text.substring(from, Math.min(text.length(), from + 700))));
            }
        }
        // A version that joins two groups which its successor leaves apart.
        reports.add(
                Reports.file(
                        "bridge.txt",
                        "2020-01-01",
                        Reports.words(0, 300) + " " + Reports.words(1, 300)));
        reports.add(Reports.file("bridge.txt", "2020-01-02", Reports.words(77, 100)));

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> expected = null;
        for (int order = 0; order < 4; order++) {
            try (Ledger ledger = open(dialect)) {
                take(ledger, reports.toArray(ReadReport[]::new));
                Map<String, String> state = state(ledger);
                expected = expected == null ? state : expected;
                assertThat(state).as("seed %d", seed).isEqualTo(expected);
            }
            Collections.shuffle(reports, random);
        }
    }

    @OnBoth
    void every_input_has_a_row_and_failures_are_named_until_they_are_mended(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            Input broken = new Input("b.jsonl", 2);
            Run first = ledger.runs().begin();
            ledger.reports().take(first, Reports.file("a.txt", null, "One."));
            ledger.reports().failed(first, broken, "is no JSON object");
            ledger.runs().end(first);

            assertThat(ledger.runs().inputs(1))
                    .extracting(Runs.Row::outcome)
                    .containsExactly(READ, FAILED);
            assertThat(ledger.runs().stillFailed())
                    .extracting(Runs.Failed::reason)
                    .containsExactly("is no JSON object");

            Run second = ledger.runs().begin();
            ledger.reports().take(second, Reports.read("b.jsonl", 2, null, null, "Two."));
            ledger.runs().end(second);

            assertThat(ledger.runs().stillFailed()).isEmpty();
            assertThat(ledger.runs().all())
                    .extracting(Runs.Summary::outcomes)
                    .containsExactly(Map.of(READ, 1L, FAILED, 1L), Map.of(READ, 1L));
        }
    }

    @OnBoth
    void odd_texts_are_kept(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            assertThat(
                            take(
                                    ledger,
                                    Reports.file("nul.txt", null, "a\0b"),
                                    Reports.file("half.txt", null, "a\uD800b"),
                                    Reports.file("empty.txt", null, ""),
                                    Reports.file("pair.txt", null, "a\uD83D\uDE00b")))
                    .doesNotContain(FAILED);
        }
    }

    @OnBoth
    void words_are_found_in_any_form(Dialect dialect) {
        try (Ledger ledger = open(dialect)) {
            ReadReport gao = Reports.file("gao.txt", "2020-01-01", "Two air strikes hit Gao.");
            take(
                    ledger,
                    gao,
                    Reports.file("mopti.txt", "2020-01-01", "A strike closed the port of Mopti."));

            assertThat(ledger.search().find("strike", 10)).hasSize(2);
            assertThat(ledger.search().find("\"air strike\" gao", 10))
                    .extracting(Search.Hit::document)
                    .containsExactly(gao.report().id());
            assertThat(ledger.search().find("gao AND (", 10)).isNotNull();
            assertThat(ledger.search().find("gao", 10).get(0).passage()).contains("[Gao]");
        }
    }
}
