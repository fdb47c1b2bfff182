package org.casus.publish;

import java.util.List;
import org.casus.model.Actor;
import org.casus.model.Claim;
import org.casus.model.Count;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Place;
import org.casus.model.Reading;
import org.casus.model.Relation;
import org.casus.model.Report;
import org.casus.model.Span;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** A small reading, put together by hand, with something in every list. */
final class ExampleReading {
    static final String TEXT =
            "Rebels shelled Arvo \uD83D\uDD25 on 3 May 2011, killing nine people, the army said."
                    + " The rebels denied it. Troops raided Belm in revenge.";

    private ExampleReading() {}

    static Span words(String words) {
        int at = TEXT.indexOf(words);
        return new Span(at, at + words.length());
    }

    static Reading reading() {
        Actor government =
                new Actor(
                        "Ruritania",
                        Actor.Kind.STATE,
                        "XRU",
                        List.of("GOV"),
                        null,
                        List.of(),
                        List.of());
        Actor rebels =
                new Actor(
                        "rebels",
                        Actor.Kind.GROUP,
                        null,
                        List.of("REB"),
                        null,
                        List.of(),
                        List.of(words("Rebels"), words("The rebels")));
        Actor army =
                new Actor(
                        "army",
                        Actor.Kind.ORGANIZATION,
                        "XRU",
                        List.of("MIL"),
                        "ruritanian-army",
                        List.of(government),
                        List.of(words("the army"), words("Troops")));
        Place arvo =
                new Place(
                        "Arvo",
                        Place.Kind.SETTLEMENT,
                        "XRU",
                        null,
                        33.0,
                        44.123456,
                        99,
                        Place.Precision.EXACT,
                        List.of(words("Arvo")));
        Time day =
                new Time(
                        words("3 May 2011"),
                        "2011-05-03",
                        "2011-05-03",
                        Time.Granularity.DAY,
                        null,
                        "DATE",
                        "2011-05-03");
        Event shelling =
                event(
                        "u1",
                        "heavy-weapons",
                        "shelled",
                        rebels,
                        arvo,
                        day,
                        "Rebels shelled Arvo on 2011-05-03");
        Event raid = event("u2", null, "raided", army, null, null, "The army raided Belm");
        Harm nine =
                new Harm(
                        shelling,
                        Harm.Outcome.KILLED,
                        new Harm.Victims(null, "civilian", words("nine people")),
                        Count.exactly(9, words("nine")),
                        null,
                        null,
                        null);
        Harm rest =
                new Harm(
                        shelling,
                        Harm.Outcome.KILLED,
                        new Harm.Victims(null, "unknown", null),
                        new Count(3, null, null, null),
                        arvo,
                        nine,
                        new Harm.Derived(List.of(nine, nine), "-"));
        Claim says =
                new Claim(
                        List.of(shelling, nine),
                        Claim.Stance.ASSERTS,
                        List.of(
                                new Claim.Link(
                                        army,
                                        words("the army"),
                                        words("said"),
                                        words("Rebels shelled Arvo \uD83D\uDD25 on 3 May 2011"))),
                        words("Rebels shelled Arvo"),
                        false,
                        List.of());
        Claim denies =
                new Claim(
                        List.of(shelling),
                        Claim.Stance.DENIES,
                        List.of(new Claim.Link(rebels, words("The rebels"), words("denied"), null)),
                        null,
                        false,
                        List.of());
        Relation fights =
                new Relation(
                        Relation.Type.FIGHTS, rebels, army, null, null, false, words("raided"));
        Link answer = new Link(Link.Type.RETALIATION_FOR, raid, shelling, words("in revenge"));
        Report report =
                new Report(
                        "0123abcd",
                        "arvo.txt",
                        "reports/arvo.txt",
                        "The Example Times",
                        "Shelling in Arvo",
                        null,
                        "2011-05-04",
                        "World",
                        "en",
                        TEXT);
        return new Reading(
                report,
                List.of(rebels, army, government),
                List.of(arvo),
                List.of(day),
                List.of(shelling, raid),
                List.of(nine, rest),
                List.of(says, denies),
                List.of(fights),
                List.of(answer),
                List.of("one \"warning\""));
    }

    private static Event event(
            String uid,
            @Nullable String mode,
            String trigger,
            Actor source,
            @Nullable Place place,
            @Nullable Time time,
            String text) {
        return new Event(
                uid,
                "ASSAULT",
                mode,
                "194",
                null,
                List.of("military"),
                Factuality.HAPPENED,
                Factuality.Certainty.CERTAIN,
                List.of(
                        new Event.Mention(
                                words(trigger), new Span(0, TEXT.length()), "frame:" + trigger)),
                List.of(new Event.Role(source, null)),
                List.of(),
                List.of(new Event.Thing("site", null, null, null, "damaged")),
                List.of(new Event.Instrument("artillery", null, null)),
                time,
                place == null ? List.of() : List.of(new Event.At(place, words("Arvo"), null)),
                text);
    }
}
