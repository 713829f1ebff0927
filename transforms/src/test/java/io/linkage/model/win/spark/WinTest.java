package io.linkage.model.win.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.BuildModel;
import io.linkage.settings.ChurnSettings;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Who could be won, again or for the first time. */
class WinTest {
    private static final String AS_OF = "2024-06-30";

    /** Chances by the intercept alone: 1 / (1 + e) of returning, a half of becoming a customer. */
    private static final String MODELS = """
            subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate|mean_estimate
            win-back|logistic|champion|FITTED|intercept|-1|
            win-back|logistic|champion|FITTED|calibration-intercept|0|
            win-back|logistic|champion|FITTED|calibration-slope|1|
            prospect|logistic|champion|FITTED|intercept|0|
            prospect|logistic|champion|FITTED|calibration-intercept|0|
            prospect|logistic|champion|FITTED|calibration-slope|1|
            prospect|leak|refused|LEAK|seen_days|0.95|
            churn-no-purchase|logistic|champion|FITTED|intercept|3|
            clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1|
            clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|52|
            clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|20|
            clv-margin|observed|champion|IDENTIFIED|margin_share|0.5|
            """;

    private static final String FEATURES = """
            feature_date|customer_key|population_code|churn_definition_code|is_scored|segment_code|acquisition_channel_code
            2024-06-30|1|lapsed|no-purchase|false|a|web
            2024-06-30|2|lapsed|no-purchase|false|a|web
            2024-06-30|3|prospect|no-purchase|false|b|web
            2024-06-30|4|prospect|no-purchase|false|b|post
            2024-06-30|5|at-risk|no-purchase|true|a|web
            2024-03-25|1|lapsed|no-purchase|false|a|web
            """;

    /** NBD with r 1 and alpha 52, undiscounted year of 52.18 weeks: (1 + x) 52.18 / (52 + T) purchases more, worth 10 each. */
    @Test
    void aSecondLifetimeIsTheReturningPurchaseAndThoseThatTheCustomersOwnRateThenLetsExpect() {
        Dataset<Row> scores = inputs().with(FeatureCustomer.TABLE, """
                customer_key|frequency_count|age_weeks|repeat_spend_amount|purchase_day_count
                1|3|104|60|4
                2||||0
                """).build(BuildScoreWinBack.BUILD);

        assertThat(TableRows.lines(scores, "customer_key", "model_code", "window_days", "return_probability"))
                .containsExactly("1|logistic|97|0.2689", "2|logistic|97|0.2689");
        double value = 10 * (1 + 5 * 365.25 / 7 / (52 + 104));
        Row one = scores.filter("customer_key = 1").first();
        assertThat(one.getDecimal(one.fieldIndex("second_lifetime_value_amount"))
                        .doubleValue())
                .isCloseTo(value, within(.006));
        assertThat(one.getDecimal(one.fieldIndex("expected_value_amount")).doubleValue())
                .isCloseTo(value * .2689, within(.01));
        assertThat(scores.filter("customer_key = 2").first().<Object>getAs("second_lifetime_value_amount"))
                .isNull();
    }

    /**
     * Segment b spends 30 a day and a 10, far beyond chance, of which 4 come back; a new customer buys 1 + 52.18 / 52 times, and margin
     * is told over what is bought.
     */
    @Test
    void aProspectIsWorthANewCustomerOfTheSegmentAndCostsOneOfTheChannel() {
        StringBuilder features = new StringBuilder(
                "customer_key|purchase_day_count|net_revenue_amount|return_amount|first_purchase_date\n");
        StringBuilder customers = new StringBuilder("customer_key|segment_code|acquisition_channel_code|is_current\n");
        for (int customer = 11; customer <= 130; customer++) {
            boolean b = customer % 2 == 0;
            features.append(customer + "|2|" + ((b ? 52 : 12) + customer % 3 - 1) + "|-8|"
                    + (customer == 12 || customer == 13 ? "2024-05-01" : "2020-01-01") + "\n");
            customers.append(customer + "|" + (b ? "b" : "a") + "|web|true\n");
        }
        Dataset<Row> scores = inputs().with(FeatureCustomer.TABLE, features + "3|0|0|0|\n4|0|0|0|\n")
                .with(DimCustomer.TABLE, customers + "3|b|web|true\n4|b|post|true\n")
                .with(ScoreClv.TABLE, "customer_key|acquisition_cost_amount\n11|0\n12|7.50\n13|7.50\n")
                .build(BuildScoreProspect.BUILD);

        Row web = scores.filter("customer_key = 3").first();
        double value = web.getDecimal(web.fieldIndex("expected_value_amount")).doubleValue();
        assertThat(value).isCloseTo(.5 * 30 * (1 + 365.25 / 7 / 52), within(.3));
        assertThat(TableRows.lines(
                        scores, "customer_key", "conversion_probability", "window_days", "acquisition_cost_amount"))
                .containsExactly("3|0.5|97|7.50", "4|0.5|97|7.50");
        assertThat(web.getDecimal(web.fieldIndex("expected_net_value_amount")).doubleValue())
                .isCloseTo((value - 7.5) / 2, within(.006));
    }

    /** Two new customers of the web cost 9, one by friends nothing, post brought nobody: 18 for three. */
    @Test
    void aChannelThatBroughtNobodyIsNotCheapAndOneThatCostNothingIs() {
        TestInputs in = inputs().with(FeatureChurn.TABLE, FEATURES + """
                        2024-06-30|6|prospect|no-purchase|false|b|friends
                        2024-06-30|7|prospect|no-purchase|false|new|new
                        """)
                .with(FeatureCustomer.TABLE, """
                        customer_key|purchase_day_count|first_purchase_date
                        3|0|
                        4|0|
                        6|0|
                        11|1|2020-01-01
                        12|1|2024-05-02
                        13|1|2024-05-01
                        14|1|2024-05-03
                        15|1|2020-01-01
                        """)
                .with(DimCustomer.TABLE, """
                        customer_key|segment_code|acquisition_channel_code|is_current
                        3|b|web|true
                        4|b|post|true
                        6|b|friends|true
                        11|b|web|true
                        12|b|web|true
                        13|a|web|true
                        14|a|friends|true
                        15|b|post|true
                        """);

        assertThat(costs(in.with(ScoreClv.TABLE, """
                        customer_key|acquisition_cost_amount
                        11|0.00
                        12|9.00
                        13|9.00
                        14|0.00
                        15|0.00
                        """))).containsExactly("3|9.00", "4|6.00", "6|0.00", "7|6.00");
        assertThat(costs(in.with(ScoreClv.TABLE, "customer_key|acquisition_cost_amount\n11|\n12|\n")))
                .containsExactly("3|null", "4|null", "6|null", "7|null");
    }

    private static List<String> costs(TestInputs in) {
        return TableRows.lines(in.build(BuildScoreProspect.BUILD), "customer_key", "acquisition_cost_amount");
    }

    /** Who was seen lately buys with a chance of .6, others with .1; nobody who lapsed returns. */
    @Test
    void theModelsOfReturningAndBecomingACustomerAreFittedOrRefusedEachForItself() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder(
                "feature_date|customer_key|population_code|is_scored|has_bought|seen_days|recency_days\n");
        for (int customer = 1; customer <= 400; customer++) {
            for (String day : List.of("2024-03-25", "2023-12-26", "2023-09-27")) {
                int seen = random.nextInt(400);
                boolean buys = random.nextDouble() < (seen < 100 ? .6 : .1);
                rows.append(day + "|" + customer + "|prospect|false|" + buys + "|" + seen + "|\n");
                rows.append(day + "|" + (1000 + customer) + "|lapsed|false|false||" + (400 + seen) + "\n");
            }
        }
        Dataset<Row> models = TestInputs.asOf(AS_OF)
                .with(new ChurnSettings("no-purchase", 90, 7, 3, 50, .001, 20, .9, 4, "platt", "none", List.of()))
                .with(FeatureChurn.TABLE, rows.toString())
                .build(BuildModel.BUILD)
                .cache();

        assertThat(TableRows.lines(
                        models.filter(
                                        "subject_code in ('win-back', 'prospect') and role_code in ('champion', 'refused')")
                                .distinct(),
                        "subject_code",
                        "role_code",
                        "status_code"))
                .contains("prospect|champion|FITTED", "win-back|refused|NOBODY_BOUGHT");
        assertThat(models.filter(
                                "subject_code = 'prospect' and role_code = 'champion' and parameter_code = 'seen_days'")
                        .first()
                        .<Double>getAs("parameter_estimate"))
                .isNegative();
        assertThat(models.filter("subject_code = 'prospect' and role_code = 'champion'")
                        .first()
                        .<String>getAs("reason"))
                .contains("bought; tested out-of-time on 400", "seen-days-alone")
                .doesNotContain(" left");
        assertThat(TestInputs.asOf(AS_OF)
                        .with(Model.TABLE, models)
                        .with(FeatureChurn.TABLE, FEATURES)
                        .build(BuildScoreWinBack.BUILD)
                        .count())
                .isZero();
    }

    private static TestInputs inputs() {
        return TestInputs.asOf(AS_OF)
                .with(new ClvSettings("auto", Optional.empty(), 12, 0, .5, 91, ClvSettings.NONE, ClvSettings.NONE))
                .with(Model.TABLE, MODELS)
                .with(FeatureChurn.TABLE, FEATURES);
    }
}
