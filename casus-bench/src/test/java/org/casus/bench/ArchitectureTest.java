package org.casus.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The bench measures core and store from outside and starts the program as anybody would. */
@AnalyzeClasses(packages = "org.casus.bench")
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_of_the_house_only_core_and_store =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.casus.app..", "org.casus.spark..");
}
