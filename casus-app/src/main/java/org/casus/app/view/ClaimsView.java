package org.casus.app.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.model.Account;
import org.casus.model.Incident;
import org.casus.store.IncidentOrder;
import org.casus.store.IncidentStore;
import org.casus.store.IncidentSummary;
import org.casus.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Who contradicts whom: incidents that somebody denies or doubts, or on which accounts disagree,
 * with the claims of both sides face to face.
 *
 * @param speaker only incidents of which somebody of this name speaks; null for all
 * @param found incidents of this kind. They are looked through in parts, the newest first
 * @param before how many are newer than the part that this page is of
 * @param looked how many the part has
 * @param total how many of the part somebody speaks of
 * @param pages of the part
 * @param speakers those who speak in the part, the most frequent first
 * @param pairs who denies what whom says
 * @param disputes a page of the incidents
 */
public record ClaimsView(
        IncidentFilter filter,
        @Nullable String speaker,
        long found,
        int before,
        int looked,
        int total,
        int pages,
        List<Speaker> speakers,
        List<Pair> pairs,
        List<Dispute> disputes) {
    private static final int SIZE = 20;
    private static final int PAGES = 10;

    /** Incidents of a part. */
    private static final int PART = SIZE * PAGES;

    private static final int MOST_SPEAKERS = 40;
    private static final int MOST_PAIRS = 40;

    private static final String GRADE = "grade";
    private static final String CONTESTED = "contested";

    /** What the report says in its own voice. */
    private static final String REPORT = "the report itself";

    /**
     * Somebody who speaks.
     *
     * @param says incidents that he speaks in favour of
     * @param denies incidents that he denies or doubts, or numbers of them
     */
    public record Speaker(String name, int says, int denies, String address) {}

    /** Somebody denies or doubts what another says. */
    public record Pair(String denies, String says, int incidents, String address) {}

    /** An incident with both sides, and the values that differ. */
    public record Dispute(
            IncidentLine line,
            List<ClaimView> inFavour,
            List<ClaimView> against,
            List<IncidentView.Dispute> values) {}

    /**
     * @param given the parameters of an address
     * @throws IllegalArgumentException if one of them makes no sense
     */
    public static ClaimsView of(Ledger ledger, Map<String, List<String>> given) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        List<String> asked = rest.remove("speaker");
        String speaker =
                asked == null || asked.isEmpty() || asked.get(0).isBlank()
                        ? null
                        : asked.get(0).strip();
        IncidentFilter filter = IncidentFilter.of(rest);
        int before = (filter.page() - 1) / PAGES * PART;
        List<Dispute> all =
                candidates(ledger.incidents(), filter, before + PART).stream()
                        .skip(before)
                        .limit(PART)
                        .map(summary -> dispute(ledger.incidents(), summary))
                        .toList();
        List<Dispute> heard =
                speaker == null
                        ? all
                        : all.stream().filter(dispute -> speaks(dispute, speaker)).toList();
        int pages = Math.max(1, (heard.size() + SIZE - 1) / SIZE);
        int from = Math.min(heard.size(), (filter.page() - 1) % PAGES * SIZE);
        return new ClaimsView(
                filter,
                speaker,
                found(ledger.incidents(), filter),
                before,
                all.size(),
                heard.size(),
                pages,
                speakers(all, filter),
                pairs(heard, filter),
                List.copyOf(heard.subList(from, Math.min(heard.size(), from + SIZE))));
    }

    /** How many are contested in their values or as a whole. */
    private static long found(IncidentStore incidents, IncidentFilter filter) {
        long found = incidents.count(filter.disputed().query());
        if (graded(filter)) {
            IncidentFilter graded = filter.only(GRADE, CONTESTED);
            found += incidents.count(graded.query()) - incidents.count(graded.disputed().query());
        }
        return found;
    }

    /** Whether what is contested as a whole may be among what is asked for. */
    private static boolean graded(IncidentFilter filter) {
        return !filter.where().containsKey(GRADE) || filter.asks(GRADE, CONTESTED);
    }

    /** What is contested in its values or as a whole, the newest first. */
    private static Collection<IncidentSummary> candidates(
            IncidentStore incidents, IncidentFilter filter, int most) {
        List<IncidentSummary> found =
                new ArrayList<>(
                        incidents.list(filter.disputed().query(), IncidentOrder.NEWEST, most, 0));
        if (graded(filter)) {
            found.addAll(
                    incidents.list(
                            filter.only(GRADE, CONTESTED).query(), IncidentOrder.NEWEST, most, 0));
        }
        Map<String, IncidentSummary> candidates = new LinkedHashMap<>();
        found.stream()
                .sorted(
                        Comparator.comparing(
                                        IncidentSummary::firstDay,
                                        Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                                .thenComparing(IncidentSummary::uid)
                                .reversed())
                .forEach(summary -> candidates.putIfAbsent(summary.uid(), summary));
        return candidates.values();
    }

    private static Dispute dispute(IncidentStore incidents, IncidentSummary summary) {
        Incident incident = incidents.get(summary.uid());
        List<Account> accounts = incidents.accounts(summary.uid());
        Map<String, Account> byUid = new LinkedHashMap<>();
        accounts.forEach(account -> byUid.put(account.uid(), account));
        List<ClaimView> claims = ClaimView.all(accounts);
        return new Dispute(
                IncidentLine.of(summary),
                claims.stream().filter(claim -> !claim.against()).toList(),
                claims.stream().filter(ClaimView::against).toList(),
                IncidentView.disputes(incident, byUid));
    }

    private static String name(ClaimView claim) {
        return claim.speaker().isEmpty() ? REPORT : claim.speaker();
    }

    private static Set<String> names(List<ClaimView> claims) {
        Set<String> names = new LinkedHashSet<>();
        claims.forEach(claim -> names.add(name(claim)));
        return names;
    }

    private static boolean speaks(Dispute dispute, String speaker) {
        String wanted = speaker.toLowerCase(Locale.ROOT);
        return Stream.concat(dispute.inFavour().stream(), dispute.against().stream())
                .anyMatch(claim -> name(claim).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static List<Speaker> speakers(List<Dispute> disputes, IncidentFilter filter) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Dispute dispute : disputes) {
            names(dispute.inFavour())
                    .forEach(name -> counts.computeIfAbsent(name, n -> new int[2])[0]++);
            names(dispute.against())
                    .forEach(name -> counts.computeIfAbsent(name, n -> new int[2])[1]++);
        }
        return counts.entrySet().stream()
                .map(
                        one ->
                                new Speaker(
                                        one.getKey(),
                                        one.getValue()[0],
                                        one.getValue()[1],
                                        address(filter, one.getKey())))
                .sorted(
                        Comparator.comparingInt(Speaker::denies)
                                .thenComparingInt(Speaker::says)
                                .reversed()
                                .thenComparing(Speaker::name))
                .limit(MOST_SPEAKERS)
                .toList();
    }

    private static List<Pair> pairs(List<Dispute> disputes, IncidentFilter filter) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Dispute dispute : disputes) {
            Set<String> says = new LinkedHashSet<>(names(dispute.inFavour()));
            if (says.isEmpty()) {
                says.add(REPORT);
            }
            for (String denies : names(dispute.against())) {
                says.stream()
                        .filter(other -> !other.equals(denies))
                        .forEach(other -> counts.merge(List.of(denies, other), 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .map(
                        pair ->
                                new Pair(
                                        pair.getKey().get(0),
                                        pair.getKey().get(1),
                                        pair.getValue(),
                                        address(filter, pair.getKey().get(0))))
                .sorted(
                        Comparator.comparingInt(Pair::incidents)
                                .reversed()
                                .thenComparing(Pair::denies)
                                .thenComparing(Pair::says))
                .limit(MOST_PAIRS)
                .toList();
    }

    private static String address(IncidentFilter filter, @Nullable String speaker) {
        String rest = filter.onPage(1).address();
        return "/claims"
                + rest
                + (speaker == null
                        ? ""
                        : (rest.isEmpty() ? "?" : "&")
                                + "speaker="
                                + URLEncoder.encode(speaker, StandardCharsets.UTF_8));
    }

    /** Where another page of them is. */
    public String page(int number) {
        String here = address(filter, speaker);
        return here + (here.contains("?") ? "&" : "?") + "page=" + number;
    }

    /** The page of its part. */
    public int inPart() {
        return (filter.page() - 1) % PAGES + 1;
    }

    /** The first page of the part with what happened later; 0 where there is none. */
    public int newer() {
        return before == 0 ? 0 : (before / PART - 1) * PAGES + 1;
    }

    /** The first page of the part with what happened before; 0 where there is none. */
    public int older() {
        return before + PART >= found ? 0 : (before / PART + 1) * PAGES + 1;
    }

    /** The same without a speaker. */
    public String everybody() {
        return address(filter, null);
    }
}
