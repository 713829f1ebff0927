package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.BuildCustomerEmployee;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import org.junit.jupiter.api.Test;

/** Features of 2024-03-25, seen on 2024-06-30: what came in between was not known then. */
class LoadedLateTest {
    @Test
    void whatWasLoadedLateIsNoFeatureOfADayBeforeItsLoad() {
        TestInputs inputs = BuildFeatureChurnTest.inputs("no-purchase")
                .with(FctOrderLine.TABLE, """
                customer_key|order_date|line_type_code|net_revenue_amount|late_loaded_date
                1|2024-03-01|sale|10|
                1|2024-03-20|sale|30|2024-03-26
                1|2024-03-10|sale|20|2024-03-25
                """)
                .with(FctTouchpoint.TABLE, """
                customer_key|touch_date|channel_code|late_loaded_date
                1|2024-03-20|social|2024-04-01
                1|2024-03-19|search|
                """);

        assertThat(TableRows.lines(
                        inputs.build(BuildFeatureChurn.BUILD),
                        "feature_date",
                        "recency_days",
                        "purchase_day_count",
                        "net_revenue_last_365_days_amount",
                        "touch_last_365_days_count",
                        "last_touch_channel_code"))
                .contains("2024-03-25|15|2|30.00|1|search", "2024-06-30|102|3|60.00|2|social");
    }

    @Test
    void aGroupWhoseContactWasLoadedLateHadNotServedBeforeItsLoad() {
        TestInputs inputs = BuildFeatureChurnTest.inputs("no-purchase")
                .with(FctOrderLine.TABLE, BuildFeatureChurnTest.BOUGHT)
                .with(FctInteraction.TABLE, """
                        customer_key|unit_key|contact_date|late_loaded_date
                        1|7|2024-02-10|
                        1|8|2024-02-11|
                        1|8|2024-02-12|2024-04-01
                        """)
                .with(FctEngagement.TABLE, """
                        unit_key|wave_date|construct_code|scale_share|stands_until_date
                        7|2024-01-15|engagement|0.6|2025-01-15
                        8|2024-01-15|engagement|0.9|2025-01-15
                        """);
        inputs.with(FctCustomerEmployee.TABLE, inputs.build(BuildCustomerEmployee.BUILD));

        assertThat(TableRows.lines(inputs.build(BuildFeatureChurn.BUILD)
                        .filter("customer_key = 1")
                        .selectExpr("feature_date", "round(served_by_engagement_last_365_days_share, 6)")))
                .containsExactly("2024-03-25|0.6", "2024-06-30|0.8");
    }
}
