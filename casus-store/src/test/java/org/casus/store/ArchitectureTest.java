package org.casus.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the store may know, and who may know databases. */
@AnalyzeClasses(packages = "org.casus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_store_knows_no_way_of_reading =
            noClasses()
                    .that()
                    .resideInAPackage("org.casus.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.casus",
                            "org.casus.analyze..",
                            "org.casus.extract..",
                            "org.casus.rule..",
                            "org.casus.app..");

    @ArchTest
    static final ArchRule nobody_in_the_core_knows_the_store =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.casus.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.casus.store..");

    @ArchTest
    static final ArchRule only_the_store_knows_databases =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.casus.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..");

    @ArchTest
    static final ArchRule what_is_public_shows_no_database =
            classes()
                    .that()
                    .haveSimpleName("Database")
                    .or()
                    .haveSimpleName("Dialect")
                    .should()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule statics_never_change =
            fields().that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .beFinal();
}
