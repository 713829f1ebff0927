package io.linkage.column;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;

import io.linkage.contract.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows made from constants, for small tables that come from code: models, the dictionary. */
public final class Literals {
    private Literals() {}

    /**
     * Rows of constants in the shape of a table.
     *
     * @param one a frame of one row
     * @param table the shape
     * @param rows each a list of named constants, in any order but with all columns
     */
    public static Dataset<Row> rows(Dataset<Row> one, Table table, List<List<Column>> rows) {
        if (rows.isEmpty()) {
            return table.shape(one.select(table.fields().stream()
                            .map(field -> field.unknown())
                            .toArray(Column[]::new))
                    .limit(0));
        }
        Column[] structs =
                rows.stream().map(row -> struct(row.toArray(Column[]::new))).toArray(Column[]::new);
        return table.shape(one.select(explode(array(structs)).as("row")).select(col("row.*")));
    }
}
