package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.Experience;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildExperienceTest {
    private static final String HEADER = "respondent_id|question_code|answer_date|instrument_code|level_code"
            + "|subject_code|answer_score|scale_share|promoter_count|detractor_count|sample_weight\n";

    /** p = 3/4, d = 1/4 by weight: 50; variance 1 - 1/4; 16/6 answers of equal weight. */
    @Test
    void anAnswerCountsByItsWeightBesideTheUnweightedFigure() {
        Row nps = row("""
                a|q|2024-04-01|nps|organisation|all|10|1.0|1|0|1
                b|q|2024-04-02|nps|organisation|all|9|0.9|1|0|2
                c|q|2024-04-03|nps|organisation|all|3|0.3|0|1|1
                """);

        assertThat(value(nps, "metric_estimate")).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(value(nps, "weighted_estimate")).isCloseTo(50, within(1e-9));
        assertThat(value(nps, "weighted_error")).isCloseTo(100 * Math.sqrt(.75 / (16.0 / 6)), within(1e-9));
        assertThat(nps.<Long>getAs(Experience.EFFECTIVE_ANSWER_COUNT.name())).isEqualTo(3);
    }

    @Test
    void equalWeightsChangeNothing() {
        Row csat = row("""
                a|q|2024-04-01|csat|organisation|all|5|1.0|0|0|0.5
                b|q|2024-04-02|csat|organisation|all|4|0.75|0|0|0.5
                c|q|2024-04-03|csat|organisation|all|2|0.25|0|0|0.5
                """);

        assertThat(value(csat, "weighted_estimate")).isCloseTo(value(csat, "metric_estimate"), within(1e-9));
        assertThat(value(csat, "weighted_error")).isCloseTo(value(csat, "standard_error"), within(1e-9));
    }

    @Test
    void answersWithoutAnyWeightHaveNoWeightedFigure() {
        Row ces = row("a|q|2024-04-01|ces|process|all|5|1.0|0|0|0\n");

        assertThat(value(ces, "metric_estimate")).isEqualTo(1);
        assertThat(value(ces, "weighted_estimate")).isNull();
    }

    private static Row row(String answers) {
        return TestInputs.asOf("2024-05-01")
                .with(FctSurveyAnswer.TABLE, HEADER + answers)
                .build(BuildExperience.BUILD)
                .first();
    }

    private static Double value(Row row, String column) {
        return row.getAs(column);
    }
}
