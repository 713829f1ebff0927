package io.linkage.mart.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.LeakSettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctImprovement;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.score.ScoreClv;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildEnergyLeakTest {
    private static final String UNITS = "unit_key|unit_source_id|is_current\n7|north|true\n";

    private static Dataset<Row> leaks(TestInputs inputs) {
        return inputs.with(DimOrgUnit.TABLE, UNITS).build(BuildEnergyLeak.BUILD);
    }

    /** Four of March: one not heard, one heard without a plan, one planned before it was given, one told. */
    @Test
    void eachStageCountsWhatReachedItAndWhatWaitsForIt() {
        Dataset<Row> leaks =
                leaks(TestInputs.asOf("2024-06-30").with(FctFeedback.TABLE, """
                        feedback_id|customer_key|unit_key|kind_code|theme_code|feedback_date|heard_date|improvement_id
                        f1|1|7|complaint|delivery|2024-03-01||
                        f2|2|7|complaint|delivery|2024-03-01|2024-03-05|
                        f3|3|7|complaint|delivery|2024-03-10|2024-03-12|early
                        f4|4|7|complaint|delivery|2024-03-02|2024-03-03|done
                        f5|5|0|idea||2024-06-20||
                        """).with(FctImprovement.TABLE, """
                        improvement_id|planned_date|carried_out_date|told_date
                        early|2024-02-01||
                        done|2024-03-13|2024-04-02|2024-04-05
                        """));

        assertThat(TableRows.lines(
                        leaks.filter("theme_code = 'delivery'"),
                        "unit_source_id",
                        "month_date",
                        "stage_code",
                        "entered_count",
                        "reached_count",
                        "median_days",
                        "waiting_count",
                        "blocked_count"))
                .containsExactlyInAnyOrder(
                        "north|2024-03-01|given|4|4|0|0|0",
                        "north|2024-03-01|heard|4|3|2|1|1",
                        "north|2024-03-01|planned|3|2|0|1|1",
                        "north|2024-03-01|carried-out|2|1|20|1|1",
                        "north|2024-03-01|told|1|1|3|0|0");
        assertThat(TableRows.lines(
                        leaks.filter("theme_code = 'none' and stage_code = 'heard'"),
                        "unit_source_id",
                        "waiting_count",
                        "blocked_count"))
                .containsExactly("none|1|0");
        Row heard =
                leaks.filter("theme_code = 'delivery' and stage_code = 'heard'").first();
        assertThat(heard.<Double>getAs("reached_share")).isEqualTo(.75);
        assertThat(heard.<Double>getAs("reached_low_share")).isCloseTo(.3006, within(5e-5));
        assertThat(heard.<Double>getAs("reached_high_share")).isCloseTo(.9544, within(5e-5));
    }

    /** Customer 1 waits twice and is worth 100; customer 2 bought for 30 in the year before, and brought it back since. */
    @Test
    void whatIsAtStakeIsCountedOncePerCustomerWhereTheirOldestFeedbackWaits() {
        Dataset<Row> leaks = leaks(TestInputs.asOf("2024-12-31")
                .with(FctFeedback.TABLE, """
                        feedback_id|customer_key|unit_key|kind_code|theme_code|feedback_date|heard_date
                        f1|1|7|complaint|delivery|2024-03-01|2024-03-02
                        f2|1|7|complaint|invoice|2024-05-01|
                        f3|2|7|complaint|invoice|2024-05-01|
                        """)
                .with(ScoreClv.TABLE, "customer_key|clv_amount\n1|100\n2|5\n")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-06-01|10|4
                        2|2024-04-01|50|20
                        2|2024-05-20|-50|-20
                        2|2022-04-01|50|20
                        """));

        assertThat(TableRows.lines(
                        leaks.filter("at_risk_amount > 0 or lost_amount > 0"),
                        "theme_code",
                        "stage_code",
                        "at_risk_amount",
                        "lost_amount"))
                .containsExactlyInAnyOrder("delivery|planned|100.00|0.00", "invoice|heard|0.00|30.00");
    }

    /** All three bought for 30 in the year before and nothing since; customer 1 has a contract that runs, that of 2 has ended. */
    @Test
    void whoseContractRunsIsNotLostButAtRisk() {
        Dataset<Row> leaks = leaks(TestInputs.asOf("2024-12-31")
                .with(FctFeedback.TABLE, """
                        feedback_id|customer_key|unit_key|kind_code|theme_code|feedback_date|heard_date
                        f1|1|7|complaint|delivery|2024-05-01|
                        f2|2|7|complaint|invoice|2024-05-01|
                        f3|3|7|complaint|price|2024-05-01|
                        """)
                .with(ScoreClv.TABLE, "customer_key|clv_amount\n1|100\n2|5\n3|5\n")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|customer_key|ended_date
                        s|2023-01-01|1|2024-01-01
                        s|2024-01-01|1|
                        t|2023-01-01|1|
                        u|2023-01-01|2|2024-12-31
                        """)
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-04-01|50|20
                        2|2024-04-01|50|20
                        3|2024-04-01|50|20
                        """));

        assertThat(TableRows.lines(
                        leaks.filter("at_risk_amount > 0 or lost_amount > 0"),
                        "theme_code",
                        "at_risk_amount",
                        "lost_amount"))
                .containsExactlyInAnyOrder("delivery|100.00|0.00", "invoice|0.00|30.00", "price|0.00|30.00");
    }

    /**
     * Before, all brought in 10. After, the two who were told 16 and 18, those not heard 11 and 13: 17 - 12 = 5 each, with a
     * standard error of the root of 1 + 1; both of the told stand in one cell.
     */
    @Test
    void whatWasRecoveredIsTheDifferenceBesideThoseWhoseFeedbackWasNotCarriedOut() {
        TestInputs inputs = TestInputs.asOf("2024-12-31")
                .with(new LeakSettings(30, 60, 2))
                .with(FctFeedback.TABLE, """
                        feedback_id|customer_key|unit_key|kind_code|theme_code|feedback_date|heard_date|improvement_id
                        f1|1|7|complaint|delivery|2024-03-01|2024-03-02|done
                        f2|2|7|complaint|delivery|2024-03-01|2024-03-02|done
                        f3|3|7|complaint|delivery|2024-03-01||
                        f4|4|7|complaint|delivery|2024-03-01||
                        f5|4|7|idea|delivery|2024-03-01||
                        """)
                .with(
                        FctImprovement.TABLE,
                        "improvement_id|planned_date|carried_out_date|told_date\ndone|2024-03-05|2024-03-20|2024-03-31\n")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-02-01|10|0
                        2|2024-02-01|10|0
                        3|2024-02-01|10|0
                        4|2024-02-01|10|0
                        1|2024-03-15|99|0
                        1|2024-04-15|16|0
                        2|2024-04-15|18|0
                        3|2024-04-15|11|0
                        4|2024-04-15|13|0
                        4|2024-06-15|99|0
                        """);
        Row told = leaks(inputs).filter("stage_code = 'told'").first();

        assertThat(told.<Long>getAs("recovered_customer_count")).isEqualTo(2);
        assertThat(told.<Long>getAs("told_customer_count")).isEqualTo(2);
        assertThat(told.<Long>getAs("compared_customer_count")).isEqualTo(2);
        assertThat(told.getDecimal(told.fieldIndex("recovered_amount"))).isEqualByComparingTo("10.00");
        double half = 2 * 1.959964 * Math.sqrt(2);
        assertThat(told.getDecimal(told.fieldIndex("recovered_low_amount")).doubleValue())
                .isCloseTo(10 - half, within(.01));
        assertThat(told.getDecimal(told.fieldIndex("recovered_high_amount")).doubleValue())
                .isCloseTo(10 + half, within(.01));

        Row alike = leaks(inputs.with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-04-15|16|0
                        2|2024-04-15|16|0
                        3|2024-04-15|11|0
                        4|2024-04-15|13|0
                        """))
                .filter("stage_code = 'told'")
                .first();
        assertThat(alike.getDecimal(alike.fieldIndex("recovered_amount"))).isEqualByComparingTo("8.00");
        assertThat(alike.<Object>getAs("recovered_low_amount")).isNull();

        Row withheld = leaks(inputs.with(new LeakSettings(30, 60, 3)))
                .filter("stage_code = 'told'")
                .first();
        assertThat(withheld.<Object>getAs("recovered_amount")).isNull();
        assertThat(withheld.<String>getAs("recovery_code")).isEqualTo(EnergyLeak.TOO_FEW);
    }

    @Test
    void withoutFeedbackThereIsNothingToSay() {
        assertThat(leaks(TestInputs.asOf("2024-12-31")).count()).isZero();
    }
}
