package org.casus.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, by all accounts: the values that they agree on, the others side by side.
 *
 * @param uid of the earliest of its accounts, so that it comes from the content alone
 * @param factuality the strongest that an account gives it
 * @param harms by outcome, spelled as in the record ("killed")
 * @param fields every value that an account gives, by the name of the field
 * @param independentSources the number of reports that are no copies of one another
 * @param joins why each account but the first is here
 * @param links what it has to do with other incidents
 * @param revisions how it came to be what it is, where a ledger knows
 * @param reviewed "accept" or "reject" where a reviewer said so; "await" where one has accepted it,
 *     and another has to
 * @param text one plain English line
 */
public record Incident(
        String uid,
        String type,
        @Nullable String mode,
        @Nullable String cameo,
        @Nullable String acled,
        List<String> contexts,
        Factuality factuality,
        Account.@Nullable When time,
        List<Account.Where> places,
        List<Account.Party> sources,
        List<Account.Party> targets,
        List<Account.Thing> objects,
        List<Account.Tool> instruments,
        Map<String, Toll> harms,
        Map<String, Field> fields,
        List<Member> accounts,
        int independentSources,
        Grade grade,
        String gradeReason,
        Responsibility responsibility,
        List<Comparison> joins,
        List<Tie> links,
        List<Revision> revisions,
        @Nullable String reviewed,
        String text) {

    /**
     * People harmed in one way.
     *
     * @param groups the same by kind of victim
     * @param told every number that went in, and those that did not, with the reason
     * @param warnings what does not add up, in words
     */
    public record Toll(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high,
            TollPolicy policy,
            List<Group> groups,
            List<Told> told,
            List<String> warnings) {
        public Toll {
            groups = List.copyOf(groups);
            told = List.copyOf(told);
            warnings = List.copyOf(warnings);
        }
    }

    /** The part of a toll that is of one kind of victim. */
    public record Group(
            String victims,
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high) {}

    /**
     * One number as one account has it.
     *
     * @param account uid of the account
     * @param voice who says so: the innermost source of the statement, else the outlet
     * @param victims kind of victim
     * @param derived whether nobody wrote it
     * @param leftOut why it does not count ("superseded by …", "part of …"), else null
     */
    public record Told(
            String account,
            @Nullable String voice,
            String victims,
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high,
            boolean derived,
            @Nullable String leftOut) {}

    /** All values of one field. */
    public record Field(@Nullable String agreed, List<Value> values, boolean contested) {
        public Field {
            values = List.copyOf(values);
        }
    }

    /** One value and the uids of the accounts that give it. */
    public record Value(String value, List<String> accounts) {
        public Value {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * An account of the incident.
     *
     * @param document id of the report
     * @param event id of the event in its record
     * @param claims who says so there: "asserts: the army", "denies: the rebels"
     */
    public record Member(
            String document,
            String event,
            String uid,
            String key,
            @Nullable String outlet,
            @Nullable String published,
            List<String> claims) {
        public Member {
            claims = List.copyOf(claims);
        }
    }

    /** Whose doing it is, by whom: names, with the accounts that say so. */
    public record Responsibility(List<Named> claimed, List<Named> attributed, List<Named> denied) {
        public Responsibility {
            claimed = List.copyOf(claimed);
            attributed = List.copyOf(attributed);
            denied = List.copyOf(denied);
        }
    }

    /**
     * Somebody who is said to be responsible, or not to be.
     *
     * @param by who says so; "the report" for the report's own voice
     */
    public record Named(
            String name, @Nullable String entity, List<String> by, List<String> accounts) {
        public Named {
            by = List.copyOf(by);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * What this incident has to do with another one.
     *
     * @param type retaliation-for, escalates, carries-out, meets-demand, refuses-demand, about …
     * @param to uid of the other incident
     * @param because in words
     * @param accounts uids of the accounts that say so; empty where it was inferred
     */
    public record Tie(String type, String to, String because, List<String> accounts) {
        public Tie {
            accounts = List.copyOf(accounts);
        }
    }

    /** A change: when, because of which report or decision, and of what. */
    public record Revision(String at, String because, String changed) {}

    public Incident {
        contexts = List.copyOf(contexts);
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        objects = List.copyOf(objects);
        instruments = List.copyOf(instruments);
        harms = Collections.unmodifiableMap(new LinkedHashMap<>(harms));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        accounts = List.copyOf(accounts);
        joins = List.copyOf(joins);
        links = List.copyOf(links);
        revisions = List.copyOf(revisions);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("an incident without an account");
        }
    }

    /** The same incident with these links. */
    public Incident withLinks(List<Tie> links) {
        return with(places, links, revisions);
    }

    /** The same incident with these revisions. */
    public Incident withRevisions(List<Revision> revisions) {
        return with(places, links, revisions);
    }

    /** The same incident with these places. */
    public Incident withPlaces(List<Account.Where> places) {
        return with(places, links, revisions);
    }

    private Incident with(List<Account.Where> places, List<Tie> links, List<Revision> revisions) {
        return new Incident(
                uid,
                type,
                mode,
                cameo,
                acled,
                contexts,
                factuality,
                time,
                places,
                sources,
                targets,
                objects,
                instruments,
                harms,
                fields,
                accounts,
                independentSources,
                grade,
                gradeReason,
                responsibility,
                joins,
                links,
                revisions,
                reviewed,
                text);
    }

    /** The same incident without what takes much room and no link between incidents depends on. */
    public Incident withoutDetails() {
        return new Incident(
                uid,
                type,
                mode,
                cameo,
                acled,
                List.of(),
                factuality,
                time,
                places,
                sources,
                targets,
                List.of(),
                List.of(),
                harms,
                Map.of(),
                accounts,
                independentSources,
                grade,
                "",
                new Responsibility(List.of(), List.of(), List.of()),
                List.of(),
                links,
                revisions,
                reviewed,
                text);
    }
}
