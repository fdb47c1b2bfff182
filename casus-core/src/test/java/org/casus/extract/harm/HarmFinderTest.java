package org.casus.extract.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.analyze.Analyzer;
import org.casus.analyze.Conll;
import org.casus.extract.Extraction;
import org.casus.model.Count;
import org.casus.model.Event;
import org.casus.model.Factuality;
import org.casus.model.Harm;
import org.casus.model.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What harm is read in plain reports, with the real analyzer from end to end. */
class HarmFinderTest {
    private static final Analyzer ANALYZER = Analyzer.open();
    private static final Extraction EXTRACTION = Extraction.load();

    private static final String BOMB = "A car bomb killed 20 people in Aden on Monday. ";

    private static Reading read(String text) {
        return EXTRACTION.read(ANALYZER.analyze(Conll.report(text, null)));
    }

    /** The harms as "killed 20", in order. */
    private static List<String> harms(String text) {
        return read(text).harms().stream().map(HarmFinderTest::line).toList();
    }

    private static String line(Harm h) {
        return h.outcome().name().toLowerCase(java.util.Locale.ROOT)
                + " "
                + number(h.count())
                + (h.partOf() == null ? "" : " of " + number(h.partOf().count()));
    }

    private static String number(@Nullable Count c) {
        if (c == null) {
            return "?";
        }
        return c.low() != null && c.low().equals(c.high())
                ? String.valueOf(c.low())
                : (c.low() == null ? "" : c.low()) + "-" + (c.high() == null ? "" : c.high());
    }

    @Test
    void aTollIsToldWithoutAVerbOfKilling() {
        assertThat(harms(BOMB + "The number of the dead has risen to 34."))
                .containsExactly("killed 20", "killed 34");
        assertThat(harms(BOMB + "Rescuers put the dead at 40 or more."))
                .containsExactly("killed 20", "killed 40-");
        assertThat(harms(BOMB + "The dead are now 27 sailors and six dockers."))
                .containsExactly("killed 20", "killed 27", "killed 6");
        assertThat(harms(BOMB + "The dead numbered 31, the ministry said."))
                .containsExactly("killed 20", "killed 31");
        assertThat(harms(BOMB + "The number of the injured stands at 90."))
                .containsExactly("killed 20", "injured 90");
        assertThat(harms(BOMB + "The hospital gave a lower figure, of 17 dead."))
                .containsExactly("killed 20", "killed 17");
        assertThat(harms(BOMB + "Leaders said that the dead were more than two thousand."))
                .containsExactly("killed 20", "killed 2000-");
    }

    @Test
    void whoCorrectsATollGivesTheNewOne() {
        assertThat(
                        harms(
                                BOMB
                                        + "The ministry lowered the number of people killed in the"
                                        + " blast from 20 to 18."))
                .containsExactly("killed 20", "killed 18");
        assertThat(harms(BOMB + "The police revised the toll down from 20 to 19."))
                .containsExactly("killed 20", "killed 19");
    }

    @Test
    void severalTollsAreSeveral() {
        assertThat(harms(BOMB + "The agency has reported tolls of 192, 200 and 202."))
                .containsExactly("killed 20", "killed 192", "killed 200", "killed 202");
    }

    @Test
    void thePartsOfATollAreNotAddedToIt() {
        assertThat(
                        harms(
                                "The army said that 154 people were killed in the fighting. It"
                                        + " listed 120 civilians, 30 soldiers and four policemen."))
                .containsExactly(
                        "killed 154", "killed 120 of 154", "killed 30 of 154", "killed 4 of 154");
        assertThat(
                        harms(
                                BOMB
                                        + "The minister told parliament that 21 people died: 14"
                                        + " civilians, five soldiers and two policemen."))
                .containsExactly(
                        "killed 20",
                        "killed 21",
                        "killed 14 of 21",
                        "killed 5 of 21",
                        "killed 2 of 21");
        assertThat(harms(BOMB + "The dead include six Turks and three Greeks."))
                .containsExactly("killed 20", "killed 6 of 20", "killed 3 of 20");
    }

    @Test
    void aTollHangsOnTheDeedOfItsSize() {
        Reading reading =
                read(
                        "A bomb killed 60 people in a mosque in Quetta on Monday. Gunmen killed two"
                                + " shepherds near Kandahar. The number of the dead has risen to"
                                + " 66.");
        Harm toll = reading.harms().get(reading.harms().size() - 1);
        assertThat(line(toll)).isEqualTo("killed 66");
        assertThat(toll.event()).isSameAs(reading.harms().get(0).event());
    }

    @Test
    void shotDeadIsKilledOnce() {
        assertThat(
                        harms(
                                "Marines shot dead 14 men and wounded at least 11 other people in"
                                        + " Algiers on Sunday."))
                .containsExactly("killed 14", "injured 11-");
    }

    @Test
    void whoIsLeftForDeadLives() {
        assertThat(harms("A nurse was beaten and left for dead in a ditch."))
                .isNotEmpty()
                .allMatch(h -> h.equals("injured 1"));
    }

    @Test
    void aListGoesOnBehindAClause() {
        assertThat(
                        harms(
                                "A bomb killed three women who cleaned the offices, a porter and a"
                                        + " priest."))
                .containsExactly("killed 3", "killed 1", "killed 1");
        assertThat(
                        harms(
                                "A shell killed 11 Poles, including two members of the council, and"
                                        + " five Germans on Friday."))
                .containsExactly("killed 11", "killed 2 of 11", "killed 5");
    }

    @Test
    void aListInsideAClauseIsTheClausesOwn() {
        assertThat(
                        harms(
                                "Police killed two men who had beaten a farmer, a porter and a"
                                        + " priest."))
                .contains("killed 2")
                .doesNotContain("killed 1");
    }

    @Test
    void whatWasOnlyTriedHarmedNobody() {
        assertThat(
                        harms(
                                "Five gunmen stormed the palace in an attempt to kill President"
                                        + " Osman."))
                .isEmpty();
    }

    @Test
    void hostagesThatAreUnharmedAreNotNone() {
        assertThat(harms("Gunmen seized a bus near Kampala. No hostage had been harmed."))
                .containsExactly("injured 0");
    }

    @Test
    void aFalseClaimDidNotHappen() {
        Reading reading =
                read("Syria's claim to have killed dozens of rebels in the village is false.");
        assertThat(reading.harms()).isEmpty();
        assertThat(reading.events())
                .filteredOn(e -> e.type().equals("ASSAULT"))
                .extracting(Event::factuality)
                .containsOnly(Factuality.NOT_HAPPENED);
    }

    @Test
    void figuresBesideAnAdjectiveCount() {
        assertThat(harms(BOMB + "The hospital counted 45 dead and 120 wounded."))
                .containsExactly("killed 20", "killed 45", "injured 120");
    }

    @Test
    void aVerbBesideTheDeedTellsWhomItHarmed() {
        assertThat(harms("A shell killed two cooks and hurt a gardener.")).contains("injured 1");
        assertThat(harms("Two guards were shot dead at a mill.")).containsExactly("killed 2");
        assertThat(harms("No one was hurt when a bomb went off behind the museum."))
                .containsExactly("injured 0");
        assertThat(harms("A shell hit the mill. Two cooks may be hurt.")).isEmpty();
    }

    @Test
    void sharesOfANumberArePartsOfIt() {
        assertThat(harms("The blast killed 40 people, half of them nurses."))
                .containsExactly("killed 40", "killed 20 of 40");
        assertThat(harms("The blast killed 41 people. Most of the victims were nurses."))
                .containsExactly("killed 41", "killed 21- of 41");
        assertThat(harms("Rebels abducted 30 people, among them three nurses."))
                .containsExactly("abducted 30", "abducted 3 of 30");
    }

    @Test
    void roughNumbersAreRough() {
        assertThat(harms("The raid killed in excess of 300 farmers."))
                .containsExactly("killed 300-");
        assertThat(harms("The war displaced 1.5 million people."))
                .containsExactly("displaced 1500000");
    }
}
