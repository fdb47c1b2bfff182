package org.casus.extract;

import java.util.List;
import java.util.Set;
import org.casus.extract.event.Draft;
import org.casus.model.Factuality;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/**
 * What talk is about that leaves it to what was said before: "claimed responsibility", "denied
 * this", "denied any part in it".
 */
final class Antecedents {
    private static final Set<String> STANDINGS_IN = Set.of("this", "that", "it", "these", "those");

    private static final Set<String> SAYINGS =
            Set.of(
                    "accusation",
                    "allegation",
                    "charge",
                    "claim",
                    "report",
                    "account",
                    "statement",
                    "finding",
                    "assertion",
                    "version",
                    "suggestion");

    private static final Set<String> PARTS =
            Set.of(
                    "involve",
                    "involved",
                    "involvement",
                    "part",
                    "hand",
                    "role",
                    "participation",
                    "participate",
                    "complicity",
                    "responsibility",
                    "responsible",
                    "behind",
                    "connection",
                    "link");

    private static final Set<String> CRIMES =
            Set.of(
                    "crime",
                    "act",
                    "action",
                    "deed",
                    "incident",
                    "tragedy",
                    "atrocity",
                    "outrage",
                    "violence");

    private Antecedents() {}

    /** The deed that a claim or a denial of responsibility leaves unnamed: the last one told. */
    static @Nullable Draft deed(Match talk, List<Draft> drafts) {
        boolean open =
                switch (talk.frame().type()) {
                    case "SAY.CLAIM" -> true;
                    case "ACCUSE" ->
                            talk.fillers(Role.ABOUT).stream()
                                    .anyMatch(f -> isCrime(talk.sentence(), f.head()));
                    case "SAY.DENY" ->
                            talk.fillers(Role.ABOUT).stream()
                                            .anyMatch(f -> isOpen(talk.sentence(), f.head()))
                                    || talk.words().stream()
                                            .anyMatch(w -> speaksOfPart(talk.sentence().token(w)));
                    default -> false;
                };
        return open ? last(talk, drafts) : null;
    }

    private static @Nullable Draft last(Match talk, List<Draft> drafts) {
        Draft last = null;
        Match latest = null;
        for (Draft d : drafts) {
            for (Match m : isDeed(d) ? d.matches() : List.<Match>of()) {
                boolean before = m.position().compareTo(talk.position()) < 0;
                if (before && (latest == null || m.position().compareTo(latest.position()) > 0)) {
                    last = d;
                    latest = m;
                }
            }
        }
        return last;
    }

    private static boolean isDeed(Draft d) {
        boolean real =
                d.modality().factuality() == Factuality.HAPPENED
                        || d.modality().factuality() == Factuality.ONGOING;
        return real && d.type().equals("ASSAULT");
    }

    /** "accused the front of the crime", "blamed the cartel for this". */
    private static boolean isCrime(Sentence s, int head) {
        Token t = s.token(head);
        boolean the =
                s.children(head).stream()
                        .anyMatch(c -> s.token(c).is("the", "this", "that", "these"));
        return isSaidBefore(t) || the && CRIMES.contains(t.lemma());
    }

    /** Whether words stand for what was said before, or tell only of a part in it. */
    private static boolean isOpen(Sentence s, int head) {
        if (isSaidBefore(s.token(head))) {
            return true;
        }
        for (int i = s.first(head); i <= s.last(head); i++) {
            if (speaksOfPart(s.token(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all the words of a claim stand for what was said before. */
    static boolean isSaidBefore(Sentence s, Span content) {
        boolean any = false;
        for (Token t : s.tokens()) {
            if (content.contains(t.span()) && Character.isLetter(t.form().charAt(0))) {
                boolean article = t.labelled("det", "advmod") && !STANDINGS_IN.contains(t.lemma());
                if (!article && !isSaidBefore(t)) {
                    return false;
                }
                any |= isSaidBefore(t);
            }
        }
        return any;
    }

    private static boolean isSaidBefore(Token t) {
        return STANDINGS_IN.contains(t.lemma()) || SAYINGS.contains(t.lemma());
    }

    private static boolean speaksOfPart(Token t) {
        return PARTS.contains(t.lemma());
    }
}
