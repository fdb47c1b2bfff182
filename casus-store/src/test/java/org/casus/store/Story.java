package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casus.acquire.Arrival.Input;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;

/** Reports of killings, with the records that they would have; each sentence tells of one. */
final class Story {
    private static final String[] STATES = {"MLI", "NER", "BFA"};

    private final StringBuilder text = new StringBuilder();
    private final List<String> events = new ArrayList<>();
    private final List<String> harms = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private final List<String> uids = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private String sources = "";
    private String targets = "";
    private String type = "ASSAULT";
    private @Nullable String mode = "firearms";

    /** What follows was done by one state to another. */
    Story between(String source, String target) {
        sources = "{\"actor\":\"%s\",\"span\":null}".formatted(source);
        targets = "{\"actor\":\"%s\",\"span\":null}".formatted(target);
        return this;
    }

    /** What follows is of this type. */
    Story type(String name, @Nullable String kind) {
        type = name;
        mode = kind;
        return this;
    }

    /** The last thing told answered the one before it. */
    Story inReturn() {
        links.add(
                "{\"type\":\"retaliation-for\",\"from\":\"e%d\",\"to\":\"e%d\",\"span\":null}"
                        .formatted(events.size(), events.size() - 1));
        return this;
    }

    /** Adds a sentence: so many were killed there on that day. */
    Story killing(String place, String country, String day, int killed) {
        int n = events.size() + 1;
        int start = text.length();
        String sentence = "Gunmen killed " + killed + " people in " + place + " on " + day + ".";
        text.append(sentence).append('\n');
        String whole = span(start, sentence);
        String trigger = span(start + sentence.indexOf("killed"), "killed");
        String at = span(start + sentence.indexOf(place), place);
        String on = span(start + sentence.indexOf(day), day);
        String count = span(start + sentence.indexOf(" " + killed) + 1, killed + " people");
        places.add(
                """
                {"id":"p%d","name":"%s","kind":"settlement","country":"%s","admin1":null,"latitude":null,\
                "longitude":null,"geonameId":null,"precision":"exact","mentions":[%s]}\
                """
                        .formatted(n, place, country, at));
        times.add(
                """
                {"id":"t%d","span":%s,"start":"%s","end":"%s","granularity":"day","modifier":null,\
                "timex":{"type":"DATE","value":"%s"}}\
                """
                        .formatted(n, on, day, day, day));
        harms.add(
                """
                {"id":"h%d","event":"e%d","outcome":"killed","victims":{"actor":null,"category":"civilian",\
                "span":%s},"count":{"low":%d,"best":%d,"high":%d,"span":%s},"place":null,"partOf":null,\
                "derived":null}\
                """
                        .formatted(n, n, count, killed, killed, killed, count));
        events.add(
                """
                {"id":"e%d","uid":"UID%d","type":"%s","mode":%s,"cameo":"190","acled":null,\
                "contexts":[],"factuality":"happened","certainty":"certain","mentions":[{"trigger":%s,\
                "sentence":%s,"rule":"kill"}],"sources":[%s],"targets":[%s],"objects":[],"instruments":[],\
                "time":"t%d","places":[{"place":"p%d","span":%s,"count":null}],"harms":["h%d"],\
                "text":"Gunmen killed %d people in %s on %s"}\
                """
                        .formatted(
                                n,
                                n,
                                type,
                                mode == null ? "null" : "\"" + mode + "\"",
                                trigger,
                                whole,
                                sources,
                                targets,
                                n,
                                n,
                                at,
                                n,
                                killed,
                                place,
                                day));
        uids.add("UID" + n);
        return this;
    }

    private static String span(int start, String words) {
        return "{\"start\":%d,\"end\":%d,\"text\":\"%s\"}"
                .formatted(start, start + words.length(), words);
    }

    ReadReport in(String file, String outlet, String published) {
        String words = text.toString();
        String id = Report.idOf(published, words);
        Report report =
                new Report(id, file, file, outlet, null, null, published, null, "en", words);
        String all = String.join(",", events);
        for (int n = uids.size(); n >= 1; n--) {
            String uid = Report.idOf(id, "event " + n);
            all = all.replace("\"UID" + n + "\"", "\"" + uid + "\"");
        }
        String record =
                """
                {"casus":1,"document":{"id":"%s","key":"%s","uri":"%s","outlet":"%s","title":null,"author":null,\
                "published":"%s","category":null,"language":"en","text":"%s"},"actors":[%s],"places":[%s],"times":[%s],\
                "events":[%s],"harms":[%s],"claims":[],"relations":[],"links":[%s],"warnings":[]}\
                """
                        .formatted(
                                id,
                                file,
                                file,
                                outlet,
                                published,
                                words.replace("\n", "\\n"),
                                String.join(",", states()),
                                String.join(",", places),
                                String.join(",", times),
                                all,
                                String.join(",", harms),
                                String.join(",", links));
        return ReadReport.of(report, new Input(file, null), record);
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>();
        for (String state : STATES) {
            states.add(
                    """
                    {"id":"%s","name":"%s","kind":"state","country":"%s","sectors":["GOV"],"entity":"%s",\
                    "memberOf":[],"mentions":[]}\
                    """
                            .formatted(state, state, state, state));
        }
        return states;
    }

    /** Reports of half a year of strikes, threats and demands between a few states. */
    static List<ReadReport> war(long seed, int count) {
        String[][] kinds = {
            {"ASSAULT", "aerial"},
            {"ASSAULT", "firearms"},
            {"THREATEN", "violence"},
            {"REQUEST", null},
            {"REJECT", null},
            {"RETREAT", "ceasefire"}
        };
        Random random = new Random(seed);
        List<ReadReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Story story = new Story();
            int month = 1 + random.nextInt(6);
            int day = 2 + random.nextInt(24);
            int sentences = 1 + random.nextInt(3);
            for (int s = 0; s < sentences; s++) {
                int by = random.nextInt(STATES.length);
                int on = (by + 1 + random.nextInt(STATES.length - 1)) % STATES.length;
                String[] kind = kinds[random.nextInt(kinds.length)];
                story.between(STATES[by], STATES[on])
                        .type(String.valueOf(kind[0]), kind[1])
                        .killing(
                                "Town" + random.nextInt(30),
                                STATES[on],
                                "2013-%02d-%02d".formatted(month, Math.max(1, day - s)),
                                1 + random.nextInt(25));
                if (s > 0 && random.nextBoolean()) {
                    story.inReturn();
                }
            }
            reports.add(
                    story.in(
                            "w" + random.nextInt(count * 4 / 5) + ".txt",
                            "Outlet " + random.nextInt(5),
                            "2013-%02d-%02dT%02d:%02d:00"
                                    .formatted(month, day + 1, i / 60 % 24, i % 60)));
        }
        return reports;
    }

    /**
     * Reports of a month in which much happened in few towns: versions, copies, numbers that
     * differ, background. The same for the same seed.
     */
    static List<ReadReport> month(long seed, int count) {
        String[] towns = {"Gao", "Kidal", "Mopti", "Menaka", "Sevare"};
        Random random = new Random(seed);
        List<ReadReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Story story = new Story();
            int sentences = 1 + random.nextInt(3);
            int day = 2 + random.nextInt(24);
            for (int s = 0; s < sentences; s++) {
                story.killing(
                        towns[random.nextInt(towns.length)],
                        "MLI",
                        "2013-03-%02d".formatted(Math.max(1, day - random.nextInt(3))),
                        3 + random.nextInt(6));
            }
            // Few files and many reports: some of them are new versions of others.
            reports.add(
                    story.in(
                            "r" + random.nextInt(count * 4 / 5) + ".txt",
                            "Outlet " + random.nextInt(5),
                            "2013-03-%02dT%02d:%02d:00".formatted(day + 1, i / 60 % 24, i % 60)));
        }
        return reports;
    }
}
