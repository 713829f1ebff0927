package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.table.core.FctSurveyAnswer;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildExperienceTest {
    @Test
    void givesTheNetPromoterScoreWithItsStandardErrorAndAnAdjustedIntervalForFewAnswers() {
        Row nps = build("nps", 6, 1, 3);

        assertThat(nps.<Double>getAs("metric_estimate")).isCloseTo(30, within(1e-9));
        assertThat(nps.<Double>getAs("standard_error")).isCloseTo(100 * Math.sqrt((.9 - .09) / 10), within(1e-9));
        // 6.75 promoters, 3.75 detractors of 13
        assertThat(nps.<Double>getAs("low_estimate")).isCloseTo(23.0769 - 47.2161, within(1e-3));
        assertThat(nps.<Double>getAs("high_estimate")).isCloseTo(23.0769 + 47.2161, within(1e-3));
    }

    /** Wilson 1927: 9 of 10 gives (.5958, .9821), 0 of 10 gives (0, .2775). */
    @Test
    void givesWilsonsIntervalForSatisfaction() {
        Row nine = build("csat", 9, 0, 1);
        Row none = build("csat", 0, 0, 10);

        assertThat(nine.<Double>getAs("low_estimate")).isCloseTo(.5958, within(5e-5));
        assertThat(nine.<Double>getAs("high_estimate")).isCloseTo(.9821, within(5e-5));
        assertThat(none.<Double>getAs("low_estimate")).isCloseTo(0, within(1e-9));
        assertThat(none.<Double>getAs("high_estimate")).isCloseTo(.2775, within(5e-5));
    }

    @Test
    void leavesTheErrorEmptyWhereOneAnswerAllowsNone() {
        Row effort = build("ces", 1, 0, 0);

        assertThat(effort.<Double>getAs("metric_estimate")).isEqualTo(1.0);
        assertThat(effort.isNullAt(effort.fieldIndex("standard_error"))).isTrue();
    }

    private static Row build(String instrument, int high, int middle, int low) {
        StringBuilder answers = new StringBuilder("respondent_id|answer_date|level_code|subject_code|instrument_code"
                + "|scale_share|promoter_count|passive_count|detractor_count\n");
        String row = "r|2024-05-04|organisation|all|" + instrument + "|";
        answers.append((row + "1.0|1|0|0\n").repeat(high));
        answers.append((row + "0.7|0|1|0\n").repeat(middle));
        answers.append((row + "0.2|0|0|1\n").repeat(low));
        return TestInputs.asOf("2024-06-01")
                .with(FctSurveyAnswer.TABLE, answers.toString())
                .build(BuildExperience.BUILD)
                .first();
    }
}
