package org.casus.app.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.model.Account;
import org.casus.model.Comparison;
import org.casus.model.Incident;
import org.casus.publish.Words;
import org.casus.store.JournalEntry;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one incident.
 *
 * @param revision number of the last row of the journal that changed it; a decision names it, so
 *     that two reviewers cannot decide past each other
 * @param days when it happened, and when it was told
 * @param claims what was said of it, those who say so before those who deny it
 * @param chain what led to it and what it led to, the oldest first, itself included
 * @param sources the reports that tell of it, copies of one another together
 */
public record IncidentView(
        IncidentLine line,
        long revision,
        String gradeReason,
        @Nullable String cameo,
        @Nullable String acled,
        List<String> contexts,
        List<Spot> places,
        DaysView days,
        List<String> actors,
        List<String> targets,
        List<TollView> tolls,
        List<ClaimView> claims,
        List<Dispute> disputes,
        List<Blamed> blamed,
        List<Tied> ties,
        List<Step> chain,
        List<Source> sources,
        List<Joined> joins,
        List<DecisionView> decisions,
        List<Change> history) {
    /** More than anybody looks through on one page. */
    private static final int LONGEST_CHAIN = 200;

    /**
     * A place.
     *
     * @param precision exact, near, admin2, admin1, region, country, none
     */
    public record Spot(
            String name,
            String words,
            @Nullable String country,
            String precision,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** A field on which accounts disagree, value against value. */
    public record Dispute(String field, String title, List<Side> sides) {}

    /** One of the values, and the reports that give it. */
    public record Side(String value, List<Told> told) {}

    /** Where a value was told: the outlet, or the key of the report. */
    public record Told(String teller, @Nullable String published, String address) {}

    /**
     * Whose doing it is said to be, or not to be.
     *
     * @param how "claimed", "attributed" or "denied"
     */
    public record Blamed(String how, String name, List<String> by) {}

    /** What it has to do with another incident. */
    public record Tied(String type, String words, String because, String uid, String sentence) {}

    /** An incident of the chain. */
    public record Step(String uid, String sentence, String when, boolean here) {}

    /** Reports of one origin: one independent source. */
    public record Source(String teller, List<Telling> reports) {}

    /** One report's account of the incident. */
    public record Telling(
            String account,
            String document,
            String key,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String published,
            String sentence,
            List<Quoted> words) {}

    /** Why two accounts were put together. */
    public record Joined(int score, List<String> reasons) {}

    /** A row of its history. */
    public record Change(
            long row, String at, List<String> because, String what, List<Difference> differences) {}

    /** A value before and after a change; null where there was none, or is none any more. */
    public record Difference(String field, @Nullable String before, @Nullable String after) {}

    /** The accounts of all reports. */
    public List<Telling> tellings() {
        return sources.stream().flatMap(source -> source.reports().stream()).toList();
    }

    /** What a field is called. */
    public String fieldTitle(String field) {
        return Phrases.field(field);
    }

    /** Claims that say so. */
    public List<ClaimView> inFavour() {
        return claims.stream().filter(claim -> !claim.against()).toList();
    }

    /** Claims that deny or doubt it. */
    public List<ClaimView> against() {
        return claims.stream().filter(ClaimView::against).toList();
    }

    /**
     * @param uid of an incident that there is
     */
    public static IncidentView of(Ledger ledger, String uid) {
        Incident incident = ledger.incidents().linked(uid);
        List<Account> accounts = ledger.incidents().accounts(uid);
        Map<String, Account> byUid = new LinkedHashMap<>();
        accounts.forEach(account -> byUid.put(account.uid(), account));
        List<Change> history = HistoryView.of(ledger, uid);
        List<Incident> chain = ledger.incidents().chain(uid, LONGEST_CHAIN).incidents();
        return new IncidentView(
                IncidentLine.of(incident, false),
                history.isEmpty() ? 0 : history.get(history.size() - 1).row(),
                incident.gradeReason(),
                incident.cameo(),
                incident.acled(),
                incident.contexts(),
                incident.places().stream().map(IncidentView::spot).toList(),
                DaysView.of(incident, accounts),
                incident.sources().stream().map(Account.Party::name).toList(),
                incident.targets().stream().map(Account.Party::name).toList(),
                TollView.all(incident, byUid),
                ClaimView.all(accounts),
                disputes(incident, byUid),
                blamed(incident.responsibility()),
                ties(incident, chain),
                steps(chain, uid),
                sources(accounts),
                incident.joins().stream().map(IncidentView::joined).toList(),
                DecisionView.about(ledger, byUid.keySet()),
                history);
    }

    /** The number of the last row of the journal that changed an incident. */
    public static long revision(Ledger ledger, String uid) {
        List<String> names = new ArrayList<>(ledger.incidents().aliases(uid));
        names.add(uid);
        return ledger.journal().about(names).stream()
                .filter(row -> row.kind() == JournalEntry.Kind.REVISION)
                .mapToLong(JournalEntry::number)
                .max()
                .orElse(0);
    }

    private static Spot spot(Account.Where place) {
        return new Spot(
                place.name(),
                Phrases.place(place),
                place.country(),
                Words.of(place.precision()),
                place.latitude(),
                place.longitude());
    }

    private static Joined joined(Comparison comparison) {
        return new Joined(comparison.score(), comparison.reasons());
    }

    static List<Dispute> disputes(Incident incident, Map<String, Account> accounts) {
        List<Dispute> disputes = new ArrayList<>();
        incident.fields()
                .forEach(
                        (name, field) -> {
                            if (field.contested()) {
                                disputes.add(
                                        new Dispute(
                                                name,
                                                Phrases.field(name),
                                                field.values().stream()
                                                        .map(value -> side(value, accounts))
                                                        .toList()));
                            }
                        });
        return disputes;
    }

    private static Side side(Incident.Value value, Map<String, Account> accounts) {
        List<Told> told = new ArrayList<>();
        for (String uid : value.accounts()) {
            Account account = accounts.get(uid);
            if (account != null) {
                told.add(told(account));
            }
        }
        return new Side(value.value(), told);
    }

    private static Told told(Account account) {
        return new Told(teller(account), account.document().published(), first(account).address());
    }

    /** The words by which a report tells of it first. */
    static Quoted first(Account account) {
        Account.Quote sentence = account.mentions().get(0).sentence();
        return new Quoted(
                account.document().id(), sentence.start(), sentence.end(), sentence.text());
    }

    static String teller(Account account) {
        String outlet = account.document().outlet();
        return outlet == null ? account.document().key() : outlet;
    }

    private static List<Blamed> blamed(Incident.Responsibility responsibility) {
        List<Blamed> blamed = new ArrayList<>();
        responsibility.claimed().forEach(n -> blamed.add(new Blamed("claimed", n.name(), n.by())));
        responsibility
                .attributed()
                .forEach(n -> blamed.add(new Blamed("attributed", n.name(), n.by())));
        responsibility.denied().forEach(n -> blamed.add(new Blamed("denied", n.name(), n.by())));
        return blamed;
    }

    private static List<Tied> ties(Incident incident, List<Incident> chain) {
        Map<String, String> sentences = new LinkedHashMap<>();
        chain.forEach(other -> sentences.put(other.uid(), other.text()));
        return incident.links().stream()
                .map(
                        tie ->
                                new Tied(
                                        tie.type(),
                                        tie.type().replace('-', ' '),
                                        tie.because(),
                                        tie.to(),
                                        sentences.getOrDefault(tie.to(), tie.to())))
                .toList();
    }

    private static List<Step> steps(List<Incident> chain, String uid) {
        return chain.stream()
                .map(
                        step ->
                                new Step(
                                        step.uid(),
                                        step.text(),
                                        Phrases.when(step.time()),
                                        step.uid().equals(uid)))
                .toList();
    }

    private static List<Source> sources(List<Account> accounts) {
        Map<String, List<Account>> byOrigin = new LinkedHashMap<>();
        for (Account account : accounts) {
            byOrigin.computeIfAbsent(account.document().origin(), o -> new ArrayList<>())
                    .add(account);
        }
        return byOrigin.values().stream()
                .map(
                        group ->
                                new Source(
                                        teller(group.get(0)),
                                        group.stream().map(IncidentView::telling).toList()))
                .toList();
    }

    static Telling telling(Account account) {
        Account.Document document = account.document();
        return new Telling(
                account.uid(),
                document.id(),
                document.key(),
                document.outlet(),
                document.title(),
                document.published(),
                account.text(),
                account.mentions().stream()
                        .map(Account.Mention::sentence)
                        .distinct()
                        .limit(3)
                        .map(q -> new Quoted(document.id(), q.start(), q.end(), q.text()))
                        .toList());
    }
}
