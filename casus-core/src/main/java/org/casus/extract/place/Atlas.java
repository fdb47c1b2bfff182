package org.casus.extract.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.casus.extract.place.Candidate.Scale;
import org.casus.extract.place.gazetteer.Entry;
import org.casus.extract.place.gazetteer.Gazetteer;
import org.casus.extract.place.gazetteer.Imported;
import org.casus.extract.place.gazetteer.Spelling;
import org.casus.rule.Problems;
import org.casus.rule.Table;
import org.jspecify.annotations.Nullable;

/** Every name that may be a place's, from the tables and the gazetteer. Safe for many threads. */
final class Atlas {
    private static final String KOSOVO = "XKX";

    /** Kilometres within which two counties of one name are one. */
    private static final double SAME_COUNTY = 80;

    /** Parts of the world whose names reports spell as they are spelled there. */
    private static final Set<String> LATIN =
            Set.of(
                    "North America",
                    "Mexico",
                    "Caribbean",
                    "Central America",
                    "South America",
                    "Oceania",
                    "Western Europe",
                    "Northern Europe",
                    "South Atlantic");

    private final Gazetteer settlements;
    private final Gazetteer imported;
    private final Map<String, Long> population;
    private final Map<String, List<Candidate>> named = new HashMap<>();
    private final Map<String, String> demonyms = new HashMap<>();
    private final Map<String, Candidate> countries = new HashMap<>();
    private final Map<String, Candidate> regions = new HashMap<>();
    private final Set<String> transliterated = new HashSet<>();
    private final Map<String, String> alpha3 = new HashMap<>();
    private final Map<String, String> alpha2 = new HashMap<>();
    private final Set<Integer> towns = new HashSet<>();

    private Atlas(Gazetteer settlements, Gazetteer imported) {
        this.settlements = settlements;
        this.imported = imported;
        this.population = settlements.populationOfRegions();
        for (String code : Locale.getISOCountries()) {
            try {
                link(code, new Locale.Builder().setRegion(code).build().getISO3Country());
            } catch (MissingResourceException e) {
                // a code without its long form names no country of the tables
            }
        }
        link("XK", KOSOVO);
    }

    private void link(String two, String three) {
        alpha3.put(two, three);
        alpha2.put(three, two);
    }

    /**
     * @param imported places that the user added
     */
    static Atlas load(Gazetteer imported) {
        Problems problems = new Problems();
        Atlas atlas = new Atlas(Imported.builtIn(), imported);
        Table.read("actor/countries.table", problems, atlas::country);
        Table.read("place/regions.table", problems, atlas::region);
        Table.read("place/counties.table", problems, atlas::county);
        Table.read("place/features.table", problems, atlas::feature);
        Table.read("place/towns.table", problems, atlas::town);
        problems.throwIfAny();
        return atlas;
    }

    // ---- rows

    private void country(Table.Row row) {
        String code = row.get("code");
        if (row.get("latitude").isEmpty()) {
            return;
        }
        Candidate country =
                new Candidate(
                        row.get("name"),
                        Scale.COUNTRY,
                        code,
                        "",
                        number(row, "latitude"),
                        number(row, "longitude"),
                        null,
                        9);
        countries.put(code, country);
        for (String name : row.names("name", "aliases")) {
            add(name, country);
        }
        if (!LATIN.contains(row.get("region"))) {
            transliterated.add(code);
        }
        for (String demonym : row.list("demonyms")) {
            demonyms.putIfAbsent(Spelling.fold(demonym), code);
        }
    }

    private void region(Table.Row row) {
        Scale scale =
                switch (row.get("level")) {
                    case "admin1" -> Scale.ADMIN1;
                    case "admin2" -> Scale.ADMIN2;
                    case "region" -> Scale.REGION;
                    default -> {
                        row.problem(
                                "level " + row.get("level") + " is none of admin1, admin2, region");
                        yield Scale.REGION;
                    }
                };
        String country = knownCountry(row);
        String code = row.get("code");
        Candidate region =
                new Candidate(
                        row.get("name"),
                        scale,
                        country,
                        code.isEmpty() ? "" : country + "." + code,
                        number(row, "latitude"),
                        number(row, "longitude"),
                        null,
                        scale == Scale.ADMIN1
                                ? prominenceOfRegion(alpha2.get(country) + "." + code)
                                : scale == Scale.ADMIN2 ? 5 : 6);
        if (scale == Scale.ADMIN1 && !region.region().isEmpty()) {
            regions.put(region.region(), region);
        }
        for (String name : row.names("name", "aliases")) {
            add(name, region);
        }
    }

    /** A county of the United States, unless the table of regions has it already. */
    private void county(Table.Row row) {
        String name = row.get("name");
        Candidate county =
                new Candidate(
                        name,
                        Scale.ADMIN2,
                        "USA",
                        "USA." + row.get("state"),
                        number(row, "latitude"),
                        number(row, "longitude"),
                        null,
                        4.5);
        for (Candidate known : tabled(Spelling.fold(name))) {
            if (known.scale() == Scale.ADMIN2 && known.distanceTo(county) < SAME_COUNTY) {
                return;
            }
        }
        add(name, county);
        add(name.replace(" County", " Co."), county);
    }

    /** A region is named less often than a town of as many people would be. */
    private double prominenceOfRegion(String code) {
        double people = population.getOrDefault(code, 0L).doubleValue();
        return Math.max(4.5, Math.log10(Math.max(1.0, people)) - 0.6);
    }

    private void feature(Table.Row row) {
        String kind = row.get("kind");
        Scale scale =
                switch (kind) {
                    case "region" -> row.get("country").isEmpty() ? Scale.CONTINENT : Scale.REGION;
                    case "mountain", "island" -> Scale.REGION;
                    case "sea", "strait", "river" -> Scale.WATER;
                    case "quarter", "crossing", "camp", "base" -> Scale.SITE;
                    case "village" -> Scale.SETTLEMENT;
                    default -> {
                        row.problem(
                                "kind "
                                        + kind
                                        + " is none of region, sea, strait, river, mountain,"
                                        + " island, quarter, crossing, camp, base, village");
                        yield Scale.REGION;
                    }
                };
        Candidate feature =
                new Candidate(
                        row.get("name"),
                        scale,
                        row.get("country").isEmpty() ? null : knownCountry(row),
                        "",
                        number(row, "latitude"),
                        number(row, "longitude"),
                        null,
                        prominenceOfFeature(scale, kind, row.get("country").isEmpty()));
        for (String name : row.names("name", "aliases")) {
            add(name, feature);
        }
    }

    private static double prominenceOfFeature(Scale scale, String kind, boolean international) {
        if (scale == Scale.CONTINENT || kind.equals("sea") && international) {
            return 8;
        }
        return scale == Scale.SITE ? 5.2 : 5;
    }

    private void town(Table.Row row) {
        String country = knownCountry(row);
        Candidate town;
        if (row.get("geonames").isEmpty()) {
            town =
                    new Candidate(
                            row.get("name"),
                            Scale.SETTLEMENT,
                            country,
                            "",
                            number(row, "latitude"),
                            number(row, "longitude"),
                            null,
                            4.5);
        } else {
            int id = (int) number(row, "geonames");
            Entry s = settlements.withId(id);
            if (s == null) {
                row.problem("no settlement " + id + " in the gazetteer");
                return;
            }
            towns.add(id);
            Candidate c = candidate(s);
            town =
                    new Candidate(
                            row.get("name"),
                            c.scale(),
                            country,
                            c.region(),
                            c.latitude(),
                            c.longitude(),
                            id,
                            Math.max(4.5, c.prominence() + 0.5));
        }
        for (String name : row.names("name", "aliases")) {
            add(name, town);
        }
    }

    private String knownCountry(Table.Row row) {
        String code = row.get("country");
        if (!alpha2.containsKey(code)) {
            row.problem("country " + code + " is no ISO 3166-1 alpha-3 code");
        }
        return code;
    }

    private static double number(Table.Row row, String column) {
        try {
            return Double.parseDouble(row.get(column));
        } catch (NumberFormatException e) {
            row.problem(column + " " + row.get(column) + " is no number");
            return 0;
        }
    }

    private void add(String name, Candidate candidate) {
        String plain = name.startsWith("the ") ? name.substring(4) : name;
        for (String key : Spelling.keys(plain)) {
            List<Candidate> list = named.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!list.contains(candidate)) {
                list.add(candidate);
            }
        }
    }

    // ---- questions

    /** Whether a folded name is somebody's: false is certain. */
    boolean mayHave(String key) {
        return named.containsKey(key) || settlements.mayHave(key) || imported.mayHave(key);
    }

    /** All that a folded name may mean, in no order that matters. */
    List<Candidate> find(String key) {
        List<Candidate> found = new ArrayList<>(named.getOrDefault(key, List.of()));
        Set<Integer> known = new HashSet<>();
        for (Candidate c : found) {
            if (c.geonameId() != null) {
                known.add(c.geonameId());
            }
        }
        for (Entry e : imported.named(key)) {
            if (known.add(e.id())) {
                addImported(e, found);
            }
        }
        for (Entry e : settlements.named(key)) {
            if (known.add(e.id())) {
                found.add(candidate(e));
            }
        }
        return found;
    }

    /** Adds an entry that the user imported, unless the tables have the same thing. */
    private void addImported(Entry e, List<Candidate> found) {
        Candidate c = candidate(e);
        if (c.scale() == Scale.COUNTRY) {
            c = countries.get(c.country());
        } else if (c.scale() == Scale.ADMIN1 && regions.containsKey(c.region())) {
            c = regions.get(c.region());
        }
        if (c == null || found.contains(c)) {
            return;
        }
        for (Candidate known : found) {
            boolean one =
                    known.geonameId() == null
                            && known.scale() == c.scale()
                            && known.distanceTo(c) < (c.scale().isArea() ? SAME_COUNTY : 15);
            if (one) {
                return;
            }
        }
        found.add(c);
    }

    /** Entries of the tables alone: the names that reports of conflict use. */
    List<Candidate> tabled(String key) {
        return named.getOrDefault(key, List.of());
    }

    /** Settlements of a country whose names are another spelling of this one. */
    List<Candidate> alike(String key, String country) {
        String two = alpha2.get(country);
        if (two == null) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Gazetteer gazetteer : List.of(imported, settlements)) {
            for (Entry e : gazetteer.alike(key, two)) {
                if (known.add(e.id())) {
                    found.add(candidate(e));
                }
            }
        }
        return found;
    }

    /** The country whose people or things go by this word, or null. */
    @Nullable String countryOfDemonym(String key) {
        String country = demonyms.get(key);
        return country == null && key.endsWith("s")
                ? demonyms.get(key.substring(0, key.length() - 1))
                : country;
    }

    /** Whether names of this country come to English by more than one way of spelling. */
    boolean isTransliterated(String country) {
        return transliterated.contains(country);
    }

    @Nullable Candidate country(String code) {
        return countries.get(code);
    }

    /** The first-level region of this code, {@code SYR.04}. */
    @Nullable Candidate regionOf(Candidate c) {
        return c.region().isEmpty() ? null : regions.get(c.region());
    }

    private Candidate candidate(Entry e) {
        String country = alpha3.get(e.country());
        double people = e.population() == 0 ? 1.5 : Math.log10(e.population());
        Scale scale =
                switch (e.kind()) {
                    case COUNTRY -> Scale.COUNTRY;
                    case REGION -> Scale.ADMIN1;
                    case DISTRICT, LESSER_DISTRICT -> Scale.ADMIN2;
                    case WATER -> Scale.WATER;
                    case LAND -> Scale.REGION;
                    case SITE -> Scale.SITE;
                    default -> Scale.SETTLEMENT;
                };
        double prominence =
                switch (e.kind()) {
                    case CAPITAL -> people + 2;
                    case SEAT_OF_REGION -> people + 0.7;
                    case SEAT_OF_DISTRICT -> people + 0.2;
                    case QUARTER, FORMER -> people - 1;
                    case LESSER_SEAT, PLACE -> people;
                    case COUNTRY -> 9;
                    case REGION -> Math.max(4.5, people - 0.6);
                    case DISTRICT -> 4;
                    case LESSER_DISTRICT, WATER, LAND, SITE -> 3;
                };
        return new Candidate(
                e.name(),
                scale,
                country,
                country == null ? "" : country + "." + e.admin1(),
                e.latitude(),
                e.longitude(),
                e.id(),
                prominence);
    }
}
