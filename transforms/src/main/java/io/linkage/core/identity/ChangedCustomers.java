package io.linkage.core.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.linkage.contract.Inputs;
import io.linkage.table.core.CustomerIdentity;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers who are not the same records as on an earlier night, so that figures of the two nights are not of the same persons. */
public final class ChangedCustomers {
    private static final String THEN = "_then";

    private ChangedCustomers() {}

    /**
     * Keys of customers that merged or split since, or took over a record of another: those that the earlier night had, and those of
     * tonight. One record may give several rows. A record that the earlier night did not know changes nobody.
     */
    public static Dataset<Row> since(Inputs in, LocalDate night) {
        Dataset<Row> then = in.earlier(night)
                .rows(CustomerIdentity.TABLE)
                .select(
                        CustomerIdentity.CUSTOMER_SOURCE_ID.col(),
                        CustomerIdentity.CUSTOMER_KEY.col().as(THEN));
        return in.rows(CustomerIdentity.TABLE)
                .select(CustomerIdentity.CUSTOMER_SOURCE_ID.col(), CustomerIdentity.CUSTOMER_KEY.col())
                .join(then, new String[] {CustomerIdentity.CUSTOMER_SOURCE_ID.name()}, "inner")
                .filter(CustomerIdentity.CUSTOMER_KEY.col().notEqual(col(THEN)))
                .select(explode(array(CustomerIdentity.CUSTOMER_KEY.col(), col(THEN)))
                        .as(CustomerIdentity.CUSTOMER_KEY.name()));
    }
}
