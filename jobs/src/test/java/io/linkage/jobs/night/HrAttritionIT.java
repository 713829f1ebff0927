package io.linkage.jobs.night;

import static io.linkage.jobs.night.WarehouseRows.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.SharedData;
import io.linkage.jobs.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example hr-attrition, 1,470 employees of a software company's sample: outside of the restricted zone no person is told of. */
class HrAttritionIT {
    private static final String EMPLOYEE = "employee-1";

    @TempDir
    Path warehouse;

    @Test
    void groupsOfEmployeesAreShownAndNoPerson() throws IOException {
        SharedData.file("hr-attrition/emp_attrition.csv");
        new Example("hr-attrition").night("2015-12-31", warehouse);
        WarehouseRows rows = new WarehouseRows(warehouse);

        assertThat(lines(rows.released("ops_reconciliation")
                        .where("outcome_code <> 'money'")
                        .selectExpr("feed_code", "outcome_code", "record_count", "row_count", "is_balanced")))
                .containsExactly(
                        "employee|kept|1470|1470|true",
                        "employee|received|1470|1470|true",
                        "engagement_answer|kept|1470|5880|true",
                        "engagement_answer|received|1470|5880|true");
        // Nine groups of a role and level have fewer than ten; where one is alone among its role's, the next is
        // withheld.
        assertThat(lines(rows.stored("core/fct_engagement")
                        .groupBy("construct_code", "suppression_code")
                        .agg(
                                functions.count("*"),
                                functions.count("scale_share"),
                                functions.min(functions.expr("respondent_count >= 10")))))
                .containsExactly(
                        "energy|complementary|7|0|null",
                        "energy|shown|15|15|true",
                        "energy|small|9|0|null",
                        "engagement|complementary|7|0|null",
                        "engagement|shown|15|15|true",
                        "engagement|small|9|0|null");
        assertThat(namingAnEmployee("core", "score", "mart", "ops", "curated/current"))
                .isEmpty();
        assertThat(namingAnEmployee("restricted"))
                .containsExactlyInAnyOrder(
                        "brg_engagement_respondent", "dim_employee", "stg_employee", "stg_engagement_answer");
    }

    /** Tables of these zones in any of whose files, those of earlier versions too, an employee's identifier stands. */
    private Set<String> namingAnEmployee(String... zones) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String zone : zones) {
            Path folder = warehouse.resolve(zone).toRealPath();
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(HrAttritionIT::names)
                        .forEach(file ->
                                found.add(folder.relativize(file).getName(0).toString()));
            }
        }
        return found;
    }

    private static boolean names(Path file) {
        try {
            if (!file.toString().endsWith(".parquet")) {
                return Files.readString(file, StandardCharsets.ISO_8859_1).contains(EMPLOYEE);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return !TestSpark.session()
                .read()
                .parquet(file.toString())
                .where(functions.to_json(functions.struct("*")).contains(EMPLOYEE))
                .isEmpty();
    }
}
