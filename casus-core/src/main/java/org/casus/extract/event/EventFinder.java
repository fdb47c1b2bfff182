package org.casus.extract.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Factuality;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.model.Token;
import org.casus.rule.FrameMatcher;
import org.casus.rule.Lexicon;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.casus.rule.Phrases;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of a report: matches frames, fills their roles, and brings mentions of one event
 * together.
 */
public final class EventFinder {
    /** "assault party", "raid force": who is meant for such a deed has not done it yet. */
    private static final Set<String> BANDS =
            Set.of("party", "team", "squad", "force", "unit", "course", "craft", "ship");

    private final FrameMatcher matcher;
    private final Lexicon lexicon;
    private final Numbers numbers;
    private final Coreference coreference;

    public EventFinder(FrameMatcher matcher, Lexicon lexicon, Numbers numbers) {
        this.matcher = matcher;
        this.lexicon = lexicon;
        this.numbers = numbers;
        this.coreference = new Coreference();
    }

    /** All frames in all sentences, in order. */
    public List<Match> triggers(Analysis analysis) {
        List<Match> all = new ArrayList<>();
        for (Sentence s : analysis.sentences()) {
            List<Match> found = matcher.match(s);
            for (Match m : found) {
                if (onlyLinks(s, m) || namesSomebody(s, m)) {
                    continue;
                }
                if (m.kind() != Match.Kind.AGENT
                        || found.stream().noneMatch(other -> doneBy(other, m.head()))) {
                    all.add(m);
                }
            }
        }
        all.removeIf(m -> m.frame().alone() && all.stream().anyMatch(x -> ledTo(x, m)));
        return all;
    }

    /**
     * Whether a deed that was told before, or beside it, leaves a frame of tolls nothing to tell.
     */
    private static boolean ledTo(Match deed, Match toll) {
        return deed.frame().type().equals(toll.frame().type())
                && deed.kind() != Match.Kind.AGENT
                && !deed.frame().alone()
                && deed.sentence().index() <= toll.sentence().index();
    }

    /**
     * "in retaliation for", "in protest at": there the word ties two events together and is none
     * itself.
     */
    private static boolean onlyLinks(Sentence s, Match m) {
        Token t = s.token(m.head());
        boolean answers =
                m.frame().name().equals("retaliation")
                        || t.is("protest") && s.child(m.head(), "compound", "nmod", "amod") < 0;
        return answers
                && m.kind() == Match.Kind.NOUN
                && t.labelled("pobj")
                && t.head() >= 0
                && s.token(t.head()).is("in", "as")
                && s.child(m.head(), "det", "poss") < 0;
    }

    /** "riot police", "assault rifle": the word tells what sort of people or things these are. */
    private boolean namesSomebody(Sentence s, Match m) {
        int head = s.token(m.head()).head();
        if (m.kind() != Match.Kind.NOUN || !s.token(m.head()).labelled("compound") || head < 0) {
            return false;
        }
        Phrases.Found<?> found = lexicon.collective(s, head);
        found = found == null ? lexicon.person(s, head) : found;
        found = found == null ? lexicon.weapon(s, head) : found;
        return found != null && found.first() <= m.head() || BANDS.contains(s.token(head).lemma());
    }

    /**
     * Whether a match already has the doer that an agent noun names: "the attackers opened fire".
     */
    private static boolean doneBy(Match other, int agent) {
        return other.head() != agent
                && (other.fillers(Role.SOURCE).stream().anyMatch(f -> f.head() == agent)
                        || other.sentence().under(other.head(), agent));
    }

    /**
     * The distinct events, in order of first mention.
     *
     * @param setting what was read around each trigger
     */
    public List<Draft> events(
            Analysis analysis,
            List<Match> triggers,
            Mentions<Actor> actors,
            Mentions<Place> places,
            Function<Match, Setting> setting) {
        Roles roles = new Roles(lexicon, numbers, actors, places);
        Map<Integer, List<Match>> bySentence = new LinkedHashMap<>();
        triggers.forEach(
                m ->
                        bySentence
                                .computeIfAbsent(m.sentence().index(), k -> new ArrayList<>())
                                .add(m));
        List<Draft> drafts = new ArrayList<>();
        for (List<Match> matches : bySentence.values()) {
            Set<Integer> words = new HashSet<>();
            matches.forEach(m -> words.addAll(m.words()));
            List<Draft> here = new ArrayList<>();
            for (Match m : matches) {
                Draft draft = new Draft(m, setting.apply(m));
                roles.fill(draft, m);
                roles.weaponsAround(draft, m, words);
                draft.notToItself();
                here.add(draft);
            }
            drafts.addAll(SentenceMerger.merge(here));
        }
        return coreference.merge(drafts);
    }

    /** Types that are virtues where nobody shows them: "each has something to contribute". */
    private static final Set<String> SOFT = Set.of("AID", "COOPERATE", "SUPPORT");

    /** Types of which a definite noun takes up a deed that was told: "the arrests". */
    private static final Set<String> HARSH =
            Set.of("COERCE", "PROTEST", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT");

    /**
     * "violence", "kidnappings", "the war" as such: words with nobody it befell, no time and no
     * place tell of no one event, unless an article singles one out. More is asked of fighting,
     * which goes on for years, and of deeds in the plural, which are many.
     */
    public static boolean saysNothing(Draft d) {
        boolean befell = !d.targets().isEmpty() || !d.objects().isEmpty();
        boolean nobody = d.sources().isEmpty();
        boolean set = !d.places().isEmpty() || d.time() != null;
        boolean informed = befell || set;
        boolean agents = all(d, m -> m.kind() == Match.Kind.AGENT);
        if (agents && !(d.type().equals("ASSAULT") ? befell : informed)) {
            return true; // "demonstrators", "assassins": whoever they are, this tells of others
        }
        boolean real = real(d.modality().factuality());
        if (!d.type().equals("ASSAULT")) {
            boolean named = SOFT.contains(d.type()) || all(d, m -> m.kind() == Match.Kind.NOUN);
            boolean known = Coreference.definite(d.main()) || d.matches().size() > 1;
            if (all(d, EventFinder::isCooperation)) {
                return !befell && d.time() == null; // "the cooperation of the citizens"
            }
            return named && real && !informed && nobody && !(known && HARSH.contains(d.type()));
        }
        if (!set && d.instruments().isEmpty() && isGeneral(d)) {
            return true;
        }
        if (d.matches().stream().anyMatch(EventFinder::takesPlace)) {
            return false;
        }
        if (befell || d.matches().stream().anyMatch(EventFinder::isAimed)) {
            return false;
        }
        // from here on: nobody and nothing was hit
        if (!real && supposed(d)) {
            return false;
        }
        if (nobody && !set && d.instruments().isEmpty()) {
            return true;
        }
        if (all(d, Coreference::isFighting)) {
            boolean dated = isDated(d.time());
            return nobody
                    ? !dated || d.places().isEmpty() || !real
                    : !dated
                            && (real || d.modality().factuality() == Factuality.PLANNED)
                            && !isToldAt(d);
        }
        boolean nouns = all(d, m -> m.kind() == Match.Kind.NOUN);
        return nouns
                && (!set
                        || d.time() == null
                                && d.matches().stream()
                                        .noneMatch(m -> isOne(m) || isCalledAfter(m)));
    }

    /** Verbs whose subject is what goes on. */
    private static final Set<String> GO_ON =
            Set.of(
                    "continue",
                    "rage",
                    "persist",
                    "erupt",
                    "flare",
                    "spread",
                    "intensify",
                    "resume");

    /**
     * "Shelling continues", "a battle is under way": that it goes on is what the sentence tells.
     */
    private static boolean takesPlace(Match m) {
        Sentence s = m.sentence();
        int up = s.token(m.head()).head();
        if (m.kind() != Match.Kind.NOUN || up < 0 || !s.token(m.head()).labelled("nsubj")) {
            return false;
        }
        Token v = s.token(up);
        boolean main = v.labelled("root", "ccomp", "conj") && s.child(up, "mark") < 0;
        boolean goesOn =
                GO_ON.contains(v.lemma())
                        || v.is("go") && s.child(up, "prt") >= 0
                        || v.is("be")
                                && up + 2 < s.size()
                                && s.lower(up + 1).equals("under")
                                && s.lower(up + 2).equals("way");
        return main && goesOn && v.pos().matches("VBZ|VBP|VBG");
    }

    /** "Troops and rebels clashed near Bor": that they did so there is what the sentence tells. */
    private static boolean isToldAt(Draft d) {
        return !d.places().isEmpty()
                && d.matches().stream()
                        .anyMatch(
                                m ->
                                        m.kind() == Match.Kind.VERB
                                                && m.sentence().token(m.head()).pos().equals("VBD")
                                                && m.sentence()
                                                        .token(m.head())
                                                        .labelled("root", "conj", "ccomp"));
    }

    private static boolean isCooperation(Match m) {
        return m.kind() == Match.Kind.NOUN && m.frame().name().equals("cooperate");
    }

    private static boolean isDated(@Nullable Time time) {
        return time != null
                && time.granularity() != null
                && time.granularity().compareTo(Time.Granularity.DAY) <= 0;
    }

    /**
     * "murders of officials", "groups that attack garrisons": what is done to some sort of people
     * or things in general, on no day, tells of no one deed.
     */
    private static boolean isGeneral(Draft d) {
        boolean habit =
                all(
                        d,
                        m ->
                                m.kind() == Match.Kind.VERB
                                        ? isHabit(m)
                                        : m.kind() == Match.Kind.NOUN && !isOne(m) && !isThe(m));
        return habit
                && real(d.modality().factuality())
                && d.targets().stream().allMatch(t -> isSort(d, t.span()))
                && d.objects().stream().allMatch(t -> isSort(d, t.span()));
    }

    /** The simple present in a clause below another: what is always so. */
    private static boolean isHabit(Match m) {
        Sentence s = m.sentence();
        Token t = s.token(m.head());
        return (t.pos().equals("VBP") || t.pos().equals("VBZ"))
                && !t.labelled("root")
                && s.child(m.head(), "aux", "auxpass") < 0;
    }

    private static boolean isThe(Match m) {
        return m.sentence().children(m.head()).stream()
                .anyMatch(c -> m.sentence().token(c).is("the", "this", "that", "these", "those"));
    }

    /** "officials", "garrisons": a plural without article, number, owner or name. */
    private static boolean isSort(Draft d, @Nullable Span words) {
        if (words == null) {
            return false;
        }
        for (Match m : d.matches()) {
            Sentence s = m.sentence();
            for (int i = 0; i < s.size(); i++) {
                if (s.token(i).span().end() == words.end()) {
                    return s.token(i).pos().equals("NNS")
                            && s.children(i).stream()
                                    .noneMatch(
                                            c ->
                                                    s.token(c).pos().matches("CD|DT|PRP\\$|NNPS?")
                                                            || s.token(c).labelled("relcl", "poss")
                                                            || s.token(c)
                                                                    .is(
                                                                            "several", "many",
                                                                            "dozen"));
                }
            }
        }
        return false;
    }

    /** "attacks on the eastern suburbs": words say what was hit, though nobody by name. */
    private static boolean isAimed(Match m) {
        return !m.frame().symmetric()
                && Stream.of(Role.TARGET, Role.OBJECT)
                        .flatMap(role -> m.fillers(role).stream())
                        .anyMatch(f -> f.slot().matches("on|against|at|object"));
    }

    private static boolean all(Draft d, Predicate<Match> test) {
        return d.matches().stream().allMatch(test);
    }

    /** Whether an article or a possessor singles one out: "an attack", not "its attacks". */
    private static boolean isOne(Match m) {
        boolean single = m.sentence().token(m.head()).pos().equals("NN");
        return single && (Coreference.definite(m) || Coreference.indefinite(m));
    }

    /** "the Madrid train bombings": an article and a name single them out, though they are many. */
    private static boolean isCalledAfter(Match m) {
        Sentence s = m.sentence();
        for (int i = m.head() - 1; i >= 0 && s.under(i, m.head()); i--) {
            if (s.token(i).isProper() && s.token(i).labelled("compound", "nmod")) {
                return isThe(m);
            }
        }
        return false;
    }

    private static boolean real(Factuality f) {
        return f == Factuality.HAPPENED || f == Factuality.ONGOING;
    }

    /**
     * "threatened attacks", "averted a massacre", "fears of a coup": that it is threatened, averted
     * or feared is what is told.
     */
    private static boolean supposed(Draft d) {
        return switch (d.modality().factuality()) {
            case THREATENED, DEMANDED, POSSIBLE, HYPOTHETICAL, NOT_HAPPENED -> true;
            case ATTEMPTED, PLANNED ->
                    !all(d, Coreference::isFighting)
                            && (!d.sources().isEmpty()
                                    || d.matches().stream().anyMatch(m -> isOne(m)));
            default -> false;
        };
    }
}
