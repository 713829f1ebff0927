package io.linkage.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.junit.jupiter.api.Test;

/** House rules on jobs: only lake touches Delta and Parquet, only feed reads sources, nothing below knows the jobs. */
class JobsTest {
    private static final String LAKE = "io.linkage.jobs.lake..";
    private static final String FEED = "io.linkage.jobs.feed..";
    private static final String DEMO = "io.linkage.jobs.demo..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // In a whole build the helpers of the transforms' tests are on the class path as a jar.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.linkage");

    @Test
    void onlyLakeTouchesDelta() {
        noClasses()
                .that()
                .resideOutsideOfPackages(LAKE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
                .because("tables are read and written by io.linkage.jobs.lake alone; give it a method for this")
                .check(CLASSES);
    }

    @Test
    void onlyLakeWritesAndTheDemoPlaysSources() {
        noClasses()
                .that()
                .resideOutsideOfPackages(LAKE, DEMO)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameWriter.class)
                .because("rows are written by io.linkage.jobs.lake alone; give it a method for this")
                .check(CLASSES);
    }

    @Test
    void onlyLakeAndFeedRead() {
        noClasses()
                .that()
                .resideOutsideOfPackages(LAKE, FEED)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameReader.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..")
                .because("sources are read by io.linkage.jobs.feed, tables by io.linkage.jobs.lake")
                .check(CLASSES);
    }

    @Test
    void nothingBelowKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(LAKE, FEED, DEMO, "io.linkage.jobs.publish..", "io.linkage.jobs.step..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.linkage.jobs.cli..", "picocli..")
                .because("commands call the jobs, not the other way round")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.linkage.jobs.(*)..")
                .should()
                .beFreeOfCycles()
                .because("move what two packages share into one below them")
                .check(CLASSES);
    }
}
