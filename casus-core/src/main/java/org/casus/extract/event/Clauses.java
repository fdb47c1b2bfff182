package org.casus.extract.event;

import java.util.Set;
import org.casus.model.Argument;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Relatives;

/**
 * How two triggers of one sentence hang together: "killed in the attack", "opened fire, killing",
 * "a blast that wounded".
 */
final class Clauses {
    private static final Set<String> CAUSE =
            Set.of(
                    "subject",
                    "in",
                    "during",
                    "by",
                    "from",
                    "when",
                    "after",
                    "as",
                    "while",
                    "following",
                    "because of",
                    "with",
                    "amid");
    private static final Set<String> RESULT = Set.of("participle", "purpose", "result");
    private static final Set<String> CONSEQUENCE =
            Set.of("result", "lead", "cause", "leave", "end", "culminate", "claim", "see");

    private Clauses() {}

    /** Whether the harm that one match tells was done in the event that the other tells. */
    static boolean harmIn(Match harm, Match deed) {
        Sentence s = harm.sentence();
        for (int w : harm.words()) {
            for (Argument a : s.arguments(w)) {
                if (CAUSE.contains(a.slot()) && deed.words().contains(a.head())) {
                    return true;
                }
            }
        }
        return leadsTo(s, deed, harm)
                || sharesClause(s, harm, deed)
                || deed.kind() == Match.Kind.NOUN
                        && !s.token(deed.head()).labelled("compound")
                        && Relatives.tells(s, harm.head(), deed.head());
    }

    /** "attacked the garrison, and ten soldiers were killed". */
    static boolean outcome(Match deed, Match harm) {
        Sentence s = harm.sentence();
        boolean passive = s.child(harm.head(), "nsubjpass") >= 0;
        return harm.kind() == Match.Kind.VERB
                && passive
                && s.child(harm.head(), "agent", "advcl") < 0
                && s.children(harm.head()).stream()
                        .noneMatch(c -> s.token(c).labelled("mark") && !s.token(c).is("that"))
                && s.token(harm.head()).labelled("conj")
                && s.token(harm.head()).head() == deed.head();
    }

    /**
     * "a car bomb exploded", "the truck bomb explosion": the noun is what the other word tells of.
     */
    static boolean does(Match noun, Match deed) {
        Sentence s = noun.sentence();
        Token t = s.token(noun.head());
        return noun.kind() == Match.Kind.NOUN
                && (t.labelled("compound") && t.head() == deed.head()
                        || deed.kind() == Match.Kind.VERB
                                && s.arguments(deed.head(), "subject").contains(noun.head()));
    }

    /** "called the attack an act of terror". */
    static boolean named(Match deed, Match name) {
        Sentence s = deed.sentence();
        int verb = s.token(name.head()).head();
        return s.token(name.head()).labelled("oprd")
                && verb >= 0
                && s.token(deed.head()).head() == verb
                && s.token(deed.head()).labelled("dobj", "nsubjpass");
    }

    /** "an incident in which rockets were fired", "the incident, where two were hurt". */
    static boolean within(Match deed, Match frame) {
        Sentence s = deed.sentence();
        boolean where =
                s.token(deed.head()).labelled("relcl")
                        && s.token(deed.head()).head() == frame.head()
                        && s.children(deed.head()).stream().anyMatch(c -> s.token(c).is("where"));
        return where
                || deed.words().stream()
                        .flatMap(w -> deed.sentence().arguments(w).stream())
                        .anyMatch(
                                a ->
                                        (a.slot().equals("in") || a.slot().equals("during"))
                                                && a.head() == frame.head());
    }

    /**
     * "fired rockets, killing two", "an attack resulting in the death of two", "the blast caused
     * ten casualties".
     */
    static boolean leadsTo(Sentence s, Match deed, Match harm) {
        for (int w : deed.words()) {
            for (Argument a : s.arguments(w)) {
                if (RESULT.contains(a.slot())
                        && (harm.words().contains(a.head()) || consequence(s, a.head(), harm))) {
                    return true;
                }
            }
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.token(i).isVerb()
                    && CONSEQUENCE.contains(s.token(i).lemma())
                    && s.arguments(i, "subject").stream().anyMatch(x -> deed.words().contains(x))
                    && consequence(s, i, harm)) {
                return true;
            }
        }
        return false;
    }

    private static boolean consequence(Sentence s, int verb, Match harm) {
        return s.token(verb).isVerb()
                && CONSEQUENCE.contains(s.token(verb).lemma())
                && s.arguments(verb).stream()
                        .anyMatch(
                                a ->
                                        harm.words().contains(a.head())
                                                && !a.slot().equals("subject"));
    }

    /** Two verbs side by side with the same subject or in one chain of participles. */
    static boolean sharesClause(Sentence s, Match a, Match b) {
        int x = a.head();
        int y = b.head();
        return coordinated(s, x, y)
                || coordinated(s, y, x)
                || participle(s, x, y)
                || participle(s, y, x);
    }

    /** "25 were killed and 20 wounded": one verb hangs on the other. */
    static boolean listed(Sentence s, int first, int second) {
        return (s.token(second).labelled("conj") && s.token(second).head() == first)
                || (s.token(first).labelled("conj") && s.token(first).head() == second);
    }

    static boolean coordinated(Sentence s, int first, int second) {
        for (int at = second, steps = 0; s.token(at).labelled("conj") && steps < 6; steps++) {
            at = s.token(at).head();
            if (at == first) {
                return s.child(second, "nsubj", "nsubjpass") < 0;
            }
        }
        return false;
    }

    /**
     * From a main verb down through participles and infinitives of purpose: "carried out strikes
     * using planes to fire missiles".
     */
    static boolean participle(Sentence s, int up, int down) {
        for (int at = down, steps = 0; steps < 4; steps++) {
            boolean chained =
                    s.token(at).labelled("advcl", "xcomp", "acl")
                            && s.child(at, "mark", "nsubj", "nsubjpass") < 0;
            if (!chained || s.token(at).head() < 0) {
                return false;
            }
            at = s.token(at).head();
            if (at == up || s.child(at, "dobj") == up) {
                return true;
            }
        }
        return false;
    }
}
