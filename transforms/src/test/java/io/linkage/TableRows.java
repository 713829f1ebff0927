package io.linkage;

import static org.apache.spark.sql.functions.col;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Test rows written as text: a header, then one line a row, fields parted by bars; an empty field is null. */
public final class TableRows {
    private TableRows() {}

    /** Rows of text columns under their own names. */
    public static Dataset<Row> text(String lines) {
        List<List<String>> table = lines.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::trim).toList())
                .toList();
        StructType schema = new StructType();
        for (String name : table.get(0)) {
            schema = schema.add(name, DataTypes.StringType);
        }
        List<Row> rows = table.subList(1, table.size()).stream()
                .map(fields -> RowFactory.create(fields.stream()
                        .map(text -> text.isEmpty() ? null : text)
                        .toArray()))
                .toList();
        return TestSession.spark().createDataFrame(rows, schema);
    }

    /** Typed rows of a table; columns that the header does not name are null. */
    public static Dataset<Row> of(Table table, String lines) {
        Dataset<Row> text = text(lines);
        List<String> given = List.of(text.columns());
        List<Column> columns = new ArrayList<>();
        for (Field field : table.fields()) {
            columns.add(given.contains(field.name()) ? field.is(col(field.name())) : field.unknown());
        }
        return table.shape(text.select(columns.toArray(Column[]::new)));
    }

    /** No rows. */
    public static Dataset<Row> none(Table table) {
        return TestSession.spark().createDataFrame(List.of(), table.schema());
    }

    /** Every row as its values parted by bars, sorted: two frames with equal lists hold the same rows. */
    public static List<String> lines(Dataset<Row> rows, String... columns) {
        Dataset<Row> shown = columns.length == 0
                ? rows
                : rows.select(Arrays.stream(columns).map(c -> col(c)).toArray(Column[]::new));
        return shown.collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toList();
    }
}
