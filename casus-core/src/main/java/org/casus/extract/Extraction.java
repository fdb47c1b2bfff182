package org.casus.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casus.extract.actor.ActorFinder;
import org.casus.extract.claim.Attribution;
import org.casus.extract.claim.ClaimFinder;
import org.casus.extract.claim.HedgeFinder;
import org.casus.extract.event.Draft;
import org.casus.extract.event.EventFinder;
import org.casus.extract.event.Setting;
import org.casus.extract.factuality.FactualityJudge;
import org.casus.extract.harm.HarmFinder;
import org.casus.extract.harm.HarmMention;
import org.casus.extract.link.LinkFinder;
import org.casus.extract.place.EventPlaces;
import org.casus.extract.place.PlaceFinder;
import org.casus.extract.relation.RelationFinder;
import org.casus.extract.subject.Subject;
import org.casus.extract.subject.Subjects;
import org.casus.extract.time.EventTime;
import org.casus.extract.time.TimeFinder;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Modality;
import org.casus.model.Place;
import org.casus.model.Position;
import org.casus.model.Reading;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.rule.Frame;
import org.casus.rule.FrameMatcher;
import org.casus.rule.Frames;
import org.casus.rule.Lexicon;
import org.casus.rule.Match;
import org.casus.rule.Numbers;
import org.casus.rule.Problems;
import org.casus.rule.Role;

/** The way from sentences to a reading. Thread-safe once loaded. */
public final class Extraction {
    /** What is told so has, or may have, harmed somebody. */
    private static final Set<Factuality> REACHED =
            EnumSet.of(Factuality.HAPPENED, Factuality.ONGOING, Factuality.POSSIBLE);

    private final ActorFinder actorFinder;
    private final PlaceFinder placeFinder;
    private final TimeFinder timeFinder;
    private final EventTime eventTime;
    private final EventPlaces eventPlaces;
    private final EventFinder eventFinder;
    private final Subjects subjects;
    private final FactualityJudge judge;
    private final HarmFinder harmFinder;
    private final ClaimFinder claimFinder;
    private final HedgeFinder hedgeFinder;
    private final RelationFinder relationFinder;
    private final LinkFinder linkFinder;

    /** The frames and the places take longest to read: each has a thread of its own. */
    private Extraction(Problems problems) {
        Problems inFrames = new Problems();
        CompletableFuture<List<Frame>> frames = aside(() -> Frames.load(inFrames));
        CompletableFuture<PlaceFinder> places = aside(PlaceFinder::load);
        Lexicon lexicon = Lexicon.load(problems);
        Numbers numbers = Numbers.load(problems);
        actorFinder = ActorFinder.load(lexicon, numbers, problems);
        timeFinder = TimeFinder.load();
        eventTime = EventTime.load();
        eventPlaces = EventPlaces.load(numbers);
        judge = FactualityJudge.load(numbers, problems);
        harmFinder = HarmFinder.load(lexicon, numbers, problems);
        claimFinder = ClaimFinder.load(problems);
        hedgeFinder = HedgeFinder.load(problems);
        relationFinder = RelationFinder.load(problems);
        linkFinder = LinkFinder.load(problems);
        subjects = Subjects.load(problems);
        eventFinder =
                new EventFinder(
                        new FrameMatcher(frames.join(), lexicon, problems), lexicon, numbers);
        placeFinder = places.join();
        problems.addAll(inFrames);
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> loading) {
        return CompletableFuture.supplyAsync(
                loading,
                task -> {
                    Thread thread = new Thread(task, "loader");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    /**
     * Loads all tables and frames.
     *
     * @throws IllegalStateException naming every fault in them with file and line
     */
    public static Extraction load() {
        Problems problems = new Problems();
        Extraction extraction = new Extraction(problems);
        problems.throwIfAny();
        return extraction;
    }

    /** Reads one report. */
    public Reading read(Analysis analysis) {
        Mentions<Place> places = placeFinder.find(analysis);
        Mentions<Time> times = eventTime.settle(analysis, timeFinder.find(analysis));
        Mentions<Actor> actors = actorFinder.find(analysis, places);
        List<Match> triggers = eventFinder.triggers(analysis);
        Map<Integer, List<Match>> here = new HashMap<>();
        triggers.forEach(
                m -> here.computeIfAbsent(m.sentence().index(), k -> new ArrayList<>()).add(m));
        Map<Match, Modality> modality = new IdentityHashMap<>();
        here.forEach(
                (sentence, matches) -> {
                    List<Modality> judged =
                            judge.judge(analysis.sentences().get(sentence), matches);
                    for (int i = 0; i < matches.size(); i++) {
                        modality.put(matches.get(i), judged.get(i));
                    }
                });
        Settings settings = new Settings(analysis, places, times, eventTime, eventPlaces);
        List<Draft> drafts =
                eventFinder.events(
                        analysis,
                        triggers,
                        actors,
                        places,
                        m -> settings.of(m, modality.getOrDefault(m, Modality.FACT)));
        List<HarmMention> harms =
                new ArrayList<>(
                        harmFinder.find(
                                analysis,
                                triggers,
                                m ->
                                        REACHED.contains(
                                                modality.getOrDefault(m, Modality.FACT)
                                                        .factuality()),
                                actors,
                                places));
        harms.addAll(Roster.of(analysis, harms, actors));
        drafts.removeIf(
                d -> EventFinder.saysNothing(d) && !harmed(d, harms) && !laidTo(d, triggers));
        drafts.removeIf(d -> servesDeed(d, drafts));
        Subject subject = subjects.of(analysis);
        drafts.removeIf(d -> !subject.allows(d.type(), d.mode(), d.sources(), d.targets()));
        new Continuations(places, times).join(drafts);
        Homeland homeland = new Homeland(placeFinder, places, actors);
        homeland.settle(drafts);
        List<Attribution> attributions = claimFinder.find(analysis, actors, positions(triggers));
        Assembly assembly = new Assembly(analysis, actors, places, times);
        assembly.victims(drafts, harms);
        assembly.doers(drafts, triggers);
        Parties parties = new Parties(drafts, triggers, actors);
        parties.speakers(attributions);
        parties.addressees();
        assembly.promises(drafts, triggers);
        homeland.unnamed(drafts).forEach(assembly::concluded);
        assembly.events(drafts, harms);
        assembly.harms(harms);
        for (Sentence s : analysis.sentences()) {
            relationFinder.find(s, actors, places).forEach(tie -> assembly.relation(s, tie));
            assembly.ended(relationFinder.endings(s));
            List<Match> matches = here.getOrDefault(s.index(), List.of());
            linkFinder.find(s, matches).forEach(assembly::link);
        }
        assembly.retaliations();
        assembly.abouts(triggers);
        assembly.claims(attributions, hedgeFinder.find(analysis));
        return assembly.reading();
    }

    private static boolean harmed(Draft draft, List<HarmMention> harms) {
        return harms.stream().anyMatch(h -> draft.matches().contains(h.deed()));
    }

    /** "sent jets to destroy the bridge": forces that move in a deed are told with it. */
    private static boolean servesDeed(Draft d, List<Draft> drafts) {
        return d.type().equals("MOBILIZE")
                && drafts.stream()
                        .filter(x -> x.type().equals("ASSAULT"))
                        .filter(x -> !x.targets().isEmpty() || !x.objects().isEmpty())
                        .filter(x -> x.main().sentence() == d.main().sentence())
                        .anyMatch(
                                x ->
                                        d.main().sentence().arguments(d.main().head()).stream()
                                                .anyMatch(
                                                        a ->
                                                                a.head() == x.main().head()
                                                                        && List.of("to", "purpose")
                                                                                .contains(
                                                                                        a.slot())));
    }

    /** "accused Washington of preparing a war": somebody is said to do it. */
    private static boolean laidTo(Draft draft, List<Match> triggers) {
        return !draft.sources().isEmpty()
                && draft.modality().factuality() == Factuality.PLANNED
                && triggers.stream()
                        .filter(talk -> talk.frame().type().equals("ACCUSE"))
                        .anyMatch(
                                talk ->
                                        talk.fillers(Role.ABOUT).stream()
                                                .map(
                                                        f ->
                                                                Assembly.nearest(
                                                                        talk, f.head(), triggers))
                                                .anyMatch(
                                                        m ->
                                                                m != null
                                                                        && draft.matches()
                                                                                .contains(m)));
    }

    private static Set<Position> positions(List<Match> triggers) {
        Set<Position> positions = new HashSet<>();
        triggers.forEach(m -> positions.add(m.position()));
        return positions;
    }

    /** What stands around a trigger. */
    private record Settings(
            Analysis analysis,
            Mentions<Place> places,
            Mentions<Time> times,
            EventTime eventTime,
            EventPlaces eventPlaces) {
        Setting of(Match m, Modality modality) {
            Mention<Time> when = eventTime.of(analysis, times, m.sentence().index(), m.head());
            return new Setting(modality, when == null ? null : when.value(), where(m));
        }

        /** The places of a trigger; to speak somewhere in order to accuse is to accuse there. */
        private List<Event.At> where(Match m) {
            Sentence s = m.sentence();
            EventPlaces.Kind kind = kind(m.frame());
            int at = m.head();
            for (int steps = 0; steps < 4; steps++) {
                List<Event.At> found =
                        eventPlaces.of(analysis, places, s.index(), at, kind).stream()
                                .filter(place -> !isParty(place, m))
                                .toList();
                int up = s.token(at).head();
                boolean meant = kind != EventPlaces.Kind.DEED && isPurpose(s, at);
                if (!found.isEmpty() || up < 0 || !meant) {
                    return found;
                }
                at = up;
            }
            return List.of();
        }

        private static EventPlaces.Kind kind(Frame frame) {
            String mode = frame.mode() == null ? "" : frame.mode();
            return switch (frame.type()) {
                case "ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SAY.CLAIM", "SAY.DENY" ->
                        EventPlaces.Kind.TALK;
                case "RETREAT" -> EventPlaces.Kind.LEAVING;
                case "ASSAULT", "COERCE" ->
                        mode.equals("abduct") || mode.equals("arrest")
                                ? EventPlaces.Kind.LEAVING
                                : EventPlaces.Kind.DEED;
                case "PROTEST", "SANCTION" -> EventPlaces.Kind.DEED;
                default -> EventPlaces.Kind.OTHER;
            };
        }

        private static boolean isPurpose(Sentence s, int at) {
            return s.token(at).isVerb()
                    && s.token(at).labelled("advcl")
                    && s.child(at, "nsubj", "nsubjpass", "mark") < 0;
        }

        /** "condemned the attack in Paris": that is where what is talked of was. */
        private static boolean isTalkedOf(Span place, Match m) {
            Sentence s = m.sentence();
            return Stream.of(Role.ABOUT, Role.TARGET)
                    .flatMap(role -> m.fillers(role).stream())
                    .anyMatch(f -> s.subtree(f.head()).contains(place));
        }

        /** In "blamed Iran" and "war with Iran" the country is a party, not the place. */
        private boolean isParty(Event.At at, Match m) {
            if (at.span() != null && m.frame().talk() && isTalkedOf(at.span(), m)) {
                return true;
            }
            if (at.place().kind() != Place.Kind.COUNTRY || at.span() == null) {
                return false;
            }
            for (Role role : List.of(Role.SOURCE, Role.TARGET)) {
                for (Match.Filler f : m.fillers(role)) {
                    if (at.span().overlaps(m.sentence().token(f.head()).span())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
