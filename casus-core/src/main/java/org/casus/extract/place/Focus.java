package org.casus.extract.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about: the countries that it talks of, the regions that it names, and the places
 * in it that are clear without help. One report, one country is the rule, and the exceptions are
 * kept in shares.
 */
final class Focus {
    /** Evidence below which a report is about nothing in particular. */
    private static final double ENOUGH = 2;

    private final Map<String, Double> countries = new HashMap<>();
    private final Map<String, Double> own = new HashMap<>();
    private final Set<String> regions = new HashSet<>();
    private final List<Candidate> anchors = new ArrayList<>();
    private double evidence;

    private Focus() {}

    static Focus of(Analysis analysis, List<Naming> namings, Atlas atlas) {
        Focus focus = new Focus();
        for (Naming n : namings) {
            Candidate best = clear(n);
            if (best != null && best.country() != null) {
                focus.country(best.country(), 1);
                focus.own.merge(n.key() + "|" + best.country(), 1.0, Double::sum);
            }
        }
        for (Sentence s : analysis.sentences()) {
            for (Token t : s.tokens()) {
                if ((t.pos().startsWith("JJ") || t.isNoun())
                        && Character.isUpperCase(t.form().charAt(0))) {
                    String code = atlas.countryOfDemonym(Spelling.fold(t.form()));
                    if (code != null) {
                        focus.country(code, 0.5);
                    }
                }
            }
            focus.bodies(s, atlas);
        }
        return focus;
    }

    /**
     * "Ohio Department of Health", "FrontCounter BC": a body has in its name where it is at home.
     */
    private void bodies(Sentence s, Atlas atlas) {
        for (int i = 0; i < s.size(); i++) {
            if (!s.token(i).entity().equals("ORG") || !s.token(i).isProper()) {
                continue;
            }
            for (int last = Math.min(i + 1, s.size() - 1); last >= i; last--) {
                String form = s.token(i).form() + (last > i ? " " + s.token(last).form() : "");
                Candidate home = home(atlas.tabled(Spelling.fold(form)), form);
                if (home != null && home.country() != null) {
                    country(home.country(), 0.5);
                    if (home.scale() == Scale.ADMIN1) {
                        regions.add(home.region());
                    }
                    i = last;
                    break;
                }
            }
        }
    }

    /**
     * The country or region that a word of such a name means; not by two letters, which many share.
     */
    private static @Nullable Candidate home(List<Candidate> candidates, String form) {
        if (candidates.size() != 1 || form.length() == 2 && !form.equals("BC")) {
            return null;
        }
        Candidate only = candidates.get(0);
        return only.scale() == Scale.COUNTRY || only.scale() == Scale.ADMIN1 ? only : null;
    }

    private void country(String code, double weight) {
        countries.merge(code, weight, Double::sum);
        evidence += weight;
    }

    /** Takes what is decided, or clear by itself, for known ground. */
    void settle(List<Naming> namings) {
        for (Naming n : namings) {
            Candidate c = n.meaning() != null ? n.meaning() : clear(n);
            if (c == null && !n.isUnknown()) {
                c = only(n);
            }
            if (c != null && c.scale() != Scale.COUNTRY && c.scale() != Scale.CONTINENT) {
                anchors.add(c);
                if (c.scale() == Scale.ADMIN1) {
                    regions.add(c.region());
                }
            }
        }
    }

    /** The one thing that a name can mean without help, or null. */
    static @Nullable Candidate clear(Naming n) {
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
                        && !best.sharesCountryWith(second))) {
            return null;
        }
        if (second != null
                && best.scale() == Scale.COUNTRY
                && second.scale() == Scale.ADMIN1
                && !best.sharesCountryWith(second)) {
            return null;
        }
        return best.prominence() >= 4.5 ? best : null;
    }

    /** The only thing that a name can mean at all, however small; null for the smallest. */
    private static @Nullable Candidate only(Naming n) {
        if (n.candidates().size() != 1 || n.key().length() < 5) {
            return null;
        }
        Candidate only = n.candidates().get(0);
        return only.prominence() >= 3 && !n.isSiteOf(only) ? only : null;
    }

    // ---- questions

    boolean isEmpty() {
        return countries.isEmpty();
    }

    /** How much of the report's talk of countries is of this one; 1 in all. */
    double share(@Nullable String country) {
        return country == null
                ? 0
                : countries.getOrDefault(country, 0.0) / Math.max(evidence, 1e-9);
    }

    /** Whether the report talks of the country of a candidate otherwise than by this name. */
    boolean supports(Candidate c, Naming n) {
        double other =
                share(c.country()) * evidence - own.getOrDefault(n.key() + "|" + c.country(), 0.0);
        return other > 0.05 * evidence;
    }

    Set<String> countries() {
        return countries.keySet();
    }

    /** Whether it is about one country, so that a town of another would need a word. */
    boolean isOneSided() {
        return ownCountry(0.6) != null;
    }

    /** The country that has at least this share of the report, or null. */
    @Nullable String ownCountry(double least) {
        for (String country : countries.keySet()) {
            if (evidence >= ENOUGH && share(country) >= least) {
                return country;
            }
        }
        return null;
    }

    /** Whether it names the first-level region that a candidate lies in. */
    boolean namesRegionOf(Candidate c) {
        return !c.region().isEmpty() && regions.contains(c.region());
    }

    /** Kilometres to the nearest clear place that is no reading of the same name. */
    double nearest(Candidate c, Naming n) {
        double nearest = Double.MAX_VALUE;
        for (Candidate a : anchors) {
            if (!n.candidates().contains(a)) {
                nearest = Math.min(nearest, c.distanceTo(a));
            }
        }
        return nearest;
    }

    /**
     * Whether the report keeps to one neighbourhood and a candidate lies far outside: all of its
     * clear places, named three times or more, are within a hundred miles of each other.
     */
    boolean isFarFrom(Candidate c, Naming n) {
        if (share(c.country()) >= 0.5) {
            return false;
        }
        int known = 0;
        Candidate first = null;
        Set<Candidate> different = new HashSet<>();
        for (Candidate a : anchors) {
            if (n.candidates().contains(a) || a.scale().isArea() && a.scale() != Scale.ADMIN2) {
                continue;
            }
            if (first != null && a.distanceTo(first) > 160 || a.distanceTo(c) < 400) {
                return false;
            }
            first = first == null ? a : first;
            different.add(a);
            known++;
        }
        return known >= 3 && different.size() >= 2;
    }
}
