package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads with the real language model, which the first of these tests prepares where there is none.
 */
class ReadCommandTest {
    private static final String REPORT =
            "Title: Shells fall on Arvo\n"
                + "Date: 2011-05-06\n\n"
                + "Rebels shelled the village of Arvo on Thursday and killed nine people, the army"
                + " said.\n";

    @TempDir Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void a_person_gets_a_summary_and_a_program_records() throws IOException {
        String file = write("arvo.txt", REPORT);

        Run terminal = Run.onTerminal(true, "read", file);
        Run pipe = Run.casus("read", file);

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out())
                .startsWith("Shells fall on Arvo\n")
                .contains("WHAT HAPPENED", "shelled", "nine people");
        assertThat(pipe.out())
                .startsWith("{\"casus\":1,")
                .contains("\"type\":\"ASSAULT\"")
                .endsWith("}\n");
        assertThat(pipe.out().lines()).hasSize(1);
    }

    @Test
    void one_unreadable_report_does_not_cost_the_others() throws IOException {
        String first = write("a.txt", REPORT);
        String torn =
                write(
                        "b.jsonl",
                        "{\"id\":\"x\"}\n{\"id\":\"y\",\"text\":\"Rebels shelled Arvo.\"}\n");

        Run run = Run.casus("read", first, torn, folder + "/none.txt");

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "casus: " + torn + ":1: has no \"text\"",
                        "casus: " + folder + "/none.txt: there is no such file or folder");
    }

    @Test
    void the_output_is_the_same_for_any_number_of_jobs() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lines.append("{\"id\":\"r")
                    .append(i)
                    .append("\",\"published\":\"2011-05-06\",\"text\":\"Rebels killed ")
                    .append(i + 2)
                    .append(" soldiers near Arvo on Friday. The army denied it. \"}\n");
        }
        String file = write("lines.jsonl", lines.toString());

        Run one = Run.casus("read", file);

        assertThat(one.out().lines()).hasSize(12);
        assertThat(Run.casus("read", "--jobs", "3", file).out()).isEqualTo(one.out());
    }

    @Test
    void records_may_go_to_a_file() throws IOException {
        Path out = folder.resolve("out.jsonl");

        Run run = Run.onTerminal(true, "read", "-o", out.toString(), write("a.txt", REPORT));

        assertThat(run.out()).isEmpty();
        assertThat(out).content().startsWith("{\"casus\":1,").endsWith("}\n");
    }

    @Test
    void summaries_of_several_reports_are_set_apart() throws IOException {
        write("a.txt", REPORT);
        write("b.txt", REPORT);
        write("map.png", "");

        Run run = Run.casus("read", "--format", "text", folder.toString());

        assertThat(run.out().split("\n─+\n\n")).hasSize(2);
        assertThat(run.err())
                .isEqualTo("casus: passed over 1 file that is no report" + System.lineSeparator());
    }
}
