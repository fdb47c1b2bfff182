package org.casus.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Claim;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Place;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record, version 1, back into the accounts of its events. */
public final class RecordReader {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What a pronoun is called never helps to recognize anybody. */
    private static final Set<String> PRONOUNS =
            Set.of(
                    "i",
                    "me",
                    "my",
                    "we",
                    "us",
                    "our",
                    "you",
                    "your",
                    "he",
                    "him",
                    "his",
                    "she",
                    "her",
                    "it",
                    "its",
                    "they",
                    "them",
                    "their",
                    "who",
                    "whom",
                    "whose",
                    "which",
                    "that",
                    "this",
                    "these",
                    "those",
                    "himself",
                    "herself",
                    "itself",
                    "themselves",
                    "both",
                    "some",
                    "others",
                    "one",
                    "all");

    private static final Map<String, Account.Blame> BLAME =
            Map.of(
                    "SAY.CLAIM", Account.Blame.CLAIMED,
                    "SAY.DENY", Account.Blame.DENIED,
                    "ACCUSE", Account.Blame.ATTRIBUTED);

    /** A longer description says little that a shorter one does not. */
    private static final int LONGEST_NAME = 60;

    private static final int MOST_NAMES = 8;

    private final JsonNode record;
    private final Map<String, JsonNode> things = new HashMap<>();
    private final Account.Document document;

    private RecordReader(JsonNode record) {
        this.record = record;
        for (String list : List.of("actors", "places", "times", "events", "harms")) {
            for (JsonNode thing : record.path(list)) {
                things.put(thing.path("id").stringValue(""), thing);
            }
        }
        this.document = document(record.path("document"));
    }

    /**
     * The accounts of all events of a record, in its order.
     *
     * @param line one line of {@code casus read --format jsonl}
     * @throws IllegalArgumentException if the line is no record, or of a version not known here
     */
    public static List<Account> accounts(String line) {
        JsonNode record;
        try {
            record = MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a record: " + e.getOriginalMessage(), e);
        }
        int version = record.path("casus").intValue(0);
        if (version != RecordWriter.VERSION) {
            throw new IllegalArgumentException(
                    version == 0
                            ? "not a record: it has no key \"casus\" with a version"
                            : "a record of version "
                                    + version
                                    + ", but only version "
                                    + RecordWriter.VERSION
                                    + " can be read");
        }
        return new RecordReader(record).accounts();
    }

    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode event : record.path("events")) {
            accounts.add(account(event));
        }
        return accounts;
    }

    private Account.Document document(JsonNode d) {
        Set<String> people = new LinkedHashSet<>();
        Set<String> organizations = new LinkedHashSet<>();
        Set<String> locations = new LinkedHashSet<>();
        for (JsonNode actor : record.path("actors")) {
            String name = text(actor, "name");
            boolean named = name != null && name.codePoints().anyMatch(Character::isUpperCase);
            if (named && isName(actor)) {
                boolean person = "person".equals(text(actor, "kind"));
                (person ? people : organizations).add(name);
            }
        }
        for (JsonNode place : record.path("places")) {
            String name = text(place, "name");
            if (name != null) {
                locations.add(name);
            }
        }
        String id = needed(d, "id");
        return new Account.Document(
                id,
                d.path("key").stringValue(id),
                text(d, "uri"),
                text(d, "outlet"),
                text(d, "title"),
                text(d, "published"),
                id,
                List.copyOf(people),
                List.copyOf(organizations),
                List.copyOf(locations));
    }

    private static boolean isName(JsonNode actor) {
        if (text(actor, "entity") != null) {
            return true;
        }
        String name = text(actor, "name");
        if (name == null || name.isEmpty()) {
            return false;
        }
        // Descriptions that begin a sentence have one capital and no more.
        String[] words = name.split(" ");
        return Character.isUpperCase(words[words.length - 1].codePointAt(0));
    }

    private Account account(JsonNode e) {
        Map<String, Integer> tolls = new HashMap<>();
        for (JsonNode h : e.path("harms")) {
            tolls.put(h.stringValue(""), tolls.size());
        }
        String id = needed(e, "id");
        return new Account(
                document,
                id,
                needed(e, "uid"),
                needed(e, "type"),
                text(e, "mode"),
                text(e, "cameo"),
                text(e, "acled"),
                strings(e.path("contexts")),
                constant(Factuality.class, needed(e, "factuality")),
                constant(Factuality.Certainty.class, needed(e, "certainty")),
                list(
                        e.path("mentions"),
                        m ->
                                new Account.Mention(
                                        neededQuote(m, "trigger"),
                                        neededQuote(m, "sentence"),
                                        m.path("rule").stringValue(""))),
                parties(e.path("sources")),
                parties(e.path("targets")),
                list(
                        e.path("objects"),
                        o ->
                                new Account.Thing(
                                        o.path("kind").stringValue("other"),
                                        text(o, "name"),
                                        number(o.path("count")),
                                        text(o, "effect"),
                                        quote(o.path("span")))),
                list(
                        e.path("instruments"),
                        i ->
                                new Account.Tool(
                                        text(i, "kind"), text(i, "name"), quote(i.path("span")))),
                when(thing(e, "time")),
                places(e.path("places")),
                tolls(tolls),
                statements(id, tolls),
                charges(id),
                ties(id),
                e.path("text").stringValue(""));
    }

    private List<Account.Party> parties(JsonNode roles) {
        List<Account.Party> parties = new ArrayList<>();
        for (JsonNode role : roles) {
            Account.Party party = party(thing(role, "actor"), quote(role.path("span")));
            if (party != null) {
                parties.add(party);
            }
        }
        return parties;
    }

    private Account.@Nullable Party party(@Nullable JsonNode actor, Account.@Nullable Quote quote) {
        if (actor == null) {
            return null;
        }
        String name = actor.path("name").stringValue("");
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode mention : actor.path("mentions")) {
            String said = mention.path("text").stringValue("");
            if (!said.equals(name)
                    && said.length() <= LONGEST_NAME
                    && names.size() < MOST_NAMES
                    && !PRONOUNS.contains(said.toLowerCase(Locale.ROOT))) {
                names.add(said);
            }
        }
        List<String> bodies = new ArrayList<>();
        for (JsonNode body : actor.path("memberOf")) {
            JsonNode whole = things.get(body.stringValue(""));
            if (whole != null) {
                String entity = text(whole, "entity");
                bodies.add(entity != null ? entity : whole.path("name").stringValue(""));
            }
        }
        return new Account.Party(
                name,
                constant(Actor.Kind.class, actor.path("kind").stringValue("unknown")),
                text(actor, "country"),
                strings(actor.path("sectors")),
                text(actor, "entity"),
                bodies,
                List.copyOf(names),
                quote);
    }

    private static Account.@Nullable When when(@Nullable JsonNode t) {
        if (t == null) {
            return null;
        }
        String granularity = text(t, "granularity");
        String modifier = text(t, "modifier");
        return new Account.When(
                text(t, "start"),
                text(t, "end"),
                granularity == null ? null : constant(Time.Granularity.class, granularity),
                modifier == null ? null : constant(Time.Modifier.class, modifier),
                text(t.path("timex"), "value"),
                quote(t.path("span")));
    }

    private List<Account.Where> places(JsonNode ats) {
        List<Account.Where> places = new ArrayList<>();
        for (JsonNode at : ats) {
            JsonNode p = thing(at, "place");
            if (p != null) {
                JsonNode id = p.path("geonameId");
                places.add(
                        new Account.Where(
                                p.path("name").stringValue(""),
                                constant(Place.Kind.class, p.path("kind").stringValue("region")),
                                text(p, "country"),
                                text(p, "admin1"),
                                degrees(p, "latitude"),
                                degrees(p, "longitude"),
                                id.isNumber() ? Integer.valueOf(id.intValue()) : null,
                                constant(
                                        Place.Precision.class,
                                        p.path("precision").stringValue("none")),
                                number(at.path("count")),
                                quote(at.path("span"))));
            }
        }
        return places;
    }

    private List<Account.Toll> tolls(Map<String, Integer> indices) {
        List<Account.Toll> tolls = new ArrayList<>();
        indices.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(
                        entry -> {
                            JsonNode h = things.get(entry.getKey());
                            if (h == null) {
                                throw new IllegalArgumentException(
                                        "not a record: no harm has the id " + entry.getKey());
                            }
                            tolls.add(toll(h, indices));
                        });
        return tolls;
    }

    private Account.Toll toll(JsonNode h, Map<String, Integer> indices) {
        JsonNode victims = h.path("victims");
        JsonNode actor = thing(victims, "actor");
        JsonNode place = thing(h, "place");
        JsonNode derived = h.path("derived");
        String whole = text(h, "partOf");
        return new Account.Toll(
                constant(Harm.Outcome.class, needed(h, "outcome")),
                actor == null ? null : text(actor, "name"),
                victims.path("category").stringValue("unknown"),
                actor == null ? null : text(actor, "country"),
                number(h.path("count")),
                place == null ? null : text(place, "name"),
                whole == null ? null : indices.get(whole),
                derived.isObject() ? derived.path("how").stringValue("derived") : null,
                quote(victims.path("span")));
    }

    private List<Account.Statement> statements(String event, Map<String, Integer> tolls) {
        List<Account.Statement> statements = new ArrayList<>();
        for (JsonNode c : record.path("claims")) {
            boolean aboutEvent = false;
            List<Integer> aboutTolls = new ArrayList<>();
            for (JsonNode about : c.path("about")) {
                String id = about.stringValue("");
                aboutEvent |= id.equals(event);
                Integer toll = tolls.get(id);
                if (toll != null) {
                    aboutTolls.add(toll);
                }
            }
            if (aboutEvent || !aboutTolls.isEmpty()) {
                statements.add(
                        new Account.Statement(
                                constant(Claim.Stance.class, needed(c, "stance")),
                                list(
                                        c.path("chain"),
                                        v -> {
                                            Account.Quote source = quote(v.path("source"));
                                            return new Account.Voice(
                                                    party(thing(v, "actor"), source),
                                                    source,
                                                    quote(v.path("cue")));
                                        }),
                                aboutEvent,
                                aboutTolls,
                                quote(c.path("content")),
                                c.path("quoted").booleanValue(false),
                                list(c.path("hedges"), RecordReader::wholeQuote)));
            }
        }
        return statements;
    }

    /** Claims, denials and accusations of the same report that are about this event. */
    private List<Account.Charge> charges(String event) {
        List<Account.Charge> charges = new ArrayList<>();
        for (JsonNode talk : record.path("events")) {
            Account.Blame blame = BLAME.get(talk.path("type").stringValue(""));
            if (blame == null || !isAbout(talk, event)) {
                continue;
            }
            Account.Quote quote =
                    talk.path("mentions").isEmpty()
                            ? null
                            : quote(talk.path("mentions").path(0).path("trigger"));
            List<Account.Party> speakers = parties(talk.path("sources"));
            boolean accused = blame == Account.Blame.ATTRIBUTED;
            for (Account.Party who : accused ? parties(talk.path("targets")) : speakers) {
                Account.Party by = accused ? speakers.isEmpty() ? null : speakers.get(0) : who;
                charges.add(new Account.Charge(blame, who, by, quote));
            }
        }
        return charges;
    }

    private boolean isAbout(JsonNode talk, String event) {
        String id = text(talk, "id");
        boolean tied = false;
        for (JsonNode l : record.path("links")) {
            if ("about".equals(text(l, "type")) && id != null && id.equals(text(l, "from"))) {
                tied = true;
                if (event.equals(text(l, "to"))) {
                    return true;
                }
            }
        }
        // "Iran denied it": the last thing before that Iran is said to have done.
        return !tied && "SAY.DENY".equals(text(talk, "type")) && event.equals(lastDeedBefore(talk));
    }

    private @Nullable String lastDeedBefore(JsonNode denial) {
        Set<String> speakers = new LinkedHashSet<>();
        for (JsonNode role : denial.path("sources")) {
            speakers.add(role.path("actor").stringValue(""));
        }
        String last = null;
        for (JsonNode e : record.path("events")) {
            if (e == denial) {
                break;
            }
            boolean talk = BLAME.containsKey(e.path("type").stringValue(""));
            for (JsonNode role : e.path("sources")) {
                if (!talk && speakers.contains(role.path("actor").stringValue(""))) {
                    last = text(e, "id");
                }
            }
        }
        return last;
    }

    private List<Account.Tie> ties(String event) {
        List<Account.Tie> ties = new ArrayList<>();
        for (JsonNode l : record.path("links")) {
            JsonNode to = thing(l, "to");
            if (event.equals(text(l, "from")) && to != null && text(to, "uid") != null) {
                ties.add(
                        new Account.Tie(
                                constant(Link.Type.class, needed(l, "type")),
                                needed(to, "uid"),
                                quote(l.path("span"))));
            }
        }
        return ties;
    }

    // ---- how each kind of value is spelled

    private @Nullable JsonNode thing(JsonNode node, String key) {
        String id = text(node, key);
        return id == null ? null : things.get(id);
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() ? value.stringValue() : null;
    }

    private static String needed(JsonNode node, String key) {
        String value = text(node, key);
        if (value == null) {
            throw new IllegalArgumentException("not a record: \"" + key + "\" is missing");
        }
        return value;
    }

    private static List<String> strings(JsonNode array) {
        return list(array, s -> s.stringValue(""));
    }

    private static @Nullable Double degrees(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }

    private static Account.@Nullable Quote quote(JsonNode span) {
        return span.isObject() ? wholeQuote(span) : null;
    }

    private static Account.Quote neededQuote(JsonNode node, String key) {
        JsonNode span = node.path(key);
        if (!span.isObject()) {
            throw new IllegalArgumentException("not a record: \"" + key + "\" is missing");
        }
        return wholeQuote(span);
    }

    private static Account.Quote wholeQuote(JsonNode span) {
        return new Account.Quote(
                span.path("start").intValue(0),
                span.path("end").intValue(0),
                span.path("text").stringValue(""));
    }

    private static Account.@Nullable Amount number(JsonNode count) {
        return count.isObject()
                ? new Account.Amount(
                        whole(count, "low"),
                        whole(count, "best"),
                        whole(count, "high"),
                        quote(count.path("span")))
                : null;
    }

    private static @Nullable Integer whole(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Words.constant(type, word);
    }

    private interface Each<T> {
        T of(JsonNode node);
    }

    private static <T> List<T> list(JsonNode array, Each<T> each) {
        List<T> list = new ArrayList<>();
        for (JsonNode node : array) {
            list.add(each.of(node));
        }
        return list;
    }
}
