package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.rule.Patterns;
import org.casus.rule.Problems;
import org.casus.rule.Table;

/** Finds the words by which a report keeps its distance: supposedly, reportedly, it seems. */
public final class HedgeFinder {
    /** Words that may stand between those of a hedge: seem to (the army) to have. */
    private static final int LOOSE = 2;

    private final Patterns<String> hedges = new Patterns<>();

    private HedgeFinder() {}

    public static HedgeFinder load(Problems problems) {
        HedgeFinder finder = new HedgeFinder();
        Table.read(
                "claim/hedges.table",
                problems,
                row -> {
                    String hedge = row.get("hedge");
                    boolean verb =
                            hedge.startsWith("be ")
                                    || hedge.startsWith("seem")
                                    || hedge.startsWith("appear");
                    finder.hedges.add(
                            hedge,
                            verb && !hedge.endsWith("ingly") && !hedge.endsWith("ly") ? 'v' : 'a',
                            hedge);
                });
        return finder;
    }

    public List<Span> find(Analysis analysis) {
        List<Span> found = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            for (Patterns.Hit<String> hit : hedges.find(s)) {
                int first = hit.words().get(0);
                found.add(
                        hit.last() - first <= hit.words().size() + LOOSE
                                ? s.span(first, hit.last())
                                : s.token(first).span());
            }
        }
        return found;
    }
}
