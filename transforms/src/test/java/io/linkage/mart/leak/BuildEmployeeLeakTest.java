package io.linkage.mart.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctEngagement;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildEmployeeLeakTest {
    private static final String UNITS = """
            unit_key|unit_source_id|is_current
            1|north|true
            2|south|true
            2|once|false
            3|west|true
            """;

    private static Dataset<Row> leaks(String groups) {
        return TestInputs.asOf("2024-06-30")
                .with(DimOrgUnit.TABLE, UNITS)
                .with(FctEngagement.TABLE, groups)
                .build(BuildEmployeeLeak.BUILD);
    }

    @Test
    void theCompanyIsTheSumOfTheUnitsThatAreShown() {
        Dataset<Row> leaks = leaks("""
                unit_key|wave_date|construct_code|suppression_code|respondent_count|disagree_count
                1|2024-05-01|listening|shown|40|30
                2|2024-05-01|listening|shown|10|2
                3|2024-05-01|listening|small||
                1|2024-05-01|engagement|shown|40|5
                """);

        assertThat(TableRows.lines(
                        leaks,
                        "unit_source_id",
                        "construct_code",
                        "suppression_code",
                        "respondent_count",
                        "disagree_count",
                        "disagree_share",
                        "benchmark_share",
                        "benchmark_count"))
                .containsExactlyInAnyOrder(
                        "all|listening|shown|50|32|0.64|0.63|1012",
                        "north|listening|shown|40|30|0.75|0.63|1012",
                        "south|listening|shown|10|2|0.2|0.63|1012",
                        "west|listening|small|null|null|null|0.63|1012");
    }

    /** Wilson's interval of 2 in 10 is .0567 to .5098; Newcombe's of the difference by hand from that of 637.56 in 1,012. */
    @Test
    void aShareHasItsIntervalAndIsHeldAgainstTheBenchmark() {
        Row south = leaks("""
                unit_key|wave_date|construct_code|suppression_code|respondent_count|disagree_count
                2|2024-05-01|listening|shown|10|2
                """).filter("unit_source_id = 'south'").first();

        assertThat(south.<Double>getAs("disagree_low_share")).isCloseTo(.0567, within(5e-5));
        assertThat(south.<Double>getAs("disagree_high_share")).isCloseTo(.5098, within(5e-5));
        assertThat(south.<Double>getAs("difference_estimate")).isCloseTo(-.43, within(1e-9));
        assertThat(south.<Double>getAs("difference_low_estimate")).isCloseTo(-.5763, within(5e-5));
        assertThat(south.<Double>getAs("difference_high_estimate")).isCloseTo(-.1187, within(5e-5));
    }

    @Test
    void whereNoUnitIsShownTheCompanyIsNotEither() {
        assertThat(TableRows.lines(
                        leaks("""
                                unit_key|wave_date|construct_code|suppression_code|respondent_count|disagree_count
                                3|2024-05-01|improvements|small||
                                """), "unit_source_id", "suppression_code", "disagree_share", "difference_estimate"))
                .containsExactlyInAnyOrder("all|small|null|null", "west|small|null|null");
    }
}
