package org.casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as one report tells it, complete in itself: it can be kept, moved and compared without
 * the report's text. Offsets of quotations count Unicode code points of that text.
 *
 * @param document the report that tells it
 * @param event its id within the record of that report, such as "e3"
 * @param uid from the content alone; no two accounts share it
 * @param type PLOVER type, or SAY.CLAIM, SAY.DENY
 * @param mentions where the report speaks of it, the first one first
 * @param sources who did it
 * @param targets to whom
 * @param time when, as far as the report says
 * @param tolls what it cost people
 * @param statements who says so, or denies it
 * @param charges who is said to be responsible, or denies it, beside the report naming the doer
 * @param ties what it has to do with other events of the same report
 * @param text one plain English line
 */
public record Account(
        Document document,
        String event,
        String uid,
        String type,
        @Nullable String mode,
        @Nullable String cameo,
        @Nullable String acled,
        List<String> contexts,
        Factuality factuality,
        Factuality.Certainty certainty,
        List<Mention> mentions,
        List<Party> sources,
        List<Party> targets,
        List<Thing> objects,
        List<Tool> instruments,
        @Nullable When time,
        List<Where> places,
        List<Toll> tolls,
        List<Statement> statements,
        List<Charge> charges,
        List<Tie> ties,
        String text) {

    /**
     * The report of an account.
     *
     * @param id from the content of the report
     * @param key the id of an input line, else the name of a file or an address
     * @param published ISO date or date-time, null when unknown
     * @param origin id of the group of near copies that the report belongs to; its own id when it
     *     stands alone. Accounts of one origin are one independent source
     * @param people names of the persons in the whole report
     * @param organizations names of the organizations, groups and states in it
     * @param locations names of the places in it
     */
    public record Document(
            String id,
            String key,
            @Nullable String uri,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String published,
            String origin,
            List<String> people,
            List<String> organizations,
            List<String> locations) {
        public Document {
            people = List.copyOf(people);
            organizations = List.copyOf(organizations);
            locations = List.copyOf(locations);
        }
    }

    /** Words of the report, letter for letter; start and end count code points, half-open. */
    public record Quote(int start, int end, String text) {
        public Quote {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("a quotation from " + start + " to " + end);
            }
        }
    }

    /** Where the report speaks of the event: the word that tells it, and its sentence. */
    public record Mention(Quote trigger, Quote sentence, String rule) {}

    /**
     * Somebody who takes part.
     *
     * @param entity key in the actor tables
     * @param memberOf entities, or else names, of what the actor belongs to
     * @param names what else the report calls the actor, pronouns left out
     */
    public record Party(
            String name,
            Actor.Kind kind,
            @Nullable String country,
            List<String> sectors,
            @Nullable String entity,
            List<String> memberOf,
            List<String> names,
            @Nullable Quote quote) {
        public Party {
            sectors = List.copyOf(sectors);
            memberOf = List.copyOf(memberOf);
            names = List.copyOf(names);
        }
    }

    /**
     * A number as it was told: see {@link Count}.
     *
     * @param quote its words; null where it was derived
     */
    public record Amount(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high,
            @Nullable Quote quote) {}

    /** A thing hit. */
    public record Thing(
            String kind,
            @Nullable String name,
            @Nullable Amount count,
            @Nullable String effect,
            @Nullable Quote quote) {}

    /** What it was done with. */
    public record Tool(@Nullable String kind, @Nullable String name, @Nullable Quote quote) {}

    /**
     * When: inclusive ISO dates or date-times, either of them null where it is open or unknown.
     *
     * @param value the TIMEX3 value
     */
    public record When(
            @Nullable String start,
            @Nullable String end,
            Time.@Nullable Granularity granularity,
            Time.@Nullable Modifier modifier,
            @Nullable String value,
            @Nullable Quote quote) {}

    /**
     * Where.
     *
     * @param country ISO 3166-1 alpha-3
     * @param latitude in degrees, null together with longitude
     * @param count "three sites in Iraq"
     */
    public record Where(
            String name,
            Place.Kind kind,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer geonameId,
            Place.Precision precision,
            @Nullable Amount count,
            @Nullable Quote quote) {
        public Where {
            if ((latitude == null) != (longitude == null)) {
                throw new IllegalArgumentException("half a coordinate for " + name);
            }
        }
    }

    /**
     * Counted harm to people.
     *
     * @param victims what the report calls them
     * @param category civilian, combatant, police … or unknown
     * @param country of the victims
     * @param place name of the place where the number holds for one place alone
     * @param partOf index in the account's tolls of the larger number that includes this one
     * @param derived how a number that nobody wrote came about, else null
     */
    public record Toll(
            Harm.Outcome outcome,
            @Nullable String victims,
            String category,
            @Nullable String country,
            @Nullable Amount count,
            @Nullable String place,
            @Nullable Integer partOf,
            @Nullable String derived,
            @Nullable Quote quote) {}

    /**
     * Somebody says so, or denies it.
     *
     * @param chain who says that who says it, outermost first; empty for the report's own voice
     * @param aboutEvent whether it is about the event itself
     * @param aboutTolls indices of the account's tolls that it is about
     * @param content the words that are said
     */
    public record Statement(
            Claim.Stance stance,
            List<Voice> chain,
            boolean aboutEvent,
            List<Integer> aboutTolls,
            @Nullable Quote content,
            boolean quoted,
            List<Quote> hedges) {
        public Statement {
            chain = List.copyOf(chain);
            aboutTolls = List.copyOf(aboutTolls);
            hedges = List.copyOf(hedges);
        }
    }

    /** One source in a chain: who, and by what words. */
    public record Voice(@Nullable Party who, @Nullable Quote source, @Nullable Quote cue) {}

    /** What a charge says of him whom it is about. */
    public enum Blame {
        CLAIMED,
        ATTRIBUTED,
        DENIED
    }

    /**
     * Responsibility for the event as somebody talks of it.
     *
     * @param who whose doing it is said to be, or not to be
     * @param by who says so: himself where it is claimed or denied
     */
    public record Charge(Blame blame, Party who, @Nullable Party by, @Nullable Quote quote) {}

    /**
     * This event is in retaliation for, caused by, part of, about … another event of the report.
     *
     * @param to uid of the other account
     */
    public record Tie(Link.Type type, String to, @Nullable Quote quote) {}

    public Account {
        contexts = List.copyOf(contexts);
        mentions = List.copyOf(mentions);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        objects = List.copyOf(objects);
        instruments = List.copyOf(instruments);
        places = List.copyOf(places);
        tolls = List.copyOf(tolls);
        statements = List.copyOf(statements);
        charges = List.copyOf(charges);
        ties = List.copyOf(ties);
    }

    /** The same account of a report that turned out to be a near copy of others. */
    public Account withOrigin(String origin) {
        Document d = document;
        return in(
                new Document(
                        d.id(),
                        d.key(),
                        d.uri(),
                        d.outlet(),
                        d.title(),
                        d.published(),
                        origin,
                        d.people(),
                        d.organizations(),
                        d.locations()));
    }

    /** The same account, with other things known of its report. */
    public Account in(Document report) {
        return with(report, places);
    }

    /** The same account with these places. */
    public Account withPlaces(List<Where> places) {
        return with(document, places);
    }

    private Account with(Document report, List<Where> places) {
        return new Account(
                report,
                event,
                uid,
                type,
                mode,
                cameo,
                acled,
                contexts,
                factuality,
                certainty,
                mentions,
                sources,
                targets,
                objects,
                instruments,
                time,
                places,
                tolls,
                statements,
                charges,
                ties,
                text);
    }
}
