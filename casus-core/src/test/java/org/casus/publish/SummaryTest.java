package org.casus.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.model.Reading;
import org.casus.model.Report;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final String summary = Summary.of(ExampleReading.reading(), new Paper(80, false));

    @Test
    void a_reading_becomes_a_page_that_a_person_can_read() {
        assertThat(summary)
                .isEqualTo(
                        """
                        Shelling in Arvo
                        The Example Times · 2011-05-04 · reports/arvo.txt

                        WHAT HAPPENED
                         1  Rebels shelled Arvo on 2011-05-03 (assault, heavy-weapons) disputed
                            words      “Rebels shelled Arvo 🔥 on 3 May 2011, killing nine people, the
                                       army said. …”
                            harmed     9 killed (civilians): “nine people”
                                       3 or more of them killed in Arvo, worked out: 9 − 9
                            says so    army said it
                            disputed   rebels denied it
                         2  The army raided Belm (assault)
                            words      “… nine people, the army said. The rebels denied it. Troops
                                       raided Belm in revenge.”
                            answers    1, Rebels shelled Arvo on 2011-05-03: “in revenge”

                        HOW THEY STAND TO ONE ANOTHER
                            rebels, fighting army: “raided”

                          ! one "warning"
                        """);
    }

    @Test
    void lines_keep_to_the_width() {
        for (int width : new int[] {40, 60, 100}) {
            assertThat(Summary.of(ExampleReading.reading(), new Paper(width, false)).lines())
                    .allSatisfy(
                            line ->
                                    assertThat(line.codePointCount(0, line.length()))
                                            .isLessThanOrEqualTo(width));
        }
    }

    @Test
    void colours_are_there_only_when_asked_for() {
        String coloured = Summary.of(ExampleReading.reading(), new Paper(80, true));

        assertThat(summary).doesNotContain("\u001B");
        assertThat(coloured).contains("\u001B[1m").contains("\u001B[31m");
        assertThat(coloured.replaceAll("\u001B\\[\\d*m", "")).isEqualTo(summary);
    }

    @Test
    void a_report_cannot_command_the_terminal() {
        assertThat(Summary.of(empty("\u001B[2Jgone\u202E"), new Paper(80, false)))
                .doesNotContain("\u001B")
                .doesNotContain("\u202E")
                .contains("[2Jgone");
    }

    @Test
    void a_report_of_no_conflict_says_so() {
        assertThat(Summary.of(empty("Garden show"), new Paper(80, false)))
                .isEqualTo("Garden show\n\nNo event of conflict is told here.\n");
    }

    private static Reading empty(String title) {
        Report report = new Report("0", "k", null, null, title, null, null, null, null, "");
        return new Reading(
                report, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }
}
