package io.linkage.core.customer;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.core.Versions;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.staging.Arrival;
import io.linkage.table.staging.Customer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the records of one customer say together, each day on which one of them changed: of each attribute the value that
 * was stated last, by a record still alive where one states it. A customer is dropped when every record is.
 */
final class Survivorship {
    private static final String NEXT = "_next_date";
    private static final String DAY = "_day";

    private Survivorship() {}

    /**
     * One state per customer and day.
     *
     * @param states states of records, as {@link Versions#states} gives them, with {@code customer_key}
     */
    static Dataset<Row> of(Dataset<Row> states, List<String> attributes) {
        String customer = CustomerIdentity.CUSTOMER_KEY.name();
        WindowSpec record =
                Window.partitionBy(Customer.CUSTOMER_SOURCE_ID.col()).orderBy(Versions.EFFECTIVE);
        Dataset<Row> lasting =
                states.withColumn(NEXT, coalesce(lead(Versions.EFFECTIVE, 1).over(record), Days.day(Days.END)));
        Dataset<Row> days = states.select(
                        CustomerIdentity.CUSTOMER_KEY.col(),
                        col(Versions.EFFECTIVE).as(DAY))
                .distinct();
        Column holds = col(Versions.EFFECTIVE).leq(col(DAY)).and(col(NEXT).gt(col(DAY)));
        return days.join(lasting, new String[] {customer}, "inner")
                .filter(holds)
                .groupBy(col(customer), col(DAY))
                .agg(min(Arrival.DELETED).as(Arrival.DELETED), surviving(attributes))
                .withColumnRenamed(DAY, Versions.EFFECTIVE);
    }

    /**
     * Since when each customer is known: the earliest of the dates that their records stated last. It is no part of a version: a date
     * that comes to be known later, or with a record that joins, is the customer's for all time.
     */
    static Dataset<Row> firstSeen(Dataset<Row> states) {
        Column stated = when(Customer.FIRST_SEEN_DATE.col().isNotNull(), col(Versions.EFFECTIVE));
        return states.groupBy(CustomerIdentity.CUSTOMER_KEY.col(), Customer.CUSTOMER_SOURCE_ID.col())
                .agg(max_by(Customer.FIRST_SEEN_DATE.col(), stated).as(Customer.FIRST_SEEN_DATE.name()))
                .groupBy(CustomerIdentity.CUSTOMER_KEY.col())
                .agg(min(Customer.FIRST_SEEN_DATE.col()).as(Customer.FIRST_SEEN_DATE.name()));
    }

    private static Column[] surviving(List<String> attributes) {
        List<Column> values = new ArrayList<>();
        for (String attribute : attributes) {
            Column turn = struct(
                    col(attribute).isNotNull(),
                    not(col(Arrival.DELETED)),
                    col(Versions.EFFECTIVE),
                    Customer.CUSTOMER_SOURCE_ID.col());
            values.add(max_by(col(attribute), turn).as(attribute));
        }
        return values.toArray(Column[]::new);
    }
}
