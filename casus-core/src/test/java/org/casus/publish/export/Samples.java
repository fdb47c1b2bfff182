package org.casus.publish.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.casus.model.Account.Party;
import org.casus.model.Account.Quote;
import org.casus.model.Account.Thing;
import org.casus.model.Account.Tool;
import org.casus.model.Account.When;
import org.casus.model.Account.Where;
import org.casus.model.Actor;
import org.casus.model.Factuality;
import org.casus.model.Grade;
import org.casus.model.Incident;
import org.casus.model.Incident.Field;
import org.casus.model.Incident.Group;
import org.casus.model.Incident.Member;
import org.casus.model.Incident.Named;
import org.casus.model.Incident.Responsibility;
import org.casus.model.Incident.Tie;
import org.casus.model.Incident.Told;
import org.casus.model.Incident.Toll;
import org.casus.model.Incident.Value;
import org.casus.model.Place;
import org.casus.model.Time;
import org.casus.model.TollPolicy;
import org.jspecify.annotations.Nullable;

/** Incidents for tests: one plain one to vary, and any number of unlikely ones. */
@SuppressWarnings("NullAway") // overlooks in class files that a nested type (When) may be null
final class Samples {
    /** What breaks careless writers: formulas, quotes, separators, line breaks, other scripts. */
    private static final List<String> WORDS =
            List.of(
                    "rebels",
                    "=HYPERLINK(\"a\")",
                    "+1 Brigade",
                    "-5",
                    "@handle",
                    "'=quoted",
                    "''@twice",
                    "'Abd al-Qadir",
                    "a, b",
                    "tab\there",
                    "\tleading",
                    "\rcarriage",
                    "line\nbreak",
                    "both\r\nbreaks",
                    "say \"no\"",
                    "\"",
                    " spaced ",
                    "\uFF1Dwide",
                    "\u0645\u062F\u064A\u0646\u0629",
                    "Caf\u00E9 \uD83D\uDCA5",
                    "a \\ b",
                    "None",
                    "007",
                    "1e5");

    private static final List<String> COUNTRIES =
            List.of("IRQ", "SYR", "DEU", "YEM", "PSE", "XKX", "USA", "COD");

    private static final List<String[]> KINDS =
            List.of(
                    new String[] {"ASSAULT", "heavy-weapons", "Shelling/artillery/missile attack"},
                    new String[] {"ASSAULT", null, "Attack"},
                    new String[] {"ASSAULT", "firearms", "Armed clash"},
                    new String[] {"PROTEST", "demo", "Peaceful protest"},
                    new String[] {"PROTEST", "vandalize", "Mob violence"},
                    new String[] {"CONSULT", "visit", null},
                    new String[] {"SAY.CLAIM", null, null});

    private Samples() {}

    static Party party(String name, @Nullable String country, String... sectors) {
        return new Party(
                name,
                Actor.Kind.GROUP,
                country,
                List.of(sectors),
                null,
                List.of(),
                List.of(),
                new Quote(0, name.codePointCount(0, name.length()), name));
    }

    static Where town(String name, String country, double latitude, double longitude) {
        return new Where(
                name,
                Place.Kind.SETTLEMENT,
                country,
                "Nineveh",
                latitude,
                longitude,
                99072,
                Place.Precision.EXACT,
                null,
                null);
    }

    static Where country(String name, String code, double latitude, double longitude) {
        return new Where(
                name,
                Place.Kind.COUNTRY,
                code,
                null,
                latitude,
                longitude,
                null,
                Place.Precision.COUNTRY,
                null,
                null);
    }

    static When day(String day) {
        return between(day, day, Time.Granularity.DAY);
    }

    static When between(String first, String last, Time.Granularity granularity) {
        return new When(first, last, granularity, null, null, null);
    }

    static Toll killed(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high,
            Group... groups) {
        return new Toll(
                low, best, high, TollPolicy.REPRESENTATIVE, List.of(groups), List.of(), List.of());
    }

    /** A shelling of Mosul by rebels, to vary. */
    static final class Draft {
        String type = "ASSAULT";
        @Nullable String mode = "heavy-weapons";
        @Nullable String acled = "Shelling/artillery/missile attack";
        List<String> contexts = List.of("military");
        Factuality factuality = Factuality.HAPPENED;
        @Nullable When time = day("2016-10-17");
        List<Where> places = List.of(town("Mosul", "IRQ", 36.335, 43.11889));
        List<Party> sources = List.of(party("Islamic State", null, "REB"));
        List<Party> targets = List.of(party("Iraqi army", "IRQ", "MIL"));
        Map<String, Toll> harms = new LinkedHashMap<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Member> accounts = new ArrayList<>();
        @Nullable String reviewed;
        String uid = "u1";
        String text = "Islamic State shelled the Iraqi army in Mosul";

        Draft() {
            accounts.add(member("a1", "Example Times", "2016-10-18T06:00:00Z"));
            harms.put("killed", killed(3, 5, 8));
        }

        static Member member(String uid, @Nullable String outlet, @Nullable String published) {
            return new Member(
                    "d-" + uid,
                    "e1",
                    uid,
                    uid + ".txt",
                    outlet,
                    published,
                    List.of("asserts: army"));
        }

        Incident incident() {
            return new Incident(
                    uid,
                    type,
                    mode,
                    "194",
                    acled,
                    contexts,
                    factuality,
                    time,
                    places,
                    sources,
                    targets,
                    List.of(new Thing("site", "bridge", null, "destroyed", null)),
                    List.of(new Tool("mortar", "mortars", null)),
                    harms,
                    fields,
                    accounts,
                    accounts.size(),
                    Grade.FAIR,
                    "two sources",
                    new Responsibility(List.of(), List.of(), List.of()),
                    List.of(),
                    List.of(),
                    List.of(),
                    reviewed,
                    text);
        }

        Case told() {
            return new Case(incident(), List.of());
        }
    }

    /** An incident out of chance; the same from the same state of the generator. */
    static Incident random(Random random, int number) {
        Draft draft = new Draft();
        String[] kind = pick(random, KINDS);
        draft.uid = String.format("%016x", random.nextLong()) + number;
        draft.type = String.valueOf(kind[0]);
        draft.mode = kind[1];
        draft.acled = kind[2];
        draft.contexts = some(random, List.of("military", "terrorism", "territory"));
        draft.factuality =
                random.nextInt(3) > 0
                        ? Factuality.HAPPENED
                        : pick(random, List.of(Factuality.values()));
        draft.time = time(random);
        draft.places = places(random);
        draft.sources = parties(random);
        draft.targets = parties(random);
        draft.accounts.clear();
        int accounts = 1 + random.nextInt(3);
        for (int i = 0; i < accounts; i++) {
            draft.accounts.add(
                    Draft.member(
                            draft.uid + "-" + i,
                            random.nextInt(4) == 0 ? null : pick(random, WORDS),
                            random.nextInt(4) == 0 ? null : "2017-0" + (1 + random.nextInt(9))));
        }
        draft.harms.clear();
        for (String outcome : List.of("killed", "injured", "displaced")) {
            if (random.nextBoolean()) {
                draft.harms.put(outcome, toll(random, draft.accounts));
            }
        }
        draft.fields.put(
                pick(random, WORDS),
                new Field(
                        null,
                        List.of(new Value(pick(random, WORDS), List.of(draft.uid + "-0"))),
                        random.nextBoolean()));
        draft.reviewed = pick(random, List.of("accept", "reject", "", "", "", ""));
        draft.reviewed = draft.reviewed.isEmpty() ? null : draft.reviewed;
        draft.text = pick(random, WORDS);
        Incident plain = draft.incident();
        return new Incident(
                plain.uid(),
                plain.type(),
                plain.mode(),
                plain.cameo(),
                plain.acled(),
                plain.contexts(),
                plain.factuality(),
                plain.time(),
                plain.places(),
                plain.sources(),
                plain.targets(),
                plain.objects(),
                plain.instruments(),
                plain.harms(),
                plain.fields(),
                plain.accounts(),
                plain.independentSources(),
                pick(random, List.of(Grade.values())),
                pick(random, WORDS),
                new Responsibility(
                        List.of(new Named(pick(random, WORDS), null, List.of(), List.of())),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(new Tie("retaliation-for", "x" + number, pick(random, WORDS), List.of())),
                List.of(),
                plain.reviewed(),
                plain.text());
    }

    private static @Nullable When time(Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        String day = "2016-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
        return switch (random.nextInt(5)) {
            case 0 -> between("2016-01-01", "2016-12-31", Time.Granularity.YEAR);
            case 1 -> between(day, day.substring(0, 8) + "28", Time.Granularity.MONTH);
            case 2 -> new When(day, null, Time.Granularity.DAY, Time.Modifier.SINCE, null, null);
            default -> day(day);
        };
    }

    private static List<Where> places(Random random) {
        List<Where> places = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String code = pick(random, COUNTRIES);
            double latitude = (random.nextInt(18_000_001) - 9_000_000) / 100_000.0;
            double longitude = (random.nextInt(36_000_001) - 18_000_000) / 100_000.0;
            places.add(
                    random.nextInt(3) == 0
                            ? country(pick(random, WORDS), code, latitude, longitude)
                            : town(pick(random, WORDS), code, latitude, longitude));
        }
        return places;
    }

    private static List<Party> parties(Random random) {
        List<Party> parties = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            parties.add(
                    party(
                            pick(random, WORDS),
                            random.nextBoolean() ? null : pick(random, COUNTRIES),
                            pick(random, List.of("MIL", "REB", "CVL", "UNK"))));
        }
        return parties;
    }

    private static Toll toll(Random random, List<Member> accounts) {
        int low = random.nextInt(50);
        int best = low + random.nextInt(10);
        Integer high = random.nextInt(4) == 0 ? null : Integer.valueOf(best + random.nextInt(30));
        return new Toll(
                low,
                high == null ? null : best,
                high,
                pick(random, List.of(TollPolicy.values())),
                List.of(new Group("civilian", low, best, high)),
                List.of(
                        new Told(
                                accounts.get(0).uid(),
                                pick(random, WORDS),
                                "unknown",
                                low,
                                best,
                                high,
                                false,
                                null)),
                List.of());
    }

    private static List<String> some(Random random, List<String> words) {
        return words.subList(0, random.nextInt(words.size() + 1));
    }

    private static <T> T pick(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
