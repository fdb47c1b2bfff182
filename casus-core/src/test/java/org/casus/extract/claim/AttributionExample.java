package org.casus.extract.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.model.Claim;
import org.casus.model.Span;
import org.casus.rule.MarkedText;
import org.jspecify.annotations.Nullable;

/** A marked sentence and the chain of attributions that it shows. */
record AttributionExample(Kind kind, MarkedText marked) {
    enum Kind {
        /** Somebody says something. */
        SAID,
        /** Nobody says anything. */
        UNSAID,
        /** The report keeps its distance. */
        HEDGED
    }

    static AttributionExample parse(String line) {
        return switch (line.charAt(0)) {
            case '-' -> new AttributionExample(Kind.UNSAID, MarkedText.parse(line.substring(2)));
            case '~' -> new AttributionExample(Kind.HEDGED, MarkedText.parse(line.substring(2)));
            default ->
                    new AttributionExample(Kind.SAID, MarkedText.parse(line.replace("\\n", "\n")));
        };
    }

    /** What is wrong with the claims and hedges found in the sentence, or null. */
    @Nullable String complaint(List<Claim> claims, List<Span> hedges) {
        List<Claim> said = claims.stream().filter(c -> !c.chain().isEmpty()).toList();
        boolean right =
                switch (kind) {
                    case UNSAID -> said.isEmpty();
                    case HEDGED -> marked.labelled("hedge").allMatch(hedges::contains);
                    case SAID -> contents().stream().allMatch(m -> claimed(m, said));
                };
        return right
                ? null
                : "  expected %s%n  actual   %s%n"
                        .formatted(
                                marked,
                                kind == Kind.HEDGED
                                        ? hedges.stream().map(this::words).toList()
                                        : said.stream()
                                                .map(this::shown)
                                                .collect(Collectors.joining("\n           ")));
    }

    private List<MarkedText.Mark> contents() {
        return marked.marks().stream().filter(m -> m.labels().contains("content")).toList();
    }

    private boolean claimed(MarkedText.Mark content, List<Claim> claims) {
        return claims.stream()
                .anyMatch(
                        c ->
                                c.content() != null
                                        && words(c.content()).equals(words(content.span()))
                                        && stance(content).equals(c.stance())
                                        && c.quoted() == content.labels().contains("quoted")
                                        && chained(content, c));
    }

    private static Claim.Stance stance(MarkedText.Mark content) {
        for (Claim.Stance s : Claim.Stance.values()) {
            if (content.labels().contains(s.name().toLowerCase(Locale.ROOT))) {
                return s;
            }
        }
        return Claim.Stance.ASSERTS;
    }

    private boolean chained(MarkedText.Mark content, Claim claim) {
        List<String> wanted = new ArrayList<>();
        if (label("cue1") == null) {
            wanted.add(
                    link(
                            content.labels().contains("nobody") ? null : label("source"),
                            label("cue")));
        }
        for (int i = 1; label("cue" + i) != null; i++) {
            wanted.add(link(label("source" + i), label("cue" + i)));
        }
        boolean cues = label("cue") != null || label("cue1") != null;
        List<String> found =
                claim.chain().stream().map(l -> link(l.source(), cues ? l.cue() : null)).toList();
        return found.equals(wanted);
    }

    private @Nullable Span label(String label) {
        return marked.labelled(label).findFirst().orElse(null);
    }

    private String link(@Nullable Span source, @Nullable Span cue) {
        return (source == null ? "nobody" : words(source))
                + " · "
                + (cue == null ? "" : words(cue));
    }

    /** The words of a span without the marks at its ends. */
    private String words(Span span) {
        String words = span.of(marked.text());
        return words.replaceAll("^[^\\p{L}\\p{N}:—–-]+|[^\\p{L}\\p{N}:—–-]+$", "");
    }

    private String shown(Claim c) {
        return c.chain().stream()
                        .map(l -> link(l.source(), l.cue()))
                        .collect(Collectors.joining(" > "))
                + " · "
                + (c.content() == null ? "" : words(c.content()))
                + " · "
                + c.stance()
                + (c.quoted() ? " quoted" : "");
    }
}
