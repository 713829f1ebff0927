package io.linkage.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void aValueThatMovesToAnEmptyColumnBesideIsOtherContents() {
        Dataset<Row> rows = TableRows.text("city|country\nNL|\n|NL\n|NL\n");

        assertThat(rows.select(Keys.contents(List.of(col("city"), col("country"))))
                        .distinct()
                        .count())
                .isEqualTo(2);
    }
}
