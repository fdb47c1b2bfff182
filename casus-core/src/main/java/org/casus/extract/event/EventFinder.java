package org.casus.extract.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Factuality;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.casus.rule.FrameMatcher;
import org.casus.rule.Lexicon;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.casus.rule.Phrases;
import org.casus.rule.Role;

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
        return all;
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
        List<Draft> events = coreference.merge(drafts);
        events.removeIf(EventFinder::saysNothing);
        return events;
    }

    /**
     * "violence", "kidnappings", "the war" as such: a noun with nobody it befell, no time and no
     * place tells of no one event, unless an article singles one out.
     */
    private static boolean saysNothing(Draft d) {
        Match m = d.main();
        boolean real =
                d.modality().factuality() == Factuality.HAPPENED
                        || d.modality().factuality() == Factuality.ONGOING;
        boolean informed =
                !d.targets().isEmpty()
                        || !d.objects().isEmpty()
                        || !d.places().isEmpty()
                        || d.time() != null;
        if (m.kind() == Match.Kind.AGENT && d.matches().size() == 1 && !informed) {
            return true; // "demonstrators", "prisoners": whoever they are, this tells of others
        }
        if (d.matches().size() > 1
                || m.kind() == Match.Kind.VERB
                || m.kind() == Match.Kind.ADJECTIVE
                || !real
                || informed) {
            return false;
        }
        boolean nobody = d.sources().isEmpty();
        if (!d.type().equals("ASSAULT")) {
            return nobody && !Coreference.definite(m);
        }
        boolean one =
                Coreference.definite(m)
                        || (Coreference.indefinite(m)
                                && m.sentence().token(m.head()).pos().equals("NN"));
        return !one || (nobody && m.frame().symmetric());
    }
}
