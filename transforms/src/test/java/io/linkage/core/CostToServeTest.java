package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.cost.BuildCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.ActivityCost;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostToServeTest {
    /** Two orders, of two lines and of one: a third of a cent goes to nobody and is not lost. */
    @Test
    void sharesTheLedgerByItsDriverToTheCent() {
        assertThat(rows("handling|2024-04-01|orders|100.00|"))
                .containsExactlyInAnyOrder("1|handling|2|66.67", "2|handling|1|33.33");
    }

    @Test
    void whatWasNotUsedStandsUnderNotApplicable() {
        assertThat(rows("desk|2024-04-01|contacts|100.00|4"))
                .containsExactlyInAnyOrder("-2|desk|3|75.00", "1|desk|1|25.00");
    }

    @Test
    void aMonthInWhichNobodyCausedAnythingIsUnusedAsAWhole() {
        assertThat(rows("site|2024-04-01|visits|10.00|")).containsExactly("-2|site|1|10.00");
    }

    @Test
    void aMonthThatHasNotEndedIsNotCharged() {
        assertThat(rows("handling|2024-05-01|orders|100.00|")).isEmpty();
    }

    private static List<String> rows(String ledger) {
        return TableRows.lines(
                TestInputs.asOf("2024-05-15")
                        .with(
                                ActivityCost.TABLE,
                                "activity_code|month_date|driver_code|cost_amount|capacity_count\n" + ledger)
                        .with(FctOrderLine.TABLE, """
                                order_id|line_number|customer_key|line_type_code|order_date
                                a|1|1|sale|2024-04-02
                                a|2|1|sale|2024-04-02
                                b|1|1|sale|2024-04-03
                                c|1|2|sale|2024-04-30
                                d|1|2|return|2024-04-30
                                """)
                        .with(FctInteraction.TABLE, """
                                interaction_id|customer_key|contact_date|handling_seconds
                                i|1|2024-04-09|60
                                """)
                        .build(BuildCostToServe.BUILD),
                "customer_key",
                "activity_code",
                "driver_count",
                "cost_amount");
    }
}
