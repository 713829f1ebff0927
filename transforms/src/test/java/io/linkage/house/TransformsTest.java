package io.linkage.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;

/** House rules on transforms: layers look down only; no session, no reading, no writing, no clock. */
class TransformsTest {
    private static final String ROOT = "io.linkage.";
    /** From the bottom up; a layer may use itself and what stands before it. */
    private static final List<String> LAYERS =
            List.of("contract", "settings", "table", "column", "quality", "staging", "core", "model", "mart");

    private static final Set<String> CLOCK = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");
    private static final Set<String> SPARK_CLOCK =
            Set.of("current_date", "current_timestamp", "now", "curdate", "localtimestamp", "rand", "randn", "uuid");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.linkage");

    @Test
    void layersLookDownOnly() {
        for (int index = 0; index < LAYERS.size() - 1; index++) {
            String[] above = LAYERS.subList(index + 1, LAYERS.size()).stream()
                    .map(layer -> ROOT + layer + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + LAYERS.get(index) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("layers look down only; move what both need below the lower of the two")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void everyClassStandsInALayer() {
        String[] packages = LAYERS.stream().map(layer -> ROOT + layer + "..").toArray(String[]::new);
        classes()
                .that()
                .resideOutsideOfPackages("io.linkage", "io.linkage.jobs..")
                .should()
                .resideInAnyPackage(packages)
                .because("a new package needs a place in TransformsTest.LAYERS")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.linkage.(**)")
                .should()
                .beFreeOfCycles()
                .because("move what two packages share into one below them")
                .check(CLASSES);
    }

    @Test
    void transformsNeitherReadNorWriteNorMakeASession() {
        noClasses()
                .that(transforms())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameReader.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameWriter.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.spark.sql.SparkSession$Builder")
                .because("rows come in as arguments and go out as the result; reading and writing is for lake")
                .check(CLASSES);
    }

    @Test
    void transformsDoNotStartSparkJobs() {
        Set<String> actions = Set.of("collect", "collectAsList", "count", "cache", "persist", "first", "head", "take");
        noClasses()
                .that(transforms())
                .and()
                .resideOutsideOfPackage("io.linkage.model..")
                .should()
                .accessTargetWhere(access(
                        "an action on a Dataset",
                        found -> found.getTargetOwner().isAssignableTo(Dataset.class)
                                && actions.contains(found.getName())))
                .because("a build only describes its rows; the step that writes them runs them once")
                .check(CLASSES);
    }

    @Test
    void transformsHaveNoClockAndNoDice() {
        noClasses()
                .that(transforms())
                .should()
                .accessTargetWhere(access("the clock", TransformsTest::isClock))
                .because("the business date comes from Inputs.asOf(); the same inputs give the same rows")
                .check(CLASSES);
    }

    @Test
    void floatingNumbersAreAddedByExact() {
        Set<String> inOrder =
                Set.of("avg", "mean", "stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "corr");
        noClasses()
                .that(transforms())
                .and()
                .doNotHaveFullyQualifiedName("io.linkage.column.Exact")
                .should()
                .accessTargetWhere(access(
                        "a mean whose last digits depend on the order of the rows",
                        found -> found.getTargetOwner().getName().equals("org.apache.spark.sql.functions")
                                && inOrder.contains(found.getName())))
                .because("a cluster adds in other parts than one core; take the same from io.linkage.column.Exact")
                .check(CLASSES);
    }

    private static boolean isClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean java = owner.startsWith("java.time.")
                || owner.equals("java.lang.System")
                || owner.equals(Clock.class.getName());
        boolean random = owner.equals("java.lang.Math") && access.getName().equals("random")
                || owner.equals("java.util.UUID") && access.getName().equals("randomUUID");
        boolean spark = owner.equals("org.apache.spark.sql.functions") && SPARK_CLOCK.contains(access.getName());
        return java && CLOCK.contains(access.getName()) || random || spark;
    }

    private static DescribedPredicate<JavaClass> transforms() {
        return resideInAPackage("io.linkage..").and(DescribedPredicate.not(resideInAPackage("io.linkage.jobs..")));
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String what, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }
}
