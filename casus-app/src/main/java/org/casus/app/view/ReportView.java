package org.casus.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.store.Ledger;
import org.casus.store.StoredReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report: its own words, cut where something that was read in them begins or ends, and beside
 * them what they became.
 *
 * @param current false for a text that a later version has replaced
 * @param pieces together they are the text, letter for letter
 * @param cards what was read, in the order of the record
 */
public record ReportView(
        String id,
        @Nullable String title,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String published,
        String key,
        @Nullable String uri,
        boolean current,
        List<StoredReport.Version> versions,
        List<StoredReport.Copy> copies,
        List<Piece> pieces,
        List<Card> cards,
        List<String> warnings) {
    /**
     * A stretch of the text in which nothing begins or ends.
     *
     * @param start in Unicode code points of the text
     * @param kind of the narrowest thing that was read in it: event, actor, place, time, harm,
     *     claim, link; empty for plain words
     * @param things ids of all that was read in it, the narrowest first
     * @param asked whether the address asks for these words
     * @param graphic number of the passage that is hard to read and that it is of, from 1; 0 for
     *     none
     */
    public record Piece(
            int start, String text, String kind, List<String> things, boolean asked, int graphic)
            implements Veil.Cut {
        @Override
        public Piece with(String other) {
            return new Piece(start, other, kind, things, asked, graphic);
        }

        /** The card that it leads to. */
        public String first() {
            return things.isEmpty() ? "" : things.get(0);
        }

        public String ids() {
            return String.join(" ", things);
        }
    }

    /**
     * One thing that was read.
     *
     * @param id in the record: "e1"
     * @param incident uid of the incident that an event is of, else null
     */
    public record Card(
            String id,
            String kind,
            String title,
            String note,
            @Nullable String incident,
            List<Row> rows) {}

    /** A value with its name. */
    public record Row(String name, List<Value> values) {}

    /**
     * A value of a card.
     *
     * @param at where its words begin, null for what nobody wrote
     * @param to id of another card, else null
     */
    public record Value(String text, @Nullable Integer at, @Nullable String to) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param asked the words that are wanted, in code points; null for none
     */
    public static Optional<ReportView> of(Ledger ledger, String given, int @Nullable [] asked) {
        String id = ledger.reports().id(given);
        return id == null
                ? Optional.empty()
                : Optional.of(of(ledger, ledger.reports().get(id), asked));
    }

    private static ReportView of(Ledger ledger, StoredReport report, int @Nullable [] asked) {
        JsonNode record = JSON.readTree(report.record());
        JsonNode told = record.path("document");
        Evidence evidence = Evidence.of(record);
        Map<String, String> incidents =
                ledger.incidents()
                        .ofAccounts(report.accounts().stream().map(Account::uid).toList());
        return new ReportView(
                report.id(),
                report.title() == null || report.title().isEmpty() ? null : report.title(),
                report.outlet(),
                told.path("author").stringValue(null),
                report.published(),
                report.key(),
                told.path("uri").stringValue(null),
                report.current(),
                report.versions(),
                report.copies().stream()
                        .filter(copy -> !copy.document().equals(report.id()))
                        .toList(),
                evidence.pieces(told.path("text").stringValue(""), asked),
                Cards.of(record, incidents),
                strings(record.path("warnings")));
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(one -> all.add(one.stringValue("")));
        return List.copyOf(all);
    }

    /** Cards of one kind. */
    public record Group(String title, List<Card> cards) {}

    /** Cards by kind; kinds of which there is none are left out. */
    public List<Group> groups() {
        return Stream.of(
                        group("Events", "event"),
                        group("Harm to people", "harm"),
                        group("Claims", "claim"),
                        group("Actors", "actor"),
                        group("Places", "place"),
                        group("Times", "time"),
                        group("Links", "link"))
                .filter(group -> !group.cards().isEmpty())
                .toList();
    }

    private Group group(String title, String kind) {
        return new Group(title, cards.stream().filter(card -> card.kind().equals(kind)).toList());
    }

    /** Pieces that are shown or covered together. */
    public record Passage(boolean graphic, List<Piece> pieces) {}

    /** The text in passages: what is hard to read, and what is between. */
    public List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            int number = pieces.get(from).graphic();
            if (i == pieces.size() || pieces.get(i).graphic() != number) {
                passages.add(new Passage(number > 0, pieces.subList(from, i)));
                from = i;
            }
        }
        return passages;
    }

    /** The first of the pieces that the address asks for. */
    public @Nullable Piece firstAsked() {
        return pieces.stream().filter(Piece::asked).findFirst().orElse(null);
    }

    /** What stands above the text: the title, or else what the report is called by. */
    public String heading() {
        return title == null ? key : title;
    }
}
