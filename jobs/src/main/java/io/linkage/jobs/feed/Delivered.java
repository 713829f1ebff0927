package io.linkage.jobs.feed;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as one format read them: received columns as strings, then file, record and fault.
 *
 * @param rows the rows
 * @param columns names of the received columns
 * @param files facts of each file
 */
record Delivered(Dataset<Row> rows, List<String> columns, List<FileFacts> files) {

    /** Schema of rows as a format reads them. */
    static StructType schema(List<String> columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema.add(Landing.FILE, DataTypes.StringType)
                .add(Landing.RECORD, DataTypes.LongType)
                .add(Landing.FAULT, DataTypes.StringType);
    }

    /** A column by its name, whatever characters it holds. */
    static Column named(String column) {
        return col("`" + column + "`");
    }

    /** The rows with all columns of landing. */
    Landed landed(Source source, LocalDate businessDate) {
        Column change = source.change() == null
                ? lit(null).cast("string")
                : lower(trim(expr(source.change()).cast("string")));
        Column known = coalesce(change.isin("insert", "update", "delete"), lit(false));
        Column fault = source.change() == null
                ? col(Landing.FAULT)
                : coalesce(col(Landing.FAULT), when(known, lit(null)).otherwise(lit(RowFaults.Kind.CHANGE.name())));
        List<Column> all = new ArrayList<>();
        columns.forEach(column -> all.add(named(column)));
        all.add(col(Landing.FILE));
        all.add(col(Landing.RECORD));
        all.add(lit(java.sql.Date.valueOf(businessDate)).as(Landing.LOADED));
        all.add(fault.as(Landing.FAULT));
        all.add((source.change() == null ? change : when(known, change)).as(Landing.CHANGE));
        return new Landed(rows.select(all.toArray(Column[]::new)), files);
    }
}
