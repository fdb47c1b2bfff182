package org.casus.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.casus.model.Analysis;
import org.casus.model.Position;
import org.junit.jupiter.api.Test;

class ConllTest {
    private static final String TWO =
            """
            # published = 2020-05-01
            # text = Rebels shelled Marib.
            1\tRebels\trebel\t_\tNNS\t_\t2\tnsubj\t_\t_
            2\tshelled\tshell\t_\tVBD\t_\t0\troot\t_\t_
            3\tMarib\tmarib\t_\tNNP\t_\t2\tdobj\t_\tName=U-GPE
            4\t.\t.\t_\t.\t_\t2\tpunct\t_\t_

            # before = \\n\\n
            # upper
            # text = THEY\u2019D FLED
            1\tThey\tthey\t_\tPRP\t_\t3\tnsubj\t_\t_
            2\t'd\thave\t_\tVBD\t_\t3\taux\t_\tSpan=4:6
            3\tfled\tflee\t_\tVBN\t_\t0\troot\t_\t_

            # after = \\n
            """;

    @Test
    void a_written_analysis_reads_back_the_same() {
        Analysis analysis = Conll.read(TWO);
        assertThat(analysis.text()).isEqualTo("Rebels shelled Marib.\n\nTHEY\u2019D FLED\n");
        assertThat(analysis.sentence(new Position(1, 0)).upper()).isTrue();
        assertThat(analysis.sentences().get(0).arguments(1, "object")).containsExactly(2);
        assertThat(Conll.write(analysis)).isEqualTo(TWO);
    }

    @Test
    void blanks_may_stand_for_tabs_and_the_text_be_left_out() {
        Analysis analysis =
                Conll.read(
                        """
                        1  Troops  troop  _  NNS  _  2  nsubj  _  _
                        2  left    leave  _  VBD  _  0  root   _  _
                        """);
        assertThat(analysis.text()).isEqualTo("Troops left");
        assertThat(analysis.sentences().get(0).token(1).lemma()).isEqualTo("leave");
    }

    @Test
    void a_word_that_is_not_there_is_refused() {
        assertThatThrownBy(
                        () ->
                                Conll.read(
                                        "# text = Troops left\n"
                                                + "1 \tThey\tthey\t_\tPRP\t_\t0\troot\t_\t_"))
                .hasMessage("\"They\" is not at character 0 of: Troops left");
    }
}
