package io.linkage.mart.leak;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of a table with some of their values replaced. */
final class Filled {
    private Filled() {}

    /** The row, in the order of the table's columns, with these values. */
    static Row of(Table table, Row row, Map<Field, Double> values) {
        Object[] all = new Object[row.size()];
        for (int place = 0; place < all.length; place++) {
            all[place] = row.get(place);
        }
        values.forEach((field, value) -> all[table.names().indexOf(field.name())] = value);
        return RowFactory.create(all);
    }
}
