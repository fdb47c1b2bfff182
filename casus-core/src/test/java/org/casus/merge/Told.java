package org.casus.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Actor;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Place;
import org.casus.model.Time;
import org.jspecify.annotations.Nullable;

/** An account put together by hand: a bombing that somebody reports, unless told otherwise. */
final class Told {
    private final String uid;
    private String type = "ASSAULT";
    private @Nullable String mode = "explosives";
    private String document;
    private @Nullable String outlet;
    private @Nullable String published;
    private @Nullable String origin;
    private Factuality factuality = Factuality.HAPPENED;
    private String trigger = "bombing";
    private String sentence = "";
    private Account.@Nullable When when;
    private final List<Account.Where> places = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<Account.Party> sources = new ArrayList<>();
    private final List<Account.Party> targets = new ArrayList<>();
    private final List<Account.Thing> objects = new ArrayList<>();
    private final List<Account.Toll> tolls = new ArrayList<>();
    private final List<Account.Charge> charges = new ArrayList<>();
    private final List<Account.Tie> ties = new ArrayList<>();

    private Told(String uid) {
        this.uid = uid;
        this.document = "d-" + uid;
    }

    static Told of(String uid) {
        return new Told(uid);
    }

    Told kind(String type, @Nullable String mode) {
        this.type = type;
        this.mode = mode;
        return this;
    }

    Told in(String document) {
        this.document = document;
        return this;
    }

    Told by(String outlet, String published) {
        this.outlet = outlet;
        this.published = published;
        return this;
    }

    Told copyOf(String origin) {
        this.origin = origin;
        return this;
    }

    Told factuality(Factuality factuality) {
        this.factuality = factuality;
        return this;
    }

    Told words(String trigger, String sentence) {
        this.trigger = trigger;
        this.sentence = sentence;
        return this;
    }

    Told on(String day) {
        return between(day, day, Time.Granularity.DAY);
    }

    Told between(String start, String end, Time.Granularity granularity) {
        this.when = new Account.When(start, end, granularity, null, start, null);
        return this;
    }

    Told at(String town, String country, double latitude, double longitude) {
        places.add(
                new Account.Where(
                        town,
                        Place.Kind.SETTLEMENT,
                        country,
                        country + " province",
                        latitude,
                        longitude,
                        null,
                        Place.Precision.EXACT,
                        null,
                        null));
        return this;
    }

    /** A place that the report names. */
    Told knows(String place) {
        known.add(place);
        return this;
    }

    Told mosul() {
        return at("Mosul", "IRQ", 36.335, 43.119);
    }

    Told erbil() {
        return at("Erbil", "IRQ", 36.191, 44.009);
    }

    Told country(String name, String code) {
        places.add(
                new Account.Where(
                        name,
                        Place.Kind.COUNTRY,
                        code,
                        null,
                        null,
                        null,
                        null,
                        Place.Precision.COUNTRY,
                        null,
                        null));
        return this;
    }

    Told source(Account.Party party) {
        sources.add(party);
        return this;
    }

    Told target(Account.Party party) {
        targets.add(party);
        return this;
    }

    Told hits(String thing) {
        objects.add(new Account.Thing("site", thing, null, null, null));
        return this;
    }

    Told killed(int count) {
        return killed(count, "unknown");
    }

    Told killedAtLeast(int count) {
        return killed(new Account.Amount(count, count, null, null), "unknown");
    }

    Told killed(int count, String category) {
        return killed(new Account.Amount(count, count, count, null), category);
    }

    private Told killed(Account.Amount count, String category) {
        tolls.add(
                new Account.Toll(
                        Harm.Outcome.KILLED, null, category, null, count, null, null, null, null));
        return this;
    }

    Told charge(Account.Blame blame, Account.Party who) {
        charges.add(new Account.Charge(blame, who, who, null));
        return this;
    }

    Told tie(Link.Type type, String to) {
        ties.add(new Account.Tie(type, to, null));
        return this;
    }

    static Account.Party group(String name) {
        return new Account.Party(
                name,
                Actor.Kind.GROUP,
                null,
                List.of("REB"),
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                List.of(),
                List.of(),
                null);
    }

    static Account.Party state(String name, String code) {
        return new Account.Party(
                name, Actor.Kind.STATE, code, List.of("GOV"), code, List.of(), List.of(), null);
    }

    static Account.Party person(String name) {
        return new Account.Party(
                name, Actor.Kind.PERSON, null, List.of(), null, List.of(), List.of(), null);
    }

    Account account() {
        List<String> people =
                targets.stream()
                        .filter(p -> p.kind() == Actor.Kind.PERSON)
                        .map(Account.Party::name)
                        .toList();
        return new Account(
                new Account.Document(
                        document,
                        document,
                        null,
                        outlet,
                        null,
                        published,
                        origin == null ? document : origin,
                        people,
                        List.of(),
                        Stream.concat(places.stream().map(Account.Where::name), known.stream())
                                .toList()),
                "e1",
                uid,
                type,
                mode,
                null,
                null,
                List.of(),
                factuality,
                Factuality.Certainty.CERTAIN,
                List.of(
                        new Account.Mention(
                                new Account.Quote(0, trigger.length(), trigger),
                                new Account.Quote(0, sentence.length(), sentence),
                                "by hand")),
                sources,
                targets,
                objects,
                List.of(),
                when,
                places,
                tolls,
                List.of(),
                charges,
                ties,
                uid);
    }
}
