package org.casus.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Match.Filler;
import org.jspecify.annotations.Nullable;

/**
 * A marked sentence of a frame file.
 *
 * @param counter whether the sentence shows what the frame does not mean
 */
record FrameExample(Frame frame, boolean counter, MarkedText marked) {
    /**
     * A thing hit may stand as target and the other way round: the later stages tell by the word.
     */
    private static final Map<String, List<Role>> ROLES =
            Map.of(
                    "source", List.of(Role.SOURCE),
                    "target", List.of(Role.TARGET, Role.OBJECT),
                    "object", List.of(Role.OBJECT, Role.TARGET),
                    "instrument", List.of(Role.INSTRUMENT),
                    "about", List.of(Role.ABOUT));

    /** Where both sides are alike, either may stand first. */
    private static final List<Role> PARTIES = List.of(Role.SOURCE, Role.TARGET);

    static Stream<FrameExample> of(Frame frame) {
        return Stream.concat(
                frame.examples().stream()
                        .map(e -> new FrameExample(frame, false, MarkedText.parse(e))),
                frame.not().stream().map(e -> new FrameExample(frame, true, MarkedText.parse(e))));
    }

    /** Everything that is wrong with what was matched, or null. */
    @Nullable String complaint(Analysis analysis, FrameMatcher matcher) {
        List<Match> all = new ArrayList<>();
        analysis.sentences().forEach(s -> all.addAll(matcher.match(s)));
        List<Match> own = all.stream().filter(m -> m.frame().equals(frame)).toList();
        List<String> wrong = counter ? unwanted(own) : missing(own);
        if (wrong.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        text.append(frame.file()).append(':').append(frame.line()).append(' ');
        text.append(frame.name()).append(": ").append(String.join(", ", wrong)).append('\n');
        text.append(MarkedText.expectedAndActual(marked, shown(all))).append('\n');
        analysis.sentences().forEach(s -> text.append("  parse    ").append(tree(s)).append('\n'));
        return text.toString();
    }

    private static List<String> unwanted(List<Match> own) {
        return own.stream()
                .map(m -> "fires on \"" + m.sentence().token(m.head()).form() + "\"")
                .toList();
    }

    private List<String> missing(List<Match> own) {
        List<String> wrong = new ArrayList<>();
        List<Span> triggers = marked.labelled(frame.type()).toList();
        List<Match> focus =
                own.stream()
                        .filter(m -> triggers.stream().anyMatch(span -> triggeredIn(m, span)))
                        .toList();
        if (triggers.isEmpty()) {
            wrong.add("nothing is marked " + frame.type());
        } else if (focus.isEmpty()) {
            wrong.add("does not fire");
        } else {
            for (MarkedText.Mark mark : marked.marks()) {
                for (String label : mark.labels()) {
                    if (ROLES.containsKey(label)) {
                        if (focus.stream().noneMatch(m -> fills(m, label, mark.span()))) {
                            wrong.add("no " + label + " " + mark.span().of(marked.text()));
                        }
                    } else if (!label.equals(frame.type())) {
                        wrong.add("unknown label " + label);
                    }
                }
            }
        }
        return wrong;
    }

    private static boolean triggeredIn(Match m, Span span) {
        return m.words().stream().anyMatch(w -> span.contains(m.sentence().token(w).span()));
    }

    private boolean fills(Match m, String label, Span span) {
        boolean party = label.equals("source") || label.equals("target");
        List<Role> roles =
                frame.symmetric() && party ? PARTIES : ROLES.getOrDefault(label, List.of());
        return roles.stream()
                .flatMap(role -> m.fillers(role).stream())
                .anyMatch(f -> span.contains(m.sentence().token(f.head()).span()));
    }

    /** What all frames found here, this one's own roles by their names. */
    private MarkedText shown(List<Match> all) {
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (Match m : all) {
            boolean own = m.frame().equals(frame);
            marks.add(
                    new MarkedText.Mark(
                            m.trigger(),
                            List.of(
                                    own
                                            ? frame.type()
                                            : m.frame().type() + " " + m.frame().name())));
            if (own) {
                for (Role role : Role.values()) {
                    for (Filler f : m.fillers(role)) {
                        marks.add(
                                new MarkedText.Mark(
                                        m.sentence().token(f.head()).span(),
                                        List.of(role.name().toLowerCase(java.util.Locale.ROOT))));
                    }
                }
            }
        }
        return new MarkedText(marked.text(), marks);
    }

    private static String tree(Sentence s) {
        StringBuilder text = new StringBuilder();
        for (Token t : s.tokens()) {
            text.append(t.form()).append('/').append(t.pos()).append('/').append(t.label());
            text.append(t.head() < 0 ? "" : ">" + s.token(t.head()).form()).append("  ");
        }
        return text.toString().strip();
    }
}
