package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.casus.model.Account.When;
import org.casus.model.Account.Where;
import org.casus.model.Factuality;
import org.casus.model.Grade;
import org.casus.model.Incident;
import org.casus.model.Place;
import org.casus.publish.LedgerJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir Path folder;

    private static String incident(String uid, Factuality factuality) {
        return LedgerJson.line(
                new Incident(
                        uid,
                        "ASSAULT",
                        null,
                        "190",
                        "Attack",
                        List.of(),
                        factuality,
                        new When("2016-10-17", "2016-10-17", null, null, null, null),
                        List.of(
                                new Where(
                                        "Iraq",
                                        Place.Kind.COUNTRY,
                                        "IRQ",
                                        null,
                                        33.0,
                                        44.0,
                                        null,
                                        Place.Precision.COUNTRY,
                                        null,
                                        null)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        List.of(
                                new Incident.Member(
                                        "d1", "e1", uid, "a.txt", null, null, List.of())),
                        1,
                        Grade.WEAK,
                        "one source",
                        new Incident.Responsibility(List.of(), List.of(), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        "somebody attacked"));
    }

    private String write(String... lines) throws IOException {
        return Files.write(folder.resolve("in.jsonl"), List.of(lines)).toString();
    }

    @Test
    void incidents_become_rows() throws IOException {
        Run run =
                Run.casus(
                        "export",
                        "--format",
                        "csv",
                        write(
                                incident("u1", Factuality.HAPPENED),
                                incident("u2", Factuality.PLANNED)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).startsWith("uid,type,mode,").contains("\nu1,ASSAULT,,190,Attack,");
    }

    @Test
    void what_has_no_place_is_counted() throws IOException {
        Run run =
                Run.casus(
                        "export",
                        "-f",
                        "acled",
                        write(
                                incident("u1", Factuality.HAPPENED),
                                incident("u2", Factuality.PLANNED)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err())
                .isEqualTo("casus: left out 1 of 2 incidents, which acled has no place for\n");
    }

    @Test
    void the_middle_of_a_country_is_a_point_only_when_asked_for() throws IOException {
        String file = write(incident("u1", Factuality.HAPPENED));

        for (String format : List.of("geojson", "jsonl", "csv", "plover", "acled")) {
            assertThat(Run.casus("export", "-f", format, file).out())
                    .as(format)
                    .doesNotContain("44.0");
            assertThat(Run.casus("export", "-f", format, "--country-points", file).out())
                    .as(format)
                    .contains("44.0");
        }
    }

    @Test
    void a_line_that_is_no_incident_does_not_cost_the_others() throws IOException {
        String file =
                write(
                        "{\"casus\":1}",
                        "[]",
                        "{\"uid\":\"u0\"}",
                        "",
                        incident("u1", Factuality.HAPPENED));

        Run run = Run.casus("export", "-f", "jsonl", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err())
                .contains(file + ":1: is the record of a report, not an incident")
                .contains(file + ":2: is no JSON object")
                .contains(file + ":3: not an incident");
    }

    @Test
    void a_file_is_there_as_a_whole_or_not_at_all() throws IOException {
        Path out = folder.resolve("out.csv");

        Run missing =
                Run.casus("export", "-f", "csv", folder + "/none.jsonl", "-o", out.toString());

        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(missing.err()).contains("there is no such file or folder");
        assertThat(out).doesNotExist();
        assertThat(
                        Run.casus(
                                        "export",
                                        "-f",
                                        "csv",
                                        write(incident("u1", Factuality.HAPPENED)),
                                        "-o",
                                        out.toString())
                                .exitCode())
                .isZero();
        assertThat(out).content().startsWith("uid,").endsWith(",somebody attacked\n");
    }

    @Test
    void a_format_that_is_none_is_a_mistake() throws IOException {
        Run run = Run.casus("export", "-f", "xls", write(""));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("xls");
    }

    @Test
    void a_ledger_gives_its_incidents_with_what_its_reports_tell() throws IOException {
        Path report =
                Files.writeString(
                        folder.resolve("arvo.txt"),
                        "Title: Shells fall on Arvo\n"
                                + "Date: 2011-05-06\n"
                                + "Source: The Example Times\n\n"
                                + "Rebels shelled the village of Arvo on Thursday and killed nine"
                                + " villagers, the army said.\n");
        String ledger = folder.resolve("ledger").toString();
        assertThat(Run.casus("ingest", "--ledger", ledger, report.toString()).exitCode()).isZero();

        Run ucdp = Run.casus("export", "-f", "ucdp", "--ledger", ledger);
        Run none = Run.casus("export", "-f", "csv", "-l", ledger, "--where", "country=XKX");
        Run both = Run.casus("export", "-f", "csv", "-l", ledger, "--contested", "in.jsonl");

        assertThat(ucdp.exitCode()).isZero();
        assertThat(ucdp.out()).contains("\"The Example Times, 2011-05-06, Shells fall on Arvo\"");
        assertThat(none.out().lines()).hasSize(1);
        assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
