package org.casus.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.model.Account;
import org.casus.model.Decision;
import org.casus.model.Factuality;
import org.casus.model.Grade;
import org.casus.model.Incident;
import org.casus.model.Link;
import org.casus.model.Time;
import org.casus.model.TollPolicy;
import org.casus.publish.LedgerJson;
import org.casus.rule.Problems;
import org.junit.jupiter.api.Test;

class MergerTest {
    private static final Merger MERGER = Merger.load();

    private static Merged merge(Told... accounts) {
        return merge(List.of(), TollPolicy.REPRESENTATIVE, accounts);
    }

    private static Merged merge(List<Decision> decisions, TollPolicy policy, Told... accounts) {
        return MERGER.merge(Arrays.stream(accounts).map(Told::account).toList(), decisions, policy);
    }

    private static Set<Set<String>> groups(Merged merged) {
        return merged.incidents().stream()
                .map(
                        i ->
                                i.accounts().stream()
                                        .map(Incident.Member::uid)
                                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @Test
    void twoReportsOfOneDayAndTownAreOneIncident() {
        Merged merged =
                merge(
                        Told.of("a").on("2016-03-22").mosul().killed(11),
                        Told.of("b").on("2016-03-22").mosul().killed(9));

        assertThat(groups(merged)).containsExactly(Set.of("a", "b"));
        Incident incident = merged.incidents().get(0);
        assertThat(incident.joins()).hasSize(1);
        assertThat(incident.joins().get(0).reasons())
                .contains("same day 2016-03-22 +25", "same place, Mosul +22");
        assertThat(incident.grade()).isEqualTo(Grade.FAIR);
        Incident.Field killed = Objects.requireNonNull(incident.fields().get("killed"));
        assertThat(killed.contested()).isTrue();
        assertThat(killed.values().stream().map(Incident.Value::value)).containsExactly("11", "9");
    }

    @Test
    void anotherDayOrTownIsAnotherIncident() {
        assertThat(
                        groups(
                                merge(
                                        Told.of("a").on("2016-03-22").mosul(),
                                        Told.of("b").on("2016-03-25").mosul(),
                                        Told.of("c").on("2016-03-22").erbil())))
                .hasSize(3);
    }

    @Test
    void aReportOfTheYearAloneFindsItsIncident() {
        Told then = Told.of("then").on("2017-04-07").mosul().words("struck", "").killed(40);
        Told later =
                Told.of("later")
                        .by("Later News", "2018-04-14")
                        .between("2017-01-01", "2017-12-31", Time.Granularity.YEAR)
                        .mosul()
                        .words("struck", "")
                        .killed(40);

        assertThat(groups(merge(then, later))).containsExactly(Set.of("then", "later"));
    }

    @Test
    void aVagueReportThatFitsTwoIncidentsIsLeftToAReviewer() {
        Told one = Told.of("one").on("2017-04-07").mosul().words("struck", "");
        Told two = Told.of("two").on("2017-09-20").mosul().words("struck", "");
        Told vague =
                Told.of("vague")
                        .by("Later News", "2018-04-14")
                        .between("2017-01-01", "2017-12-31", Time.Granularity.YEAR)
                        .mosul()
                        .words("struck", "");

        Merged merged = merge(one, two, vague);

        assertThat(groups(merged)).hasSize(3);
        assertThat(merged.review()).isNotEmpty();
    }

    @Test
    void fiveIncidentsOfOneReportStayFive() {
        List<Account> five = new ArrayList<>();
        String[] towns = {"Mosul", "Erbil", "Basra", "Kirkuk", "Tikrit"};
        for (int i = 0; i < 5; i++) {
            five.add(
                    Told.of("e" + i)
                            .in("report")
                            .on("2016-03-22")
                            .at(towns[i], "IRQ", 31 + i, 43)
                            .words("exploded", "Bombs exploded in five towns.")
                            .killed(i + 2)
                            .account());
        }

        Merged merged = MERGER.merge(five, List.of(), TollPolicy.ALL);

        assertThat(merged.incidents()).hasSize(5);
    }

    @Test
    void aReportOfTheNextDayWithoutADateMeetsOneThatLooksBackOnTheDay() {
        Told first =
                Told.of("first").by("Post", "2016-03-23").mosul().words("exploded", "").killed(41);
        Told later =
                Told.of("later")
                        .by("Review", "2016-09-01")
                        .on("2016-03-22")
                        .mosul()
                        .words("exploded", "")
                        .killed(44);

        assertThat(groups(merge(first, later))).containsExactly(Set.of("first", "later"));
    }

    @Test
    void aTownAndAPlaceBesideItMeetOnTheDay() {
        Told town = Told.of("town").on("2016-03-22").at("Mosul", "IRQ", 36.34, 43.12).killed(12);
        Told suburb =
                Told.of("suburb").on("2016-03-22").at("Gogjali", "IRQ", 36.36, 43.23).killed(12);

        assertThat(groups(merge(town, suburb))).containsExactly(Set.of("town", "suburb"));
    }

    @Test
    void sentencesThatNameOneTownAreOfOnePlaceThoughOneAccountHasNone() {
        String sentence = "Gunmen stormed a mall in Mosul.";
        Told with = Told.of("with").by("A", "2016-03-23").mosul().words("stormed", sentence);
        Told without =
                Told.of("without").by("B", "2016-03-24").knows("Mosul").words("stormed", sentence);

        assertThat(merge(with, without).incidents().get(0).joins().get(0).reasons())
                .contains("sentences name the same place, mosul +12");
    }

    @Test
    void anAeroplaneShotDownIsNoTownShelled() {
        Told down =
                Told.of("down")
                        .kind("ASSAULT", "heavy-weapons")
                        .on("2016-03-22")
                        .mosul()
                        .words("shot down", "");
        Told shelled =
                Told.of("shelled")
                        .kind("ASSAULT", "heavy-weapons")
                        .on("2016-03-22")
                        .erbil()
                        .words("shelled", "");

        assertThat(Deeds.fit(profile(down).deeds, profile(shelled).deeds)).isFalse();
    }

    @Test
    void twoWhoThreatenMakeTwoThreats() {
        Account.Party target = Told.state("Iraq", "IRQ");
        Told one =
                Told.of("one")
                        .kind("THREATEN", "violence")
                        .source(Told.group("Red Front"))
                        .target(target)
                        .on("2016-03-22");
        Told other =
                Told.of("other")
                        .kind("THREATEN", "violence")
                        .source(Told.group("Army of Dawn"))
                        .target(target)
                        .on("2016-03-22");

        assertThat(groups(merge(one, other))).hasSize(2);
    }

    @Test
    void whatTheFirstDaysCountMayGrow() {
        Told first = Told.of("first").by("A", "1994-07-19").on("1994-07-18").mosul().killed(26);
        Told later =
                Told.of("later")
                        .by("B", "2006-10-26")
                        .between("1994-01-01", "1994-12-31", Time.Granularity.YEAR)
                        .mosul()
                        .killed(85);
        Told fewer = Told.of("fewer").by("B", "2006-10-26").on("1994-07-18").mosul().killed(5);

        assertThat(reasons(first, later)).contains("numbers killed differ, 26 and 85 −4");
        assertThat(reasons(first, fewer)).contains("numbers killed are far apart, 5 and 26 −25");
    }

    private static List<String> reasons(Told a, Told b) {
        return Scale.reasons(profile(a), profile(b));
    }

    private static Profile profile(Told told) {
        Problems problems = new Problems();
        return new Profile(told.account(), Words.load(problems), Deeds.load(problems));
    }

    @Test
    void aThreatIsNotTheDeed() {
        assertThat(
                        groups(
                                merge(
                                        Told.of("deed").on("2016-03-22").mosul(),
                                        Told.of("threat")
                                                .factuality(Factuality.THREATENED)
                                                .on("2016-03-22")
                                                .mosul())))
                .hasSize(2);
    }

    @Test
    void nineCopiesOfOneStoryAreOneSource() {
        Told[] copies = new Told[9];
        for (int i = 0; i < 9; i++) {
            copies[i] =
                    Told.of("c" + i)
                            .copyOf("d-c0")
                            .by("Paper " + i, "2016-03-23")
                            .on("2016-03-22")
                            .mosul()
                            .killed(11);
        }

        Incident incident = merge(copies).incidents().get(0);

        assertThat(incident.accounts()).hasSize(9);
        assertThat(incident.independentSources()).isEqualTo(1);
        assertThat(incident.grade()).isEqualTo(Grade.WEAK);
        assertThat(killed(incident).told().stream().filter(t -> t.leftOut() == null)).hasSize(1);
    }

    @Test
    void aLaterNumberOfTheSameSourceTakesThePlaceOfTheEarlier() {
        Told early = Told.of("a").by("Post", "2005-07-24").on("2005-07-23").mosul().killed(88);
        Told late = Told.of("b").by("Post", "2005-07-25").on("2005-07-23").mosul().killed(64);

        Incident.Toll toll = killed(merge(early, late).incidents().get(0));

        assertThat(toll.low()).isEqualTo(64);
        assertThat(toll.high()).isEqualTo(64);
        assertThat(toll.told().get(0).leftOut())
                .isEqualTo("superseded by the same source on 2005-07-25");
    }

    @Test
    void eachPolicyMakesItsOwnTollOfTheSameNumbers() {
        Map<TollPolicy, Integer> best = new TreeMap<>();
        for (TollPolicy policy : TollPolicy.values()) {
            Integer n =
                    killed(
                                    merge(
                                                    List.of(),
                                                    policy,
                                                    Told.of("a")
                                                            .by("A", "2016-03-22")
                                                            .on("2016-03-22")
                                                            .mosul()
                                                            .killed(9),
                                                    Told.of("b")
                                                            .by("B", "2016-03-23")
                                                            .on("2016-03-22")
                                                            .mosul()
                                                            .killed(11),
                                                    Told.of("c")
                                                            .by("C", "2016-03-24")
                                                            .on("2016-03-22")
                                                            .mosul()
                                                            .killed(12))
                                            .incidents()
                                            .get(0))
                            .best();
            best.put(policy, n == null ? -1 : n);
        }

        assertThat(best)
                .containsEntry(TollPolicy.CONSERVATIVE, 9)
                .containsEntry(TollPolicy.REPRESENTATIVE, 11)
                .containsEntry(TollPolicy.LATEST, 12)
                .containsEntry(TollPolicy.ALL, -1);
    }

    @Test
    void atLeastSoManyDoesNotOpenALargerNumber() {
        Told atLeast =
                Told.of("a").by("A", "2016-03-22").on("2016-03-22").mosul().killedAtLeast(41);
        Told exact = Told.of("b").by("B", "2016-03-23").on("2016-03-22").mosul().killed(90);

        assertThat(toll(atLeast).high()).isNull();
        assertThat(toll(atLeast, exact).low()).isEqualTo(41);
        assertThat(toll(atLeast, exact).high()).isEqualTo(90);
    }

    private static Incident.Toll toll(Told... accounts) {
        return killed(merge(accounts).incidents().get(0));
    }

    private static Incident.Toll killed(Incident incident) {
        return Objects.requireNonNull(incident.harms().get("killed"));
    }

    @Test
    void numbersForDifferentVictimsOfOneReportAreAddedUp() {
        Incident.Toll toll =
                killed(
                        merge(
                                        Told.of("a")
                                                .on("2016-03-22")
                                                .mosul()
                                                .killed(5, "combatant")
                                                .killed(3, "civilian"))
                                .incidents()
                                .get(0));

        assertThat(toll.best()).isEqualTo(8);
        assertThat(toll.groups().stream().map(Incident.Group::victims))
                .containsExactly("civilian", "combatant");
    }

    @Test
    void whoeverClaimsOrDeniesItIsNamed() {
        Told claimed =
                Told.of("a")
                        .on("2009-10-08")
                        .mosul()
                        .charge(Account.Blame.CLAIMED, Told.group("Taliban"));
        Told denied =
                Told.of("b")
                        .on("2009-10-08")
                        .mosul()
                        .charge(Account.Blame.DENIED, Told.group("Houthis"));

        Incident incident = merge(claimed, denied).incidents().get(0);

        assertThat(incident.responsibility().claimed().get(0).name()).isEqualTo("Taliban");
        assertThat(incident.responsibility().denied().get(0).name()).isEqualTo("Houthis");
        assertThat(incident.grade()).isEqualTo(Grade.CONTESTED);
        assertThat(merge(claimed).incidents().get(0).grade()).isEqualTo(Grade.CONFIRMED);
    }

    @Test
    void reviewersHaveTheLastWord() {
        Told a = Told.of("a").on("2016-03-22").mosul();
        Told b = Told.of("b").on("2016-03-22").mosul();
        Told c = Told.of("c").on("2016-03-25").erbil();
        List<Decision> decisions =
                List.of(
                        decision("1", Decision.Act.SPLIT, List.of("a"), List.of("b"), null, null),
                        decision("2", Decision.Act.MERGE, List.of("b", "c"), List.of(), null, null),
                        decision("3", Decision.Act.CORRECT, List.of("a"), List.of(), "killed", "7"),
                        decision("4", Decision.Act.REJECT, List.of("c"), List.of(), null, null),
                        decision("5", Decision.Act.ACCEPT, List.of("gone"), List.of(), null, null));

        Merged merged = merge(decisions, TollPolicy.REPRESENTATIVE, a, b, c);

        assertThat(groups(merged)).containsExactlyInAnyOrder(Set.of("a"), Set.of("b", "c"));
        assertThat(killed(merged.incidents().get(0)).best()).isEqualTo(7);
        assertThat(merged.incidents().get(1).grade()).isEqualTo(Grade.DISCOUNTED);
        assertThat(merged.incidents().get(1).joins().get(0).reasons())
                .containsExactly("decided by Ada: seen both");
        assertThat(merged.orphans().stream().map(Decision::id)).containsExactly("5");
    }

    private static Decision decision(
            String id,
            Decision.Act act,
            List<String> accounts,
            List<String> others,
            @org.jspecify.annotations.Nullable String field,
            @org.jspecify.annotations.Nullable String value) {
        return new Decision(
                id,
                act,
                accounts,
                others,
                field,
                value,
                "Ada",
                "seen both",
                "2026-01-0" + id,
                false);
    }

    @Test
    void chainsLeadFromReportToReport() {
        Account.Party rebels = Told.group("Red Front");
        Account.Party state = Told.state("Iraq", "IRQ");
        Told threat =
                Told.of("threat")
                        .kind("THREATEN", "violence")
                        .source(rebels)
                        .target(state)
                        .on("2016-03-01")
                        .country("Iraq", "IRQ");
        Told attack =
                Told.of("attack").source(rebels).target(state).on("2016-03-22").mosul().killed(2);
        Told worse =
                Told.of("worse").source(rebels).target(state).on("2016-03-25").erbil().killed(30);
        Told revenge =
                Told.of("revenge")
                        .in("r")
                        .source(state)
                        .target(rebels)
                        .on("2016-03-28")
                        .erbil()
                        .tie(Link.Type.RETALIATION_FOR, "recalled");
        Told recalled =
                Told.of("recalled")
                        .in("r")
                        .by("Post", "2016-03-29")
                        .source(rebels)
                        .on("2016-03-25")
                        .erbil()
                        .killed(30);

        List<Incident> linked =
                Chains.over(merge(threat, attack, worse, revenge, recalled).incidents());

        Map<String, String> types = new TreeMap<>();
        linked.forEach(i -> i.links().forEach(t -> types.put(t.type(), i.text())));
        assertThat(types)
                .containsEntry("carries-out", "attack")
                .containsKey("escalates")
                .containsEntry("retaliation-for", "revenge");
        assertThat(Chains.of(linked.get(0).uid(), linked)).hasSize(4);
    }

    // ---- what comes out depends on the set alone

    @Test
    void anyOrderGivesTheSameBytes() {
        List<Account> accounts = World.accounts(240, 7);
        String expected = bytes(accounts);

        for (int order = 0; order < 50; order++) {
            List<Account> shuffled = new ArrayList<>(accounts);
            Collections.shuffle(shuffled, new Random(order));
            assertThat(bytes(shuffled)).as("order of seed %d", order).isEqualTo(expected);
        }
    }

    private static String bytes(Collection<Account> accounts) {
        Merged merged = MERGER.merge(accounts, List.of(), TollPolicy.REPRESENTATIVE);
        StringBuilder all = new StringBuilder();
        Chains.over(merged.incidents()).forEach(i -> all.append(LedgerJson.line(i)).append('\n'));
        merged.review().forEach(c -> all.append(LedgerJson.line(c)).append('\n'));
        return all.toString();
    }

    @Test
    void mergingEachComponentAloneGivesTheSameIncidents() {
        List<Account> accounts = World.accounts(400, 11);
        Map<Long, Set<Account>> blocks = new HashMap<>();
        for (Account a : accounts) {
            for (Merger.Key key : MERGER.keys(a)) {
                blocks.computeIfAbsent(key.block(), k -> new LinkedHashSet<>()).add(a);
            }
        }
        Set<String> done = new HashSet<>();
        List<String> alone = new ArrayList<>();
        for (Account seed : accounts) {
            if (done.contains(seed.uid())) {
                continue;
            }
            List<Account> component =
                    MERGER.component(
                            List.of(seed),
                            key -> blocks.getOrDefault(key.block(), Set.of()),
                            List.of(),
                            uids -> List.of());
            component.forEach(a -> done.add(a.uid()));
            MERGER.merge(component, List.of(), TollPolicy.LATEST)
                    .incidents()
                    .forEach(i -> alone.add(LedgerJson.line(i)));
        }

        List<String> together =
                MERGER.merge(accounts, List.of(), TollPolicy.LATEST).incidents().stream()
                        .map(LedgerJson::line)
                        .toList();

        assertThat(alone).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void pairsThatMatchTellAllThatMustBeMergedTogether() {
        List<Account> accounts = World.accounts(300, 13);
        Map<Long, List<Account>> blocks = new HashMap<>();
        Map<String, Set<String>> pairs = new HashMap<>();
        for (Account a : accounts) {
            Set<Account> met = new LinkedHashSet<>();
            for (Merger.Key key : MERGER.keys(a)) {
                List<Account> block = blocks.computeIfAbsent(key.block(), k -> new ArrayList<>());
                met.addAll(block);
                block.add(a);
            }
            for (Account b : MERGER.matches(a, met)) {
                assertThat(MERGER.matches(b, List.of(a, b))).containsExactly(a);
                pairs.computeIfAbsent(a.uid(), u -> new HashSet<>()).add(b.uid());
                pairs.computeIfAbsent(b.uid(), u -> new HashSet<>()).add(a.uid());
            }
        }

        Merged merged = MERGER.merge(accounts, List.of(), TollPolicy.ALL);

        for (Incident i : merged.incidents()) {
            i.joins().forEach(j -> assertThat(pairs.get(j.left())).contains(j.right()));
        }
        merged.review().forEach(r -> assertThat(pairs.get(r.left())).contains(r.right()));
    }

    @Test
    void anIncidentComesBackFromItsJson() {
        for (Incident i :
                Chains.over(
                        MERGER.merge(World.accounts(60, 3), List.of(), TollPolicy.ALL)
                                .incidents())) {
            assertThat(LedgerJson.incident(LedgerJson.line(i))).isEqualTo(i);
        }
    }
}
