package org.casus.extract.place.gazetteer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of invented places. */
class GeoNamesTest implements GeoNames.Listener {
    private static final String ZANBOURA =
            place(90_000_001, "Zanboura", "Zambura,زنبورة,ZNB", "16.5", "-1.2", "P", "PPL", "340");
    private static final String WADI =
            place(90_000_002, "Oued Zanbour", "", "16.6", "-1.1", "H", "STM", "0");
    private static final String WELL =
            place(90_000_003, "Puits de Zan", "", "16.7", "-1.1", "H", "WLL", "0");

    @TempDir Path folder;
    private Imported imported = Imported.at(Path.of("unset"));
    private final List<String> bad = new ArrayList<>();
    private double share;

    @BeforeEach
    void an_empty_file_of_places() {
        imported = Imported.at(folder.resolve("data").resolve("places.gazetteer"));
    }

    @Override
    public void at(Path file, double share) {
        this.share = share;
    }

    @Override
    public void bad(Path file, long line, String why) {
        bad.add(file.getFileName() + ":" + line + ": " + why);
    }

    @Test
    void places_are_found_by_all_their_latin_names() throws IOException {
        GeoNames.Result result = add(dump("ML.txt", ZANBOURA, WADI, WELL));

        assertThat(result.places()).isEqualTo(2);
        assertThat(result.passedOver()).isEqualTo(1);
        assertThat(bad).isEmpty();
        assertThat(share).isEqualTo(1);
        Gazetteer all = imported.open();
        Entry zanboura = requireNonNull(all.withId(90_000_001));
        assertThat(zanboura.population()).isEqualTo(340);
        assertThat(zanboura.region()).isEqualTo("ML.09");
        assertThat(all.named("zanboura")).containsExactly(zanboura);
        assertThat(all.named("zambura")).containsExactly(zanboura);
        assertThat(all.named("znb")).isEmpty();
        assertThat(all.otherNames()).isEqualTo(1);
        assertThat(all.named("oued zanbour"))
                .singleElement()
                .extracting(Entry::kind)
                .isEqualTo(Entry.Kind.WATER);
        assertThat(all.alike("zanbura", "ML")).containsExactly(zanboura);
    }

    @Test
    void a_zip_is_read_as_it_was_downloaded() throws IOException {
        Path zip = folder.resolve("ML.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("about this".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("ML.txt"));
            out.write(ZANBOURA.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(add(zip).places()).isEqualTo(1);
    }

    @Test
    void a_bad_line_is_named_and_costs_no_other() throws IOException {
        GeoNames.Result result =
                add(
                        dump(
                                "odd.txt",
                                "no tabs",
                                place(1, "", "", "1", "1", "P", "PPL", "0"),
                                place(2, "Up", "", "96.7", "1", "P", "PPL", "0"),
                                place(3, "Many", "", "1", "1", "P", "PPL", "ten"),
                                ZANBOURA.replace("90000001", "x"),
                                ZANBOURA.replace("\tML\t", "\tMali\t"),
                                "",
                                ZANBOURA));

        assertThat(result.places()).isEqualTo(1);
        assertThat(result.bad()).isEqualTo(6);
        assertThat(bad)
                .containsExactly(
                        "odd.txt:1: 1 column, but places have 19 and alternate names 4 to 10",
                        "odd.txt:2: place 1 has no name",
                        "odd.txt:3: position '96.7', '1' is nowhere on the globe",
                        "odd.txt:4: population 'ten' is no number of people",
                        "odd.txt:5: id 'x' is no number",
                        "odd.txt:6: country 'Mali' is no ISO 3166-1 alpha-2 code");
        assertThat(imported.open().size()).isEqualTo(1);
    }

    @Test
    void other_names_go_to_places_imported_or_built_in() throws IOException {
        add(dump("ML.txt", ZANBOURA));
        GeoNames.Result result =
                add(
                        dump(
                                "alternateNames.txt",
                                "1\t90000001\tfr\tZanbouraville\t1\t\t\t",
                                "2\t99072\t\tMosulabad\t\t\t\t\t\t",
                                "3\t90000001\tlink\thttps://example.org\t\t\t\t",
                                "4\t77777777\ten\tNobody's Town\t\t\t\t",
                                "5\t90000001\ten\t\t\t\t\t"));

        assertThat(result.names()).isEqualTo(2);
        assertThat(result.passedOver()).isEqualTo(2);
        assertThat(bad).containsExactly("alternateNames.txt:5: no name for place 90000001");
        Gazetteer all = imported.open();
        assertThat(all.named("zanbouraville")).extracting(Entry::name).containsExactly("Zanboura");
        assertThat(all.named("mosulabad")).extracting(Entry::name).containsExactly("Mosul");
    }

    @Test
    void a_later_import_replaces_a_place_and_keeps_the_rest() throws IOException {
        add(dump("ML.txt", ZANBOURA, WADI));
        add(dump("newer.txt", ZANBOURA.replace("\t340\t", "\t5340\t")));

        Gazetteer all = imported.open();
        assertThat(all.size()).isEqualTo(2);
        assertThat(requireNonNull(all.withId(90_000_001)).population()).isEqualTo(5340);
        assertThat(all.named("zambura")).hasSize(1);
        assertThat(imported.forget()).isTrue();
        assertThat(imported.open().size()).isZero();
    }

    @Test
    void what_is_no_dump_changes_nothing() throws IOException {
        add(dump("ML.txt", ZANBOURA));
        Path letter = dump("letter.txt", "Dear all,", "nothing new.");

        assertThatThrownBy(() -> add(letter))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("letter.txt is no dump of GeoNames")
                .hasMessageContaining("19 columns");
        assertThat(imported.open().size()).isEqualTo(1);
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_broken_file_of_places_says_what_to_do() throws IOException {
        Files.createDirectories(imported.file().toAbsolutePath().getParent());
        Files.writeString(imported.file(), "x".repeat(100));

        assertThatThrownBy(imported::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("import your dumps again");
    }

    @Test
    void the_usual_file_is_where_the_system_keeps_data() {
        Properties linux = new Properties();
        linux.setProperty("os.name", "Linux");
        linux.setProperty("user.home", "/home/ana");

        assertThat(Imported.file(Map.of(), linux))
                .isEqualTo(Path.of("/home/ana/.local/share/casus/places.gazetteer"));
        assertThat(Imported.file(Map.of("XDG_DATA_HOME", "/data"), linux))
                .isEqualTo(Path.of("/data/casus/places.gazetteer"));
        assertThat(Imported.file(Map.of("CASUS_GAZETTEER", "/x/y"), linux))
                .isEqualTo(Path.of("/x/y").toAbsolutePath());
    }

    private GeoNames.Result add(Path dump) throws IOException {
        return imported.add(List.of(dump), this).get(0);
    }

    private Path dump(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String place(
            int id,
            String name,
            String others,
            String latitude,
            String longitude,
            String featureClass,
            String feature,
            String people) {
        return String.join(
                "\t",
                String.valueOf(id),
                name,
                name,
                others,
                latitude,
                longitude,
                featureClass,
                feature,
                "ML",
                "",
                "09",
                "",
                "",
                "",
                people,
                "",
                "",
                "Africa/Bamako",
                "2026-01-01");
    }
}
