package org.casus;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a record against the definition of records, version 1, and says what is wrong with it. */
final class RecordContract {
    private static final Set<String> TYPES =
            words(
                    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT ACCUSE REQUEST REJECT"
                        + " THREATEN PROTEST MOBILIZE SANCTION COERCE ASSAULT SAY.CLAIM SAY.DENY");

    private static final Map<String, Set<String>> MODES =
            Map.ofEntries(
                    entry("CONSULT", words("visit third-party multilateral phone")),
                    entry("RETREAT", words("withdraw release disarm ceasefire access resign")),
                    entry("REQUEST", words("assist change yield meet")),
                    entry("REJECT", words("assist change yield meet")),
                    entry("ACCUSE", words("disapprove investigate allege")),
                    entry(
                            "THREATEN",
                            words("restrict ban arrest relations expel territory violence")),
                    entry("PROTEST", words("demo riot strike hunger boycott obstruct vandalize")),
                    entry("SANCTION", words("convict expel withdraw discontinue")),
                    entry("MOBILIZE", words("troops weapons police militia")),
                    entry(
                            "COERCE",
                            words(
                                    "seize restrict ban censor curfew martial-law arrest deport"
                                            + " withhold misinformation cyber")),
                    entry(
                            "ASSAULT",
                            words(
                                    "abduct beat torture sexual targeted destroy primitive firearms"
                                        + " explosives suicide-attack aerial drone heavy-weapons"
                                        + " crowd-control unconventional")));

    /**
     * What each key must hold: {@code ?} may be null; a list has any number of its one element;
     * {@code =a|b} is one of these words; {@code #eh} the id of an event or a harm; {@code e1} the
     * id that is due.
     */
    private static final Map<String, @Nullable Object> RECORD =
            Json.object(
"""
{"casus": "int",
 "document": {
  "id": "text", "key": "text", "uri": "text?", "outlet": "text?", "title": "text?",
  "author": "text?", "published": "date?", "category": "text?", "language": "text?",
  "text": "any text"
 },
 "actors": [{
  "id": "a1", "name": "text", "kind": "=person|group|organization|state|population|unknown",
  "country": "code?", "sectors": ["code"], "entity": "text?", "memberOf": ["#a"],
  "mentions": ["span"]
 }],
 "places": [{
  "id": "p1", "name": "text", "kind": "=site|settlement|admin|country|region|water",
  "country": "code?", "admin1": "text?", "latitude": "number?", "longitude": "number?",
  "geonameId": "int?", "precision": "=exact|near|admin2|admin1|region|country|none",
  "mentions": ["span"],
  "candidates": [{
   "name": "text", "country": "code?", "admin1": "text?",
   "latitude": "number?", "longitude": "number?", "geonameId": "int?"
  }]
 }],
 "times": [{
  "id": "t1", "span": "span", "start": "date?", "end": "date?",
  "granularity": "=minute|hour|daypart|day|week|month|season|year|decade|null",
  "modifier": "=before|after|about|since|until|null",
  "timex": {"type": "=DATE|TIME|DURATION|SET", "value": "text"}
 }],
 "events": [{
  "id": "e1", "uid": "text", "type": "text", "mode": "text?", "cameo": "text?",
  "acled": "=Armed clash|Government regains territory|Non-state actor overtakes territory|\
Peaceful protest|Protest with intervention|Excessive force against protesters|\
Violent demonstration|Mob violence|Chemical weapon|Air/drone strike|Suicide bomb|\
Shelling/artillery/missile attack|Remote explosive/landmine/IED|Grenade|Sexual violence|Attack|\
Abduction/forced disappearance|Agreement|Arrests|Change to group/activity|Disrupted weapons use|\
Headquarters or base established|Looting/property destruction|\
Non-violent transfer of territory|Other|null",
  "contexts": ["text"],
  "factuality": "=happened|ongoing|attempted|planned|threatened|demanded|possible|hypothetical|\
not-happened",
  "certainty": "=certain|probable|possible",
  "mentions": [{"trigger": "span", "sentence": "span", "rule": "text"}],
  "sources": [{"actor": "#a?", "span": "span?"}],
  "targets": [{"actor": "#a?", "span": "span?"}],
  "objects": [{
   "kind": "=site|vehicle|infrastructure|weapon|other", "name": "text?", "span": "span?",
   "count": "count?", "effect": "text?"
  }],
  "instruments": [{"kind": "text?", "name": "text?", "span": "span?"}],
  "time": "#t?", "places": [{"place": "#p", "span": "span?", "count": "count?"}],
  "harms": ["#h"], "text": "text"
 }],
 "harms": [{
  "id": "h1", "event": "#e", "outcome": "=killed|injured|missing|abducted|detained|displaced",
  "victims": {
   "actor": "#a?",
   "category": "=civilian|combatant|police|official|journalist|aid-worker|contractor|child|unknown",
   "span": "span?"
  },
  "count": "count?", "place": "#p?", "partOf": "#h?", "derived": "derived?"
 }],
 "claims": [{
  "id": "c1", "about": ["#ehrl"],
  "stance": "=asserts|denies|doubts|confirms|accuses|demands|threatens|warns",
  "chain": [{"actor": "#a?", "source": "span?", "cue": "span?", "content": "span?"}],
  "content": "span?", "quoted": "flag", "hedges": ["span"]
 }],
 "relations": [{
  "id": "r1", "type": "=supports|controls|allied-with|fights|truce-with|connected-to",
  "from": "#a", "to": "#ap", "time": "#t?", "status": "=holds|ended", "span": "span?"
 }],
 "links": [{
  "id": "l1", "type": "=retaliation-for|caused-by|part-of|before|after|despite|about",
  "from": "#ehrl", "to": "#ehrl", "span": "span?"
 }],
 "warnings": ["text"]}
""");

    private static final Map<String, @Nullable Object> COUNT =
            Json.object(
                    "{\"low\":\"int?\",\"best\":\"int?\",\"high\":\"int?\",\"span\":\"span?\"}");
    private static final Map<String, @Nullable Object> DERIVED =
            Json.object("{\"from\":[\"#h\"],\"how\":\"text\"}");

    private final Map<String, @Nullable Object> record;
    private final int[] text;
    private final Set<String> ids = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private RecordContract(Map<String, @Nullable Object> record) {
        this.record = record;
        Object words = ((Map<?, ?>) Objects.requireNonNull(record.get("document"))).get("text");
        this.text = words instanceof String s ? s.codePoints().toArray() : new int[0];
        for (Object things : record.values()) {
            if (things instanceof List<?> list) {
                list.stream()
                        .filter(Map.class::isInstance)
                        .map(x -> ((Map<?, ?>) x).get("id"))
                        .filter(String.class::isInstance)
                        .forEach(id -> ids.add((String) id));
            }
        }
    }

    /** What is wrong with a record, one line of JSON; empty when it keeps the contract. */
    static List<String> problems(String line) {
        RecordContract contract = new RecordContract(Json.object(line));
        contract.object("", contract.record, RECORD);
        if (contract.problems.isEmpty()) {
            contract.across();
        }
        return contract.problems;
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    private void expect(boolean good, String where, String what) {
        if (!good) {
            problems.add(where + ": " + what);
        }
    }

    private void walk(String where, @Nullable Object value, @Nullable Object want) {
        if (want instanceof Map<?, ?> shape) {
            object(where, value, shape);
        } else if (want instanceof String words && words.startsWith("=")) {
            expect(
                    List.of(words.substring(1).split("\\|")).contains(String.valueOf(value)),
                    where,
                    value + " is not in the vocabulary");
        } else if (want instanceof List<?> of && value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(where + "[" + i + "]", list.get(i), of.get(0));
            }
        } else if (want instanceof String kind) {
            if (value != null || !kind.endsWith("?")) {
                plain(where, value, kind.replace("?", ""));
            }
        } else {
            expect(false, where, value + " is not a list");
        }
    }

    private void object(String where, @Nullable Object value, Map<?, ?> shape) {
        if (!(value instanceof Map<?, ?> object)) {
            expect(false, where, value + " is not an object");
            return;
        }
        expect(
                List.copyOf(object.keySet()).equals(List.copyOf(shape.keySet())),
                where,
                "has the keys " + object.keySet());
        shape.forEach(
                (key, want) ->
                        walk(
                                where.isEmpty() ? "" + key : where + "." + key,
                                object.get(key),
                                want));
    }

    private void plain(String where, @Nullable Object value, String kind) {
        if (kind.startsWith("#")) {
            boolean known =
                    value instanceof String id
                            && kind.indexOf(id.charAt(0)) > 0
                            && ids.contains(id);
            expect(known, where, value + " is the id of nothing that belongs here");
            return;
        }
        boolean good =
                switch (kind) {
                    case "any text" -> value instanceof String;
                    case "text" -> value instanceof String s && !s.isBlank();
                    case "code" -> value instanceof String s && s.matches("[A-Z]{3}");
                    case "date" ->
                            value instanceof String s
                                    && s.matches(
                                            "\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d(:\\d\\d(:\\d\\d)?)?"
                                                    + "(Z|[+-]\\d\\d:?\\d\\d)?)?)?)?");
                    case "int" -> value instanceof Integer;
                    case "number" -> value instanceof Number;
                    case "flag" -> value instanceof Boolean;
                    case "span" -> span(value);
                    case "count" -> {
                        object(where, value, COUNT);
                        yield value instanceof Map<?, ?> count && inOrder(count);
                    }
                    case "derived" -> {
                        object(where, value, DERIVED);
                        yield true;
                    }
                    default -> (kind.charAt(0) + "" + (turn(where) + 1)).equals(value);
                };
        expect(good, where, value + " is not " + kind);
    }

    /** The first index of a path: 2 of {@code events[2].id}. */
    private static int turn(String where) {
        return Integer.parseInt(where.substring(where.indexOf('[') + 1, where.indexOf(']')));
    }

    private boolean span(@Nullable Object value) {
        return value instanceof Map<?, ?> span
                && span.get("start") instanceof Integer start
                && span.get("end") instanceof Integer end
                && 0 <= start
                && start < end
                && end <= text.length
                && new String(text, start, end - start).equals(span.get("text"));
    }

    private static boolean inOrder(Map<?, ?> count) {
        List<Integer> known =
                Stream.of("low", "best", "high")
                        .map(count::get)
                        .filter(Integer.class::isInstance)
                        .map(Integer.class::cast)
                        .toList();
        return !known.isEmpty()
                && known.get(0) >= 0
                && known.stream().sorted().toList().equals(known);
    }

    // ---- what only shows between the parts

    private void across() {
        expect(Objects.equals(record.get("casus"), 1), "casus", "is not version 1");
        Map<Object, Object> owner = new HashMap<>();
        list("harms").forEach(h -> owner.put(get(h, "id"), get(h, "event")));
        Set<Object> uids = new HashSet<>();
        Set<Object> listed = new HashSet<>();
        for (Map<?, ?> e : list("events")) {
            String where = get(e, "id").toString();
            Object mode = e.get("mode");
            boolean fits =
                    mode == null || MODES.getOrDefault(get(e, "type"), Set.of()).contains(mode);
            expect(fits, where, mode + " is not a mode of " + e.get("type"));
            expect(TYPES.contains(get(e, "type")), where, e.get("type") + " is no type");
            expect(!((List<?>) get(e, "mentions")).isEmpty(), where, "is mentioned nowhere");
            expect(uids.add(get(e, "uid")), where, "uid " + e.get("uid") + " is there twice");
            for (Object h : (List<?>) get(e, "harms")) {
                listed.add(h);
                expect(Objects.equals(owner.get(h), e.get("id")), where, "lists another's " + h);
            }
        }
        for (Map<?, ?> h : list("harms")) {
            String where = get(h, "id").toString();
            boolean itself =
                    where.equals(h.get("partOf"))
                            || h.get("derived") instanceof Map<?, ?> d
                                    && ((List<?>) get(d, "from")).contains(where);
            expect(!itself, where, "is part of, or derived from, itself");
            expect(listed.contains(where), where, "is not listed by " + h.get("event"));
        }
        for (Map<?, ?> p : list("places")) {
            boolean onGlobe =
                    p.get("latitude") == null && p.get("longitude") == null
                            || p.get("latitude") instanceof Number latitude
                                    && p.get("longitude") instanceof Number longitude
                                    && Math.abs(latitude.doubleValue()) <= 90
                                    && Math.abs(longitude.doubleValue()) <= 180;
            expect(onGlobe, get(p, "id").toString(), "is nowhere on the globe");
        }
        for (Map<?, ?> t : list("times")) {
            boolean forward =
                    !(t.get("start") instanceof String start
                            && t.get("end") instanceof String end
                            && day(start).compareTo(day(end)) > 0);
            expect(forward, get(t, "id").toString(), "starts after it ends");
        }
        actorsOnce();
    }

    /** No words are a mention of two actors. */
    private void actorsOnce() {
        Map<Object, Object> seen = new HashMap<>();
        for (Map<?, ?> a : list("actors")) {
            for (Object span : (List<?>) get(a, "mentions")) {
                Object other = seen.putIfAbsent(span, get(a, "id"));
                expect(other == null, get(a, "id").toString(), "shares " + span + " with " + other);
            }
        }
    }

    private List<Map<?, ?>> list(String key) {
        return ((List<?>) Objects.requireNonNull(record.get(key)))
                .stream().<Map<?, ?>>map(x -> (Map<?, ?>) x).toList();
    }

    private static Object get(Map<?, ?> object, String key) {
        return Objects.requireNonNull(object.get(key));
    }

    private static String day(String time) {
        return time.substring(0, Math.min(10, time.length()));
    }
}
