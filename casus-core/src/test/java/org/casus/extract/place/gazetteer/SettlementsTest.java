package org.casus.extract.place.gazetteer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.casus.extract.place.gazetteer.Settlement.Rank;
import org.casus.rule.Table;
import org.junit.jupiter.api.Test;

class SettlementsTest {
    private static final Settlement GAO =
            new Settlement(
                    2457163, "Gao", "ML", "09", Rank.SEAT_OF_REGION, 87000, 16.27167, -0.04472);
    private static final Settlement RAQQA =
            new Settlement(
                    172955, "Ar Raqqah", "SY", "04", Rank.SEAT_OF_REGION, 177636, 35.95, 39.01);
    private static final Settlement OTHER_GAO =
            new Settlement(7, "Gao", "CI", "", Rank.PLACE, 0, 7.5, -5.2);

    @Test
    void what_is_packed_is_read_again() {
        Settlements read = read(List.of(GAO, RAQQA, OTHER_GAO));
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.named("gao")).containsExactlyInAnyOrder(GAO, OTHER_GAO);
        assertThat(read.named("raqqah")).containsExactly(RAQQA);
        assertThat(read.withId(172955)).isEqualTo(RAQQA);
        assertThat(read.withId(8)).isNull();
        assertThat(read.named("timbuktu")).isEmpty();
        assertThat(read.mayHave("gao")).isTrue();
        assertThat(read.populationOfRegions()).containsEntry("SY.04", 177636L);
    }

    @Test
    void another_spelling_is_found_in_its_country_alone() {
        Settlements read = read(List.of(GAO, RAQQA));
        assertThat(read.alike("raqa", "SY")).containsExactly(RAQQA);
        assertThat(read.alike("raqa", "ML")).isEmpty();
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        List<Settlement> rows = new ArrayList<>(List.of(GAO, RAQQA, OTHER_GAO));
        byte[] packed = SettlementsWriter.pack(rows);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(SettlementsWriter.pack(rows)).as("seed " + seed).isEqualTo(packed);
        }
    }

    @Test
    void nothing_else_is_taken_for_a_gazetteer() {
        assertThatThrownBy(() -> new Settlements(new byte[100]))
                .hasMessageContaining("not a packed gazetteer");
    }

    @Test
    void the_world_is_there() throws IOException {
        try (InputStream in = Table.open("place/settlements.gazetteer")) {
            Settlements world = Settlements.read(in);
            assertThat(world.size()).isEqualTo(135_233);
            Settlement kandahar =
                    world.named("kandahar").stream()
                            .filter(s -> s.country().equals("AF"))
                            .findFirst()
                            .orElseThrow();
            assertThat(kandahar.name()).isEqualTo("Kandahār");
            assertThat(kandahar.latitude()).isBetween(31.5, 31.7);
            assertThat(requireNonNull(world.withId(99072)).name()).isEqualTo("Mosul");
        }
    }

    private static Settlements read(List<Settlement> rows) {
        return new Settlements(SettlementsWriter.pack(rows));
    }
}
