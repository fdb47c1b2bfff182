package org.casus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.analyze.Conll;
import org.casus.model.Analysis;
import org.casus.model.Sentence;
import org.casus.rule.Match.Filler;
import org.junit.jupiter.api.Test;

/** How a frame is found and its roles are filled, on recorded parses and a handful of frames. */
class FrameMatcherTest {
    private static final Analysis PARSES = Conll.resource(FrameMatcherTest.class, "match.conllu");
    private static final FrameMatcher MATCHER = matcher();

    private static FrameMatcher matcher() {
        Problems problems = new Problems();
        List<Frame> frames = Frames.load(List.of("planted/frames.yaml"), problems);
        FrameMatcher matcher = new FrameMatcher(frames, Lexicon.load(problems), problems);
        problems.throwIfAny();
        return matcher;
    }

    /** The matches of the sentence that begins so, each as "frame(words) role: filler …". */
    private static List<String> matches(String beginning) {
        Sentence s =
                PARSES.sentences().stream()
                        .filter(x -> x.span().of(PARSES.text()).startsWith(beginning))
                        .findFirst()
                        .orElseThrow();
        return MATCHER.match(s).stream().map(FrameMatcherTest::told).toList();
    }

    private static String told(Match m) {
        List<String> words = m.words().stream().map(w -> m.sentence().token(w).form()).toList();
        List<String> told = new ArrayList<>();
        told.add(m.frame().name() + "(" + String.join(" ", words) + ")");
        for (Role role : Role.values()) {
            List<String> heads = new ArrayList<>();
            for (Filler f : m.fillers(role)) {
                heads.add(m.sentence().token(f.head()).form());
            }
            if (!heads.isEmpty()) {
                told.add(role.name().toLowerCase(Locale.ROOT) + ": " + String.join(" ", heads));
            }
        }
        return String.join(" ", told);
    }

    @Test
    void who_had_no_part_in_a_deed_did_not_do_it() {
        assertThat(matches("The guards took"))
                .containsExactly("attack(attack) source: guards target: town");
        assertThat(matches("The front took")).containsExactly("attack(attack) target: town");
    }

    @Test
    void a_light_verb_lends_its_subject_to_the_noun() {
        assertThat(matches("Rebels carried"))
                .containsExactly("attack(attack) source: Rebels target: town");
        assertThat(matches("The convoy")).containsExactly("attack(attack) target: convoy");
    }

    @Test
    void what_a_deed_does_it_does_to_its_target() {
        assertThat(matches("An attack hit")).containsExactly("attack(attack) target: market");
        assertThat(matches("Nine people"))
                .containsExactly(
                        "kill(killed) source: rebels target: people",
                        "attack(attack) source: rebels target: people");
    }

    @Test
    void the_words_of_a_trigger_need_not_stand_together() {
        assertThat(matches("The president"))
                .containsExactly(
                        "call-off(called off) source: president about: strikes", "attack(strikes)");
        assertThat(matches("Militiamen"))
                .containsExactly("recruit(forcibly recruited) source: Militiamen target: boys");
        assertThat(matches("An attempt"))
                .containsExactly("attempt-on-life(attempt on life) target: premier");
    }

    @Test
    void words_that_the_analyzer_takes_apart_are_found() {
        assertThat(matches("The opposition"))
                .containsExactly(
                        "censure(no - confidence motion) source: opposition target:" + " premier");
        assertThat(matches("The school"))
                .containsExactly("bomb(fire - bombed) source: rebels target: school");
    }

    @Test
    void regular_forms_are_found_where_the_analyzer_has_no_lemma() {
        assertThat(matches("Police kettled"))
                .containsExactly("recruit(kettled) source: Police target: marchers");
    }

    @Test
    void the_longer_trigger_wins_and_keeps_the_people_in_it() {
        assertThat(matches("Gunmen"))
                .containsExactly("free-hostages(freed hostages) source: Gunmen target: hostages");
        assertThat(matches("The editor"))
                .containsExactly(
                        "bomb(slashed with machete) source: youths target: editor"
                                + " instrument: machete");
    }

    @Test
    void phrases_hung_on_a_neighbour_are_taken_back() {
        assertThat(matches("The guards"))
                .containsExactly(
                        "bomb(retaliated) source: guards target: camp instrument: mortars");
        assertThat(matches("The envoy"))
                .containsExactly("recruit(recruitment) source: militia target: boys");
    }

    @Test
    void only_names_and_people_before_a_noun_are_parties() {
        assertThat(matches("Several")).containsExactly("attack(attacks)");
        assertThat(matches("Rebel attacks"))
                .containsExactly("attack(attacks) source: Rebel target: Rebel Arvo");
    }

    @Test
    void who_takes_part_in_what_is_said_is_addressed() {
        assertThat(matches("China"))
                .containsExactly("demand(demanded) source: China target: Tokyo about: apology");
        assertThat(matches("Sudan"))
                .containsExactly("allege(alleged) source: Sudan target: Eritrea about: armed");
        assertThat(matches("The generals"))
                .containsExactly("refuse(refused) source: generals target: envoys about: meet");
    }

    @Test
    void a_headline_leaves_out_the_auxiliary() {
        assertThat(matches("Six miners"))
                .containsExactly("kill(killed) target: miners", "attack(raid) target: miners");
    }

    @Test
    void a_word_that_means_something_else_here_is_left_alone() {
        assertThat(matches("He died")).isEmpty();
    }
}
