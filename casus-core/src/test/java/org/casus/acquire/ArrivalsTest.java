package org.casus.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.acquire.Arrival.Arrived;
import org.casus.acquire.Arrival.Input;
import org.casus.acquire.Arrival.Unreadable;
import org.casus.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    @TempDir Path folder;

    private List<Arrival> read(String standardInput, String... names) throws IOException {
        InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        List<Arrival> all = new ArrayList<>();
        try (Arrivals arrivals = new Arrivals(List.of(names), in)) {
            arrivals.forEachRemaining(all::add);
        }
        return all;
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }

    private static List<String> keys(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(a -> a instanceof Arrived arrived ? arrived.report().key() : a.toString())
                .toList();
    }

    @Test
    void folders_are_read_by_name_with_all_that_is_in_them() throws IOException {
        write("b.txt", "Second.");
        write("a.html", "<html><p>First.</p></html>");
        write("c/inner/d.txt", "Third.");
        write("lines.jsonl", "{\"id\":\"x\",\"text\":\"Fourth.\"}\n\n{\"text\":\"Fifth.\"}\n");
        write("z.txt", "Sixth.");
        write(".hidden.txt", "No.");
        write(".git/config.txt", "No.");
        write("map.png", "No.");

        List<Arrival> all = read("", folder.toString());

        assertThat(keys(all))
                .containsExactly(
                        "a.html", "b.txt", "d.txt", "x", folder + "/lines.jsonl:3", "z.txt");
        assertThat(((Arrived) all.get(2)).report().uri()).isEqualTo(folder + "/c/inner/d.txt");
    }

    @Test
    void files_of_other_kinds_are_counted_as_passed_over() throws IOException {
        write("a.txt", "First.");
        write("map.png", "No.");
        write("table.csv", "No.");
        try (Arrivals arrivals =
                new Arrivals(List.of(folder.toString()), InputStream.nullInputStream())) {
            arrivals.forEachRemaining(a -> {});
            assertThat(arrivals.passedOver()).isEqualTo(2);
        }
    }

    @Test
    void a_file_that_is_named_is_read_whatever_its_kind() throws IOException {
        assertThat(keys(read("", write("report.eml", "Rebels shelled Arvo."))))
                .containsExactly("report.eml");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_reason_among_the_others() throws IOException {
        String first = write("a.txt", "First.");
        String binary = write("b.txt", "\0\0\0\1\2\3");
        Files.createDirectories(folder.resolve("empty"));

        List<Arrival> all = read("", first, binary, folder + "/none.txt", folder + "/empty", first);

        assertThat(all).hasSize(5);
        assertThat(all.get(1)).isEqualTo(new Unreadable(new Input(binary, null), "is not text"));
        assertThat(all.get(2))
                .isEqualTo(
                        new Unreadable(
                                new Input(folder + "/none.txt", null),
                                "there is no such file or folder"));
        assertThat(all.get(3)).asString().contains("holds no reports (.htm, .html, .jsonl");
        assertThat(all.get(4)).isInstanceOf(Arrived.class);
    }

    @Test
    void a_folder_that_leads_to_itself_ends() throws IOException {
        write("a.txt", "First.");
        Files.createSymbolicLink(folder.resolve("again"), folder);

        assertThat(read("", folder.toString()))
                .hasSize(2)
                .contains(
                        new Unreadable(
                                new Input(folder + "/again", null), "is a folder within itself"));
    }

    @Test
    void standard_input_is_one_report_or_json_lines_by_its_first_letter() throws IOException {
        assertThat(keys(read("Date: 2011-05-06\n\nRebels shelled Arvo.", "-")))
                .containsExactly("standard input");
        assertThat(
                        keys(
                                read(
                                        "\uFEFF\n"
                                                + "  {\"id\":1,\"text\":\"One.\"}\n"
                                                + "{\"id\":\"b\",\"text\":\"Two.\"}",
                                        "-")))
                .containsExactly("1", "b");
    }

    @Test
    void the_text_of_a_line_is_taken_letter_for_letter() throws IOException {
        String text = " Hits: 1\\n\\n\\ud83d\\udd25 \\u0000 \\ud800 Share this\\n";
        Report report =
                ((Arrived)
                                read(
                                                "{\"id\":\"k\",\"uri\":\"u\",\"title\":\"T\",\"published\":\"6"
                                                    + " May 2011\",\"outlet\":null,\"author\":\"A\","
                                                    + "\"category\":\"C\",\"language\":\"en\",\"more\":{\"x\":[1,{}]},\"text\":\""
                                                        + text
                                                        + "\"}",
                                                "-")
                                        .get(0))
                        .report();

        assertThat(report.text()).isEqualTo(" Hits: 1\n\n\uD83D\uDD25 \0 \uD800 Share this\n");
        assertThat(report.key()).isEqualTo("k");
        assertThat(report.published()).isEqualTo("2011-05-06");
        assertThat(report.outlet()).isNull();
        assertThat(report.category()).isEqualTo("C");
    }

    @Test
    void a_line_without_text_or_sense_is_named_with_its_number() throws IOException {
        String file =
                write(
                        "lines.jsonl",
                        """
                        {"text":"One."}
                        {"id":"b"}
                        {"text":null}
                        {"text":5}
                        [1]
                        {"text":"cut
                        {"text":"Two."} {}
                        {"id":{},"text":"x"}
                        {"text":""}
                        """);

        List<Arrival> all = read("", file);

        assertThat(all).hasSize(9);
        assertThat(all.subList(1, 5))
                .containsExactly(
                        new Unreadable(new Input(file, 2), "has no \"text\""),
                        new Unreadable(new Input(file, 3), "has no \"text\""),
                        new Unreadable(new Input(file, 4), "has a \"text\" that is no string"),
                        new Unreadable(new Input(file, 5), "is no JSON object"));
        assertThat(all.get(5)).asString().contains(":6", "is not valid JSON");
        assertThat(all.get(6)).asString().contains(":7", "goes on after the end");
        assertThat(all.get(7)).asString().contains("\"id\" that is neither a string nor a number");
        assertThat(all.get(8)).isInstanceOf(Arrived.class);
    }

    @Test
    void an_empty_file_is_an_empty_report() throws IOException {
        assertThat(((Arrived) read("", write("a.txt", "")).get(0)).report().text()).isEmpty();
    }
}
