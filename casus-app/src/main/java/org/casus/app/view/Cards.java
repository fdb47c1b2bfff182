package org.casus.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.app.view.ReportView.Card;
import org.casus.app.view.ReportView.Row;
import org.casus.app.view.ReportView.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was read in a report, from its record: a card a thing. */
final class Cards {
    private final Map<String, String> incidents;
    private final Map<String, JsonNode> things = new HashMap<>();
    private final List<Card> cards = new ArrayList<>();

    private Cards(JsonNode record, Map<String, String> incidents) {
        this.incidents = incidents;
        for (String kind :
                List.of("actors", "places", "times", "events", "harms", "claims", "relations")) {
            record.path(kind).forEach(thing -> things.put(text(thing, "id"), thing));
        }
    }

    /**
     * @param incidents uids of incidents by those of their accounts
     */
    static List<Card> of(JsonNode record, Map<String, String> incidents) {
        Cards all = new Cards(record, incidents);
        record.path("events").forEach(all::event);
        record.path("harms").forEach(all::harm);
        record.path("claims").forEach(all::claim);
        record.path("actors").forEach(all::actor);
        record.path("places").forEach(all::place);
        record.path("times").forEach(all::moment);
        record.path("relations").forEach(all::relation);
        record.path("links").forEach(all::link);
        return List.copyOf(all.cards);
    }

    private void event(JsonNode event) {
        List<Row> rows = new ArrayList<>();
        row(
                rows,
                "told by",
                values(event.path("mentions"), mention -> words(mention.path("trigger"))));
        row(rows, "who", roles(event.path("sources")));
        row(rows, "to whom", roles(event.path("targets")));
        row(rows, "hit", values(event.path("objects"), object -> words(object.path("span"))));
        row(rows, "with", values(event.path("instruments"), tool -> words(tool.path("span"))));
        row(rows, "when", thing(event, "time"));
        row(
                rows,
                "where",
                values(
                        event.path("places"),
                        at ->
                                new Value(
                                        name(text(at, "place")),
                                        start(at.path("span")),
                                        text(at, "place"))));
        row(
                rows,
                "harm",
                values(
                        event.path("harms"),
                        harm -> new Value(toll(harm.stringValue("")), null, harm.stringValue(""))));
        row(rows, "whether", plain(whether(event)));
        String mode = text(event, "mode");
        cards.add(
                new Card(
                        text(event, "id"),
                        "event",
                        text(event, "text"),
                        Phrases.type(text(event, "type")) + (mode.isEmpty() ? "" : " · " + mode),
                        incidents.get(text(event, "uid")),
                        rows));
    }

    private static String whether(JsonNode event) {
        String factuality = text(event, "factuality");
        String certainty = text(event, "certainty");
        return factuality.replace('-', ' ') + (certainty.equals("certain") ? "" : ", " + certainty);
    }

    private void harm(JsonNode harm) {
        List<Row> rows = new ArrayList<>();
        JsonNode victims = harm.path("victims");
        row(rows, "number", values(List.of(harm.path("count").path("span")), Cards::words));
        row(rows, "victims", values(List.of(victims.path("span")), Cards::words));
        row(rows, "of", thing(harm, "event"));
        row(rows, "part of", thing(harm, "partOf"));
        row(rows, "derived", plain(text(harm.path("derived"), "how")));
        cards.add(
                new Card(
                        text(harm, "id"),
                        "harm",
                        toll(text(harm, "id")),
                        text(victims, "category"),
                        null,
                        rows));
    }

    private void claim(JsonNode claim) {
        List<Row> rows = new ArrayList<>();
        row(
                rows,
                "speaker",
                values(
                        claim.path("chain"),
                        link -> {
                            String actor = text(link, "actor");
                            Value words = words(link.path("source"));
                            return actor.isEmpty()
                                    ? words
                                    : new Value(
                                            name(actor), words == null ? null : words.at(), actor);
                        }));
        row(rows, "says it by", values(claim.path("chain"), link -> words(link.path("cue"))));
        row(rows, "says", values(List.of(claim.path("content")), Cards::words));
        row(rows, "hedged by", values(claim.path("hedges"), Cards::words));
        row(
                rows,
                "about",
                values(
                        claim.path("about"),
                        about ->
                                new Value(
                                        name(about.stringValue("")), null, about.stringValue(""))));
        List<String> speakers = new ArrayList<>();
        for (JsonNode link : claim.path("chain")) {
            String actor = text(link, "actor");
            speakers.add(actor.isEmpty() ? text(link.path("source"), "text") : name(actor));
        }
        cards.add(
                new Card(
                        text(claim, "id"),
                        "claim",
                        speakers.isEmpty()
                                ? "The report itself"
                                : String.join(", citing ", speakers),
                        text(claim, "stance"),
                        null,
                        rows));
    }

    private void actor(JsonNode actor) {
        List<Row> rows = new ArrayList<>();
        row(rows, "country", plain(text(actor, "country")));
        row(
                rows,
                "member of",
                values(
                        actor.path("memberOf"),
                        body -> new Value(name(body.stringValue("")), null, body.stringValue(""))));
        row(rows, "called", values(actor.path("mentions"), Cards::words));
        cards.add(
                new Card(
                        text(actor, "id"),
                        "actor",
                        text(actor, "name"),
                        text(actor, "kind"),
                        null,
                        rows));
    }

    private void place(JsonNode place) {
        List<Row> rows = new ArrayList<>();
        row(rows, "in", plain(join(text(place, "admin1"), text(place, "country"))));
        if (place.path("latitude").isNumber()) {
            row(
                    rows,
                    "at",
                    plain(
                            place.path("latitude").asString("")
                                    + ", "
                                    + place.path("longitude").asString("")));
        }
        row(rows, "precision", plain(text(place, "precision")));
        row(rows, "called", values(place.path("mentions"), Cards::words));
        cards.add(
                new Card(
                        text(place, "id"),
                        "place",
                        text(place, "name"),
                        text(place, "kind"),
                        null,
                        rows));
    }

    private void moment(JsonNode time) {
        List<Row> rows = new ArrayList<>();
        row(rows, "words", values(List.of(time.path("span")), Cards::words));
        row(rows, "from", plain(text(time, "start")));
        row(rows, "to", plain(text(time, "end")));
        cards.add(
                new Card(
                        text(time, "id"),
                        "time",
                        name(text(time, "id")),
                        text(time, "granularity"),
                        null,
                        rows));
    }

    private void relation(JsonNode relation) {
        List<Row> rows = new ArrayList<>();
        row(rows, "from", thing(relation, "from"));
        row(rows, "to", thing(relation, "to"));
        row(rows, "words", values(List.of(relation.path("span")), Cards::words));
        cards.add(
                new Card(
                        text(relation, "id"),
                        "link",
                        name(text(relation, "from"))
                                + " "
                                + text(relation, "type").replace('-', ' ')
                                + " "
                                + name(text(relation, "to")),
                        text(relation, "status"),
                        null,
                        rows));
    }

    private void link(JsonNode link) {
        List<Row> rows = new ArrayList<>();
        row(rows, "from", thing(link, "from"));
        row(rows, "to", thing(link, "to"));
        row(rows, "words", values(List.of(link.path("span")), Cards::words));
        cards.add(
                new Card(
                        text(link, "id"),
                        "link",
                        text(link, "type").replace('-', ' '),
                        "",
                        null,
                        rows));
    }

    // ---- values

    private interface Each {
        @Nullable Value of(JsonNode node);
    }

    private static List<Value> values(Iterable<JsonNode> nodes, Each each) {
        List<Value> values = new ArrayList<>();
        for (JsonNode node : nodes) {
            Value value = each.of(node);
            if (value != null && !value.text().isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private static void row(List<Row> rows, String name, List<Value> values) {
        if (!values.isEmpty()) {
            rows.add(new Row(name, List.copyOf(values)));
        }
    }

    private static List<Value> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Value(text, null, null));
    }

    private List<Value> roles(JsonNode roles) {
        return values(
                roles,
                role ->
                        new Value(
                                name(text(role, "actor")),
                                start(role.path("span")),
                                text(role, "actor")));
    }

    private List<Value> thing(JsonNode node, String key) {
        String id = text(node, key);
        return id.isEmpty() || name(id).isEmpty()
                ? List.of()
                : List.of(new Value(name(id), null, id));
    }

    private static @Nullable Value words(JsonNode span) {
        return span.isObject() ? new Value(text(span, "text"), start(span), null) : null;
    }

    private static @Nullable Integer start(JsonNode span) {
        return span.path("start").isInt() ? Integer.valueOf(span.path("start").intValue()) : null;
    }

    /** What a thing is called where another one speaks of it. */
    private String name(String id) {
        JsonNode thing = things.get(id);
        if (thing == null) {
            return id;
        }
        return switch (id.charAt(0)) {
            case 'e' -> text(thing, "text");
            case 'h' -> toll(id);
            case 't' -> time(thing);
            case 'a', 'p' -> text(thing, "name");
            default -> id;
        };
    }

    /** Where nothing is known of it but its words, these. */
    private static String time(JsonNode time) {
        String known = join(text(time, "start"), text(time, "end"));
        return known.isEmpty() ? text(time.path("span"), "text") : known;
    }

    private String toll(String id) {
        JsonNode harm = things.get(id);
        if (harm == null) {
            return id;
        }
        JsonNode count = harm.path("count");
        Amount amount = Amount.of(whole(count, "low"), whole(count, "best"), whole(count, "high"));
        String category = text(harm.path("victims"), "category");
        return (amount == null ? "" : amount.words() + " ")
                + (category.isEmpty() || category.equals("unknown") ? "" : category + " ")
                + text(harm, "outcome");
    }

    private static @Nullable Integer whole(JsonNode node, String key) {
        return node.path(key).isInt() ? Integer.valueOf(node.path(key).intValue()) : null;
    }

    private static String join(String one, String other) {
        return one.isEmpty() || one.equals(other)
                ? other
                : other.isEmpty() ? one : one + " – " + other;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() ? value.stringValue() : "";
    }
}
