package org.casus.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.casus.app.view.ReportView.Piece;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which words of a report became what, from its record. */
final class Evidence {
    /** Where two things have the same words, the kind that comes first here gives the colour. */
    private static final List<String> KINDS =
            List.of("event", "harm", "claim", "time", "place", "actor", "link");

    private final List<Mark> marks = new ArrayList<>();

    /** Words from one code point to before another, and what was read in them. */
    private record Mark(int start, int end, String kind, String thing) {
        int length() {
            return end - start;
        }
    }

    private Evidence() {}

    static Evidence of(JsonNode record) {
        Evidence evidence = new Evidence();
        evidence.mentions(record.path("actors"), "actor");
        evidence.mentions(record.path("places"), "place");
        for (JsonNode time : record.path("times")) {
            evidence.mark(time.path("span"), "time", time);
        }
        for (JsonNode event : record.path("events")) {
            event.path("mentions")
                    .forEach(mention -> evidence.mark(mention.path("trigger"), "event", event));
            for (String role : List.of("objects", "instruments")) {
                event.path(role)
                        .forEach(thing -> evidence.mark(thing.path("span"), "event", event));
            }
        }
        for (JsonNode harm : record.path("harms")) {
            evidence.mark(harm.path("count").path("span"), "harm", harm);
            evidence.mark(harm.path("victims").path("span"), "harm", harm);
        }
        for (JsonNode claim : record.path("claims")) {
            for (JsonNode link : claim.path("chain")) {
                evidence.mark(link.path("cue"), "claim", claim);
                evidence.mark(link.path("source"), "claim", claim);
            }
            claim.path("hedges").forEach(hedge -> evidence.mark(hedge, "claim", claim));
        }
        for (String links : List.of("relations", "links")) {
            record.path(links).forEach(link -> evidence.mark(link.path("span"), "link", link));
        }
        return evidence;
    }

    private void mentions(JsonNode things, String kind) {
        for (JsonNode thing : things) {
            thing.path("mentions").forEach(span -> mark(span, kind, thing));
        }
    }

    private void mark(JsonNode span, String kind, JsonNode thing) {
        int start = span.path("start").intValue(-1);
        int end = span.path("end").intValue(-1);
        if (start >= 0 && end > start) {
            marks.add(new Mark(start, end, kind, thing.path("id").stringValue("")));
        }
    }

    /**
     * The text in pieces.
     *
     * @param asked the first code point of the words that are wanted and the one after the last
     */
    List<Piece> pieces(String text, int @Nullable [] asked) {
        int length = text.codePointCount(0, text.length());
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
        for (Mark mark : marks) {
            cuts.add(Math.min(mark.start(), length));
            cuts.add(Math.min(mark.end(), length));
        }
        if (asked != null) {
            cuts.add(Math.min(asked[0], length));
            cuts.add(Math.min(asked[1], length));
        }
        List<Graphic.Sentence> graphic = Graphic.sentences(text);
        for (Graphic.Sentence sentence : graphic) {
            cuts.add(sentence.start());
            cuts.add(sentence.end());
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        List<Mark> open = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        int sentence = 0;
        int offset = 0;
        int start = cuts.first();
        for (int end : cuts.tailSet(start, false)) {
            int from = start;
            open.removeIf(mark -> mark.end() <= from);
            while (next < marks.size() && marks.get(next).start() <= start) {
                open.add(marks.get(next++));
            }
            while (sentence < graphic.size() && graphic.get(sentence).end() <= start) {
                sentence++;
            }
            boolean covered = sentence < graphic.size() && graphic.get(sentence).start() <= start;
            int until = text.offsetByCodePoints(offset, end - start);
            pieces.add(
                    piece(
                            start,
                            text.substring(offset, until),
                            open,
                            asked != null && asked[0] <= start && end <= asked[1],
                            covered ? sentence + 1 : 0));
            offset = until;
            start = end;
        }
        return pieces;
    }

    private static Piece piece(
            int start, String text, List<Mark> open, boolean asked, int graphic) {
        List<Mark> inner =
                open.stream()
                        .sorted(
                                Comparator.comparingInt(Mark::length)
                                        .thenComparing(mark -> KINDS.indexOf(mark.kind())))
                        .toList();
        Set<String> things = new LinkedHashSet<>();
        inner.forEach(mark -> things.add(mark.thing()));
        return new Piece(
                start,
                text,
                inner.isEmpty() ? "" : inner.get(0).kind(),
                List.copyOf(things),
                asked,
                graphic);
    }
}
