package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads with the real language model into a real ledger. */
class IngestCommandTest {
    private static final String REPORT =
            "Title: Shells fall on Arvo\n"
                + "Date: 2011-05-06\n\n"
                + "Rebels shelled the village of Arvo on Thursday and killed %s people, the army"
                + " said.\n";

    @TempDir Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run casus(String command, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = command;
        all[1] = "--ledger";
        all[2] = folder.resolve("ledger").toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return Run.casus(all);
    }

    @Test
    void a_report_is_read_once_and_its_versions_are_kept() throws IOException {
        String file = write("arvo.txt", REPORT.formatted("nine"));

        assertThat(casus("ingest", file).out()).startsWith("1 input: 1 read\n");
        assertThat(casus("ingest", file).out()).isEqualTo("1 input: 1 unchanged\n");
        write("arvo.txt", REPORT.formatted("ten"));
        assertThat(casus("ingest", file).out()).startsWith("1 input: 1 new version\n");

        assertThat(casus("search", "shelling").out())
                .contains("nine people", "(an earlier version)", "ten people");
        assertThat(casus("verify").exitCode()).isZero();
    }

    @Test
    void a_report_is_shown_with_what_it_tells_and_what_came_of_it() throws IOException {
        String file = write("arvo.txt", REPORT.formatted("nine"));
        casus("ingest", file);
        String document = casus("search", "Arvo").out().split("  ")[0];
        write("arvo.txt", REPORT.formatted("ten"));
        casus("ingest", file);

        String shown = casus("show", document, "--format", "text").out();
        assertThat(shown)
                .contains(document, "(an earlier version)", "2.", "run 1", "read", "ASSAULT");
        assertThat(casus("show", document, "--format", "jsonl").out())
                .startsWith("{\"casus\":")
                .contains("nine people");
        assertThat(casus("show", document, "--policy", "latest").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void incidents_are_exported_as_the_ledger_stood() throws IOException {
        casus("ingest", write("arvo.txt", REPORT.formatted("nine")));
        String now = casus("export", "--format", "eventreport").out();

        assertThat(casus("export", "--format", "eventreport", "--as-of", "2999-12-31").out())
                .isEqualTo(now);
        assertThat(casus("incidents", "--as-of", "2999-12-31", "--type", "assault").out())
                .isEqualTo(
                        casus("incidents", "--type", "assault", "--words", "shelling Arvo").out())
                .contains("Arvo");
        assertThat(casus("incidents", "--as-of", "2001-01-01").out()).isEmpty();
        assertThat(casus("export", "--format", "csv", "--as-of", "2001-01-01").out().lines())
                .hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_a_row_and_can_be_tried_again() throws IOException {
        String good = write("a.txt", REPORT.formatted("nine"));
        String torn =
                write("b.jsonl", "{\"id\":\"x\"}\n{\"id\":\"y\",\"text\":\"Shells fell.\"}\n");

        Run first = casus("ingest", good, torn);
        assertThat(first.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(first.out()).startsWith("3 inputs: 2 read, 1 failed\n");
        assertThat(first.err()).isEqualTo("casus: " + torn + ":1: has no \"text\"\n");
        assertThat(casus("ingest", "--status").out())
                .contains("failed  " + torn + ":1: has no \"text\"");

        write("b.jsonl", "{\"id\":\"x\",\"text\":\"A bomb fell.\"}\n{\"id\":\"y\"}\n");
        Run again = casus("ingest", "--retry-failed");
        assertThat(again.out()).startsWith("1 input: 1 read\n");
        assertThat(casus("ingest", "--status").exitCode()).isZero();
    }

    @Test
    void two_cannot_write_to_one_ledger() throws IOException {
        String file = write("a.txt", REPORT.formatted("nine"));
        String where = folder.resolve("ledger").toString();
        try (var other = org.casus.store.Ledger.write(where, java.time.Clock.systemUTC())) {
            Run run = casus("ingest", file);

            assertThat(other.runs().all()).isEmpty();
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("is being written to by another Casus");
        }
    }

    @Test
    void what_is_asked_must_make_sense() {
        assertThat(casus("ingest").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(casus("ingest", "--status", "a.txt").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(casus("search", "x").err()).contains("there is no ledger in");
        assertThat(Run.casus("ingest", "-l", "jdbc:h2:x", "a.txt").err())
                .contains("must be a folder or begin with jdbc:postgresql:");
    }
}
