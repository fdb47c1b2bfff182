package org.casus.extract.place.gazetteer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.casus.extract.place.gazetteer.Entry.Kind;
import org.casus.rule.Table;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    private static final Entry GAO =
            new Entry(2457163, "Gao", "ML", "09", Kind.SEAT_OF_REGION, 87000, 16.27167, -0.04472);
    private static final Entry RAQQA =
            new Entry(172955, "Ar Raqqah", "SY", "04", Kind.SEAT_OF_REGION, 177636, 35.95, 39.01);
    private static final Entry OTHER_GAO = new Entry(7, "Gao", "CI", "", Kind.PLACE, 0, 7.5, -5.2);

    @Test
    void what_is_packed_is_read_again() {
        Gazetteer read = read(List.of(GAO, RAQQA, OTHER_GAO));
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
        Gazetteer read = read(List.of(GAO, RAQQA));
        assertThat(read.alike("raqa", "SY")).containsExactly(RAQQA);
        assertThat(read.alike("raqa", "ML")).isEmpty();
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        List<Entry> rows = new ArrayList<>(List.of(GAO, RAQQA, OTHER_GAO));
        byte[] packed = Packer.pack(rows);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(Packer.pack(rows)).as("seed " + seed).isEqualTo(packed);
        }
    }

    @Test
    void another_name_leads_to_its_place() throws IOException {
        Packer packer = new Packer();
        packer.alias(GAO.id(), "Gawgaw");
        packer.add(GAO);
        packer.alias(12345, "Nobody's");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(packer.write(out)).isEqualTo(1);
        Gazetteer read = new Gazetteer(out.toByteArray());
        assertThat(read.named("gawgaw")).containsExactly(GAO);
        assertThat(read.otherNames()).isEqualTo(1);
        Packer again = new Packer();
        read.copyTo(again);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        again.write(copy);
        assertThat(copy.toByteArray()).isEqualTo(out.toByteArray());
    }

    @Test
    void nothing_else_is_taken_for_a_gazetteer() {
        assertThatThrownBy(() -> new Gazetteer(new byte[100]))
                .hasMessageContaining("not a packed gazetteer");
    }

    @Test
    void the_world_is_there() throws IOException {
        try (InputStream in = Table.open("place/settlements.gazetteer")) {
            Gazetteer world = Gazetteer.read(in);
            assertThat(world.size()).isEqualTo(135_233);
            Entry kandahar =
                    world.named("kandahar").stream()
                            .filter(s -> s.country().equals("AF"))
                            .findFirst()
                            .orElseThrow();
            assertThat(kandahar.name()).isEqualTo("Kandahār");
            assertThat(kandahar.latitude()).isBetween(31.5, 31.7);
            assertThat(requireNonNull(world.withId(99072)).name()).isEqualTo("Mosul");
        }
    }

    private static Gazetteer read(List<Entry> rows) {
        return new Gazetteer(Packer.pack(rows));
    }
}
