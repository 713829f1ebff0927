package io.linkage.mart;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildCustomerEquityTest {
    /** Customers 1 to 7 of two nights: they grow, shrink, move, get lost, come back, come, and merge (7 into 1). */
    private static final String NIGHTS = """
            as_of_date|customer_key|segment_code|life_cycle_phase_code|is_prospect|net_revenue_amount|margin_amount|clv_amount
            2024-05-01|1|a|active|false|20.00|8.00|30.00
            2024-05-01|2|a|active|false|10.00|5.00|20.00
            2024-05-01|3|a|active|false|10.00|5.00|15.00
            2024-05-01|4|b|lapsing|false|10.00|5.00|2.00
            2024-05-01|5|b|lost|false|10.00|5.00|1.00
            2024-05-01|6|b|prospect|true|0.00|0.00|
            2024-05-02|2|a|active|false|16.00|8.00|26.00
            2024-05-02|3|b|active|false|9.00|4.50|14.00
            2024-05-02|4|b|lost|false|10.00|5.00|1.50
            2024-05-02|5|b|won-back|false|13.00|6.50|9.00
            2024-05-02|6|b|new|false|4.00|2.00|6.00
            2024-05-02|1|a|active|false|20.00|8.00|29.00
            """;

    /** NBD with r and alpha 1, each purchase worth 1.00. */
    private static final String MODEL = """
            as_of_date|subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate
            2024-05-02|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1
            2024-05-02|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|1
            2024-05-02|clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|1
            2024-05-02|clv-margin|observed|champion|IDENTIFIED|margin_share|1
            """;

    /** 10.00 cost 6.00; of the other 5.00 the cost is not known, and the standard margin is all of it. */
    @Test
    void revenueOfNobodyKnownHasItsMarginToo() {
        Dataset<Row> equity = TestInputs.asOf("2024-05-01")
                .with(CustomerValue.TABLE, """
                        customer_key|segment_code|is_prospect|net_revenue_amount|margin_amount|clv_amount
                        1|a|false|20.00|8.00|3.00
                        2|a|true|0.00|0.00|1.00
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|customer_key|net_revenue_amount|cost_amount
                        o|0|10.00|6.00
                        p|0|5.00|
                        q|1|20.00|12.00
                        """)
                .with(DimCustomer.TABLE, "customer_key|segment_code\n0|Missing\n1|a")
                .build(BuildCustomerEquity.BUILD);

        assertThat(rows(equity, "closing"))
                .containsExactly("a|2|1|20.00|8.00|4.00", "no customer: Missing|0|0|15.00|9.00|null");
        assertThat(rows(equity, "first-night")).isEqualTo(rows(equity, "closing"));
    }

    /** Nothing was fitted for the night before, so tonight's models value its histories at 0: all is the model's doing. */
    @Test
    void everyCustomerMakesOneMovementBesideThoseOfSegmentAndModel() {
        Dataset<Row> equity = nights().build(BuildCustomerEquity.BUILD);

        assertThat(rows(equity, "opening")).containsExactly("a|3|3|40.00|18.00|65.00", "b|3|2|20.00|10.00|3.00");
        assertThat(rows(equity, "moved-out")).containsExactly("a|1|1|-10.00|-5.00|-15.00");
        assertThat(rows(equity, "moved-in")).containsExactly("b|1|1|10.00|5.00|15.00");
        assertThat(rows(equity, "model-change")).containsExactly("a|2|2|0.00|0.00|-50.00", "b|3|3|0.00|0.00|-18.00");
        assertThat(rows(equity, "acquired")).containsExactly("b|1|1|4.00|2.00|6.00");
        assertThat(rows(equity, "won-back")).containsExactly("b|1|1|3.00|1.50|9.00");
        assertThat(rows(equity, "lost")).containsExactly("b|1|1|0.00|0.00|1.50");
        assertThat(rows(equity, "grown")).containsExactly("a|2|2|6.00|3.00|55.00", "b|1|1|-1.00|-0.50|14.00");
        assertThat(rows(equity, "closing")).containsExactly("a|2|2|36.00|16.00|55.00", "b|4|4|36.00|18.00|30.50");
        assertThat(left(equity)).isZero();
    }

    /** x 0, t_x 0, T 1 at r 1 and alpha 1: 1/2 a week; a month of 30.4375 days at no discount is worth 2.17. */
    @Test
    void modelChangeIsTheSameHistoryValuedByTonightsModels() {
        Dataset<Row> equity = nights().with(Model.TABLE, MODEL)
                .with(new ClvSettings("auto", Optional.empty(), 1, 0, 1, 91, ClvSettings.NONE, ClvSettings.NONE))
                .with(FeatureCustomer.TABLE, """
                        as_of_date|customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount
                        2024-05-01|2|0|0|1|0
                        2024-05-02|2|9|1|2|900
                        """)
                .build(BuildCustomerEquity.BUILD);

        assertThat(TableRows.lines(
                        equity.filter("movement_code in ('model-change', 'grown') and segment_code = 'a'"),
                        "movement_code",
                        "clv_amount"))
                .containsExactly("grown|52.83", "model-change|-47.83");
        assertThat(left(equity)).isZero();
    }

    /** The merger was of a night between, of which nothing stands any more. */
    @Test
    void whoBecameAnotherIsNotLost() {
        Dataset<Row> equity = nights().with(CustomerValue.TABLE, """
                        as_of_date|customer_key|segment_code|life_cycle_phase_code|is_prospect|net_revenue_amount|margin_amount|clv_amount
                        2024-05-01|1|a|active|false|20.00|8.00|30.00
                        2024-05-01|7|a|active|false|5.00|2.00|3.00
                        2024-05-01|8|a|active|false|5.00|2.00|4.00
                        2024-05-02|1|a|active|false|25.00|10.00|34.00
                        """)
                .withEarlier(CustomerIdentity.TABLE, "customer_source_id|customer_key\np|1\nq|7\nr|8")
                .with(CustomerIdentity.TABLE, """
                        customer_source_id|customer_key|event_code
                        p|1|none
                        q|1|none
                        n|1|new
                        """)
                .build(BuildCustomerEquity.BUILD);

        assertThat(rows(equity, "merged")).containsExactly("a|2|2|0.00|0.00|34.00");
        assertThat(rows(equity, "lost")).containsExactly("a|1|1|-5.00|-2.00|0.00");
        assertThat(left(equity)).isZero();
    }

    /** As on the night after phases came into being. */
    @Test
    void whoHadNoPhaseTheNightBeforeIsNotAcquired() {
        Dataset<Row> equity = nights().with(CustomerValue.TABLE, """
                        as_of_date|customer_key|segment_code|life_cycle_phase_code|is_prospect|net_revenue_amount|margin_amount|clv_amount
                        2024-05-01|1|a||false|20.00|8.00|30.00
                        2024-05-02|1|a|active|false|25.00|10.00|34.00
                        """).build(BuildCustomerEquity.BUILD);

        assertThat(rows(equity, "grown")).containsExactly("a|1|1|5.00|2.00|34.00");
        assertThat(rows(equity, "acquired")).isEmpty();
    }

    /** April ended between the nights; 8.00 of its cost nobody caused. */
    @Test
    void costOfMarketingStandsBesideTheValueThatItBrought() {
        Dataset<Row> equity = TestInputs.asOf("2024-04-30")
                .with(
                        CustomerValue.TABLE,
                        NIGHTS.replace("2024-05-01", "2024-04-29").replace("2024-05-02", "2024-04-30"))
                .with(DimCustomer.TABLE, "customer_key|segment_code\n-2|Not applicable")
                .with(FctCostToServe.TABLE, """
                        customer_key|activity_code|month_date|goal_code|cost_amount
                        6|advertising|2024-04-01|acquire|3.00
                        6|advertising|2024-03-01|acquire|99.00
                        5|website|2024-04-01|keep|2.00
                        5|desk|2024-04-01|serve|50.00
                        -2|advertising|2024-04-01|acquire|8.00
                        """)
                .build(BuildCustomerEquity.BUILD);

        assertThat(TableRows.lines(
                        equity.filter("movement_code = 'closing'"),
                        "segment_code",
                        "acquisition_cost_amount",
                        "acquired_value_amount",
                        "acquisition_ratio",
                        "retention_cost_amount",
                        "retained_value_amount",
                        "retention_ratio"))
                .containsExactly(
                        "a|0.00|0.00|null|0.00|55.00|null",
                        "b|3.00|6.00|2.0|2.00|24.50|12.25",
                        "no customer: Not applicable|8.00|0.00|0.0|0.00|0.00|null");
        assertThat(equity.filter("movement_code <> 'closing' and acquisition_cost_amount is not null")
                        .count())
                .isZero();
    }

    private static TestInputs nights() {
        return TestInputs.asOf("2024-05-02").with(CustomerValue.TABLE, NIGHTS);
    }

    private static List<String> rows(Dataset<Row> equity, String movement) {
        return TableRows.lines(
                equity.filter("movement_code = '" + movement + "'"),
                "segment_code",
                "customer_count",
                "buyer_count",
                "net_revenue_amount",
                "margin_amount",
                "clv_amount");
    }

    /** Segments and amounts for which opening and movements are not the closing. */
    private static long left(Dataset<Row> equity) {
        return equity.groupBy(CustomerEquity.SEGMENT_CODE.col())
                .agg(expr(sum("clv_amount")), expr(sum("net_revenue_amount")), expr(sum("margin_amount")))
                .filter("clv_amount <> 0 or net_revenue_amount <> 0 or margin_amount <> 0")
                .count();
    }

    private static String sum(String amount) {
        return "sum(if(movement_code = 'closing', -1, 1) * coalesce(" + amount + ", 0)) as " + amount;
    }
}
