package io.linkage.mart;

import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.table.Tables;
import io.linkage.table.ops.Dictionary;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes the dictionary of all tables from their contracts. */
public final class BuildDictionary {
    public static final Build BUILD = Build.of(Dictionary.TABLE).reads(BuildDictionary::from);

    private BuildDictionary() {}

    private static Dataset<Row> from(Inputs in) {
        return Dictionary.TABLE.shape(
                in.one().sparkSession().createDataFrame(rows(Tables.ALL), Dictionary.TABLE.schema()));
    }

    /** One row per column of the tables. */
    public static List<Row> rows(List<Table> tables) {
        List<Row> rows = new ArrayList<>();
        for (Table table : tables) {
            for (Field field : table.fields()) {
                rows.add(row(table, field));
            }
        }
        return rows;
    }

    /** Values in the order in which {@link Dictionary} declares its columns. */
    private static Row row(Table table, Field field) {
        return RowFactory.create(
                table.name(),
                field.name(),
                table.fields().indexOf(field) + 1,
                table.zone(),
                table.grain(),
                table.meaning(),
                field.meaning(),
                field.domain().type().simpleString(),
                field.domain().unit().isEmpty() ? null : field.domain().unit(),
                field.domain().allowed(),
                table.keys().contains(field),
                field.required(),
                Dictionary.code(field.privacy()),
                Dictionary.code(field.domain().additivity()),
                field.reference().map(Field::path).orElse(null));
    }
}
