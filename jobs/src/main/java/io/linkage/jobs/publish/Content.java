package io.linkage.jobs.publish;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.Lake;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the tables of a release come from. */
public interface Content {

    /** Rows of a table; none where it was never built. */
    Dataset<Row> rows(Table table);

    /** Delta version that the rows come from; empty where the table was never built. */
    OptionalLong version(Table table);

    /** What a lake knew at the end of a business date. */
    static Content of(Lake lake, LocalDate asOf) {
        return new Content() {
            @Override
            public Dataset<Row> rows(Table table) {
                return lake.read(table, asOf);
            }

            @Override
            public OptionalLong version(Table table) {
                return lake.version(table, asOf);
            }
        };
    }
}
