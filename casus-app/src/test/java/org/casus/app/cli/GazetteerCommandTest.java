package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerCommandTest {
    private static final String ZANBOURA =
            "90000001\tZanboura\tZanboura\tZambura\t16.5\t-1.2\tP\tPPL\tML\t\t09\t\t\t\t8340\t\t\t"
                    + "\t\n";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"import", "find"})
    void every_command_has_examples_and_exit_codes_in_its_help(String command) {
        Run run = Run.casus("gazetteer", command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "Usage: casus gazetteer " + command,
                        "Examples:",
                        "  casus gazetteer " + command,
                        "Exit codes: 0");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void what_is_imported_is_found() throws IOException {
        String places = "--places=" + folder.resolve("my.gazetteer");
        Path dump = Files.writeString(folder.resolve("ML.txt"), ZANBOURA);

        Run in = Run.casus("gazetteer", "import", places, dump.toString());
        Run found = Run.casus("gazetteer", "find", places, "Zambura");

        assertThat(in.exitCode()).isZero();
        assertThat(in.err())
                .contains("reading ML.txt", "places: 1;", "1 places with 1 other names are now in");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out())
                .startsWith("Zambura: ")
                .contains(
                        "->", "Zanboura, Gao, MLI, settlement, 16.5000 -1.2000, GeoNames 90000001")
                .contains("size       how large or well known it is");

        assertThat(Run.casus("gazetteer", "import", places, "--forget").err()).contains("forgot");
        assertThat(Run.casus("gazetteer", "find", places, "Zambura").exitCode()).isEqualTo(1);
    }

    @Test
    void bad_lines_are_named_and_the_others_kept() throws IOException {
        String places = "--places=" + folder.resolve("my.gazetteer");
        String odd = "half a line\n".repeat(25);
        Path dump = Files.writeString(folder.resolve("ML.txt"), odd + ZANBOURA);

        Run run = Run.casus("gazetteer", "import", places, dump.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.err())
                .contains("ML.txt:1: 1 column", "ML.txt:20: ", "and 5 more lines", "places: 1;")
                .doesNotContain("ML.txt:21: ");
    }

    @Test
    void the_container_decides_which_place_wins() {
        Run run = Run.casus("gazetteer", "find", "-n", "1", "Tripoli,", "Lebanon");

        assertThat(run.out())
                .startsWith("Tripoli: it lies in Lebanon\n->")
                .contains("North Lebanon, LBN", "container", "and 4 more");
    }

    @Test
    void mistakes_name_the_value() {
        assertThat(Run.casus("gazetteer", "import").err()).contains("nothing to import");
        assertThat(Run.casus("gazetteer", "import", "/no/such.txt").err())
                .contains("there is no file /no/such.txt");
        assertThat(Run.casus("gazetteer", "find", "-n", "0", "Gao").err()).contains("--most is 0");
        assertThat(Run.casus("gazetteer", "find").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.casus("gazetteer").out()).contains("import", "find", "Examples:");
    }
}
