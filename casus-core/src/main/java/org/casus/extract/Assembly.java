package org.casus.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.extract.claim.Attribution;
import org.casus.extract.claim.ClaimFinder;
import org.casus.extract.event.Draft;
import org.casus.extract.event.EventWriter;
import org.casus.extract.event.SubEvents;
import org.casus.extract.harm.HarmMention;
import org.casus.extract.link.LinkFinder;
import org.casus.extract.relation.RelationFinder;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Assertable;
import org.casus.model.Claim;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.casus.model.Relation;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.casus.model.Time;
import org.casus.model.Token;
import org.casus.rule.Match;
import org.casus.rule.Role;
import org.jspecify.annotations.Nullable;

/** Brings what the extractors found in one report together into its reading. */
final class Assembly {
    private static final Set<String> SCENES =
            Set.of(
                    "site",
                    "location",
                    "base",
                    "position",
                    "place",
                    "area",
                    "facility",
                    "building",
                    "compound",
                    "target",
                    "camp");

    private static final Set<String> FRIENDLY =
            Set.of("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT");
    private static final Set<Harm.Outcome> HURT = Set.of(Harm.Outcome.KILLED, Harm.Outcome.INJURED);

    private static final Set<String> HOSTILE =
            Set.of("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION");
    private static final Set<String> DEEDS = Set.of("ASSAULT", "COERCE", "PROTEST");

    private static final Set<String> ABOUT_DEEDS = Set.of("SAY.CLAIM", "SAY.DENY", "ACCUSE");

    private final Analysis analysis;
    private final Mentions<Actor> actors;
    private final Mentions<Place> places;
    private final Mentions<Time> times;
    private final Map<Match, Event> eventOf = new IdentityHashMap<>();
    private final Map<HarmMention, Harm> harmOf = new IdentityHashMap<>();

    /** Where each thing that can be claimed stands in the text. */
    private final Map<Assertable, List<Span>> stands = new IdentityHashMap<>();

    private final List<Assertable> order = new ArrayList<>();

    private final List<Event> events = new ArrayList<>();
    private final List<Harm> harms = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Actor> unnamed = new ArrayList<>();
    private final List<Place> concluded = new ArrayList<>();

    /** The deed that talk leaves unnamed. */
    private final Map<Match, Match> meant = new LinkedHashMap<>();

    Assembly(
            Analysis analysis,
            Mentions<Actor> actors,
            Mentions<Place> places,
            Mentions<Time> times) {
        this.analysis = analysis;
        this.actors = actors;
        this.places = places;
        this.times = times;
    }

    // ---- events and harms

    /** Takes a place that the report does not name. */
    void concluded(Place place) {
        concluded.add(place);
    }

    /** Whoever is harmed in an event, and the body they belong to, is among its targets. */
    void victims(List<Draft> drafts, List<HarmMention> mentions) {
        Map<Match, Draft> draftOf = new IdentityHashMap<>();
        drafts.forEach(d -> d.matches().forEach(m -> draftOf.put(m, d)));
        for (HarmMention h : mentions) {
            Draft draft = draftOf.get(h.deed());
            Mention<Actor> victim = h.victim() == null ? null : actors.at(h.victim());
            if (draft == null || victim == null || contains(draft.sources(), victim.value())) {
                continue;
            }
            draft.addTarget(new Event.Role(victim.value(), victim.span()));
            for (Actor body :
                    victim.value().kind() == Actor.Kind.PERSON
                            ? List.<Actor>of()
                            : victim.value().memberOf()) {
                if (body.kind() == Actor.Kind.ORGANIZATION && !contains(draft.sources(), body)) {
                    draft.addTarget(new Event.Role(body, victim.span()));
                }
            }
        }
    }

    /**
     * A deed of which the report itself names no doer is his who claims it, or whom somebody
     * accuses of it.
     */
    void doers(List<Draft> drafts, List<Match> triggers) {
        Map<Match, Draft> draftOf = new IdentityHashMap<>();
        drafts.forEach(d -> d.matches().forEach(m -> draftOf.put(m, d)));
        for (Match talk : triggers) {
            Draft said = draftOf.get(talk);
            String type = talk.frame().type();
            if (said != null && isPunishment(said)) {
                for (int f : reasons(talk)) {
                    Match deed = nearest(talk, f, triggers);
                    done(deed == null ? null : draftOf.get(deed), said.targets());
                }
            }
            if (said == null || !ABOUT_DEEDS.contains(type)) {
                continue;
            }
            List<Event.Role> named =
                    switch (type) {
                        case "SAY.CLAIM" -> said.sources();
                        case "ACCUSE" -> said.targets();
                        default -> List.of();
                    };
            boolean told = false;
            for (Match.Filler f : talk.fillers(Role.ABOUT)) {
                Match about = nearest(talk, f.head(), triggers);
                Draft deed = about == null ? null : draftOf.get(about);
                told |= deed != null;
                done(deed, named);
            }
            Draft before = told ? null : Antecedents.deed(talk, drafts);
            if (before != null) {
                meant.put(talk, before.main());
                done(before, named);
            }
        }
    }

    /**
     * What a punishment is for. "announced the arrest of two men for killing a judge": behind a
     * noun, parsers like to hang it on the verb.
     */
    private static List<Integer> reasons(Match talk) {
        Sentence s = talk.sentence();
        List<Integer> own = s.arguments(talk.head(), "for");
        int up = s.token(talk.head()).head();
        boolean object = up >= 0 && s.token(talk.head()).labelled("dobj");
        return own.isEmpty() && object ? s.arguments(up, "for") : own;
    }

    /** "arrested two men for the murder": they are held to have done it. */
    private static boolean isPunishment(Draft d) {
        return d.type().equals("COERCE") && "arrest".equals(d.mode())
                || d.type().equals("SANCTION") && "convict".equals(d.mode());
    }

    private static void done(@Nullable Draft deed, List<Event.Role> doers) {
        if (deed != null && DEEDS.contains(deed.type())) {
            boolean open = deed.sources().isEmpty();
            boolean unnamed = deed.sources().stream().allMatch(Assembly::isNobodys);
            doers.stream()
                    .filter(r -> !contains(deed.targets(), r.actor()))
                    .filter(r -> open || unnamed && isArmedBody(r.actor()))
                    .forEach(deed::addSource);
        }
    }

    /** "three gunmen", "unidentified men": people of whom the report tells no more. */
    private static boolean isNobodys(Event.Role role) {
        Actor a = role.actor();
        return a != null
                && (a.kind() == Actor.Kind.GROUP || a.kind() == Actor.Kind.PERSON)
                && a.entity() == null
                && a.country() == null
                && a.memberOf().isEmpty()
                && !a.name().matches("\\p{Lu}[^ ]*\\p{Ll}[^ ]*( \\p{Lu}[^ ]*)+");
    }

    private static boolean isArmedBody(@Nullable Actor a) {
        return a != null && a.kind() == Actor.Kind.ORGANIZATION && a.entity() != null;
    }

    /**
     * Help, talks and cooperation that lie ahead are agreed to, force and pressure that lie ahead
     * are threatened, and what somebody will not give is refused, unless somebody's talk of them is
     * told as such.
     */
    void promises(List<Draft> drafts, List<Match> triggers) {
        Set<Match> talkedOf = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Match talk : triggers) {
            for (Match.Filler f :
                    talk.frame().talk() ? talk.fillers(Role.ABOUT) : List.<Match.Filler>of()) {
                Match about = nearest(talk, f.head(), triggers);
                if (about != null) {
                    talkedOf.add(about);
                }
            }
        }
        for (Draft d : drafts) {
            boolean ahead =
                    !d.sources().isEmpty() && d.modality().factuality() == Factuality.PLANNED;
            boolean told = d.matches().stream().noneMatch(talkedOf::contains);
            if (ahead && told && FRIENDLY.contains(d.type()) && !isDecided(d)) {
                d.promise();
            } else if (ahead && told && HOSTILE.contains(d.type()) && d.isAnnounced()) {
                d.menace();
            } else if (told && d.isRefused()) {
                d.refuse();
            }
        }
    }

    /** "has decided to lift the curfew": a retreat that is decided is one, ahead as it may be. */
    private static boolean isDecided(Draft d) {
        int governor = d.main().sentence().token(d.main().head()).head();
        return d.type().equals("RETREAT")
                && governor >= 0
                && d.main().sentence().token(governor).is("decide", "vote", "resolve");
    }

    private static boolean contains(List<Event.Role> roles, @Nullable Actor actor) {
        return roles.stream().anyMatch(r -> r.actor() == actor);
    }

    void events(List<Draft> drafts, List<HarmMention> harms) {
        EventWriter writer = new EventWriter(analysis);
        SubEvents subEvents = new SubEvents(drafts, hurting(harms));
        for (Draft d : drafts) {
            Event event = writer.event(d, subEvents.of(d));
            events.add(event);
            d.matches().forEach(m -> eventOf.put(m, event));
            stand(event, event.mentions().stream().map(Event.Mention::trigger).toList());
        }
    }

    private static Set<Match> hurting(List<HarmMention> harms) {
        Set<Match> hurting = Collections.newSetFromMap(new IdentityHashMap<>());
        for (HarmMention h : harms) {
            boolean none = h.count() != null && Integer.valueOf(0).equals(h.count().high());
            if (HURT.contains(h.outcome()) && !none) {
                hurting.add(h.deed());
            }
        }
        return hurting;
    }

    void harms(List<HarmMention> mentions) {
        for (HarmMention h : mentions) {
            Event event = eventOf.get(h.deed());
            if (event == null || h.minus() != null || known(event, h) != null) {
                Harm same = event == null || h.minus() != null ? null : known(event, h);
                if (same != null) {
                    harmOf.put(h, same);
                    Objects.requireNonNull(stands.get(same)).add(span(h));
                }
                if (h.minus() == null) {
                    continue;
                }
            }
            Harm harm = harm(event, h);
            if (harm != null) {
                harms.add(harm);
                harmOf.put(h, harm);
                stand(harm, h.minus() != null ? List.of() : List.of(span(h)));
            }
        }
        Map<Event, Integer> rank = new IdentityHashMap<>();
        events.forEach(e -> rank.put(e, rank.size()));
    }

    private @Nullable Harm harm(@Nullable Event event, HarmMention h) {
        List<Harm> minus = new ArrayList<>();
        if (h.minus() != null) {
            for (HarmMention m : h.minus()) {
                Harm known = harmOf.get(m);
                if (known == null) {
                    return null;
                }
                minus.add(known);
            }
        }
        Event owner = event == null ? minus.isEmpty() ? null : minus.get(0).event() : event;
        if (owner == null) {
            return null;
        }
        Mention<Actor> victim = h.victim() == null ? null : actors.at(h.victim());
        Mention<Place> place =
                h.place() == null ? null : places.covering(h.place().sentence(), h.place().token());
        return new Harm(
                owner,
                h.outcome(),
                new Harm.Victims(
                        victim == null ? unnamed(h, minus) : victim.value(),
                        h.category(),
                        h.span()),
                h.count(),
                place == null ? null : place.value(),
                h.partOf() == null ? null : harmOf.get(h.partOf()),
                minus.isEmpty() ? null : new Harm.Derived(minus, "-"));
    }

    /**
     * "two were killed": people of whom the report has only the number are an actor all the same.
     */
    private Actor unnamed(HarmMention h, List<Harm> whole) {
        Actor known = whole.isEmpty() ? null : whole.get(0).victims().actor();
        if (known != null) {
            return known;
        }
        Span words = span(h);
        for (Actor a : actors.values()) {
            if (a.mentions().contains(words)) {
                return a;
            }
        }
        for (Actor a : unnamed) {
            if (a.mentions().contains(words)) {
                return a;
            }
        }
        Actor people =
                new Actor(
                        words.of(analysis.text()).replaceAll("\\s+", " "),
                        Actor.Kind.GROUP,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(words));
        unnamed.add(people);
        return people;
    }

    /** The same number of the same victims told again. */
    private @Nullable Harm known(Event event, HarmMention h) {
        Mention<Actor> victim = h.victim() == null ? null : actors.at(h.victim());
        for (Harm x : harms) {
            if (x.event() != event
                    || x.outcome() != h.outcome()
                    || x.derived() != null
                    || h.partOf() != null
                    || h.place() != null
                    || toldApart(x, h)) {
                continue;
            }
            boolean sameNumber =
                    h.count() == null
                            || x.count() != null
                                    && Objects.equals(x.count().low(), h.count().low())
                                    && Objects.equals(x.count().high(), h.count().high());
            boolean sameVictims = victim != null && x.victims().actor() == victim.value();
            boolean unnamed =
                    h.category().equals("unknown") || x.victims().category().equals(h.category());
            if (sameNumber
                    && (sameVictims
                            || (unnamed
                                    && (h.count() == null
                                            || !h.count().equals(x.count())
                                            || victim == null
                                            || victim.value().mentions().size() == 1)))) {
                return x;
            }
        }
        return null;
    }

    /** "killed a gardener and a priest": in one list with the same number they are others. */
    private boolean toldApart(Harm x, HarmMention h) {
        Span words = span(h);
        return h.count() != null
                && h.count().span() != null
                && Objects.requireNonNull(stands.get(x)).stream()
                        .anyMatch(
                                told ->
                                        told.end() < words.start()
                                                && analysis.text()
                                                        .substring(told.end(), words.start())
                                                        .matches("\\s*(,|,?\\s*and|&)\\s+"));
    }

    private Span span(HarmMention h) {
        return h.span() != null ? h.span() : analysis.token(h.at()).span();
    }

    private void stand(Assertable thing, List<Span> spans) {
        stands.put(thing, new ArrayList<>(spans));
        order.add(thing);
    }

    // ---- relations and links

    void relation(Sentence s, RelationFinder.Tie tie) {
        for (Relation r : relations) {
            if (r.type() == tie.type()
                    && r.from() == tie.from()
                    && r.to() == tie.to()
                    && r.place() == tie.place()) {
                Objects.requireNonNull(stands.get(r)).add(tie.span());
                return;
            }
        }
        Time time = null;
        for (Mention<Time> t : times.in(s.index())) {
            time = time == null || t.value().modifier() == Time.Modifier.SINCE ? t.value() : time;
        }
        Time since = time != null && time.modifier() == Time.Modifier.SINCE ? time : null;
        Relation relation =
                new Relation(
                        tie.type(),
                        tie.from(),
                        tie.to(),
                        tie.place(),
                        since,
                        tie.ended(),
                        tie.span());
        relations.add(relation);
        stand(relation, List.of(tie.span()));
    }

    /** A sentence that tells the end of a relation told before. */
    void ended(Set<Relation.Type> types) {
        for (int i = relations.size() - 1; i >= 0; i--) {
            Relation r = relations.get(i);
            if (types.contains(r.type()) && !r.ended()) {
                Relation over =
                        new Relation(
                                r.type(), r.from(), r.to(), r.place(), r.time(), true, r.span());
                relations.set(i, over);
                order.set(order.indexOf(r), over);
                stands.put(over, Objects.requireNonNull(stands.remove(r)));
                return;
            }
        }
    }

    void link(LinkFinder.Tie tie) {
        Event from = eventOf.get(tie.from());
        Event to = eventOf.get(tie.to());
        if (from != null && to != null) {
            link(tie.type(), from, to, tie.span());
        }
    }

    private void link(Link.Type type, Assertable from, Assertable to, @Nullable Span span) {
        if (from != to
                && links.stream()
                        .noneMatch(l -> l.type() == type && l.from() == from && l.to() == to)) {
            Link link = new Link(type, from, to, span);
            links.add(link);
            boolean told =
                    span != null && type != Link.Type.ABOUT; // talk is not what is said in it
            stand(link, told ? List.of(span) : List.of());
        }
    }

    /** What came after another deed and is called a retaliation answers it. */
    void retaliations() {
        for (Link after : List.copyOf(links)) {
            boolean answers =
                    after.type() == Link.Type.AFTER
                            && after.from() instanceof Event e
                            && after.to() instanceof Event
                            && e.mentions().stream().anyMatch(m -> m.rule().equals("retaliation"));
            if (answers) {
                link(Link.Type.RETALIATION_FOR, after.from(), after.to(), after.span());
            }
        }
    }

    /** What is threatened, demanded, refused, talked about. */
    void abouts(List<Match> triggers) {
        for (Match talk : triggers) {
            Event from = eventOf.get(talk);
            if (from == null || !talk.frame().talk()) {
                continue;
            }
            Match left = meant.get(talk);
            Event deed = left == null ? null : eventOf.get(left);
            if (deed != null) {
                link(Link.Type.ABOUT, from, deed, talk.trigger());
                continue;
            }
            for (Match.Filler f : talk.fillers(Role.ABOUT)) {
                Match about = nearest(talk, f.head(), triggers);
                Event to = about == null ? null : eventOf.get(about);
                boolean answers = to != null && isAnswered(from, to);
                if (answers && to != null) {
                    link(
                            Link.Type.RETALIATION_FOR,
                            from,
                            to,
                            talk.sentence().token(f.head()).span());
                } else if (to != null) {
                    link(Link.Type.ABOUT, from, to, talk.sentence().token(f.head()).span());
                }
            }
        }
    }

    /** "warned that it would respond to the strike": nobody threatens what has happened. */
    private static boolean isAnswered(Event threat, Event deed) {
        return threat.type().equals("THREATEN") && deed.factuality() == Factuality.HAPPENED;
    }

    /** The trigger at a word or the nearest below it. */
    static @Nullable Match nearest(Match talk, int head, List<Match> triggers) {
        Sentence s = talk.sentence();
        Match best = null;
        int least = 4;
        for (Match m : triggers) {
            if (m.sentence() == s && m != talk && s.under(m.head(), head)) {
                int depth = 0;
                for (int at = m.head(); at != head; at = s.token(at).head()) {
                    depth++;
                }
                if (depth < least) {
                    least = depth;
                    best = m;
                }
            }
        }
        return best;
    }

    // ---- claims

    void claims(List<Attribution> attributions, List<Span> hedges) {
        Map<Attribution, List<Assertable>> about = new LinkedHashMap<>();
        attributions.forEach(a -> about.put(a, new ArrayList<>()));
        Map<Span, List<Assertable>> hedged = new LinkedHashMap<>();
        for (Assertable thing : order) {
            for (Span span : Objects.requireNonNull(stands.get(thing))) {
                Attribution voice = innermost(attributions, span);
                List<Assertable> list =
                        voice == null ? ownVoice(hedged, hedges, span) : about.get(voice);
                if (list != null && !list.contains(thing)) {
                    list.add(thing);
                }
            }
        }
        about.forEach(
                (a, things) -> {
                    Event scene =
                            things.stream().noneMatch(Event.class::isInstance)
                                    ? scene(a.content())
                                    : null;
                    if (scene != null) {
                        things.add(scene);
                    }
                });
        about.forEach(
                (a, things) -> {
                    if (things.isEmpty()) {
                        things.addAll(saidBefore(a, about));
                    }
                });
        about.forEach(this::onlyTheHarm);
        about.forEach((a, things) -> claims.add(claim(a, things, attributions, hedges)));
        hedged.forEach(
                (hedge, things) ->
                        claims.add(
                                new Claim(
                                        things,
                                        Claim.Stance.ASSERTS,
                                        List.of(),
                                        sentenceOf(hedge).span(),
                                        false,
                                        List.of(hedge))));
        claims.sort(Comparator.comparing(c -> c.content() == null ? new Span(0, 0) : c.content()));
    }

    /** What "denied this" and "claimed responsibility" are about. */
    private List<Assertable> saidBefore(Attribution a, Map<Attribution, List<Assertable>> about) {
        if (Antecedents.isSaidBefore(sentenceOf(a.content()), a.content())) {
            Attribution last = null;
            for (Map.Entry<Attribution, List<Assertable>> e : about.entrySet()) {
                Span content = e.getKey().content();
                boolean before = e.getKey() != a && content.end() <= a.content().start();
                boolean later = last == null || content.start() > last.content().start();
                if (before && later && !e.getValue().isEmpty() && isNear(content, a.content())) {
                    last = e.getKey();
                }
            }
            if (last != null) {
                return List.copyOf(about.getOrDefault(last, List.of()));
            }
        }
        for (Map.Entry<Match, Match> e : meant.entrySet()) {
            Event deed = eventOf.get(e.getValue());
            if (deed != null && e.getKey().trigger().overlaps(a.cue())) {
                return List.of(deed);
            }
        }
        return List.of();
    }

    private boolean isNear(Span before, Span after) {
        return sentenceOf(after).index() - sentenceOf(before).index() <= 1;
    }

    /** Who denies that anyone died in a raid does not deny the raid. */
    private void onlyTheHarm(Attribution a, List<Assertable> things) {
        if (a.stance() == Claim.Stance.DENIES || a.stance() == Claim.Stance.DOUBTS) {
            List<Assertable> harmed =
                    things.stream()
                            .filter(Harm.class::isInstance)
                            .map(t -> (Assertable) ((Harm) t).event())
                            .toList();
            things.removeIf(
                    t -> harmed.contains(t) && Objects.requireNonNull(stands.get(t)).size() > 1);
        }
    }

    /**
     * "the locations", "the base": words about a place that was hit are about the event that hit
     * it.
     */
    private @Nullable Event scene(Span content) {
        Sentence s = sentenceOf(content);
        for (Token t : s.tokens()) {
            boolean definite =
                    t.isNoun()
                            && s.children(t.index()).stream()
                                    .anyMatch(c -> s.token(c).is("the", "these", "those"));
            if (definite && content.contains(t.span()) && SCENES.contains(t.lemma())) {
                for (int i = events.size() - 1; i >= 0; i--) {
                    Event e = events.get(i);
                    boolean before = e.mentions().get(0).trigger().start() < content.start();
                    if (before && e.objects().stream().anyMatch(o -> o.kind().equals("site"))) {
                        return e;
                    }
                }
            }
        }
        return null;
    }

    /** The attribution with the fewest words around a span. */
    static @Nullable Attribution innermost(List<Attribution> attributions, Span span) {
        Attribution best = null;
        for (Attribution a : attributions) {
            if (a.content().contains(span)
                    && (best == null || a.content().length() < best.content().length())) {
                best = a;
            }
        }
        return best;
    }

    /** What the report says in its own voice, but with a hedge in the same sentence. */
    private @Nullable List<Assertable> ownVoice(
            Map<Span, List<Assertable>> hedged, List<Span> hedges, Span span) {
        Sentence s = sentenceOf(span);
        for (Span hedge : hedges) {
            if (s.span().contains(hedge) && !hedge.overlaps(span)) {
                return hedged.computeIfAbsent(hedge, k -> new ArrayList<>());
            }
        }
        return null;
    }

    /** The sentence that a span begins in; the one before, where it stands between two. */
    private Sentence sentenceOf(Span span) {
        Sentence before = analysis.sentences().get(0);
        for (Sentence s : analysis.sentences()) {
            if (s.span().overlaps(span)) {
                return s;
            }
            before = s.span().end() <= span.start() ? s : before;
        }
        return before;
    }

    private Claim claim(
            Attribution a,
            List<Assertable> things,
            List<Attribution> attributions,
            List<Span> hedges) {
        List<Claim.Link> chain = new ArrayList<>();
        for (Attribution link : ClaimFinder.chain(a, attributions)) {
            Mention<Actor> speaker = link.source() == null ? null : actors.at(link.source());
            chain.add(
                    new Claim.Link(
                            speaker == null ? null : speaker.value(),
                            link.sourceSpan(),
                            link.cue(),
                            link.content()));
        }
        List<Span> own =
                hedges.stream()
                        .filter(h -> a.content().contains(h) && innermost(attributions, h) == a)
                        .toList();
        return new Claim(things, a.stance(), chain, a.content(), a.quoted(), own);
    }

    // ---- the whole

    Reading reading() {
        Set<Actor> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Event e : events) {
            e.sources().forEach(r -> use(used, r.actor()));
            e.targets().forEach(r -> use(used, r.actor()));
        }
        harms.forEach(h -> use(used, h.victims().actor()));
        relations.forEach(
                r -> {
                    use(used, r.from());
                    use(used, r.to());
                });
        claims.forEach(c -> c.chain().forEach(l -> use(used, l.actor())));
        for (Actor a : actors.values()) {
            if (a.entity() != null || a.mentions().size() > 1) {
                use(used, a);
            }
        }
        List<Actor> cast = new ArrayList<>(unnamed);
        actors.values().stream().filter(used::contains).forEach(cast::add);
        cast.sort(Comparator.comparing(a -> a.mentions().get(0)));
        List<String> warnings = new ArrayList<>(analysis.warnings());
        return new Reading(
                analysis.report(),
                cast,
                Stream.concat(places.values().stream(), concluded.stream()).toList(),
                times.values(),
                events,
                byEvent(),
                claims,
                relations,
                links,
                warnings);
    }

    private static void use(Set<Actor> used, @Nullable Actor actor) {
        if (actor != null && used.add(actor)) {
            actor.memberOf().forEach(a -> use(used, a));
        }
    }

    private List<Harm> byEvent() {
        return List.copyOf(harms);
    }
}
