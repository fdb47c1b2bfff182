package org.casus.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which part of the program may know which. */
@AnalyzeClasses(
        packages = {"org.casus.app", "gg.jte.generated"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("org.casus.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule views_know_nothing_of_the_web =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.app.view")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.javalin..", "gg.jte..", "org.casus.app.http..");

    @ArchTest
    static final ArchRule the_api_makes_no_pages =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.app.api")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("gg.jte..", "org.casus.app.web..");

    @ArchTest
    static final ArchRule other_commands_need_no_server =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.app.cli")
                    .and()
                    .doNotHaveSimpleName("ServeCommand")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.javalin..",
                            "gg.jte..",
                            "org.casus.app.web..",
                            "org.casus.app.api..");

    @Test
    void templates_escape_everything_and_bring_no_script_or_style() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            List<Path> templates = files.filter(f -> f.toString().endsWith(".jte")).toList();
            assertThat(templates).isNotEmpty();
            for (Path template : templates) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain("$unsafe", " style=", "<style", "javascript:")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContainPattern("<script(?! src=\"\\$\\{page\\.asset)");
            }
        }
    }
}
