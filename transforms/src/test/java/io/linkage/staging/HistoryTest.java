package io.linkage.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.Customer;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final String HEADER = "customer_source_id|segment_code|birth_date\n";

    @Test
    void keepsOnlyTheNightsThatSawARecordNewChangedDroppedOrBack() {
        List<String> history = history(
                Deliveries.landed("2024-05-01", HEADER + "c1|a|\nc2|a|"),
                Deliveries.landed("2024-05-02", HEADER + "c1|a|\nc2|b|"),
                Deliveries.landed("2024-05-03", HEADER + "c2|b|"),
                Deliveries.landed("2024-05-04", HEADER + "c1|a|\nc2|b|"));

        assertThat(history)
                .containsExactly(
                        "c1|2024-05-01|a|false",
                        "c1|2024-05-03|a|true",
                        "c1|2024-05-04|a|false",
                        "c2|2024-05-01|a|false",
                        "c2|2024-05-02|b|false");
    }

    @Test
    void doesNotDropARecordWhoseRowIsInQuarantineTonight() {
        List<String> history = history(
                Deliveries.landed("2024-05-01", HEADER + "c1|a|"),
                Deliveries.landed("2024-05-02", HEADER + "c1|b|30 February"));

        assertThat(history).containsExactly("c1|2024-05-01|a|false");
    }

    @SafeVarargs
    private static List<String> history(Dataset<Row>... nights) {
        Dataset<Row> judged =
                Stage.judged(Customer.TABLE, List.of(Deliveries.source(Load.FULL, Deliveries.PLAIN, List.of(nights))));
        return TableRows.lines(
                Stage.kept(Customer.TABLE, judged), "customer_source_id", "loaded_date", "segment_code", "is_deleted");
    }
}
