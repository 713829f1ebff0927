package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildReconciliationTest {
    @Test
    void balancesASourceWhoseRecordsAreAllAccountedFor() {
        assertThat(rows(10, "1.00"))
                .contains("order_line|received|none|10|true", "order_line|kept|none|9|true")
                .contains("net revenue|money|fct_order_line|1|true", "net revenue|money|mart_customer_equity|1|true")
                .contains(
                        "customer equity|money|opening and movements|3|true",
                        "customer equity|money|mart_customer_value|2|true");
    }

    @Test
    void saysSoWhereARecordOrACentIsMissing() {
        assertThat(rows(11, "0.99"))
                .contains("order_line|received|none|11|false", "order_line|kept|none|9|false")
                .contains(
                        "net revenue|money|fct_order_line|1|false",
                        "customer equity|money|opening and movements|3|false");
    }

    private static List<String> rows(int records, String equity) {
        return TableRows.lines(
                TestInputs.asOf("2024-05-01")
                        .with(
                                Batch.TABLE,
                                "feed_code|source_code|file_name|record_count|row_count\norder_line|shop|a|5|"
                                        + records)
                        .with(Intake.TABLE, """
                                feed_code|source_code|outcome_code|reason_code|row_count|record_count|later_row_count
                                order_line|shop|kept|none|9|4|0
                                order_line|shop|quarantined|quantity: NEGATIVE|1|1|0
                                """)
                        .with(FctOrderLine.TABLE, "order_id|net_revenue_amount\no|1.00")
                        .with(FctCustomerEmployee.TABLE, "customer_key|net_revenue_amount\n1|1.00")
                        .with(CustomerValue.TABLE, "customer_key|clv_amount\n1|7.00\n2|3.00")
                        .with(CustomerEquity.TABLE, """
                                movement_code|net_revenue_amount|clv_amount
                                opening|5.00|8.00
                                model-change|0.00|-%s
                                grown|1.00|3.00
                                closing|%s|10.00
                                """.formatted(equity, equity))
                        .build(BuildReconciliation.BUILD),
                "feed_code",
                "outcome_code",
                "reason_code",
                "row_count",
                "is_balanced");
    }
}
