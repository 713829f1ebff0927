package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import org.junit.jupiter.api.Test;

class BuildScoreChurnTest {
    private static final String FEATURES = """
            feature_date|customer_key|churn_definition_code|is_scored|has_churned|recency_days|last_nps_score
            2024-06-30|1|no-purchase|true||0|
            2024-06-30|2|no-purchase|true||99|5
            2024-03-25|2|no-purchase|false|true|99|5
            """;
    private static final String ATTRIBUTES = """
            customer_key|attribute_code|observed_date|attribute_text
            1|plan|2024-01-01|a
            2|plan|2024-01-01|a
            2|plan|2024-06-30|b
            2|plan|2024-07-01|a
            """;
    private static final String MODELS = """
            subject_code|model_code|role_code|parameter_code|parameter_estimate|mean_estimate
            churn-no-purchase|logistic|champion|intercept|-1|
            churn-no-purchase|logistic|champion|calibration-intercept|0|
            churn-no-purchase|logistic|champion|calibration-slope|1|
            churn-no-purchase|logistic|champion|recency_days|0.5|2
            churn-no-purchase|logistic|champion|plan=b|1|0.5
            churn-no-purchase|logistic|champion|last_nps_score|-0.2|7
            churn-no-purchase|logistic|champion|last_nps_score=missing|0.3|0.4
            clv-purchases|nbd|champion|r|0.5|
            """;

    /** Customer 2: -1 + .5 ln 100 + 1 - .2*5 = 1.3026; customer 1: -1 - .2*7 + .3 = -2.1. */
    @Test
    void scoresWhoIsAtRiskTonightByTheRecordedModelWithTheLastValueKnown() {
        assertThat(TableRows.lines(
                        inputs().with(Model.TABLE, MODELS).build(BuildScoreChurn.BUILD),
                        "customer_key",
                        "churn_definition_code",
                        "model_code",
                        "gap_days",
                        "window_days",
                        "churn_probability",
                        "first_churn_reason_code",
                        "second_churn_reason_code",
                        "third_churn_reason_code"))
                .containsExactly(
                        "1|no-purchase|logistic|7|90|0.1091|last_nps_score=missing|null|null",
                        "2|no-purchase|logistic|7|90|0.7863|recency_days=high|plan=b|last_nps_score=low");
    }

    /** Of customer 1 the odds are .1225: in the second window half of them, 1 - .8909 * (1 - .0577) = .1605. */
    @Test
    void tellsByWhenCustomersLeaveWhereAHazardWasRecorded() {
        String hazard = MODELS + """
                hazard-no-purchase|discrete-time-hazard|champion|window-02|-0.693147181|
                hazard-no-purchase|discrete-time-hazard|champion|slope|1|
                """;
        assertThat(TableRows.lines(
                        inputs().with(Model.TABLE, hazard).build(BuildScoreChurn.BUILD),
                        "customer_key",
                        "horizon_days",
                        "horizon_churn_probability",
                        "median_churn_days"))
                .containsExactly("1|187|0.1605|null", "2|187|0.9247|97");
    }

    @Test
    void aRefusedModelScoresNobody() {
        assertThat(inputs().with(Model.TABLE, MODELS.replace("logistic|champion", "logistic|refused"))
                        .build(BuildScoreChurn.BUILD)
                        .count())
                .isZero();
    }

    private static TestInputs inputs() {
        return TestInputs.asOf("2024-06-30")
                .with(FeatureChurn.TABLE, FEATURES)
                .with(FctCustomerAttribute.TABLE, ATTRIBUTES);
    }
}
