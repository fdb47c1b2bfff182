package org.casus.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.store.Ledger;
import org.casus.store.Search;
import org.jspecify.annotations.Nullable;

/**
 * Reports that have the words, the best first.
 *
 * @param more whether there may be more than are shown
 */
public record SearchView(String words, List<Hit> hits, boolean more) {
    private static final int MOST = 50;
    private static final Pattern FOUND = Pattern.compile("\\[([^\\[\\]]*)]");

    /** A report. */
    public record Hit(
            String document,
            @Nullable String title,
            @Nullable String outlet,
            String key,
            @Nullable String published,
            boolean current,
            List<Piece> passage) {
        /** Whether the passage is hard to read. */
        public boolean graphic() {
            return Graphic.is(passage.stream().map(Piece::text).collect(Collectors.joining()));
        }

        public String heading() {
            return title == null || title.isEmpty() ? key : title;
        }
    }

    /** A piece of a passage; found, or what stands beside it. */
    public record Piece(String text, boolean found) implements Veil.Cut {
        @Override
        public Piece with(String other) {
            return new Piece(other, found);
        }
    }

    public static SearchView of(Ledger ledger, String words) {
        if (words.isBlank()) {
            return new SearchView("", List.of(), false);
        }
        List<Search.Hit> hits = ledger.search().find(words, MOST);
        return new SearchView(
                words.strip(), hits.stream().map(SearchView::hit).toList(), hits.size() == MOST);
    }

    private static Hit hit(Search.Hit hit) {
        List<Piece> passage = new ArrayList<>();
        Matcher found = FOUND.matcher(hit.passage());
        int from = 0;
        while (found.find()) {
            passage.add(new Piece(hit.passage().substring(from, found.start()), false));
            passage.add(new Piece(found.group(1), true));
            from = found.end();
        }
        passage.add(new Piece(hit.passage().substring(from), false));
        return new Hit(
                hit.document(),
                hit.title(),
                hit.outlet(),
                hit.key(),
                hit.published(),
                hit.current(),
                passage);
    }
}
