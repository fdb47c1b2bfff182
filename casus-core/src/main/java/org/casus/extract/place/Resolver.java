package org.casus.extract.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Cue;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each name means, pass by pass, from the sure to the likely: what its container says,
 * then what the report is about, then what else it names nearby, then size.
 */
final class Resolver {
    private final Atlas atlas;

    Resolver(Atlas atlas) {
        this.atlas = atlas;
    }

    void resolve(Analysis analysis, List<Naming> namings) {
        Map<String, Double> focus = focus(analysis, namings);
        containers(namings, focus);
        sameName(namings);
        likely(namings, focus);
        respelled(namings, focus);
        surroundings(namings);
    }

    // ---- what the report is about

    /** How much of the report's talk of countries is of each one; 1 in all. */
    private Map<String, Double> focus(Analysis analysis, List<Naming> namings) {
        Map<String, Double> counts = new HashMap<>();
        double total = 0;
        for (Naming n : namings) {
            Candidate best = clear(n);
            if (best != null && best.country() != null) {
                counts.merge(best.country(), 1.0, Double::sum);
                total++;
            }
        }
        for (Sentence s : analysis.sentences()) {
            for (Token t : s.tokens()) {
                if ((t.pos().startsWith("JJ") || t.isNoun())
                        && Character.isUpperCase(t.form().charAt(0))) {
                    String code = atlas.countryOfDemonym(Spelling.fold(t.form()));
                    if (code != null) {
                        counts.merge(code, 0.5, Double::sum);
                        total += 0.5;
                    }
                }
            }
        }
        for (Map.Entry<String, Double> e : counts.entrySet()) {
            e.setValue(e.getValue() / total);
        }
        return counts;
    }

    /** The one thing that a name can mean without help, or null. */
    private static @Nullable Candidate clear(Naming n) {
        Candidate best = null;
        Candidate second = null;
        for (Candidate c : n.candidates()) {
            if (best == null || c.prominence() > best.prominence()) {
                second = best;
                best = c;
            } else if (second == null || c.prominence() > second.prominence()) {
                second = c;
            }
        }
        if (best == null
                || (second != null
                        && best.prominence() - second.prominence() < 1.5
                        && !sameCountry(best, second))) {
            return null;
        }
        if (second != null
                && best.scale() == Scale.COUNTRY
                && second.scale() == Scale.ADMIN1
                && !sameCountry(best, second)) {
            return null;
        }
        return best.prominence() >= 4.5 ? best : null;
    }

    private static boolean sameCountry(Candidate a, Candidate b) {
        return a.country() != null && a.country().equals(b.country());
    }

    // ---- the passes

    /** "Gao, Mali": the name and its container are decided together. */
    private void containers(List<Naming> namings, Map<String, Double> focus) {
        for (Naming n : namings) {
            Naming outer = n.within();
            if (outer != null && outer.candidates().isEmpty() && outer.within() != null) {
                outer = outer.within();
            }
            if (outer == null) {
                continue;
            }
            Candidate bestInner = null;
            Candidate bestOuter = null;
            double best = 0;
            List<Candidate> outers =
                    outer.meaning() == null ? outer.candidates() : List.of(outer.meaning());
            for (Candidate o : outers) {
                List<Candidate> inners =
                        n.meaning() == null ? n.candidates() : List.of(n.meaning());
                for (Candidate i : inners) {
                    if (isIn(i, o) && !isEqual(n, o)) {
                        double score = score(i, n, focus) + score(o, outer, focus);
                        score -= o.scale() == Scale.SETTLEMENT ? 4 : 0;
                        if (bestInner == null || score > best) {
                            best = score;
                            bestInner = i;
                            bestOuter = o;
                        }
                    }
                }
            }
            if (bestInner != null) {
                n.meaning(bestInner);
                outer.meaning(bestOuter);
            } else if (n.meaning() == null && isElsewhere(n, outer)) {
                n.unknown();
            }
        }
    }

    /** "Leeds, Ontario" where no table has a Leeds in Ontario: it is none of those it has. */
    private static boolean isElsewhere(Naming n, Naming outer) {
        for (Candidate o : outer.candidates()) {
            boolean area =
                    o.scale() == Scale.ADMIN1
                            || o.scale() == Scale.ADMIN2
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
                                    && sameCountry(c, outer)
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
                                    ? sameCountry(inner, outer) && inner.distanceTo(outer) < 400
                                    : inner.region().equals(outer.region()));
            case ADMIN2 ->
                    inner.scale() != Scale.COUNTRY
                            && inner.scale() != Scale.ADMIN1
                            && inner.distanceTo(outer) < 250;
            case REGION -> !inner.scale().isArea() && inner.distanceTo(outer) < 400;
            case CONTINENT -> inner.scale() != Scale.CONTINENT && inner.distanceTo(outer) < 3500;
            case SETTLEMENT -> !inner.scale().isArea() && inner.distanceTo(outer) < 40;
            case WATER, SITE -> false;
        };
    }

    /** A name keeps its meaning within a report. */
    private static void sameName(List<Naming> namings) {
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
    private void likely(List<Naming> namings, Map<String, Double> focus) {
        List<Candidate> anchors = new ArrayList<>();
        for (Naming n : namings) {
            Candidate c = n.meaning() != null ? n.meaning() : clear(n);
            if (c != null && c.scale() != Scale.COUNTRY && c.scale() != Scale.CONTINENT) {
                anchors.add(c);
            }
        }
        Map<String, Candidate> decided = new HashMap<>();
        for (Naming n : namings) {
            if (n.meaning() != null || n.candidates().isEmpty() || n.isUnknown()) {
                continue;
            }
            String once = n.key() + "|" + n.cue() + "|" + n.country();
            if (!decided.containsKey(once)) {
                decided.put(once, best(n, namings, focus, anchors));
            }
            Candidate meaning = decided.get(once);
            if (meaning == null) {
                n.unknown();
            } else {
                n.meaning(meaning);
            }
        }
    }

    /** Whether a report is about one country, so that a town of another would need a word. */
    private static boolean isOneSided(Map<String, Double> focus) {
        return focus.values().stream().anyMatch(share -> share >= 0.6);
    }

    /** The candidate with the most to be said for it; null when that is not enough. */
    private static @Nullable Candidate best(
            Naming n, List<Naming> namings, Map<String, Double> focus, List<Candidate> anchors) {
        Candidate best = null;
        Candidate second = null;
        double highest = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        boolean supported = false;
        for (Candidate c : n.candidates()) {
            double near = nearness(c, n, anchors);
            double score = score(c, n, focus) + near + company(c, n, namings, focus);
            if (score > highest) {
                second = best;
                next = highest;
                best = c;
                highest = score;
                supported =
                        near > 0
                                || c.country() != null
                                        && focus.getOrDefault(c.country(), 0.0) > 0.05;
            } else if (score > next) {
                second = c;
                next = score;
            }
        }
        if (best == null || supported) {
            return best;
        }
        if (best.scale() == Scale.ADMIN2 && !focus.isEmpty()) {
            return null;
        }
        if (best.prominence() >= 5.5 || best.prominence() >= 5 && !isOneSided(focus)) {
            return best;
        }
        boolean level = second != null && highest - next < 0.3 && best.distanceTo(second) > 100;
        boolean small = best.prominence() < 3.5 || isOneSided(focus);
        return level || small && n.country() == null ? null : best;
    }

    /**
     * Georgia among the states of America: a region that shares its name with a country wins where
     * the report is about the region's country and says nothing else of the other; and New York is
     * the state in a row of states.
     */
    private static double company(
            Candidate c, Naming n, List<Naming> namings, Map<String, Double> focus) {
        if (c.scale() == Scale.COUNTRY || c.country() == null || c.prominence() < 5) {
            return 0;
        }
        double bonus = c.scale() == Scale.ADMIN1 && isAmongRegions(c, n, namings) ? 3 : 0;
        for (Candidate rival : n.candidates()) {
            if (rival.scale() == Scale.COUNTRY
                    && !sameCountry(c, rival)
                    && focus.getOrDefault(c.country(), 0.0) >= 0.3
                    && focus.getOrDefault(rival.country(), 0.0) < 0.05) {
                bonus += 5;
            }
        }
        return bonus;
    }

    /** Whether some mention of a name stands among two other regions of the same country. */
    private static boolean isAmongRegions(Candidate c, Naming n, List<Naming> namings) {
        for (Naming mention : namings) {
            if (!mention.key().equals(n.key())) {
                continue;
            }
            int regions = 0;
            for (Naming other : namings) {
                int away = mention.sentence().index() - other.sentence().index();
                Candidate meaning = other.key().equals(n.key()) ? null : clear(other);
                if (meaning != null
                        && (away == 0 || away == 1)
                        && meaning.scale() == Scale.ADMIN1
                        && sameCountry(meaning, c)
                        && other.within() == null) {
                    regions++;
                }
            }
            if (regions >= 2) {
                return true;
            }
        }
        return false;
    }

    private static double score(Candidate c, Naming n, Map<String, Double> focus) {
        double score = c.prominence();
        boolean admin = c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2;
        switch (n.cue()) {
            case REGION -> score += admin ? 4 : c.scale() == Scale.SETTLEMENT ? -2 : 0;
            case SETTLEMENT -> score += c.scale() == Scale.SETTLEMENT ? 3 : -3;
            case WATER -> score += c.scale() == Scale.WATER ? 5 : 0;
            case LAND -> score += c.scale() == Scale.REGION ? 4 : 0;
            case SITE -> score += c.scale() == Scale.SITE ? 2 : 0;
            case NONE -> {}
        }
        if (n.country() != null) {
            score += n.country().equals(c.country()) ? 5 : 0;
        }
        if (c.country() != null && c.scale() != Scale.COUNTRY) {
            Double share = focus.get(c.country());
            if (share != null) {
                score += 1 + 2 * share;
            }
        }
        if (n.cue() == Cue.NONE && sharesNameWithItsCountry(c, n)) {
            score -= 4;
        }
        return score;
    }

    /** Guatemala, Panama, Luxembourg: without a word beside it, the country. */
    private static boolean sharesNameWithItsCountry(Candidate c, Naming n) {
        for (Candidate other : n.candidates()) {
            if (other.scale() == Scale.COUNTRY
                    && c.scale() != Scale.COUNTRY
                    && sameCountry(c, other)) {
                return true;
            }
        }
        return false;
    }

    private static double nearness(Candidate c, Naming n, List<Candidate> anchors) {
        if (c.scale() == Scale.COUNTRY || c.scale() == Scale.CONTINENT) {
            return 0;
        }
        double nearest = Double.MAX_VALUE;
        for (Candidate a : anchors) {
            if (!n.candidates().contains(a)) {
                nearest = Math.min(nearest, c.distanceTo(a));
            }
        }
        return nearest < 100 ? 1.5 : nearest < 300 ? 0.8 : 0;
    }

    /** Another spelling of a settlement in the country that the report is about. */
    private void respelled(List<Naming> namings, Map<String, Double> focus) {
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
            for (Map.Entry<String, Double> e : focus.entrySet()) {
                if (e.getValue() < 0.2 || !atlas.isTransliterated(e.getKey())) {
                    continue;
                }
                for (Candidate c : atlas.alike(n.key(), e.getKey())) {
                    double score =
                            likeness(n.key(), Spelling.fold(c.name())) * 10
                                    + c.prominence()
                                    + e.getValue();
                    if (score > highest && likeness(n.key(), Spelling.fold(c.name())) >= 0.6) {
                        highest = score;
                        best = c;
                    }
                }
            }
            n.meaning(best);
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

    /**
     * What no table has lies, if it is a street or a building, in the town that is spoken of; if it
     * is anything else, in the region that its own sentence names.
     */
    private static void surroundings(List<Naming> namings) {
        Naming only = onlyRegion(namings);
        for (int k = 0; k < namings.size(); k++) {
            Naming n = namings.get(k);
            if (n.meaning() != null || n.within() != null && n.within().meaning() != null) {
                continue;
            }
            Naming around = null;
            int nearest = Integer.MAX_VALUE;
            for (int other = 0; other < namings.size(); other++) {
                Naming o = namings.get(other);
                Candidate c = o.meaning();
                if (c == null || !mayHold(c, n.cue())) {
                    continue;
                }
                int sentences = n.sentence().index() - o.sentence().index();
                boolean same = sentences == 0;
                boolean before = (sentences > 0 || sentences >= -3) && n.cue() == Cue.SITE;
                int away =
                        same
                                ? Math.abs(k - other)
                                : sentences > 0
                                        ? 100 * sentences + (k - other)
                                        : 10_000 - sentences;
                boolean told =
                        n.cue() == Cue.SITE
                                || n.cue() == Cue.SETTLEMENT
                                || other > k
                                || o.sentence().token(o.head().token()).labelled("pobj");
                if ((same && told || before) && away < nearest) {
                    nearest = away;
                    around = o;
                }
            }
            if (around == null && n.cue() != Cue.WATER) {
                around = only;
            }
            if (around != null) {
                n.within(around);
            }
        }
    }

    /** The one region that a report names, where it names no other; else null. */
    private static @Nullable Naming onlyRegion(List<Naming> namings) {
        Naming only = null;
        for (Naming n : namings) {
            Candidate c = n.meaning();
            if (c != null && (c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2)) {
                if (only != null && !c.equals(only.meaning())) {
                    return null;
                }
                only = n;
            }
        }
        return only;
    }

    private static boolean mayHold(Candidate c, Cue cue) {
        return cue == Cue.SITE
                ? c.scale() == Scale.SETTLEMENT || c.scale() == Scale.ADMIN2
                : c.scale() == Scale.ADMIN1 || c.scale() == Scale.ADMIN2;
    }
}
