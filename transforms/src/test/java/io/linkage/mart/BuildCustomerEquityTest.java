package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerValue;
import org.junit.jupiter.api.Test;

class BuildCustomerEquityTest {
    /** 10.00 cost 6.00; of the other 5.00 the cost is not known, and the standard margin is all of it. */
    @Test
    void revenueOfNobodyKnownHasItsMarginToo() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
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
                                .build(BuildCustomerEquity.BUILD),
                        "segment_code",
                        "customer_count",
                        "buyer_count",
                        "net_revenue_amount",
                        "margin_amount",
                        "clv_amount"))
                .containsExactlyInAnyOrder("a|2|1|20.00|8.00|4.00", "no customer: Missing|0|0|15.00|9.00|null");
    }
}
