package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class NoRowsTest {
    private final Dataset<Row> some = TestSpark.session().range(3).toDF("key");
    private final Dataset<Row> none = TestSpark.session().createDataFrame(List.of(), some.schema());

    @Test
    void whatNeedsARowOfAnEmptyTableHasNone() {
        assertThat(NoRows.given(none)).isTrue();
        assertThat(NoRows.proven(none)).isTrue();
        assertThat(NoRows.proven(some.join(none, "key").groupBy("key").count())).isTrue();
        assertThat(NoRows.proven(none.union(none.where("key > 1")))).isTrue();
    }

    @Test
    void whatGivesRowsWithoutItIsWorkedOut() {
        assertThat(NoRows.given(some)).isFalse();
        assertThat(NoRows.proven(some)).isFalse();
        assertThat(NoRows.proven(some.where("key > 5"))).isFalse();
        assertThat(NoRows.proven(some.union(none))).isFalse();
        assertThat(NoRows.proven(none.agg(functions.count("key")))).isFalse();
        assertThat(NoRows.proven(some.join(none, some.col("key").equalTo(none.col("key")), "left")))
                .isFalse();
    }
}
