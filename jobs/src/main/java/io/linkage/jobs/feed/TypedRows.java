package io.linkage.jobs.feed;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.parse_url;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.substr;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.url_decode;

import io.linkage.staging.Landing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows of typed files as a delivery: every value as text, with the place of its record. */
final class TypedRows {
    private static final UserDefinedFunction FAULT =
            udf((UDF1<scala.collection.Seq<String>, String>) TypedRows::fault, DataTypes.StringType);

    private TypedRows() {}

    /** The rows of a table that Spark reads with these columns. */
    static Delivered of(Dataset<Row> typed, StructType schema, List<FileFacts> facts) {
        return of(typed, schema, facts, fileName());
    }

    /** The same of files, which are named as their folder says. */
    static Delivered of(Dataset<Row> typed, StructType schema, List<FileFacts> facts, Home home) {
        return of(typed, schema, facts, pathBelow(home.path()));
    }

    private static Delivered of(Dataset<Row> typed, StructType schema, List<FileFacts> facts, Column file) {
        Dataset<Row> rows =
                texts(typed, schema, file, col("_metadata.row_index").plus(lit(1L)));
        return new Delivered(rows, Arrays.asList(schema.fieldNames()), facts);
    }

    /** The same of files whose rows Spark does not number; before has, by file, rows before each row group. */
    static Delivered numbered(
            Dataset<Row> typed,
            StructType schema,
            List<FileFacts> facts,
            Map<String, NavigableMap<Long, Long>> before) {
        Dataset<Row> rows = texts(typed, schema, fileName(), col("_metadata.file_block_start"));
        int name = schema.size();
        JavaRDD<Row> numbered =
                NumberedRows.of(rows.javaRDD(), new NumberedRows.Place(name, name + 1, new HashMap<>(before)));
        List<String> names = Arrays.asList(schema.fieldNames());
        return new Delivered(typed.sparkSession().createDataFrame(numbered, Delivered.schema(names)), names, facts);
    }

    private static Dataset<Row> texts(Dataset<Row> typed, StructType schema, Column file, Column record) {
        List<Column> all = new ArrayList<>();
        List<Column> texts = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Column value = Delivered.named(field.name());
            all.add(TypedText.of(value, field.dataType()).as(field.name()));
            if (field.dataType() instanceof StringType) {
                texts.add(value);
            }
        }
        all.add(file.as(Landing.FILE));
        all.add(record.as(Landing.RECORD));
        Column fault = texts.isEmpty() ? lit(null).cast("string") : FAULT.apply(array(texts.toArray(Column[]::new)));
        all.add(fault.as(Landing.FAULT));
        return typed.select(all.toArray(Column[]::new));
    }

    /** No rows, with these columns. */
    static Delivered none(SparkSession spark, StructType schema, List<FileFacts> facts) {
        List<String> names = Arrays.asList(schema.fieldNames());
        return new Delivered(spark.createDataFrame(List.of(), Delivered.schema(names)), names, facts);
    }

    private static Column fileName() {
        return decoded(col("_metadata.file_name"));
    }

    private static Column pathBelow(String folder) {
        Column path = decoded(parse_url(col("_metadata.file_path"), lit("PATH")));
        return substr(path, lit(folder.codePointCount(0, folder.length()) + 1));
    }

    /** Spark gives names as part of a URL. */
    private static Column decoded(Column name) {
        return url_decode(replace(name, lit("+"), lit("%2B")));
    }

    private static String fault(scala.collection.Seq<String> texts) {
        RowFaults faults = new RowFaults();
        texts.foreach(text -> faults.clean(text));
        return faults.text();
    }
}
