package io.linkage.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer who buys in January, May, June and July 2024, with a contract all the year. */
class RecentBusinessTest {

    @Test
    void theLastTwelveWholeMonthsCount() {
        assertThat(recent("1|2022-01-01|serve|9.00")).containsExactly("3|6|0.00");
    }

    @Test
    void whatWasDoneBeforeTheLedgerBeganIsNotSetAgainstItsCost() {
        assertThat(recent("1|2024-05-01|serve|9.00", "1|2024-07-01|serve|1.00")).containsExactly("2|2|9.00");
    }

    @Test
    void withoutALedgerAllMonthsCount() {
        assertThat(recent()).containsExactly("3|6|0.00");
    }

    private static List<String> recent(String... ledger) {
        return TableRows.lines(
                TestInputs.asOf("2024-07-10")
                        .with(DimCustomer.TABLE, "customer_sk|customer_key|is_current\n1|1|true\n")
                        .with(FctOrderLine.TABLE, """
                                order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount
                                a|1|1|2024-01-01|sale|10.00
                                b|1|1|2024-05-11|sale|10.00
                                c|1|1|2024-06-10|sale|10.00
                                d|1|1|2024-07-02|sale|10.00
                                """)
                        .with(FctSubscription.TABLE, "subscription_id|customer_key|started_date\nx|1|2024-01-01\n")
                        .with(
                                FctCostToServe.TABLE,
                                "customer_key|month_date|goal_code|cost_amount\n" + String.join("\n", ledger))
                        .build(BuildFeatureCustomer.BUILD),
                "recent_purchase_day_count",
                "recent_contract_months",
                "recent_cost_to_serve_amount");
    }
}
