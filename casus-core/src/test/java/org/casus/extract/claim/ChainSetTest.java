package org.casus.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.extract.OwnSentences;
import org.casus.model.Claim;
import org.casus.model.Reading;
import org.casus.model.Span;
import org.casus.rule.MarkedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who says that who says it, in 200 sentences written for it. */
class ChainSetTest {
    private static final double CHAIN = 0.77;

    /** A sentence with its chain: the sources, outermost first, and the claims read of it. */
    record Outcome(List<String> wanted, List<String> read, boolean right, String text) {
        @Override
        public String toString() {
            return String.join(" > ", wanted) + "\n      " + String.join("\n      ", read);
        }
    }

    @Test
    void marked_chains_are_read_whole() {
        OwnSentences<Outcome> set =
                OwnSentences.read(ChainSetTest.class, "chains.txt", ChainSetTest::outcomes);
        System.out.println(
                set.shares("whole chain", o -> true, Outcome::right) + set.wrong(Outcome::right));

        assertThat(set.outcomes()).hasSize(200);
        for (boolean heldBack : new boolean[] {false, true}) {
            assertThat(set.share(heldBack, o -> true, Outcome::right))
                    .isGreaterThanOrEqualTo(CHAIN);
        }
    }

    private static List<Outcome> outcomes(String line, Function<String, Reading> reader) {
        MarkedText marked = MarkedText.parse(line);
        List<Claim> claims =
                reader.apply(marked.text()).claims().stream()
                        .filter(c -> !c.chain().isEmpty())
                        .toList();
        List<Span> content = marked.labelled("content").toList();
        List<String> wanted = new ArrayList<>();
        List<Span> cues = new ArrayList<>();
        for (int i = 1; label(marked, "source" + i) != null; i++) {
            wanted.add(words(label(marked, "source" + i), marked.text()));
            cues.add(label(marked, "cue" + i));
        }
        boolean right =
                claims.stream()
                        .anyMatch(
                                c ->
                                        sources(c, marked.text()).equals(wanted)
                                                && isCued(c, cues)
                                                && covers(c, content));
        return List.of(
                new Outcome(
                        wanted,
                        claims.stream().map(c -> shown(c, marked.text())).toList(),
                        right,
                        marked.text()));
    }

    /** Each link by the marked cue, or by more or fewer words of it. */
    private static boolean isCued(Claim claim, List<Span> cues) {
        for (int i = 0; i < cues.size(); i++) {
            Span cue = claim.chain().get(i).cue();
            if (cue == null || !cue.overlaps(cues.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is said covers what is marked, but for its small words at either end. */
    private static boolean covers(Claim claim, List<Span> content) {
        Span said = claim.content();
        return said != null
                && content.stream()
                        .allMatch(
                                c -> {
                                    int from = Math.max(said.start(), c.start());
                                    int to = Math.min(said.end(), c.end());
                                    return 2 * (to - from) > c.length();
                                });
    }

    private static List<String> sources(Claim claim, String text) {
        return claim.chain().stream().map(l -> words(l.source(), text)).toList();
    }

    private static @Nullable Span label(MarkedText marked, String label) {
        return marked.labelled(label).findFirst().orElse(null);
    }

    private static String words(@Nullable Span span, String text) {
        return span == null ? "nobody" : span.of(text);
    }

    private static String shown(Claim c, String text) {
        return c.chain().stream()
                        .map(l -> words(l.source(), text) + " · " + words(l.cue(), text))
                        .collect(Collectors.joining(" > "))
                + " · "
                + words(c.content(), text);
    }
}
