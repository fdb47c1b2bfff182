package org.casus.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.model.Actor;
import org.casus.model.Claim;
import org.casus.model.Count;
import org.casus.model.Event;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.casus.model.Relation;
import org.casus.model.Report;
import org.casus.model.Span;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One record, key by key in the order of its definition. */
final class RecordWriter {
    /** The version of the record that this class writes. */
    static final int VERSION = 1;

    /** Decimals of a coordinate: about a metre, and the gazetteer's own precision. */
    private static final int COORDINATE_DECIMALS = 5;

    private final JsonGenerator json;
    private final Reading reading;
    private final Ids ids;
    private final CodePoints points;

    RecordWriter(JsonGenerator json, Reading reading) {
        this.json = json;
        this.reading = reading;
        this.ids = new Ids(reading);
        this.points = new CodePoints(reading.report().text());
    }

    void write() {
        json.writeStartObject();
        json.writeNumberProperty("casus", VERSION);
        document(reading.report());
        objects("actors", reading.actors(), this::actor);
        objects("places", reading.places(), this::place);
        objects("times", reading.times(), this::time);
        objects("events", reading.events(), this::event);
        objects("harms", reading.harms(), this::harm);
        objects("claims", reading.claims(), this::claim);
        objects("relations", reading.relations(), this::relation);
        objects("links", reading.links(), this::link);
        strings("warnings", reading.warnings());
        json.writeEndObject();
    }

    private void document(Report report) {
        json.writeObjectPropertyStart("document");
        string("id", report.id());
        string("key", report.key());
        string("uri", report.uri());
        string("outlet", report.outlet());
        string("title", report.title());
        string("author", report.author());
        string("published", report.published());
        string("category", report.category());
        string("language", report.language());
        string("text", report.text());
        json.writeEndObject();
    }

    private void actor(Actor actor) {
        string("id", ids.of(actor));
        string("name", actor.name());
        name("kind", actor.kind());
        string("country", actor.country());
        strings("sectors", actor.sectors());
        string("entity", actor.entity());
        strings("memberOf", actor.memberOf().stream().map(ids::of).toList());
        spans("mentions", actor.mentions());
    }

    private void place(Place place) {
        string("id", ids.of(place));
        string("name", place.name());
        name("kind", place.kind());
        string("country", place.country());
        string("admin1", place.admin1());
        coordinate("latitude", place.latitude());
        coordinate("longitude", place.longitude());
        number("geonameId", place.geonameId());
        name("precision", place.precision());
        spans("mentions", place.mentions());
        objects(
                "candidates",
                place.candidates(),
                c -> {
                    string("name", c.name());
                    string("country", c.country());
                    string("admin1", c.admin1());
                    coordinate("latitude", c.latitude());
                    coordinate("longitude", c.longitude());
                    number("geonameId", c.geonameId());
                });
    }

    private void time(Time time) {
        string("id", ids.of(time));
        span("span", time.span());
        string("start", time.start());
        string("end", time.end());
        name("granularity", time.granularity());
        name("modifier", time.modifier());
        json.writeObjectPropertyStart("timex");
        string("type", time.type());
        string("value", time.value());
        json.writeEndObject();
    }

    private void event(Event event) {
        string("id", ids.of(event));
        string("uid", event.uid());
        string("type", event.type());
        string("mode", event.mode());
        string("cameo", event.cameo());
        string("acled", event.acled());
        strings("contexts", event.contexts());
        name("factuality", event.factuality());
        name("certainty", event.certainty());
        objects(
                "mentions",
                event.mentions(),
                m -> {
                    span("trigger", m.trigger());
                    span("sentence", m.sentence());
                    string("rule", m.rule());
                });
        objects("sources", event.sources(), this::role);
        objects("targets", event.targets(), this::role);
        objects(
                "objects",
                event.objects(),
                o -> {
                    string("kind", o.kind());
                    string("name", o.name());
                    span("span", o.span());
                    count("count", o.count());
                    string("effect", o.effect());
                });
        objects(
                "instruments",
                event.instruments(),
                i -> {
                    string("kind", i.kind());
                    string("name", i.name());
                    span("span", i.span());
                });
        reference("time", event.time());
        objects(
                "places",
                event.places(),
                at -> {
                    reference("place", at.place());
                    span("span", at.span());
                    count("count", at.count());
                });
        strings("harms", reading.harmsOf(event).stream().map(ids::of).toList());
        string("text", event.text());
    }

    private void role(Event.Role role) {
        reference("actor", role.actor());
        span("span", role.span());
    }

    private void harm(Harm harm) {
        string("id", ids.of(harm));
        reference("event", harm.event());
        name("outcome", harm.outcome());
        json.writeObjectPropertyStart("victims");
        reference("actor", harm.victims().actor());
        string("category", harm.victims().category());
        span("span", harm.victims().span());
        json.writeEndObject();
        count("count", harm.count());
        reference("place", harm.place());
        reference("partOf", harm.partOf());
        derived(harm.derived());
    }

    private void derived(Harm.@Nullable Derived derived) {
        if (derived == null) {
            json.writeNullProperty("derived");
            return;
        }
        List<String> from = derived.from().stream().map(ids::of).toList();
        json.writeObjectPropertyStart("derived");
        strings("from", from);
        string("how", from.stream().collect(Collectors.joining(" " + derived.operator() + " ")));
        json.writeEndObject();
    }

    private void claim(Claim claim) {
        string("id", ids.of(claim));
        strings("about", claim.about().stream().map(ids::of).toList());
        name("stance", claim.stance());
        objects(
                "chain",
                claim.chain(),
                link -> {
                    reference("actor", link.actor());
                    span("source", link.source());
                    span("cue", link.cue());
                    span("content", link.content());
                });
        span("content", claim.content());
        json.writeBooleanProperty("quoted", claim.quoted());
        spans("hedges", claim.hedges());
    }

    private void relation(Relation relation) {
        string("id", ids.of(relation));
        name("type", relation.type());
        reference("from", relation.from());
        reference("to", relation.to() != null ? relation.to() : relation.place());
        reference("time", relation.time());
        string("status", relation.ended() ? "ended" : "holds");
        span("span", relation.span());
    }

    private void link(Link link) {
        string("id", ids.of(link));
        name("type", link.type());
        reference("from", link.from());
        reference("to", link.to());
        span("span", link.span());
    }

    // ---- how each kind of value is spelled

    private interface Body<T> {
        void write(T thing);
    }

    private <T> void objects(String key, Collection<T> things, Body<T> body) {
        json.writeArrayPropertyStart(key);
        for (T thing : things) {
            json.writeStartObject();
            body.write(thing);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String key, Collection<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void spans(String key, Collection<Span> spans) {
        objects(key, spans, this::spanBody);
    }

    private void span(String key, @Nullable Span span) {
        if (span == null) {
            json.writeNullProperty(key);
            return;
        }
        json.writeObjectPropertyStart(key);
        spanBody(span);
        json.writeEndObject();
    }

    private void spanBody(Span told) {
        Span span = points.whole(told);
        json.writeNumberProperty("start", points.at(span.start()));
        json.writeNumberProperty("end", points.at(span.end()));
        json.writeStringProperty("text", span.of(reading.report().text()));
    }

    private void count(String key, @Nullable Count count) {
        if (count == null) {
            json.writeNullProperty(key);
            return;
        }
        json.writeObjectPropertyStart(key);
        number("low", count.low());
        number("best", count.best());
        number("high", count.high());
        span("span", count.span());
        json.writeEndObject();
    }

    private void reference(String key, @Nullable Object thing) {
        string(key, thing == null ? null : ids.of(thing));
    }

    private void string(String key, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeStringProperty(key, value);
        }
    }

    private void number(String key, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeNumberProperty(key, value);
        }
    }

    // By decimal arithmetic, because Java 19 changed how a double is spelled.
    private void coordinate(String key, @Nullable Double degrees) {
        if (degrees == null) {
            json.writeNullProperty(key);
            return;
        }
        json.writeName(key);
        json.writeRawValue(degrees(degrees));
    }

    /** A coordinate in decimals. */
    static String degrees(double degrees) {
        BigDecimal rounded =
                new BigDecimal(degrees)
                        .setScale(COORDINATE_DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }

    private void name(String key, @Nullable Enum<?> value) {
        string(key, value == null ? null : Words.of(value));
    }
}
