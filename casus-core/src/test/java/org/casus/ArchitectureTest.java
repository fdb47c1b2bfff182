package org.casus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** Which part of the house may know which: the arrows of the design, held by the build. */
@AnalyzeClasses(packages = "org.casus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] STAGES = {
        "org.casus",
        "org.casus.acquire..",
        "org.casus.analyze..",
        "org.casus.extract..",
        "org.casus.merge..",
        "org.casus.publish.."
    };

    @ArchTest
    static final ArchRule nouns_depend_on_nothing =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("java..", "org.jspecify..", "org.casus.model..");

    @ArchTest
    static final ArchRule rules_know_no_stage =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.rule..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(STAGES);

    @ArchTest
    static final ArchRule acquiring_knows_no_later_stage =
            stageKnowsOnly("acquire", "org.casus.model..", "org.casus.rule..");

    @ArchTest
    static final ArchRule analyzing_knows_no_other_stage =
            stageKnowsOnly("analyze", "org.casus.model..", "org.casus.rule..");

    @ArchTest
    static final ArchRule extracting_knows_no_other_stage =
            stageKnowsOnly("extract", "org.casus.model..", "org.casus.rule..");

    @ArchTest
    static final ArchRule merging_knows_no_other_stage =
            stageKnowsOnly("merge", "org.casus.model..", "org.casus.rule..");

    @ArchTest
    static final ArchRule publishing_knows_only_nouns_and_tables =
            stageKnowsOnly("publish", "org.casus.model..", "org.casus.rule..");

    @ArchTest
    static final ArchRule extractors_do_not_know_each_other =
            slices().matching("org.casus.extract.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule extractors_do_not_know_who_calls_them =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.extract.(*)..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.casus.extract");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("org.casus.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_analyze_knows_the_parser =
            onlyIn("org.casus.analyze..", "edu.emory.mathcs..");

    @ArchTest
    static final ArchRule only_acquire_knows_document_formats =
            onlyIn("org.casus.acquire..", "org.jsoup..");

    @ArchTest
    static final ArchRule only_rule_knows_yaml = onlyIn("org.casus.rule..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule nobody_opens_a_connection =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.net\\.(http\\..*|.*Socket.*|.*URLConnection)"
                                    + "|java\\.nio\\.channels\\..*Socket.*");

    @ArchTest
    static final ArchRule statics_never_change =
            fields().that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .beFinal();

    @ArchTest
    static final ArchRule there_is_no_lumber_room =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..utils..", "..common..", "..impl..", "..helper..");

    @ArchTest
    static final ArchRule packages_say_what_they_are_for =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                                @Override
                                public void check(JavaClass c, ConditionEvents events) {
                                    boolean marked =
                                            c.getPackage().isAnnotatedWith(NullMarked.class);
                                    if (!marked) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        c,
                                                        c.getPackageName()
                                                                + " has no package-info.java"
                                                                + " with @NullMarked"));
                                    }
                                }
                            });

    private static ArchRule stageKnowsOnly(String stage, String... known) {
        String[] allowed = Arrays.copyOf(known, known.length + 1);
        allowed[known.length] = "org.casus." + stage + "..";
        return noClasses()
                .that()
                .resideInAPackage("org.casus." + stage + "..")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("org.casus..")
                                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)));
    }

    private static ArchRule onlyIn(String home, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
