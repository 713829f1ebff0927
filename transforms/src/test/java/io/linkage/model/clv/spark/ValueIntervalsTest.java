package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.mart.BuildCustomerEquity;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Intervals come from what ops_model recorded, in whatever parts the rows lie. */
class ValueIntervalsTest {
    private static final String MODELS = """
            subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate|standard_error
            clv-purchases|mbg-nbd|champion|IDENTIFIED|r|0.525|%1$s
            clv-purchases|mbg-nbd|champion|IDENTIFIED|alpha|6.183|%1$s
            clv-purchases|mbg-nbd|champion|IDENTIFIED|a|0.891|
            clv-purchases|mbg-nbd|champion|IDENTIFIED|b|1.614|
            clv-purchases|mbg-nbd|champion|IDENTIFIED|corr(r, alpha)|0.9|
            clv-spend|gamma-gamma|champion|IDENTIFIED|p|6.25|
            clv-spend|gamma-gamma|champion|IDENTIFIED|q|3.74|
            clv-spend|gamma-gamma|champion|IDENTIFIED|gamma|15.44|
            clv-margin|observed|champion|IDENTIFIED|margin_share|0.5|
            """;
    private static final String HISTORIES = """
            customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount
            1|40|52|52|1400.00
            2|0|0|52|0.00
            3|12|10|52|420.00
            4||||
            """;

    @Test
    void anIntervalHoldsTheExpectedValueAndNarrowsToNothingForThoseWhoLeft() {
        Dataset<Row> scores = scores(MODELS.formatted(""), HISTORIES);

        assertThat(TableRows.lines(scores.selectExpr(
                        "customer_key",
                        "clv_low_amount > 0 and clv_low_amount < clv_amount and clv_amount < clv_high_amount",
                        "clv_low_amount = 0 and clv_high_amount = 0")))
                .containsExactly("1|true|false", "2|false|false", "3|false|true");
    }

    @Test
    void scoresAreTheSameInWhateverPartsTheRowsLie() {
        Dataset<Row> histories = TableRows.of(FeatureCustomer.TABLE, HISTORIES);
        TestInputs in =
                TestInputs.asOf("2024-05-01").with(Model.TABLE, TableRows.of(Model.TABLE, MODELS.formatted("0.1")));

        List<String> one = TableRows.lines(
                in.with(FeatureCustomer.TABLE, histories.coalesce(1)).build(BuildScoreClv.BUILD));
        List<String> other = TableRows.lines(in.with(
                        FeatureCustomer.TABLE,
                        histories.orderBy(functions.desc("customer_key")).repartition(3))
                .build(BuildScoreClv.BUILD));

        assertThat(one).hasSize(3).isEqualTo(other);
    }

    /** Two segments of like customers: chance evens out between them, what the parameters are off by does not. */
    @Test
    void theWholeBaseIsLessUncertainThanItsSegmentsTogether() {
        Row closing = equity("0.05");
        double segment = closing.getDouble(1) - closing.getDouble(0);
        double base = closing.getDouble(3) - closing.getDouble(2);

        assertThat(closing.getDouble(0)).isPositive().isLessThan(100);
        assertThat(closing.getDouble(1)).isGreaterThan(100);
        assertThat(base).isBetween(1.2 * segment, 1.9 * segment);
        assertThat(equity("0.5").getDouble(1)).isGreaterThan(closing.getDouble(1));
    }

    private static Row equity(String error) {
        return TestInputs.asOf("2024-05-01")
                .with(Model.TABLE, MODELS.formatted(error))
                .with(FeatureCustomer.TABLE, """
                        customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount
                        1|12|50|52|420.00
                        2|12|50|52|420.00
                        """)
                .with(CustomerValue.TABLE, """
                        customer_key|segment_code|is_prospect|net_revenue_amount|margin_amount|clv_amount
                        1|a|false|420.00|210.00|100.00
                        2|b|false|420.00|210.00|100.00
                        """)
                .build(BuildCustomerEquity.BUILD)
                .filter(CustomerEquity.SEGMENT_CODE
                        .col()
                        .equalTo("a")
                        .and(CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING)))
                .select(
                        CustomerEquity.CLV_LOW_AMOUNT.col().cast("double"),
                        CustomerEquity.CLV_HIGH_AMOUNT.col().cast("double"),
                        CustomerEquity.BASE_CLV_LOW_AMOUNT.col().cast("double"),
                        CustomerEquity.BASE_CLV_HIGH_AMOUNT.col().cast("double"))
                .first();
    }

    private static Dataset<Row> scores(String models, String histories) {
        return TestInputs.asOf("2024-05-01")
                .with(Model.TABLE, models)
                .with(FeatureCustomer.TABLE, histories)
                .build(BuildScoreClv.BUILD)
                .select(
                        ScoreClv.CUSTOMER_KEY.col(),
                        ScoreClv.CLV_AMOUNT.col(),
                        ScoreClv.CLV_LOW_AMOUNT.col(),
                        ScoreClv.CLV_HIGH_AMOUNT.col());
    }
}
