package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasusCommandTest {
    @Test
    void without_arguments_it_helps() {
        Run run = Run.casus();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: casus", "read", "setup", "Examples:", "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "setup"})
    void every_command_has_examples_and_exit_codes_in_its_help(String command) {
        Run run = Run.casus(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "Usage: casus " + command,
                        "Examples:",
                        "  casus " + command,
                        "Exit codes: 0");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void a_mistyped_command_is_met_with_what_it_may_have_been() {
        Run run = Run.casus("reads");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'reads'", "Did you mean: casus read");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void reading_nothing_is_a_mistake() {
        assertThat(Run.casus("read").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void mistakes_name_the_value_and_what_would_be_right(@TempDir Path folder) {
        assertThat(Run.casus("read", "-j", "0", "x").err()).contains("--jobs is 0", "at least one");
        assertThat(Run.casus("read", "-f", "xml", "x").err()).contains("'xml'", "text, jsonl");
        assertThat(Run.casus("read", "-o", folder.toString(), "x").err()).contains("is a folder");
        assertThat(Run.casus("read", "-o", folder + "/none/x", "x").err())
                .contains("there is no folder");
    }

    @Test
    void the_version_names_java_too() {
        assertThat(Run.casus("--version").out()).contains("Casus", "Java");
    }
}
