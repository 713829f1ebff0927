package io.linkage.core;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.cost.BuildCostToServe;
import io.linkage.settings.CostSettings;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.ActivityCost;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CostToServeTest {
    /** Of 10.00 for three contacts with two units; 3 was on a site, 2 ordered; nobody used the rest, and news keep customers. */
    @Test
    void whatServingCostGoesToTheUnitsThatServed() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-30")
                                .with(FctInteraction.TABLE, """
                                        customer_key|unit_key|contact_date
                                        1|7|2024-05-02
                                        1|8|2024-05-03
                                        1|8|2024-05-04
                                        """)
                                .with(FctOrderLine.TABLE, """
                                        customer_key|order_date|net_revenue_amount|cost_amount
                                        2|2024-05-03|30.00|20.00
                                        """)
                                .with(FctCostToServe.TABLE, """
                                        customer_key|activity_code|month_date|goal_code|cost_amount
                                        1|calls|2024-05-01|serve|10.00
                                        1|news|2024-05-01|keep|5.00
                                        2|packing|2024-05-01|serve|1.25
                                        3|web|2024-05-01|serve|0.75
                                        -2|calls|2024-05-01|serve|90.00
                                        """)
                                .build(BuildCustomerEmployee.BUILD),
                        "customer_key",
                        "unit_key",
                        "exposure_weight",
                        "net_revenue_amount",
                        "cost_to_serve_amount",
                        "has_bought"))
                .containsExactlyInAnyOrder(
                        "1|7|0.3333333333333333|0.00|3.33|false",
                        "1|8|0.6666666666666666|0.00|6.67|false",
                        "2|-2|1.0|30.00|1.25|true",
                        "3|-2|1.0|0.00|0.75|false");
    }

    /** Two orders, of two lines and of one: a third of a cent goes to nobody and is not lost. */
    @Test
    void sharesTheLedgerByItsDriverToTheCent() {
        assertThat(rows("handling|2024-04-01|orders|100.00||"))
                .containsExactlyInAnyOrder("1|handling|2|66.67", "2|handling|1|33.33");
    }

    @Test
    void whatWasNotUsedStandsUnderNotApplicable() {
        assertThat(rows("desk|2024-04-01|contacts|100.00|4|"))
                .containsExactlyInAnyOrder("-2|desk|3|75.00", "1|desk|1|25.00");
    }

    @Test
    void aMonthInWhichNobodyCausedAnythingIsUnusedAsAWhole() {
        assertThat(rows("site|2024-04-01|visits|10.00||")).containsExactly("-2|site|1|10.00");
    }

    @Test
    void aMonthThatHasNotEndedIsNotCharged() {
        assertThat(rows("handling|2024-05-01|orders|100.00||")).isEmpty();
    }

    @Test
    void whereMoreWasUsedThanCouldBeTheRateFallsAndAllIsCharged() {
        assertThat(rows("handling|2024-04-01|orders|100.00|2|"))
                .containsExactlyInAnyOrder("1|handling|2|66.67", "2|handling|1|33.33");
    }

    /** Of 1,000 seconds paid for 800 can be worked: the call took 60, the rest is unused. */
    @Test
    void ofTheTimePaidForThePracticalShareCarriesTheCost() {
        assertThat(rows("desk|2024-04-01|seconds|100.00||1000"))
                .containsExactlyInAnyOrder("-2|desk|740|92.50", "1|desk|60|7.50");
    }

    /** Order a 100 + 2 lines of 50; b and c 100 + 50, c another 300 by telephone: 350 of customer 1, 450 of 2. */
    @Test
    void aTimeEquationSaysHowLongEachOrderTakes() {
        CostSettings equations = new CostSettings(
                1, List.of("handling = 100 + 50 * lines + 300 if channel = phone"), List.of(), List.of());

        assertThat(rows(equations, "handling|2024-04-01|orders|800.00||1000"))
                .containsExactlyInAnyOrder("-2|handling|200|160.00", "1|handling|350|280.00", "2|handling|450|360.00");
    }

    /** What is not known of the contact takes no time: neither the reason nor the channel of one without either. */
    @Test
    void aTimeEquationReadsTheChannelTheReasonAndTheTimeOfAContact() {
        CostSettings equations = new CostSettings(
                1,
                List.of(),
                List.of("desk = 30 + 240 if channel = phone + 500 if reason = complaint + 1 * handling-seconds"),
                List.of("site = 1000 if stage = buy"));

        assertThat(rows(equations, "desk|2024-04-01|orders|90.00||")).containsExactly("1|desk|90|90.00");
    }

    @Test
    void whatIsChargedAndWhatIsUnusedAddUpToTheLedger() {
        CostSettings equations =
                new CostSettings(0.8, List.of("handling = 7 + 13 * lines"), List.of("desk = 11"), List.of());
        Dataset<Row> charged = inputs(equations, """
                handling|2024-04-01|orders|1000.01||99
                handling|2024-03-01|orders|17.77||99
                desk|2024-04-01|contacts|333.33||5
                site|2024-04-01|visits|0.01||
                """).build(BuildCostToServe.BUILD);

        assertThat(TableRows.lines(charged.groupBy("activity_code").agg(sum("cost_amount"))))
                .containsExactly("desk|333.33", "handling|1017.78", "site|0.01");
    }

    private static List<String> rows(String ledger) {
        return rows(new CostSettings(0.8, List.of(), List.of(), List.of()), ledger);
    }

    private static List<String> rows(CostSettings settings, String ledger) {
        return TableRows.lines(
                inputs(settings, ledger).build(BuildCostToServe.BUILD),
                "customer_key",
                "activity_code",
                "driver_count",
                "cost_amount");
    }

    private static TestInputs inputs(CostSettings settings, String ledger) {
        return TestInputs.asOf("2024-05-15")
                .with(settings)
                .with(
                        ActivityCost.TABLE,
                        "activity_code|month_date|driver_code|cost_amount|capacity_count|capacity_seconds\n" + ledger)
                .with(FctOrderLine.TABLE, """
                                order_id|line_number|customer_key|line_type_code|order_date|channel_code
                                a|1|1|sale|2024-04-02|web
                                a|2|1|sale|2024-04-02|web
                                b|1|1|sale|2024-04-03|
                                c|1|2|sale|2024-04-30|phone
                                d|1|2|return|2024-04-30|web
                                """)
                .with(FctInteraction.TABLE, """
                                interaction_id|customer_key|contact_date|handling_seconds
                                i|1|2024-04-09|60
                                """);
    }
}
