package org.casus.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The bench measures the core from outside and starts the program as anybody would. */
@AnalyzeClasses(packages = "org.casus.bench")
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_of_the_house_only_the_core =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.casus.app..", "org.casus.store..", "org.casus.spark..");
}
