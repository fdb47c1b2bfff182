package org.casus.extract.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.casus.model.Actor;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Span;
import org.casus.rule.Lexicon;
import org.casus.rule.Numbers;
import org.casus.rule.Problems;

/** Finds the actors of a report and brings their mentions together. */
public final class ActorFinder {
    private final Namesakes names;
    private final PhraseFinder phrases;
    private final Sieve sieve;

    private ActorFinder(Namesakes names, PhraseFinder phrases, Sieve sieve) {
        this.names = names;
        this.phrases = phrases;
        this.sieve = sieve;
    }

    public static ActorFinder load(Lexicon lexicon, Numbers numbers, Problems problems) {
        Offices offices = Offices.load(problems);
        Policy policy = Policy.load(problems);
        Descriptions descriptions = Descriptions.load(problems);
        GivenNames givenNames = GivenNames.load(problems);
        return new ActorFinder(
                new Namesakes(NameTables.load(problems), offices, policy, lexicon),
                new PhraseFinder(offices, descriptions, givenNames, policy, lexicon, numbers),
                new Sieve(descriptions, policy));
    }

    /** All mentions of actors; one actor is one object. */
    public Mentions<Actor> find(Analysis analysis, Mentions<Place> places) {
        List<Phrase> found = phrases.find(analysis, names.in(analysis, places), places);
        dropShared(found);
        List<Cluster> clusters = sieve.actors(new Cast(analysis.sentences(), found));
        Map<Cluster, Actor> actors = new IdentityHashMap<>();
        List<Mention<Actor>> mentions = new ArrayList<>(found.size());
        for (Cluster c : clusters) {
            Actor actor = actor(c, actors);
            for (Phrase p : c.phrases) {
                mentions.add(new Mention<>(p.position(), p.first, p.last, p.span, actor));
            }
        }
        return new Mentions<>(mentions);
    }

    /** Words are a mention of one actor, and of the first phrase that takes them. */
    private static void dropShared(List<Phrase> found) {
        Set<Span> taken = new HashSet<>();
        found.removeIf(p -> !taken.add(p.span));
        for (Phrase p : found) {
            if (p.title != null && !taken.add(p.title)) {
                p.title = null;
            }
        }
    }

    /** Makes the actor after those it belongs to; nobody belongs to himself at any remove. */
    private static Actor actor(Cluster c, Map<Cluster, Actor> actors) {
        Actor known = actors.get(c);
        if (known != null) {
            return known;
        }
        List<Actor> memberOf = new ArrayList<>(c.memberOf.size());
        for (Cluster body : c.memberOf) {
            boolean other = body.whole() != c && !body.whole().phrases.isEmpty();
            Actor actor = other ? actor(body.whole(), actors) : null;
            if (actor != null && !memberOf.contains(actor)) {
                memberOf.add(actor);
            }
        }
        Actor actor =
                new Actor(
                        c.name(),
                        c.kind,
                        c.country,
                        List.copyOf(c.sectors),
                        c.entity == null ? null : c.entity.key(),
                        memberOf,
                        spans(c));
        actors.put(c, actor);
        return actor;
    }

    private static List<Span> spans(Cluster c) {
        Set<Span> spans = new TreeSet<>();
        for (Phrase p : c.phrases) {
            spans.add(p.span);
            if (p.title != null) {
                spans.add(p.title);
            }
        }
        return List.copyOf(spans);
    }
}
