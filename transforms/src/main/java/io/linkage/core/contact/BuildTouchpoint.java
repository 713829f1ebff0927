package io.linkage.core.contact;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.staging.Touchpoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Visits and media touches up to the business date. */
public final class BuildTouchpoint {
    public static final Build BUILD = Build.of(FctTouchpoint.TABLE)
            .reads(BuildTouchpoint::from, Touchpoint.TABLE, CustomerIdentity.TABLE, DimCustomer.TABLE, DimDate.TABLE);

    private BuildTouchpoint() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> events = Events.upTo(
                in,
                in.rows(Touchpoint.TABLE),
                Events.local(Touchpoint.TOUCHED_AT, in),
                FctTouchpoint.TOUCH_DATE,
                FctTouchpoint.TOUCH_DATE_KEY);
        Dataset<Row> known = Lookup.customer(in, events, Touchpoint.CUSTOMER_SOURCE_ID, FctTouchpoint.TOUCH_DATE);
        return FctTouchpoint.TABLE.shape(known);
    }
}
