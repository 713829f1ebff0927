package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.mart.EstimateVsMeasured;
import io.linkage.table.mart.Experience;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildEstimateVsMeasuredTest {
    /** A: 60 + 20 promoters, 20 + 0 detractors of 100 + 20 is 50; B: -10 of 100; estimates 60 and 10: gaps 10 and 20. */
    @Test
    void whoIsNearestToItsCustomersIsFirstAndMonthsAddUp() {
        List<Row> rows = TestInputs.asOf("2024-12-31")
                .with(FctDepartmentEstimate.TABLE, """
                        unit_source_id|metric_code|year_number|estimate_score|target_score
                        A|nps|2024|60|62
                        A|nps|2025||70
                        B|nps|2024|10|20
                        C|nps|2024|30|40
                        """)
                .with(Experience.TABLE, """
                        month_date|level_code|subject_code|metric_code|answer_count|promoter_count|detractor_count|top_count|metric_estimate|standard_error
                        2024-03-01|unit|A|nps|100|60|20|60|40|8
                        2024-09-01|unit|A|nps|20|20|0|20|100|0
                        2024-03-01|unit|B|nps|100|30|40|30|-10|8
                        2024-03-01|organisation|C|nps|100|30|40|30|-10|8
                        """)
                .build(BuildEstimateVsMeasured.BUILD)
                .orderBy(EstimateVsMeasured.UNIT_SOURCE_ID.col(), EstimateVsMeasured.YEAR_NUMBER.col())
                .collectAsList();

        Row a = rows.get(0);
        assertThat(a.<Long>getAs(EstimateVsMeasured.ANSWER_COUNT.name())).isEqualTo(120);
        assertThat(value(a, "measured_estimate")).isCloseTo(50, within(1e-9));
        assertThat(value(a, "gap_estimate")).isCloseTo(10, within(1e-9));
        // p = 2/3, d = 1/6: variance 5/6 - 1/4 = 7/12 of 120.
        assertThat(value(a, "gap_low_estimate")).isCloseTo(10 - 196 * Math.sqrt(7 / 12.0 / 120), within(.01));
        assertThat(value(a, "knowledge_rank")).isEqualTo(1);
        assertThat(value(a, "next_target_estimate")).isEqualTo(70);
        assertThat(value(a, "distance_estimate")).isCloseTo(20, within(1e-9));
        assertThat(value(a, "mean_gap_estimate")).isCloseTo(15, within(1e-9));
        assertThat(value(a, "calibration_ratio")).isNull();
        assertThat(value(rows.get(1), "knowledge_rank")).isEqualTo(2);
        assertThat(value(rows.get(2), "measured_estimate")).isNull();
        assertThat(value(rows.get(2), "gap_estimate")).isNull();
        // Next year is an aim of this one until it begins.
        assertThat(rows).hasSize(3);
    }

    /** Two months of two answers, .4 and .6, .6 and .8: mean .6, squares .08 over 3, Student's 3.182. */
    @Test
    void aMeansIntervalIsThatOfAllAnswersOfTheYear() {
        Row ces = TestInputs.asOf("2024-12-31")
                .with(
                        FctDepartmentEstimate.TABLE,
                        "unit_source_id|metric_code|year_number|estimate_score\nA|ces|2024|0.9\n")
                .with(Experience.TABLE, """
                        month_date|level_code|subject_code|metric_code|answer_count|promoter_count|detractor_count|top_count|metric_estimate|standard_error
                        2024-03-01|unit|A|ces|2|0|0|0|0.5|0.1
                        2024-04-01|unit|A|ces|2|0|0|1|0.7|0.1
                        """)
                .build(BuildEstimateVsMeasured.BUILD)
                .first();

        double half = 3.182446 * Math.sqrt(.08 / 3 / 4);
        assertThat(value(ces, "gap_low_estimate")).isCloseTo(.3 - half, within(1e-6));
        assertThat(value(ces, "gap_high_estimate")).isCloseTo(.3 + half, within(1e-6));
    }

    private static Double value(Row row, String column) {
        return row.getAs(column);
    }
}
