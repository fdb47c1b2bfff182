package org.casus.extract.place;

import java.util.List;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Cue;
import org.casus.extract.place.Pass.Tally;

/** What speaks for each meaning of a name. */
final class Scoring {
    private Scoring() {}

    /** By itself: size, the words beside the name, and the countries that the report talks of. */
    static Tally alone(Candidate c, Naming n, Focus focus) {
        Tally tally = new Tally().add(Pass.SIZE, c.prominence()).add(Pass.WORD, word(c, n.cue()));
        if (n.country() != null && n.country().equals(c.country())) {
            tally.add(Pass.ADJECTIVE, 5);
        }
        if (c.country() != null && c.scale() != Scale.COUNTRY) {
            double share = focus.share(c.country());
            if (share > 0) {
                tally.add(Pass.COUNTRY, 1 + 2 * share);
            }
        }
        if (n.cue() == Cue.NONE && sharesNameWithItsCountry(c, n)) {
            tally.add(Pass.NAMESAKE, -4);
        }
        return tally;
    }

    private static double word(Candidate c, Cue cue) {
        Scale scale = c.scale();
        return switch (cue) {
            case REGION ->
                    scale == Scale.ADMIN1 || scale == Scale.ADMIN2
                            ? 4
                            : scale == Scale.SETTLEMENT ? -2 : 0;
            case SETTLEMENT -> scale == Scale.SETTLEMENT ? 3 : -3;
            case WATER -> scale == Scale.WATER ? 5 : 0;
            case LAND -> scale == Scale.REGION ? 4 : 0;
            case SITE -> scale == Scale.SITE ? 2 : 0;
            case NONE -> 0;
        };
    }

    /** Guatemala, Panama, Luxembourg: without a word beside it, the country. */
    private static boolean sharesNameWithItsCountry(Candidate c, Naming n) {
        for (Candidate other : n.candidates()) {
            if (other.scale() == Scale.COUNTRY
                    && c.scale() != Scale.COUNTRY
                    && c.sharesCountryWith(other)) {
                return true;
            }
        }
        return false;
    }

    /** By what else the report names. */
    static void inReport(Tally tally, Candidate c, Naming n, List<Naming> namings, Focus focus) {
        if (c.scale() == Scale.COUNTRY || c.scale() == Scale.CONTINENT) {
            return;
        }
        double away = focus.nearest(c, n);
        tally.add(Pass.NEARBY, away < 40 ? 2.2 : away < 100 ? 1.5 : away < 300 ? 0.8 : 0);
        if (c.scale() != Scale.ADMIN1 && away >= 100 && focus.namesRegionOf(c)) {
            tally.add(Pass.REGION, 1.2);
        }
        if (!c.scale().isArea() || c.scale() == Scale.ADMIN2) {
            tally.add(Pass.COMPANIONS, companions(c, n, namings));
        }
        if (c.country() != null && c.prominence() >= 5) {
            tally.add(Pass.ROW, row(c, n, namings, focus));
        }
    }

    /** Names that are open themselves speak for each other: two towns of a county, say. */
    private static double companions(Candidate c, Naming n, List<Naming> namings) {
        double points = 0;
        String counted = "";
        for (Naming other : namings) {
            if (other.meaning() != null
                    || other.key().equals(n.key())
                    || other.key().equals(counted)
                    || other.candidates().size() > 60) {
                continue;
            }
            for (Candidate o : other.candidates()) {
                if (o.prominence() >= 2.5
                        && Math.abs(o.latitude() - c.latitude()) < 0.6
                        && o.scale() != Scale.COUNTRY
                        && o.distanceTo(c) < 60) {
                    points += 0.6;
                    counted = other.key();
                    break;
                }
            }
        }
        return Math.min(points, 1.8);
    }

    /**
     * Georgia among the states of America: a region that shares its name with a country wins where
     * the report is about the region's country and says nothing else of the other; and New York is
     * the state in a row of states.
     */
    private static double row(Candidate c, Naming n, List<Naming> namings, Focus focus) {
        double points = c.scale() == Scale.ADMIN1 && isAmongRegions(c, n, namings) ? 3 : 0;
        for (Candidate rival : n.candidates()) {
            if (rival.scale() == Scale.COUNTRY
                    && !c.sharesCountryWith(rival)
                    && focus.share(c.country()) >= 0.3
                    && focus.share(rival.country()) < 0.05) {
                points += 5;
            }
        }
        return points;
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
                Candidate meaning = other.key().equals(n.key()) ? null : Focus.clear(other);
                if (meaning != null
                        && (away == 0 || away == 1)
                        && meaning.scale() == Scale.ADMIN1
                        && meaning.sharesCountryWith(c)
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
}
