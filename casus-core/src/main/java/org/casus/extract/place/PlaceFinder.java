package org.casus.extract.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.Naming.Relation;
import org.casus.extract.place.gazetteer.Imported;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.model.Analysis;
import org.casus.model.Mention;
import org.casus.model.Mentions;
import org.casus.model.Place;
import org.casus.model.Sentence;
import org.casus.model.Span;
import org.jspecify.annotations.Nullable;

/** Finds the places of a report and what they are. Safe for many threads. */
public final class PlaceFinder {
    private static final Map<String, Integer> BEARINGS =
            Map.of(
                    "north", 0,
                    "northeast", 45,
                    "east", 90,
                    "southeast", 135,
                    "south", 180,
                    "southwest", 225,
                    "west", 270,
                    "northwest", 315);

    private static final double KILOMETRES_OF_A_DEGREE = 111.2;

    private final Atlas atlas;
    private final Words words;
    private final Recognizer recognizer;
    private final Neighbourhood neighbourhood;
    private final Resolver resolver;

    private PlaceFinder(Atlas atlas, Words words) {
        this.atlas = atlas;
        this.words = words;
        this.neighbourhood = new Neighbourhood(atlas, words);
        this.recognizer = new Recognizer(atlas, words, neighbourhood);
        this.resolver = new Resolver(atlas);
    }

    /** Reads the tables and the gazetteer, with what the user imported. */
    public static PlaceFinder load() {
        return load(Imported.ofUser());
    }

    public static PlaceFinder load(Imported imported) {
        return new PlaceFinder(Atlas.load(imported.open()), Words.load());
    }

    /** Every name of a place, and one {@link Place} for each distinct place. */
    public Mentions<Place> find(Analysis analysis) {
        List<Naming> namings = recognizer.find(analysis);
        neighbourhood.relate(namings);
        resolver.resolve(analysis, namings, Trace.NONE);
        Map<Object, List<Naming>> places = new LinkedHashMap<>();
        for (Naming n : namings) {
            places.computeIfAbsent(identity(n), k -> new ArrayList<>(2)).add(n);
        }
        List<Mention<Place>> mentions = new ArrayList<>();
        for (List<Naming> same : places.values()) {
            Place place = place(same);
            for (Naming n : same) {
                mentions.add(new Mention<>(n.head(), n.first(), n.last(), n.span(), place));
            }
        }
        return new Mentions<>(mentions);
    }

    /**
     * The country whose people a place without a name is called by, as its ISO 3166-1 alpha-3 code:
     * "a Tunisian resort", "the Somali capital".
     */
    public @Nullable String landOf(Sentence s, int noun) {
        if (!words.is(s.token(noun), Words.Role.SETTLEMENT, Words.Role.REGION)) {
            return null;
        }
        for (int c : s.children(noun)) {
            String code =
                    s.token(c).pos().startsWith("JJ")
                            ? atlas.countryOfDemonym(Spelling.fold(s.token(c).form()))
                            : null;
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /** A country that the report does not name, by its ISO 3166-1 alpha-3 code. */
    public @Nullable Place country(String code) {
        Candidate c = atlas.country(code);
        return c == null
                ? null
                : new Place(
                        c.name(),
                        Place.Kind.COUNTRY,
                        code,
                        null,
                        round(c.latitude()),
                        round(c.longitude()),
                        c.geonameId(),
                        Place.Precision.COUNTRY,
                        List.of());
    }

    /**
     * Why a name means what it does in a report: one explanation for each time that it stands
     * there.
     */
    public List<Explanation> explain(Analysis analysis, String name) {
        String key = Spelling.fold(name);
        List<Naming> namings = recognizer.find(analysis);
        return explain(analysis, namings, n -> n.key().equals(key));
    }

    /**
     * What a name means by itself, or with the larger places that it stands before: "Gao", "Gao,
     * Mali".
     */
    public List<Explanation> explain(String name) {
        Analysis analysis = Bare.names(name);
        Sentence s = analysis.sentences().get(0);
        List<Naming> namings = new ArrayList<>();
        for (int first = 0, i = 0; i <= s.size(); i++) {
            if (i == s.size() || s.token(i).pos().equals(",")) {
                if (i > first) {
                    String one = s.span(first, i - 1).of(analysis.text());
                    String key = Spelling.fold(one);
                    namings.add(
                            new Naming(
                                    s, first, i - 1, one, key, atlas.find(key), Naming.Cue.NONE));
                }
                first = i + 1;
            }
        }
        return explain(analysis, namings, n -> n == namings.get(0));
    }

    private List<Explanation> explain(
            Analysis analysis, List<Naming> namings, Predicate<Naming> asked) {
        Trace trace = new Trace();
        neighbourhood.relate(namings);
        resolver.resolve(analysis, namings, trace);
        List<Explanation> explanations = new ArrayList<>();
        for (Naming n : namings) {
            if (asked.test(n)) {
                explanations.add(
                        new Explanation(n.name(), n.span(), options(n, trace), why(n, trace)));
            }
        }
        return explanations;
    }

    private static String why(Naming n, Trace trace) {
        String how = trace.how(n);
        if (how != null) {
            return how;
        }
        Candidate outer = container(n);
        if (outer != null) {
            return "no entry of this name fits; it is placed by " + outer.name();
        }
        Candidate neighbour = n.around() == null ? null : n.around().meaning();
        return neighbour == null
                ? "no entry has this name"
                : "no entry of this name fits; it is placed around " + neighbour.name();
    }

    private List<Explanation.Option> options(Naming n, Trace trace) {
        List<Explanation.Option> options = new ArrayList<>();
        for (Trace.Scored s : trace.of(n)) {
            List<Explanation.Points> points = new ArrayList<>();
            for (Pass pass : Pass.values()) {
                double given = s.tally().of(pass);
                if (given != 0) {
                    points.add(
                            new Explanation.Points(
                                    pass.name().toLowerCase(Locale.ROOT), pass.reason(), given));
                }
            }
            options.add(option(s.candidate(), points, s.candidate().equals(n.meaning())));
        }
        Candidate meaning = n.meaning();
        if (options.isEmpty() && meaning != null) {
            options.add(option(meaning, List.of(), true));
        }
        return options;
    }

    private Explanation.Option option(Candidate c, List<Explanation.Points> points, boolean wins) {
        Candidate region = atlas.regionOf(c);
        return new Explanation.Option(
                c.name(),
                c.scale().kind(),
                c.country(),
                region == null || region.equals(c) ? null : region.name(),
                round(c.latitude()),
                round(c.longitude()),
                c.geonameId(),
                points,
                wins);
    }

    /** Two namings with the same identity name the same place. */
    private static Object identity(Naming n) {
        Candidate c = n.meaning();
        if (c == null) {
            return n.key();
        }
        if (n.isSiteOf(c)) {
            return List.of(c, n.key());
        }
        return n.relation() == Relation.AT || c.scale().isArea()
                ? c
                : List.of(c, n.kilometres(), n.direction() == null ? "" : n.direction());
    }

    private Place place(List<Naming> same) {
        Naming n = best(same);
        List<Span> spans = new ArrayList<>(same.size());
        for (Naming one : same) {
            spans.add(one.span());
        }
        Candidate c = n.meaning();
        return c == null ? told(n, spans) : resolved(n, c, spans);
    }

    /** The naming that tells most: one that says where the place lies. */
    private static Naming best(List<Naming> same) {
        Naming best = same.get(0);
        for (Naming n : same) {
            if (n.meaning() != null) {
                return n;
            }
            if (rank(n) > rank(best)) {
                best = n;
            }
        }
        return best;
    }

    /** How much a naming without a meaning tells of where the place lies. */
    private static int rank(Naming n) {
        Candidate outer = container(n);
        if (outer == null || n.around() != null) {
            return n.around() == null ? 0 : 2;
        }
        return outer.scale() == Scale.COUNTRY || outer.scale() == Scale.CONTINENT ? 1 : 3;
    }

    private Place resolved(Naming n, Candidate c, List<Span> spans) {
        boolean near = n.relation() == Relation.NEAR && !c.scale().isArea();
        double latitude = c.latitude();
        double longitude = c.longitude();
        Integer bearing =
                n.direction() == null ? null : BEARINGS.get(n.direction().replace("-", ""));
        if (near && bearing != null && n.kilometres() > 0) {
            double angle = Math.toRadians(bearing);
            latitude += n.kilometres() * Math.cos(angle) / KILOMETRES_OF_A_DEGREE;
            longitude +=
                    n.kilometres()
                            * Math.sin(angle)
                            / (KILOMETRES_OF_A_DEGREE * Math.cos(Math.toRadians(c.latitude())));
            latitude = Math.max(-90, Math.min(90, latitude));
            longitude =
                    longitude > 180
                            ? longitude - 360
                            : longitude < -180 ? longitude + 360 : longitude;
        }
        Candidate region = atlas.regionOf(c);
        boolean site = n.isSiteOf(c);
        boolean asTold = site || !n.isUpper() && !atlas.tabled(n.key()).contains(c);
        return new Place(
                asTold ? n.name() : n.isUpper() ? Spelling.asIn(n.name(), c.name()) : c.name(),
                site ? Place.Kind.SITE : c.scale().kind(),
                c.country(),
                c.scale() == Scale.COUNTRY || region == null ? null : region.name(),
                round(latitude),
                round(longitude),
                site ? null : c.geonameId(),
                near || site ? Place.Precision.NEAR : c.scale().precision(),
                spans);
    }

    /** A place that no table has: what its container tells, and else only its name. */
    private Place told(Naming n, List<Span> spans) {
        Place.Kind kind =
                switch (n.cue()) {
                    case REGION -> Place.Kind.ADMIN;
                    case WATER -> Place.Kind.WATER;
                    case LAND -> Place.Kind.REGION;
                    case SITE -> Place.Kind.SITE;
                    case SETTLEMENT, NONE -> Place.Kind.SETTLEMENT;
                };
        Candidate outer = container(n);
        Candidate neighbour = n.around() == null ? null : n.around().meaning();
        if (neighbour != null) {
            Candidate region = atlas.regionOf(neighbour);
            return new Place(
                    n.name(),
                    kind,
                    neighbour.country(),
                    region == null ? null : region.name(),
                    round(neighbour.latitude()),
                    round(neighbour.longitude()),
                    null,
                    Place.Precision.ADMIN1,
                    spans);
        }
        if (outer == null) {
            return new Place(
                    n.name(),
                    kind,
                    n.country(),
                    null,
                    null,
                    null,
                    null,
                    Place.Precision.NONE,
                    spans,
                    possible(n));
        }
        Candidate region = atlas.regionOf(outer);
        String admin1 = outer.scale() == Scale.COUNTRY || region == null ? null : region.name();
        if (outer.scale() == Scale.COUNTRY || outer.scale() == Scale.CONTINENT) {
            return new Place(
                    n.name(),
                    kind,
                    outer.country(),
                    null,
                    null,
                    null,
                    null,
                    Place.Precision.NONE,
                    spans);
        }
        Place.Precision precision =
                outer.scale() == Scale.SETTLEMENT
                        ? Place.Precision.NEAR
                        : outer.scale().precision();
        return new Place(
                n.name(),
                kind,
                outer.country(),
                admin1,
                round(outer.latitude()),
                round(outer.longitude()),
                null,
                precision,
                spans);
    }

    /** The places between which nothing decides. */
    private List<Place.Possible> possible(Naming n) {
        List<Place.Possible> possible = new ArrayList<>();
        for (Candidate c : n.level()) {
            Candidate region = atlas.regionOf(c);
            possible.add(
                    new Place.Possible(
                            c.name(),
                            c.country(),
                            region == null ? null : region.name(),
                            round(c.latitude()),
                            round(c.longitude()),
                            c.geonameId()));
        }
        return possible;
    }

    private static @Nullable Candidate container(Naming n) {
        Naming outer = n.within();
        return outer == null ? null : outer.meaning();
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
