package io.linkage.model.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreProspect;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildModelQualityTest {
    private static final String CHURN = """
            subject_code|model_code|role_code|parameter_code|parameter_estimate|mean_estimate
            churn-no-purchase|logistic|champion|intercept|0|
            churn-no-purchase|logistic|champion|calibration-intercept|0|
            churn-no-purchase|logistic|champion|calibration-slope|1|
            churn-no-purchase|logistic|champion|last_nps_score|-1|5
            churn-no-purchase|base-rate|baseline|intercept|0|
            churn-no-purchase|base-rate|baseline|calibration-intercept|0|
            churn-no-purchase|base-rate|baseline|calibration-slope|1|
            """;

    /** On the latest day the three with low scores left but one: of 2 x 2 pairs three are in order. */
    @Test
    void theLatestDayTestsTheModelBesideTheBaseRate() {
        Dataset<Row> quality = TestInputs.asOf("2024-06-30")
                .with(Model.TABLE, CHURN)
                .with(FeatureChurn.TABLE, """
                        feature_date|customer_key|is_scored|has_churned|last_nps_score
                        2024-03-25|1|false|true|1
                        2024-03-25|2|false|false|0.5
                        2024-03-25|3|false|true|0
                        2024-03-25|4|false|false|2
                        2023-12-26|1|false|false|9
                        2024-06-30|1|true||3
                        """)
                .build(BuildModelQuality.BUILD);

        assertThat(TableRows.lines(
                        quality.filter("slice_code = 'out-of-time' and metric_code = 'auc'"),
                        "model_code",
                        "role_code",
                        "example_count",
                        "event_count",
                        "metric_estimate",
                        "baseline_model_code",
                        "baseline_estimate"))
                .containsExactly("base-rate|baseline|4|2|0.5|null|null", "logistic|champion|4|2|0.75|base-rate|0.5");
        assertThat(estimate(quality, "base-rate", "brier")).isEqualTo(.25);
    }

    @Test
    void theWalletRuleIsHeldAgainstStatedSharesBesideEqualParts() {
        Dataset<Row> quality =
                TestInputs.asOf("2024-06-30").with(FctWalletAnswer.TABLE, """
                        respondent_id|customer_key|stated_share|allocated_share|equal_share
                        r|1|0.5|0.667|0.5
                        s|2|0.9|0.6|0.5
                        t|3|0.2||0.5
                        u|4||0.5|0.5
                        """).build(BuildModelQuality.BUILD);

        assertThat(estimate(quality, "wallet-allocation-rule", "mae")).isCloseTo((.167 + .3) / 2, within(1e-9));
        assertThat(estimate(quality, "wallet-allocation-rule", "bias")).isCloseTo((.167 - .3) / 2, within(1e-9));
        assertThat(estimate(quality, "equal-share", "mae")).isCloseTo(.2, within(1e-9));
        assertThat(TableRows.lines(quality.filter("metric_code = 'mae'"), "example_count", "slice_code"))
                .containsOnly("2|survey");
    }

    /** NBD with r 1 and alpha 4, four weeks on: (1 + x) 4 / (4 + T). Customers with x 1, T 4 and x 0, T 12. */
    @Test
    void purchasesAreHeldAgainstWhatCameAfterTheCalibration() {
        Dataset<Row> quality = TestInputs.asOf("2024-05-28")
                .with(new ClvSettings("auto", Optional.of(LocalDate.of(2024, 4, 30)), 12, .1, 1, 91, "none", "none"))
                .with(Model.TABLE, """
                        subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate
                        clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1
                        clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|4
                        clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|10
                        clv-margin|observed|champion|IDENTIFIED|margin_share|1
                        """)
                .with(FeatureCustomer.TABLE, """
                        customer_key|frequency_count|recency_weeks|age_weeks|purchase_day_count
                        1|1|2|4|4
                        2|0|0|12|1
                        3||||0
                        """)
                .build(BuildModelQuality.BUILD);

        assertThat(estimate(quality, "nbd", "mae")).isCloseTo((1 + .25) / 2, within(1e-9));
        assertThat(estimate(quality, "nbd", "bias")).isCloseTo((-1 + .25) / 2, within(1e-9));
        assertThat(estimate(quality, "constant-rate", "mae")).isCloseTo((1 + 0) / 2.0, within(1e-9));
    }

    /** 28 days, and NBD with r 1 and alpha 4, as above; customer 1 came on two days since, 3 has another key by now. */
    @Test
    void aNightIsJudgedOnceItIsOldEnough() {
        TestInputs nights = TestInputs.asOf("2024-05-28")
                .with(Model.TABLE, """
                        as_of_date|calibration_end_date|subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate
                        2024-04-29|2024-04-29|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|9
                        2024-04-30|2024-04-30|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1
                        2024-04-30|2024-04-30|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|4
                        2024-04-30|2024-04-30|clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|10
                        2024-04-30|2024-04-30|clv-margin|observed|champion|IDENTIFIED|margin_share|1
                        2024-05-27|2024-05-27|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|9
                        """)
                .with(FeatureCustomer.TABLE, """
                        as_of_date|customer_key|frequency_count|recency_weeks|age_weeks
                        2024-04-30|1|1|2|4
                        2024-04-30|2|0|0|12
                        2024-04-30|3|0|0|12
                        2024-04-30|4|||
                        2024-05-28|1|3|8|8
                        2024-05-28|2|0|0|16
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|line_number|customer_key|order_date|line_type_code
                        o|1|1|2024-05-01|sale
                        o|2|1|2024-05-01|sale
                        p|1|1|2024-05-09|sale
                        q|1|1|2024-05-10|return
                        r|1|1|2024-04-30|sale
                        """);
        Dataset<Row> quality = nights.build(BuildModelQuality.BUILD);

        assertThat(TableRows.lines(
                        quality, "forecast_date", "slice_code", "model_code", "metric_code", "example_count"))
                .containsExactly(
                        "2024-04-30|night|constant-rate|bias|2",
                        "2024-04-30|night|constant-rate|mae|2",
                        "2024-04-30|night|nbd|bias|2",
                        "2024-04-30|night|nbd|mae|2");
        assertThat(estimate(quality, "nbd", "mae")).isCloseTo((1 + .25) / 2, within(1e-9));
        assertThat(estimate(quality, "constant-rate", "bias")).isCloseTo((1 - 2 + 0) / 2.0, within(1e-9));
    }

    /** Feature days 2023-12-26 teaches, 2024-03-25 tests; tonight scores are higher than all that were learned from. */
    @Test
    void aFeatureThatTonightIsAnotherIsADriftBeyondChance() {
        StringBuilder rows = new StringBuilder("feature_date|customer_key|is_scored|has_churned|last_nps_score\n");
        for (int customer = 0; customer < 60; customer++) {
            boolean left = customer % 2 == 0;
            rows.append("2023-12-26|" + customer + "|false|" + left + "|" + customer % 5 + "\n");
            rows.append("2024-03-25|" + customer + "|false|" + left + "|10\n");
            rows.append("2024-06-30|" + customer + "|true||" + (5 + customer % 5) + "\n");
        }
        Dataset<Row> drift = TestInputs.asOf("2024-06-30")
                .with(Model.TABLE, CHURN)
                .with(FeatureChurn.TABLE, rows.toString())
                .build(BuildModelQuality.BUILD)
                .filter("slice_code = 'drift'");

        assertThat(TableRows.lines(
                        drift.filter("metric_estimate > 0.25 and metric_estimate > baseline_estimate"),
                        "subject_code",
                        "model_code",
                        "part_code",
                        "metric_code",
                        "example_count"))
                .containsExactly(
                        "churn-no-purchase|logistic|last_nps_score|psi|60", "churn-no-purchase|logistic|score|psi|60");
    }

    /** 7 days of gap and 90 of window: the night of 2024-03-25 ends tonight. Customer 9 has another key by now. */
    @Test
    void theChancesOfANightAreHeldAgainstWhatCustomersDidOnceItsWindowIsOver() {
        Dataset<Row> quality = TestInputs.asOf("2024-06-30")
                .with(Model.TABLE, "as_of_date|subject_code|model_code\n2024-06-29|clv-spend|nothing")
                .with(ScoreChurn.TABLE, """
                        as_of_date|customer_key|churn_definition_code|model_code|churn_probability
                        2024-03-24|1|no-purchase|logistic|0.9
                        2024-03-25|1|no-purchase|logistic|0.8
                        2024-03-25|2|no-purchase|logistic|0.2
                        2024-03-25|9|no-purchase|logistic|0.5
                        2024-03-26|1|no-purchase|logistic|0.9
                        """)
                .with(ScoreProspect.TABLE, """
                        as_of_date|customer_key|model_code|conversion_probability
                        2024-03-25|3|logistic|0.4
                        2024-03-25|4|logistic|0.4
                        """)
                .with(
                        FeatureCustomer.TABLE,
                        "as_of_date|customer_key\n2024-06-30|1\n2024-06-30|2\n2024-06-30|3\n2024-06-30|4")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code
                        1|2024-03-26|sale
                        2|2024-06-30|sale
                        3|2024-03-26|sale
                        """)
                .build(BuildModelQuality.BUILD);

        assertThat(TableRows.lines(
                        quality.filter("slice_code = 'night' and metric_code in ('auc', 'forecast', 'realised')"),
                        "forecast_date",
                        "subject_code",
                        "part_code",
                        "metric_code",
                        "metric_estimate",
                        "example_count",
                        "event_count"))
                .containsExactly(
                        "2024-03-25|churn-no-purchase|all|auc|1.0|2|1",
                        "2024-03-25|churn-no-purchase|decile-03|forecast|0.2|1|0",
                        "2024-03-25|churn-no-purchase|decile-03|realised|0.0|1|0",
                        "2024-03-25|churn-no-purchase|decile-08|forecast|0.8|1|1",
                        "2024-03-25|churn-no-purchase|decile-08|realised|1.0|1|1",
                        "2024-03-25|prospect|all|auc|0.5|2|1",
                        "2024-03-25|prospect|decile-06|forecast|0.4|2|1",
                        "2024-03-25|prospect|decile-06|realised|0.5|2|1");
    }

    @Test
    void whereNothingWasFittedAndNobodyAskedThereIsNothingToSay() {
        assertThat(TestInputs.asOf("2024-06-30").build(BuildModelQuality.BUILD).count())
                .isZero();
    }

    private static double estimate(Dataset<Row> quality, String model, String metric) {
        return quality.filter("model_code = '" + model + "' and metric_code = '" + metric + "'")
                .first()
                .getAs("metric_estimate");
    }
}
