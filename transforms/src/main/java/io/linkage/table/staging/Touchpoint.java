package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Visits and media touches. */
public final class Touchpoint {
    private static final TableBuilder T = Table.named("stg_touchpoint", Layer.STAGING)
            .feed("touchpoint")
            .grain("one row per visit or media touch")
            .meaning("Where customers met the company before, during and after a purchase.");

    public static final Field TOUCHPOINT_ID =
            T.key("touchpoint_id", Domain.ID, INTERNAL, "Identifier of the touch in the source system");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who was touched, if known");
    public static final Field TOUCHED_AT = T.event("touched_at", Domain.MOMENT, "Moment of the visit or touch");
    public static final Field CHANNEL_CODE =
            T.required("channel_code", Domain.CODE, INTERNAL, "Channel or medium of the touch");
    public static final Field JOURNEY_STAGE_CODE =
            T.optional("journey_stage_code", Domain.CODE, INTERNAL, "Stage of the customer journey");
    public static final Field ORDER_ID =
            T.optional("order_id", Domain.ID, INTERNAL, "Order that the touch led to, if it did");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = T.build();

    private Touchpoint() {}
}
