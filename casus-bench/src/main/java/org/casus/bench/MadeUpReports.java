package org.casus.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import org.casus.acquire.Arrival.Input;
import org.casus.model.Report;
import org.casus.store.ReadReport;

/**
 * Reports of a made-up world with the records that they would have: each tells of three incidents,
 * and an incident is told by one report, two or three. The same for the same number of incidents.
 */
final class MadeUpReports implements Iterator<ReadReport> {
    private static final int EVENTS = 3;
    private static final int TOWNS = 4_000;
    private static final int COUNTRIES = 60;
    private static final int GROUPS = 200;
    private static final int DAYS = 20 * 365;
    private static final String[] TYPES = {
        "ASSAULT", "ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "THREATEN", "PROTEST", "REQUEST"
    };
    private static final String[] MODES = {
        "firearms", "explosives", "aerial", "heavy-weapons", "arrest", "violence", "demo", "cease"
    };
    private static final String[] VERBS = {
        "shot", "bombed", "struck", "shelled", "arrested", "threatened", "marched against", "asked"
    };
    private static final String[] THINGS = {
        "market", "school", "bridge", "hospital", "checkpoint", "mosque", "convoy", "barracks",
        "bank", "embassy", "hotel", "pipeline", "station", "village", "court", "bus"
    };

    private final int incidents;
    private final Random random;
    private final List<Deed> waiting = new ArrayList<>();
    private int made;
    private int reports;

    private record Deed(
            int town, LocalDate day, int kind, int killed, int doer, int sufferer, String thing) {}

    MadeUpReports(int incidents) {
        this.incidents = incidents;
        this.random = new Random(incidents);
    }

    static String country(int n) {
        return "" + (char) ('A' + n / 26) + (char) ('A' + n % 26) + "X";
    }

    @Override
    public boolean hasNext() {
        return made < incidents || !waiting.isEmpty();
    }

    @Override
    public ReadReport next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (waiting.size() < 40 * EVENTS && made < incidents) {
            made++;
            int town = (int) (TOWNS * Math.pow(random.nextDouble(), 2));
            Deed deed =
                    new Deed(
                            town,
                            LocalDate.of(1998, 1, 1).plusDays(random.nextInt(DAYS)),
                            random.nextInt(TYPES.length),
                            1 + (int) (40 * Math.pow(random.nextDouble(), 3)),
                            town % 50 + random.nextInt(GROUPS - 50),
                            random.nextInt(GROUPS),
                            THINGS[random.nextInt(THINGS.length)]);
            for (int told = random.nextInt(3); told >= 0; told -= 2 - told % 2) {
                waiting.add(deed);
            }
        }
        List<Deed> told = new ArrayList<>();
        for (int n = 0; n < EVENTS && !waiting.isEmpty(); n++) {
            Deed deed = waiting.remove(random.nextInt(waiting.size()));
            if (!told.contains(deed)) {
                told.add(deed);
            }
        }
        return new Writer(told).report(++reports);
    }

    /** Writes one report and its record. */
    private final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<String> actors = new ArrayList<>();
        private final List<String> places = new ArrayList<>();
        private final List<String> times = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<String> harms = new ArrayList<>();
        private LocalDate last = LocalDate.MIN;

        Writer(List<Deed> deeds) {
            deeds.forEach(this::tell);
        }

        private void tell(Deed deed) {
            int n = events.size() + 1;
            int start = text.length();
            int dead = Math.max(1, deed.killed() + random.nextInt(3) - 1);
            String town = "Town" + deed.town();
            String doer = "Group" + deed.doer();
            String sufferer = "Group" + deed.sufferer();
            String verb = VERBS[deed.kind()];
            String sentence =
                    String.format(
                            Locale.ROOT,
                            "%s %s %s at the %s of %s on %s and killed %d people.",
                            doer,
                            verb,
                            sufferer,
                            deed.thing(),
                            town,
                            deed.day(),
                            dead);
            text.append(sentence).append('\n');
            actors.add(actor("a" + n, doer, span(start, sentence, doer)));
            actors.add(actor("b" + n, sufferer, span(start, sentence, sufferer)));
            places.add(
                    format(
                            "{'id':'p%d','name':'%s','kind':'settlement','country':'%s','admin1':null,'latitude':%.4f,"
                                + "'longitude':%.4f,'geonameId':%d,'precision':'exact','mentions':[%s]}",
                            n,
                            town,
                            country(deed.town() % COUNTRIES),
                            -40 + deed.town() % 80 + deed.town() / 100_000.0,
                            -170 + deed.town() % 340 + 0.5,
                            1 + deed.town(),
                            span(start, sentence, town)));
            times.add(
                    format(
                            "{'id':'t%d','span':%s,'start':'%s','end':'%s','granularity':'day','modifier':null,"
                                + "'timex':{'type':'DATE','value':'%s'}}",
                            n,
                            span(start, sentence, deed.day().toString()),
                            deed.day(),
                            deed.day(),
                            deed.day()));
            harms.add(
                    format(
                            "{'id':'h%d','event':'e%d','outcome':'killed','victims':{'actor':null,'category':'unknown',"
                                + "'span':%s},'count':{'low':%d,'best':%d,'high':%d,'span':%s},'place':null,"
                                + "'partOf':null,'derived':null}",
                            n,
                            n,
                            span(start, sentence, "people"),
                            dead,
                            dead,
                            dead,
                            span(start, sentence, dead + " people")));
            events.add(
                    format(
                            "{'id':'e%d','uid':'UID%d','type':'%s','mode':'%s','cameo':'190','acled':null,'contexts':"
                                + "['military'],'factuality':'happened','certainty':'certain','mentions':[{'trigger':%s,'sentence':%s,'rule':'made"
                                + " up'}],'sources':[{'actor':'a%d','span':null}],'targets':"
                                + "[{'actor':'b%d','span':null}],'objects':[],'instruments':[],'time':'t%d','places':"
                                + "[{'place':'p%d','span':%s,'count':null}],'harms':['h%d'],'text':'%s'}",
                            n,
                            n,
                            TYPES[deed.kind()],
                            MODES[deed.kind()],
                            span(start, sentence, verb),
                            span(start, sentence, sentence),
                            n,
                            n,
                            n,
                            n,
                            span(start, sentence, town),
                            n,
                            sentence));
            last = last.isAfter(deed.day()) ? last : deed.day();
        }

        private String actor(String id, String name, String mention) {
            return format(
                    "{'id':'%s','name':'%s','kind':'group','country':null,'sectors':['REB'],'entity':'%s','memberOf':[],"
                        + "'mentions':[%s]}",
                    id, name, name.toLowerCase(Locale.ROOT), mention);
        }

        private String span(int start, String sentence, String words) {
            int at = start + sentence.indexOf(words);
            return format("{'start':%d,'end':%d,'text':'%s'}", at, at + words.length(), words);
        }

        private String format(String form, Object... values) {
            return String.format(Locale.ROOT, form, values).replace('\'', '"');
        }

        ReadReport report(int number) {
            String published = last.plusDays(1 + random.nextInt(2)).toString();
            String file = "report-" + number + ".txt";
            String words = text.toString();
            String id = Report.idOf(published, words);
            Report report =
                    new Report(
                            id,
                            file,
                            file,
                            "Paper " + number % 40,
                            null,
                            null,
                            published,
                            null,
                            "en",
                            words);
            String all = String.join(",", events);
            for (int n = events.size(); n >= 1; n--) {
                all = all.replace("UID" + n + "\"", Report.idOf(id, "event " + n) + "\"");
            }
            String record =
                    format(
                                    "{'casus':1,'document':{'id':'%s','key':'%s','uri':'%s','outlet':'%s','title':null,"
                                        + "'author':null,'published':'%s','category':null,'language':'en','text':'%s'},",
                                    id,
                                    file,
                                    file,
                                    "Paper " + number % 40,
                                    published,
                                    words.replace("\n", "\\n"))
                            + "\"actors\":["
                            + String.join(",", actors)
                            + "],\"places\":["
                            + String.join(",", places)
                            + "],\"times\":["
                            + String.join(",", times)
                            + "],\"events\":["
                            + all
                            + "],\"harms\":["
                            + String.join(",", harms)
                            + "],\"claims\":[],\"relations\":[],\"links\":[],\"warnings\":[]}";
            return ReadReport.of(report, new Input(file, null), record);
        }
    }
}
