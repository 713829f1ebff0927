package io.linkage.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.OrderLine;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildKeyMapTest {
    @Test
    void givesTheSameKeysWhateverTheOrderOfNights() {
        Dataset<Row> first = TestInputs.asOf("2024-05-01")
                .with(OrderLine.TABLE, lines("c1", "c2"))
                .build(BuildKeyMap.BUILD);
        Dataset<Row> firstThenSecond = TestInputs.asOf("2024-05-02")
                .with(OrderLine.TABLE, lines("c1", "c2", "c3"))
                .with(KeyMap.TABLE, first)
                .build(BuildKeyMap.BUILD);
        Dataset<Row> secondAtOnce = TestInputs.asOf("2024-05-02")
                .with(OrderLine.TABLE, lines("c3", "c2", "c1"))
                .build(BuildKeyMap.BUILD);

        assertThat(TableRows.lines(firstThenSecond))
                .isEqualTo(TableRows.lines(secondAtOnce))
                .hasSize(3);
    }

    @Test
    void neverChangesAKeyThatWasGivenNorForgetsIt() {
        Dataset<Row> keys = TestInputs.asOf("2024-05-02")
                .with(OrderLine.TABLE, lines("c1"))
                .with(KeyMap.TABLE, "entity_code|natural_id|entity_key\ncustomer|c1|77\ncustomer|gone|78")
                .build(BuildKeyMap.BUILD);

        assertThat(TableRows.lines(keys)).containsExactly("customer|c1|77", "customer|gone|78");
    }

    private static String lines(String... customers) {
        return "order_id|customer_source_id\n"
                + String.join(
                        "\n", List.of(customers).stream().map(c -> "o|" + c).toList());
    }
}
