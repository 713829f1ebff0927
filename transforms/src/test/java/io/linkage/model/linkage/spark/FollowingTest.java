package io.linkage.model.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.linkage.Worth;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import org.junit.jupiter.api.Test;

class FollowingTest {
    @Test
    void whoBuysNothingInTheMonthsAfterAndHasNoContractThenStayedAway() {
        TestInputs in = TestInputs.asOf("2024-06-10")
                .with(FctCustomerEmployee.TABLE, """
                        customer_key|unit_key|month_date|contact_count|margin_amount|has_bought
                        1|7|2024-01-01|2|50.00|true
                        1|-2|2024-03-01|0|40.00|true
                        1|-2|2024-05-01|0|6.00|true
                        2|7|2024-01-01|1|15.00|true
                        2|-2|2024-05-01|0|6.00|true
                        3|7|2024-01-01|1|15.00|true
                        4|7|2024-01-01|1|15.00|true
                        5|7|2024-03-01|1|15.00|true
                        6|7|2024-01-01|1|15.00|true
                        6|-2|2024-02-01|0|-15.00|false
                        -1|7|2024-01-01|1|15.00|true
                        8|7|2024-01-01|0|15.00|true
                        9|7|2024-01-01|1|15.00|true
                        9|-2|2024-02-01|0|-5.00|true""")
                .with(FctSubscription.TABLE, """
                        customer_key|subscription_id|started_date|ended_date
                        3|a|2023-05-20|
                        4|b|2023-05-20|2024-04-15""");

        // Not followed: 5, whose third month has not ended; one who is unknown; and 8, who only answered. 6 sent the
        // goods back; 9 sent back more than the month's purchases, and is there.
        assertThat(TableRows.lines(Following.rows(in).filter("unit_key = 7"), "customer_key", "_left_3", "_margin_3"))
                .containsExactlyInAnyOrder(
                        "1|0|40.00",
                        "2|1|0.00",
                        "3|0|0.00",
                        "4|1|0.00",
                        "5|null|0.00",
                        "6|1|-15.00",
                        "9|0|-5.00",
                        "-1|null|0.00",
                        "8|null|0.00");
    }

    /** Of three months each, those of February and March are told by January's already, those of May are new. */
    @Test
    void theMonthsThatFollowCountOnceHoweverOftenAUnitServes() {
        TestInputs in = TestInputs.asOf("2024-12-31").with(FctCustomerEmployee.TABLE, """
                        customer_key|unit_key|month_date|contact_count|margin_amount|has_bought
                        1|7|2024-01-01|1|0.00|false
                        1|7|2024-02-01|1|0.00|false
                        1|8|2024-02-01|1|0.00|false
                        1|7|2024-03-01|0|0.00|false
                        1|7|2024-06-01|1|0.00|false""");

        assertThat(TableRows.lines(Following.rows(in), "unit_key", "month_date", "_fresh_3", "_fresh_6"))
                .containsExactlyInAnyOrder(
                        "7|2024-01-01|1|1",
                        "7|2024-02-01|3|4",
                        "8|2024-02-01|3|6",
                        "7|2024-03-01|null|null",
                        "7|2024-06-01|3|6");
    }

    @Test
    void stakesAreThoseOfCustomersServedInTheLastThreeMonthsEachOncePerUnit() {
        TestInputs in = TestInputs.asOf("2024-06-10")
                .with(FctCustomerEmployee.TABLE, """
                        customer_key|unit_key|month_date|contact_count
                        0|7|2024-03-01|1
                        1|7|2024-03-01|1
                        1|7|2024-05-01|2
                        2|7|2024-04-01|1
                        9|7|2024-04-01|1
                        9|9|2024-04-01|1
                        3|7|2024-02-01|1
                        4|7|2024-05-01|0
                        5|8|2024-05-01|1
                        6|8|2024-06-01|1""")
                .with(DimOrgUnit.TABLE, """
                        unit_key|unit_source_id|is_current
                        7|north|true
                        7|old|false""")
                .with(ScoreClv.TABLE, """
                        customer_key|clv_amount
                        1|300.00
                        2|100.00
                        3|50.00
                        5|40.00""")
                .with(ScoreChurn.TABLE, """
                        customer_key|churn_probability
                        1|0.5
                        3|0.9""");

        assertThat(Stakes.of(in))
                .containsExactly(
                        entry("8", new Worth(1, 40, 0, 0, 0, 0, 0)),
                        entry("north", new Worth(3, 400, 1, 300, .5, 150, .25)));
    }
}
