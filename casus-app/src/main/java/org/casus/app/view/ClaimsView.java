package org.casus.app.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @param found incidents of this kind
 * @param looked how many of them were looked through, the newest first
 * @param speakers those who speak, the most frequent first
 * @param pairs who denies what whom says
 * @param disputes a page of the incidents
 */
public record ClaimsView(
        IncidentFilter filter,
        @Nullable String speaker,
        long found,
        int looked,
        int total,
        int pages,
        List<Speaker> speakers,
        List<Pair> pairs,
        List<Dispute> disputes) {
    private static final int MOST_LOOKED = 400;
    private static final int SIZE = 20;
    private static final int MOST_SPEAKERS = 40;
    private static final int MOST_PAIRS = 40;

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
        Map<String, IncidentSummary> candidates = candidates(ledger.incidents(), filter);
        List<Dispute> all = new ArrayList<>();
        for (IncidentSummary summary : candidates.values()) {
            if (all.size() < MOST_LOOKED) {
                all.add(dispute(ledger.incidents(), summary));
            }
        }
        List<Dispute> heard =
                speaker == null
                        ? all
                        : all.stream().filter(dispute -> speaks(dispute, speaker)).toList();
        int pages = Math.max(1, (heard.size() + SIZE - 1) / SIZE);
        int from = Math.min(heard.size(), (filter.page() - 1) * SIZE);
        return new ClaimsView(
                filter,
                speaker,
                candidates.size(),
                all.size(),
                heard.size(),
                pages,
                speakers(all, filter),
                pairs(heard, filter),
                List.copyOf(heard.subList(from, Math.min(heard.size(), from + SIZE))));
    }

    /** What is contested in its values or as a whole, the newest first. */
    private static Map<String, IncidentSummary> candidates(
            IncidentStore incidents, IncidentFilter filter) {
        List<IncidentSummary> found = new ArrayList<>();
        List<IncidentFilter> kinds = new ArrayList<>(List.of(filter.disputed()));
        if (!filter.where().containsKey("grade") || filter.asks("grade", "contested")) {
            kinds.add(filter.only("grade", "contested"));
        }
        for (IncidentFilter kind : kinds) {
            found.addAll(incidents.list(kind.query(), IncidentOrder.NEWEST, MOST_LOOKED + 1, 0));
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
        return candidates;
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

    /** The same without a speaker. */
    public String everybody() {
        return address(filter, null);
    }
}
