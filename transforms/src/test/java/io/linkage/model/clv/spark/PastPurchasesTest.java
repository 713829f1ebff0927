package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.core.FctOrderLine;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PastPurchasesTest {
    private static final Dataset<Row> LINES = TableRows.of(FctOrderLine.TABLE, """
            customer_key|order_date|line_type_code|net_revenue_amount
            1|2023-05-20|sale|5.00
            1|2023-06-10|sale|7.00
            1|2023-06-10|sale|1.00
            1|2023-07-30|return|-7.00
            1|2024-06-01|sale|2.00
            1|2024-06-02|sale|4.00
            1|2024-06-29|sale|8.00
            1|2024-06-30|sale|16.00
            2|2024-06-15|sale|9.00
            0|2023-06-01|sale|3.00
            """);

    /** Four weeks from 2024-06-01: those a year before begin after 2023-06-03; the first day is not in the frequency. */
    @Test
    void countsWhatWasSeenWhatCameAndWhatHadComeAYearBefore() {
        PastPurchases past = new PastPurchases(PastPurchases.days(LINES), LocalDate.parse("2024-06-01"), 4, false);

        assertThat(TableRows.lines(past.customers())).containsExactly("2|378|378|15.00|10.00|1|8.00|2|12.00");
        assertThat(TableRows.lines(past.repeatsByDay())).containsExactly("-357|1", "0|1", "1|1", "28|1");
    }
}
