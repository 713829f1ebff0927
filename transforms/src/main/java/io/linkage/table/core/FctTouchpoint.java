package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Visits and media touches up to the business date. */
public final class FctTouchpoint {
    private static final TableBuilder T = Table.named("fct_touchpoint", Layer.CORE)
            .grain("one row per visit or media touch")
            .meaning("Where customers met the company before, during and after a purchase.");

    public static final Field TOUCHPOINT_ID = T.key("touchpoint_id", Domain.ID, INTERNAL, "Touch in the source system");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the touch");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field TOUCH_DATE_KEY = T.reference("touch_date_key", DimDate.DATE_KEY, "Day of the touch");
    public static final Field TOUCH_DATE =
            T.required("touch_date", Domain.DATE, INTERNAL, "Day of the touch in the company's time zone");
    public static final Field TOUCHED_AT =
            T.required("touched_at", Domain.MOMENT, INTERNAL, "Moment of the visit or touch");
    public static final Field CHANNEL_CODE =
            T.required("channel_code", Domain.CODE, INTERNAL, "Channel or medium of the touch");
    public static final Field JOURNEY_STAGE_CODE =
            T.optional("journey_stage_code", Domain.CODE, INTERNAL, "Stage of the customer journey");
    public static final Field ORDER_ID = T.optional("order_id", Domain.ID, INTERNAL, "Order that the touch led to");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctTouchpoint() {}
}
