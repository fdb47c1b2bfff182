package org.casus.extract.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Cue;
import org.casus.extract.place.Pass.Tally;
import org.casus.extract.place.Trace.Scored;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each name means, pass by pass, from the sure to the likely: what its container says,
 * then what the report is about, then what else it names nearby, then size.
 */
final class Resolver {
    /** Countries whose second-level regions in the tables are as small as a county. */
    private static final Set<String> COUNTIES = Set.of("FRA", "GBR", "IRL", "PHL", "USA");

    /** Points by which one candidate must lead another to be the better one. */
    private static final double LEVEL = 0.5;

    private static final int MOST_LEVEL = 5;

    private final Atlas atlas;

    Resolver(Atlas atlas) {
        this.atlas = atlas;
    }

    void resolve(Analysis analysis, List<Naming> namings, Trace trace) {
        Focus focus = Focus.of(analysis, namings, atlas);
        containers(namings, focus, trace);
        sameName(namings, trace);
        focus.settle(namings);
        likely(namings, focus, trace);
        respelled(namings, focus, trace);
        Surroundings.find(namings, focus);
    }

    // ---- the passes

    /** "Gao, Mali": the name and its container are decided together. */
    private void containers(List<Naming> namings, Focus focus, Trace trace) {
        Set<Naming> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Naming n : namings) {
            contain(n, focus, trace, done);
        }
    }

    /** Decides a name with its container, after the container with its own. */
    private void contain(Naming n, Focus focus, Trace trace, Set<Naming> done) {
        Naming outer = n.within();
        if (outer == null || !done.add(n)) {
            return;
        }
        contain(outer, focus, trace, done);
        if (outer.candidates().isEmpty() && outer.within() != null) {
            outer = outer.within();
        }
        Candidate bestInner = null;
        Candidate bestOuter = null;
        double best = 0;
        List<Candidate> outers =
                outer.meaning() == null ? outer.candidates() : List.of(outer.meaning());
        for (Candidate o : outers) {
            List<Candidate> inners = n.meaning() == null ? n.candidates() : List.of(n.meaning());
            for (Candidate i : inners) {
                if (isIn(i, o) && !isEqual(n, o)) {
                    double score =
                            Scoring.alone(i, n, focus).total()
                                    + Scoring.alone(o, outer, focus).total();
                    score -= o.scale() == Scale.SETTLEMENT ? 4 : 0;
                    if (bestInner == null || score > best) {
                        best = score;
                        bestInner = i;
                        bestOuter = o;
                    }
                }
            }
        }
        if (bestInner != null && bestOuter != null) {
            n.meaning(bestInner);
            outer.meaning(bestOuter);
            trace(n, bestOuter, focus, trace);
        } else if (n.meaning() == null && isElsewhere(n, outer)) {
            n.unknown();
            trace.decided(n, "no place of this name lies in " + outer.name());
        }
    }

    private static void trace(Naming n, Candidate outer, Focus focus, Trace trace) {
        if (trace != Trace.NONE) {
            for (Candidate c : n.candidates()) {
                Tally tally = Scoring.alone(c, n, focus);
                trace.scored(n, c, isIn(c, outer) ? tally.add(Pass.CONTAINER, 10) : tally);
            }
            trace.decided(n, "it lies in " + outer.name());
        }
    }

    /** "Leeds, Ontario" where no table has a Leeds in Ontario: it is none of those it has. */
    private static boolean isElsewhere(Naming n, Naming outer) {
        for (Candidate o : outer.candidates()) {
            boolean area =
                    o.scale() == Scale.ADMIN1
                            || o.scale() == Scale.ADMIN2
                            || o.scale() == Scale.REGION
                            || o.scale() == Scale.COUNTRY;
            if (area && o.prominence() >= 4.5 && n.last() + 2 == outer.first()) {
                return n.candidates().stream().noneMatch(c -> c.scale().isArea());
            }
        }
        return false;
    }

    /**
     * "Mexico, the United States": a country's name before a country is a list; so is a region's
     * before a region.
     */
    private static boolean isEqual(Naming n, Candidate outer) {
        for (Candidate c : n.candidates()) {
            if (c.scale() == outer.scale()
                    && (c.scale() == Scale.COUNTRY
                            || c.scale() == Scale.ADMIN1
                                    && c.sharesCountryWith(outer)
                                    && !c.equals(outer))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place can lie in another one. */
    static boolean isIn(Candidate inner, Candidate outer) {
        if (inner.equals(outer)) {
            return false;
        }
        return switch (outer.scale()) {
            case COUNTRY ->
                    outer.country() != null
                            && outer.country().equals(inner.country())
                            && inner.scale() != Scale.COUNTRY;
            case ADMIN1 ->
                    inner.scale() != Scale.COUNTRY
                            && inner.scale() != Scale.CONTINENT
                            && inner.scale() != Scale.ADMIN1
                            && (inner.region().isEmpty()
                                    ? inner.sharesCountryWith(outer)
                                            && inner.distanceTo(outer) < 400
                                    : inner.region().equals(outer.region()));
            case ADMIN2 ->
                    inner.scale() != Scale.COUNTRY
                            && inner.scale() != Scale.ADMIN1
                            && (inner.region().isEmpty()
                                    || outer.region().isEmpty()
                                    || inner.region().equals(outer.region()))
                            && inner.distanceTo(outer)
                                    < (COUNTIES.contains(outer.country()) ? 120 : 250);
            case REGION -> !inner.scale().isArea() && inner.distanceTo(outer) < 400;
            case CONTINENT -> inner.scale() != Scale.CONTINENT && inner.distanceTo(outer) < 3500;
            case SETTLEMENT -> !inner.scale().isArea() && inner.distanceTo(outer) < 40;
            case WATER, SITE -> false;
        };
    }

    /** A name keeps its meaning within a report. */
    private static void sameName(List<Naming> namings, Trace trace) {
        Map<String, Candidate> known = new HashMap<>();
        for (Naming n : namings) {
            if (n.meaning() != null) {
                known.putIfAbsent(n.key(), n.meaning());
            }
        }
        for (Naming n : namings) {
            Candidate meaning = known.get(n.key());
            if (n.meaning() == null
                    && meaning != null
                    && n.candidates().contains(meaning)
                    && fits(meaning, n.cue())) {
                n.meaning(meaning);
                trace.decided(n, "it means what it means elsewhere in the report");
            }
        }
    }

    private static boolean fits(Candidate c, Cue cue) {
        return switch (cue) {
            case REGION -> c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2;
            case SETTLEMENT -> !c.scale().isArea();
            case WATER -> c.scale() == Scale.WATER;
            default -> true;
        };
    }

    /** By cue, by what the report is about and what it names nearby, and by size. */
    private void likely(List<Naming> namings, Focus focus, Trace trace) {
        Map<String, Choice> decided = new HashMap<>();
        for (Naming n : namings) {
            if (n.meaning() != null || n.candidates().isEmpty() || n.isUnknown()) {
                continue;
            }
            String once = n.key() + "|" + n.cue() + "|" + n.country();
            if (!decided.containsKey(once)) {
                decided.put(once, choose(n, namings, focus, trace));
            }
            Choice choice = decided.get(once);
            trace.decided(n, choice.why());
            if (choice.meaning() == null) {
                n.unknown();
                n.level(choice.level());
            } else {
                n.meaning(choice.meaning());
            }
        }
    }

    /**
     * What became of the candidates of a name.
     *
     * @param meaning the one that won, or null
     * @param level those between which nothing decides, when none won
     * @param why in words
     */
    private record Choice(@Nullable Candidate meaning, List<Candidate> level, String why) {}

    /** The candidate with the most to be said for it; none when that is not enough. */
    private static Choice choose(Naming n, List<Naming> namings, Focus focus, Trace trace) {
        List<Scored> ranked = new ArrayList<>();
        for (Candidate c : n.candidates()) {
            Tally tally = Scoring.alone(c, n, focus);
            Scoring.inReport(tally, c, n, namings, focus);
            trace.scored(n, c, tally);
            ranked.add(new Scored(c, tally));
        }
        // stable, so that of two with the same points the first one of the tables leads
        ranked.sort((a, b) -> Double.compare(b.tally().total(), a.tally().total()));
        Candidate best = ranked.get(0).candidate();
        boolean own = n.country() != null && n.country().equals(best.country());
        if (!own && !best.scale().isArea() && best.prominence() < 5.4 && focus.isFarFrom(best, n)) {
            return none("all that the report names lies far from it");
        }
        if (focus.nearest(best, n) < 300 || focus.supports(best, n)) {
            return new Choice(
                    best, List.of(), "it has the most points, and the report supports it");
        }
        if (n.isSiteOf(best) && focus.share(best.country()) < 0.5) {
            return none("a building may be called after a town far away");
        }
        List<Candidate> level = n.country() == null ? level(ranked) : List.of(best);
        if (level.size() > 1 && best.prominence() < 6) {
            return new Choice(
                    null, level, "nothing decides between " + level.size() + " of this name");
        }
        boolean known = best.prominence() >= (focus.isOneSided() ? 5.5 : 5);
        if (known || n.country() != null || focus.share(best.country()) > 0.05) {
            return new Choice(best, List.of(), "it has the most points");
        }
        boolean foreign = focus.isOneSided() || best.scale() == Scale.ADMIN2 && !focus.isEmpty();
        boolean small = best.prominence() < (ranked.size() == 1 ? 3 : 3.5);
        return foreign || small
                ? none("it is small, and nothing in the report supports it")
                : new Choice(best, List.of(), "it has the most points");
    }

    private static Choice none(String why) {
        return new Choice(null, List.of(), why);
    }

    /** The leader, and those that are as good and somewhere else; at most so many. */
    private static List<Candidate> level(List<Scored> ranked) {
        List<Candidate> level = new ArrayList<>();
        for (Scored s : ranked) {
            if (ranked.get(0).tally().total() - s.tally().total() >= LEVEL) {
                break;
            }
            if (level.stream().allMatch(c -> c.distanceTo(s.candidate()) > 100)
                    && level.size() < MOST_LEVEL) {
                level.add(s.candidate());
            }
        }
        return level;
    }

    /** Another spelling of a settlement in the country that the report is about. */
    private void respelled(List<Naming> namings, Focus focus, Trace trace) {
        for (Naming n : namings) {
            if (n.meaning() != null
                    || !n.candidates().isEmpty()
                    || n.key().length() < 4
                    || n.cue() == Cue.REGION
                    || n.cue() == Cue.SITE) {
                continue;
            }
            Candidate best = null;
            double highest = 0;
            for (String country : focus.countries()) {
                if (focus.share(country) < 0.2 || !atlas.isTransliterated(country)) {
                    continue;
                }
                for (Candidate c : atlas.alike(n.key(), country)) {
                    double score =
                            likeness(n.key(), Spelling.fold(c.name())) * 10
                                    + c.prominence()
                                    + focus.share(country);
                    if (score > highest && likeness(n.key(), Spelling.fold(c.name())) >= 0.6) {
                        highest = score;
                        best = c;
                    }
                }
            }
            n.meaning(best);
            if (best != null) {
                trace.decided(n, "it is another spelling of " + best.name());
            }
        }
    }

    /** The share of letters that two names have in common, in order. */
    static double likeness(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] =
                        a.charAt(i - 1) == b.charAt(j - 1)
                                ? diagonal + 1
                                : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[b.length()] / (a.length() + b.length());
    }
}
