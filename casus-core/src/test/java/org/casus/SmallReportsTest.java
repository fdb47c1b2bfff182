package org.casus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.casus.model.Actor;
import org.casus.model.Claim;
import org.casus.model.Event;
import org.casus.model.Harm;
import org.casus.model.Link;
import org.casus.model.Reading;
import org.casus.model.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports of a sentence or three, each with something that has been misread once. */
class SmallReportsTest {
    private static @Nullable String name(Event.Role role) {
        return role.actor() == null ? null : role.actor().name();
    }

    private static Reading read(String text) {
        return Readings.casus()
                .read(
                        new Report(
                                "small",
                                "small",
                                null,
                                null,
                                null,
                                null,
                                "2014-05-06",
                                null,
                                "en",
                                text));
    }

    private static List<String> lines(String text) {
        return read(text).events().stream().map(Event::text).toList();
    }

    // ---- who does what to whom

    @Test
    void who_kills_himself_is_told_once() {
        assertThat(
                        lines(
                                "The guards said that General Pedro Ruiz had shot himself in the"
                                        + " head."))
                .containsExactly("Pedro Ruiz killed himself");
    }

    @Test
    void the_dead_of_a_war_do_not_wage_it() {
        assertThat(lines("The conflict has killed more than 1,500 people this year."))
                .containsExactly("More than 1,500 people were killed in 2014");
    }

    @Test
    void a_threat_is_not_aimed_at_the_one_who_makes_it() {
        Reading reading =
                read(
                        "French jets bombed a camp in Mali on Monday. General Amadou Diarra warned"
                                + " that his country would respond to the air strike.");
        Event threat = reading.events().get(1);
        assertThat(threat.type()).isEqualTo("THREATEN");
        assertThat(threat.targets()).isEmpty();
        assertThat(reading.links())
                .filteredOn(l -> l.from() == threat)
                .extracting(Link::type)
                .containsExactly(Link.Type.RETALIATION_FOR);
    }

    @Test
    void it_is_whose_envoy_speaks() {
        assertThat(
                        lines(
                                "Libya has rejected the charge. Its ambassador told the Council"
                                        + " that it would not hand over the two prisoners."))
                .contains("Libya released two prisoners (not happened)");
    }

    @Test
    void who_is_named_only_after_the_pronoun_is_another() {
        assertThat(
                        lines(
                                "Police arrested Radovan Petric on Monday, officials said. Men"
                                        + " without badges seized him on Friday, the lawyer said."))
                .anyMatch(l -> l.startsWith("Men abducted Radovan Petric"));
    }

    @Test
    void its_leader_is_the_leader_who_is_named_next() {
        assertThat(
                        lines(
                                "Boko Haram kidnapped 40 girls, and its leader threatened to kill"
                                        + " them. The leader, Abubakar Shekau, spoke in a video."))
                .anyMatch(l -> l.startsWith("Abubakar Shekau threatened"));
    }

    @Test
    void whose_murder_it_is_suffers_it() {
        Event murder =
                read("Bishop Pedro Ruiz's murder shocked the town of Ayacucho.").events().get(0);
        assertThat(murder.sources()).isEmpty();
        assertThat(murder.targets()).extracting(SmallReportsTest::name).contains("Pedro Ruiz");
    }

    @Test
    void victims_named_beside_their_number_are_victims() {
        Reading reading =
                read(
                        "Gunmen killed two of his guards, Luis Vega and Juan Paz, near the market"
                                + " on Monday.");
        assertThat(reading.events().get(0).targets())
                .extracting(SmallReportsTest::name)
                .contains("Luis Vega", "Juan Paz");
        assertThat(reading.harms())
                .filteredOn(h -> h.partOf() != null)
                .extracting(Harm::outcome)
                .containsExactly(Harm.Outcome.KILLED, Harm.Outcome.KILLED);
    }

    @Test
    void victims_identified_in_the_next_sentence_are_those_before() {
        Reading reading =
                read(
                        "Two engineers were kidnapped near the dam on Monday. The victims were"
                                + " identified as Peter Brandt and Luis Vega.");
        assertThat(reading.events().get(0).targets())
                .extracting(SmallReportsTest::name)
                .contains("Peter Brandt", "Luis Vega");
    }

    @Test
    void a_name_in_capitals_is_known_by_its_given_name() {
        assertThat(read("THREE MEN KILLED ROSAURA QUISPE AND HER DRIVER NEAR LIMA.").actors())
                .extracting(Actor::name)
                .contains("ROSAURA QUISPE");
    }

    @Test
    void a_body_that_claims_it_stands_behind_unnamed_men() {
        Event attack =
                read("Three men attacked the bank in Cali. The M-19 claimed responsibility for it.")
                        .events()
                        .get(0);
        assertThat(attack.sources())
                .extracting(SmallReportsTest::name)
                .containsExactly("three men", "19 April Movement");
    }

    @Test
    void what_is_left_of_a_thing_is_told_with_it() {
        assertThat(read("Rebels blew up a bridge and burned two buses.").events())
                .flatExtracting(Event::objects)
                .extracting(Event.Thing::name, Event.Thing::effect)
                .containsExactly(tuple("bridge", "destroyed"), tuple("buses", "damaged"));
    }

    // ---- what is no event

    @Test
    void a_participle_before_its_noun_tells_no_deed() {
        assertThat(lines("Mr. Karimov blamed the banned group for the burning houses."))
                .containsExactly("Islam Karimov accused banned group");
    }

    @Test
    void to_act_in_protest_is_no_demonstration() {
        assertThat(lines("Foreign Minister Ismail Fahmy resigned on Thursday in protest at a law."))
                .containsExactly("Ismail Fahmy resigned on 2014-05-01");
    }

    @Test
    void a_refused_demand_has_been_made() {
        assertThat(lines("President Luis Vega refused a demand by the generals."))
                .contains("Generals made a demand");
    }

    @Test
    void the_premises_of_a_body_are_named_with_it() {
        String text = "Rebels burned the offices of the water board in Cali.";
        assertThat(read(text).events())
                .flatExtracting(Event::objects)
                .extracting(o -> requireNonNull(o.span()).of(text))
                .containsExactly("offices of the water board");
    }

    @Test
    void how_many_were_hit_is_no_part_of_what_was_hit() {
        String text = "A bomb exploded opposite a bank and damaged at least 20 small shops.";
        assertThat(read(text).events())
                .flatExtracting(Event::objects)
                .extracting(o -> requireNonNull(o.span()).of(text))
                .containsExactly("bank", "small shops");
    }

    @Test
    void the_target_of_an_attack_is_hit_in_it() {
        assertThat(read("The embassy was the target of an attack on Monday.").events())
                .flatExtracting(Event::objects)
                .extracting(Event.Thing::name)
                .containsExactly("embassy");
    }

    @Test
    void a_band_is_called_what_the_report_calls_it() {
        assertThat(read("The Shining Path attacked a police post near Ayacucho.").actors())
                .extracting(Actor::name)
                .contains("Shining Path");
    }

    @Test
    void who_is_accused_of_the_crime_is_said_to_have_done_it() {
        assertThat(
                        lines(
                                "A judge was murdered in Cali on Monday. The minister accused the"
                                        + " M-19 of the crime."))
                .contains("19 April Movement killed judge on 2014-05-05 in Cali");
    }

    @Test
    void what_some_do_to_others_in_general_is_no_event() {
        assertThat(lines("The militias that attack garrisons have their base there, he said."))
                .noneMatch(l -> l.contains("attack"));
    }

    @Test
    void the_war_as_such_is_no_event() {
        assertThat(lines("He spoke of the war and of political violence in El Salvador."))
                .isEmpty();
        assertThat(lines("Our people fight on, the commander said."))
                .noneMatch(l -> l.contains("fought"));
    }

    @Test
    void deeds_in_the_plural_without_day_or_victim_are_no_event() {
        assertThat(lines("The minister deplored guerrilla attacks and kidnappings in the country."))
                .noneMatch(l -> l.contains("attack"));
    }

    // ---- one event told twice

    @Test
    void what_befell_people_belongs_to_the_deed_before() {
        assertThat(
                        lines(
                                "Five months later, a squad of rebels attacked the airport and"
                                        + " destroyed or damaged 26 aircraft. Seven soldiers were"
                                        + " killed."))
                .hasSize(1);
    }

    @Test
    void nobody_is_killed_twice() {
        assertThat(
                        lines(
                                "Gunmen murdered Governor Antonio Rold\u00e1n in Quito, officials"
                                        + " said. His party mourned. Shops closed early. Antonio"
                                        + " Rold\u00e1n was killed near his house."))
                .hasSize(1);
    }

    @Test
    void the_attack_is_the_one_told_before() {
        assertThat(
                        lines(
                                "Rebels attacked a police post near Cali on Monday. The mayor spoke"
                                    + " on the radio. Schools were closed. Two clerks were killed"
                                    + " in the attack."))
                .hasSize(1);
    }

    @Test
    void a_car_bomb_explodes_once() {
        assertThat(lines("Six people were killed when a car bomb exploded outside the ministry."))
                .hasSize(1);
    }

    @Test
    void people_who_were_counted_die_once() {
        assertThat(
                        lines(
                                "Soldiers killed five peasants near Uraba, witnesses said. The"
                                    + " mayor called for calm. The peasants were killed in their"
                                    + " beds."))
                .filteredOn(l -> l.contains("killed"))
                .hasSize(1);
    }

    @Test
    void bombings_in_two_towns_are_two() {
        assertThat(
                        lines(
                                "A bomb killed 20 people in Nairobi. The bombing in Mombasa killed"
                                        + " 11 people."))
                .hasSize(2);
    }

    @Test
    void another_plane_is_another_event() {
        assertThat(
                        lines(
                                "Rebels shot down a plane near Luhansk. Three days earlier, a"
                                        + " missile shot down a transport plane near the border."))
                .hasSize(2);
    }

    // ---- who disputes it

    @Test
    void who_denies_that_anyone_died_denies_the_deaths_and_not_the_raid() {
        Reading reading =
                read(
                        "Indian jets bombed a camp on Tuesday. Officials said that many militants"
                                + " were killed. The army denied that anyone died.");
        assertThat(reading.events()).hasSize(2);
        Claim denial =
                reading.claims().stream()
                        .filter(c -> c.stance() == Claim.Stance.DENIES)
                        .findFirst()
                        .orElseThrow();
        assertThat(denial.about()).hasSize(1).first().isInstanceOf(Harm.class);
    }

    @Test
    void who_denies_any_role_in_it_denies_the_last_deed() {
        Reading reading =
                read("Rebels bombed a bridge near Gao on Monday. Algeria denied any role in it.");
        assertThat(reading.claims().get(0).about()).contains(reading.events().get(0));
    }
}
