package org.casus.extract.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.model.Actor;
import org.casus.model.Event;
import org.casus.model.Harm;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.jspecify.annotations.Nullable;

/** Whether those whom two events befell can be the same. */
final class Victims {
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");
    private static final Pattern AT_LEAST =
            Pattern.compile("(?i).*\\b(more than|at least|over|some|about|nearly|almost)\\b.*");

    /** From how many on a number is hardly that of others by chance. */
    private static final int FEW = 3;

    private static final Set<String> ANYONE = Set.of("people", "persons", "civilians", "victims");

    private Victims() {}

    /** Whether both tell that the same person was killed. */
    static boolean diedOnce(Draft a, Draft b) {
        return a.type().equals("ASSAULT")
                && b.type().equals("ASSAULT")
                && kills(a)
                && kills(b)
                && Objects.equals(a.oneself(), b.oneself())
                && a.targets().stream()
                        .map(Event.Role::actor)
                        .anyMatch(
                                x ->
                                        x != null
                                                && b.has(b.targets(), x)
                                                && (x.kind() == Actor.Kind.PERSON
                                                                && isName(x.name())
                                                        || isKnown(b, x)));
    }

    /**
     * Whether both tell the same of as many: "killed nine peasants", "nine civilians had been
     * killed". As many others, or more, are not the same.
     */
    static boolean sameToll(Draft a, Draft b) {
        return a.type().equals(b.type())
                && a.matches().stream()
                        .anyMatch(x -> b.matches().stream().anyMatch(y -> does(x, y)))
                && a.targets().stream()
                        .anyMatch(x -> b.targets().stream().anyMatch(y -> asMany(a, x, b, y)));
    }

    private static boolean does(Match x, Match y) {
        return x.frame().harm() != null && x.frame().harm() == y.frame().harm();
    }

    private static boolean asMany(Draft a, Event.Role x, Draft b, Event.Role y) {
        int n = count(a, x);
        if (n < FEW || n != count(b, y) || x.actor() == null || y.actor() == null) {
            return false;
        }
        return x.actor() == y.actor()
                || x.actor().kind() != Actor.Kind.STATE
                        && y.actor().kind() != Actor.Kind.STATE
                        && (sameNoun(noun(x.actor()), noun(y.actor()))
                                || ANYONE.contains(noun(x.actor()))
                                || ANYONE.contains(noun(y.actor())));
    }

    /** How many words say that they are, -1 where they say none, or that these are others. */
    private static int count(Draft d, Event.Role role) {
        Span words = role.span();
        if (words == null) {
            return -1;
        }
        for (Match m : d.matches()) {
            Sentence s = m.sentence();
            for (int i = 0; i < s.size(); i++) {
                if (s.token(i).span().end() == words.end()) {
                    return count(s, i);
                }
            }
        }
        return -1;
    }

    private static int count(Sentence s, int head) {
        int n = -1;
        for (int c : s.children(head)) {
            Token t = s.token(c);
            if (t.is("other", "another", "more", "further", "additional")) {
                return -1;
            }
            if (t.pos().equals("CD") && s.children(c).isEmpty()) {
                n = Numbers.value(t.form().toLowerCase(Locale.ROOT));
            }
        }
        return n;
    }

    /** "the five peasants", "he": people who have been told of before. */
    private static boolean isKnown(Draft d, Actor people) {
        return people(people)
                && d.targets().stream()
                        .filter(t -> t.actor() == people && t.span() != null)
                        .anyMatch(t -> isKnown(d, Objects.requireNonNull(t.span())));
    }

    private static boolean isKnown(Draft d, Span words) {
        for (Match m : d.matches()) {
            Sentence s = m.sentence();
            for (int i = 0; i < s.size(); i++) {
                Token t = s.token(i);
                if (t.span().end() == words.end()) {
                    return t.pos().equals("PRP")
                            || t.pos().equals("NNP")
                            || s.children(i).stream()
                                    .anyMatch(c -> s.token(c).is("the", "these", "those", "both"));
                }
            }
        }
        return false;
    }

    static boolean kills(Draft d) {
        return "targeted".equals(d.mode())
                || d.matches().stream().anyMatch(m -> m.frame().harm() == Harm.Outcome.KILLED);
    }

    /** Two words at least, and each begins with a capital. */
    static boolean isName(String name) {
        return name.matches("\\p{Lu}[^ ]*( \\p{Lu}[^ ]*)+");
    }

    /**
     * 1 when somebody stands on both sides, -1 when both name people and none are the same, else 0:
     * one names a body or a state, the other people, or a number of people is told in two ways.
     */
    static int agree(List<Event.Role> a, List<Event.Role> b) {
        int best = a.isEmpty() || b.isEmpty() ? 0 : -1;
        for (Event.Role x : a) {
            for (Event.Role y : b) {
                if (x.actor() != null && y.actor() != null) {
                    best = Math.max(best, agree(x.actor(), y.actor()));
                }
            }
        }
        return best;
    }

    /** "276 girls" after "more than 200 schoolgirls": told once they are told. */
    static boolean sameGroup(@Nullable Actor a, @Nullable Actor b) {
        if (a != null && b != null && a != b && areVictims(b) && people(a)) {
            return true;
        }
        return a != null
                && b != null
                && a != b
                && a.kind() == Actor.Kind.GROUP
                && b.kind() == Actor.Kind.GROUP
                && NUMBER.matcher(a.name()).find()
                && NUMBER.matcher(b.name()).find()
                && agree(a, b) == 1;
    }

    /** "the victim", "victims": those who were told of before. */
    private static boolean areVictims(Actor a) {
        return a.name().equalsIgnoreCase("victim") || a.name().equalsIgnoreCase("victims");
    }

    private static int agree(Actor a, Actor b) {
        if (Coreference.sameActor(a, b)) {
            return 1;
        }
        if (areVictims(b) && people(a)) {
            return 1;
        }
        if (people(a) != people(b)) {
            return 0;
        }
        boolean groups = a.kind() == Actor.Kind.GROUP && b.kind() == Actor.Kind.GROUP;
        if (!groups || !sameNoun(noun(a), noun(b))) {
            return -1;
        }
        return numbersFit(a.name(), b.name()) || numbersFit(b.name(), a.name()) ? 1 : 0;
    }

    private static boolean people(Actor a) {
        return a.kind() == Actor.Kind.PERSON || a.kind() == Actor.Kind.GROUP;
    }

    /** "schoolgirls" of "more than 200 schoolgirls". */
    private static String noun(Actor a) {
        String[] words = a.name().toLowerCase(Locale.ROOT).split(" of | in | at ")[0].split(" ");
        return words[words.length - 1];
    }

    private static boolean sameNoun(String a, String b) {
        return a.equals(b) || a.length() > 4 && b.endsWith(a) || b.length() > 4 && a.endsWith(b);
    }

    /** Whether a number is not told, or is the same, or no less than the other's least. */
    private static boolean numbersFit(String a, String b) {
        Matcher x = NUMBER.matcher(a);
        Matcher y = NUMBER.matcher(b);
        if (!x.find() || !y.find()) {
            return true;
        }
        long n = number(x.group());
        long least = number(y.group());
        return n == least || AT_LEAST.matcher(b).matches() && n > least;
    }

    private static long number(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() > 12 ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
