package org.casus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.Casus;
import org.casus.merge.Merger;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.model.Report;
import org.casus.model.TollPolicy;
import org.casus.publish.JsonLines;
import org.casus.publish.RecordReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well reports are merged, from their text to the incident: pairs of short reports, each with
 * one event marked, that tell of one incident or of two which resemble each other. All of them are
 * merged at once. Rules may be made on those that are open; the others are held back, and what is
 * wrong with them is not printed.
 */
final class Pairs {
    private static final String[] SIDES = {"left", "right"};

    private Pairs() {}

    /** Precision and recall of one half. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        void print(String half) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s merged %d, of them rightly %d; missed %d: precision %.3f, recall %.3f%n",
                    half,
                    right + wrong,
                    right,
                    missed,
                    right / (double) Math.max(1, right + wrong),
                    right / (double) Math.max(1, right + missed));
        }
    }

    static void measure(Path file) throws IOException {
        Casus casus = Casus.open();
        JsonMapper json = new JsonMapper();
        List<JsonNode> pairs = new ArrayList<>();
        List<Account> all = new ArrayList<>();
        Map<String, @Nullable Account> focus = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode pair = json.readTree(line);
            pairs.add(pair);
            for (String side : SIDES) {
                JsonNode told = pair.path(side);
                String key = pair.path("id").intValue() + side;
                List<Account> accounts =
                        RecordReader.accounts(JsonLines.line(casus.read(report(key, told))));
                all.addAll(accounts);
                focus.put(key, focus(accounts, told));
            }
        }
        Map<String, String> incidentOf = new HashMap<>();
        for (Incident i :
                Merger.load().merge(all, List.of(), TollPolicy.REPRESENTATIVE).incidents()) {
            i.accounts().forEach(m -> incidentOf.put(m.uid(), i.uid()));
        }
        Score open = new Score();
        Score heldBack = new Score();
        for (JsonNode pair : pairs) {
            int id = pair.path("id").intValue();
            Account left = focus.get(id + "left");
            Account right = focus.get(id + "right");
            boolean merged =
                    left != null
                            && right != null
                            && incidentOf
                                    .getOrDefault(left.uid(), "left")
                                    .equals(incidentOf.getOrDefault(right.uid(), "right"));
            boolean same = pair.path("same").booleanValue();
            boolean hidden = pair.path("heldBack").booleanValue();
            Score score = hidden ? heldBack : open;
            score.right += merged && same ? 1 : 0;
            score.wrong += merged && !same ? 1 : 0;
            score.missed += !merged && same ? 1 : 0;
            if (merged != same && !hidden) {
                System.out.println(
                        "pair " + id + (merged ? " was merged" : " was not merged") + ": " + pair);
            }
        }
        open.print("open");
        heldBack.print("held back");
    }

    private static Report report(String key, JsonNode told) {
        return new Report(
                key,
                key,
                null,
                told.path("outlet").stringValue(null),
                null,
                null,
                told.path("published").stringValue(null),
                null,
                "en",
                told.path("text").stringValue(""));
    }

    /** The event whose words are marked; else the nearest one told in the same sentence. */
    private static @Nullable Account focus(List<Account> accounts, JsonNode told) {
        int start = told.path("at").intValue();
        int end = start + told.path("event").stringValue("").length();
        Account nearest = null;
        int least = Integer.MAX_VALUE;
        for (Account account : accounts) {
            for (Account.Mention m : account.mentions()) {
                Account.Quote t = m.trigger();
                if (t.start() < end && start < t.end()) {
                    return account;
                }
                boolean inside = m.sentence().start() <= start && start < m.sentence().end();
                if (inside && Math.abs(t.start() - start) < least) {
                    least = Math.abs(t.start() - start);
                    nearest = account;
                }
            }
        }
        return nearest;
    }
}
