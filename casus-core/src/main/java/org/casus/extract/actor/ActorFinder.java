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
import org.casus.rule.Problems;

/** Finds the actors of a report and brings their mentions together. */
public final class ActorFinder {
    private final Phrases phrases;

    private ActorFinder(Phrases phrases) {
        this.phrases = phrases;
    }

    public static ActorFinder load(Lexicon lexicon, Problems problems) {
        Names names = Names.load(lexicon, problems);
        return new ActorFinder(new Phrases(names, Offices.load(problems), lexicon));
    }

    /** All mentions of actors; one actor is one object. */
    public Mentions<Actor> find(Analysis analysis, Mentions<Place> places) {
        List<Phrase> found = phrases.find(analysis, places);
        dropSharedTitles(found);
        Sieve sieve = new Sieve(found);
        List<Cluster> clusters = sieve.clusters();
        Map<Cluster, Actor> actors = new IdentityHashMap<>();
        Map<Cluster, Boolean> open = new IdentityHashMap<>();
        List<Mention<Actor>> mentions = new ArrayList<>();
        for (Cluster c : clusters) {
            Actor actor = actor(c, actors, open);
            for (Phrase p : c.phrases) {
                mentions.add(new Mention<>(p.position(), p.first, p.last, p.span, actor));
            }
        }
        return new Mentions<>(mentions);
    }

    /** Words are a mention of one actor: a title that already is one stays where it is. */
    private static void dropSharedTitles(List<Phrase> found) {
        Set<Span> taken = new HashSet<>();
        found.forEach(p -> taken.add(p.span));
        for (Phrase p : found) {
            if (p.title != null && !taken.add(p.title)) {
                p.title = null;
            }
        }
    }

    private static Actor actor(Cluster c, Map<Cluster, Actor> actors, Map<Cluster, Boolean> open) {
        Actor known = actors.get(c);
        if (known != null) {
            return known;
        }
        open.put(c, true);
        List<Actor> memberOf = new ArrayList<>();
        for (Cluster m : c.memberOf) {
            if (!open.containsKey(m) || actors.containsKey(m)) {
                memberOf.add(actor(m, actors, open));
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
