package org.casus.extract.actor;

import java.util.Locale;
import java.util.Set;
import org.casus.extract.actor.GivenNames.Gender;
import org.casus.extract.actor.Phrase.Form;
import org.casus.model.Actor;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/** Reads pronouns: person or thing, one or many, man or woman. */
final class Pronouns {
    private static final Set<String> MAN = Set.of("he", "him", "his", "himself");
    private static final Set<String> WOMAN = Set.of("she", "her", "hers", "herself");
    private static final Set<String> THEY =
            Set.of("they", "them", "their", "theirs", "themselves", "'em", "both");
    private static final Set<String> IT = Set.of("it", "its", "itself");
    private static final Set<String> SPEAKER = Set.of("i", "me", "my", "mine", "myself");
    private static final Set<String> SPEAKERS = Set.of("we", "us", "our", "ours", "ourselves");
    private static final Set<String> SEEMING =
            Set.of("be", "seem", "appear", "become", "happen", "turn", "take", "follow", "mean");

    private Pronouns() {}

    static @Nullable Phrase read(Sentence s, int i, String report) {
        String form = s.token(i).form().toLowerCase(Locale.ROOT);
        if (SPEAKER.contains(form) || SPEAKERS.contains(form)) {
            Phrase p = new Phrase(s, Form.SPEAKER, i, i, i, report);
            p.plural = SPEAKERS.contains(form);
            return p;
        }
        Phrase p = new Phrase(s, Form.PRONOUN, i, i, i, report);
        if (MAN.contains(form) || WOMAN.contains(form)) {
            p.kind = Actor.Kind.PERSON;
            p.gender = MAN.contains(form) ? Gender.MAN : Gender.WOMAN;
            return p;
        }
        p.plural = THEY.contains(form);
        return p.plural || IT.contains(form) && !standsForNothing(s, i) ? p : null;
    }

    /** "Both were seized": two who have been told of before. */
    static boolean areBoth(Sentence s, Token t) {
        return t.is("both")
                && t.labelled("nsubj", "nsubjpass", "dobj", "pobj", "agent")
                && s.children(t.index()).isEmpty();
    }

    /** "It is clear that", "it rained", "it appears": nobody is meant. */
    private static boolean standsForNothing(Sentence s, int i) {
        Token t = s.token(i);
        if (t.labelled("expl")) {
            return true;
        }
        if (!t.labelled("nsubj") || t.head() < 0) {
            return false;
        }
        Token verb = s.token(t.head());
        if (!verb.is(SEEMING.toArray(new String[0]))) {
            return false;
        }
        for (int c : s.children(verb.index())) {
            Token child = s.token(c);
            if (c > verb.index()
                    && (child.labelled("ccomp", "xcomp", "csubj", "acomp")
                            || child.labelled("advcl") && child.isVerb())) {
                return true;
            }
        }
        return false;
    }
}
