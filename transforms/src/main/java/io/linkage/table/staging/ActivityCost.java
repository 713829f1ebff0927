package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Ledger cost by activity and month. */
public final class ActivityCost {
    /** Orders with a sale. */
    public static final String ORDERS = "orders";
    /** Service contacts. */
    public static final String CONTACTS = "contacts";
    /** Seconds of handling. */
    public static final String SECONDS = "seconds";
    /** Visits and media touches. */
    public static final String VISITS = "visits";

    /** Cost of serving customers. */
    public static final String SERVE = "serve";
    /** Marketing that wins customers. */
    public static final String ACQUIRE = "acquire";
    /** Marketing that keeps customers. */
    public static final String KEEP = "keep";

    private static final TableBuilder T = Table.named("stg_activity_cost", Layer.STAGING)
            .feed("activity_cost")
            .grain("one row per activity and month")
            .meaning("What each activity cost in the ledger, and what drives it.");

    public static final Field ACTIVITY_CODE = T.key("activity_code", Domain.CODE, INTERNAL, "Activity in the ledger");
    public static final Field MONTH_DATE = T.key("month_date", Domain.DATE, INTERNAL, "First day of the month");
    public static final Field GOAL_CODE = T.standard(
            "goal_code",
            Domain.CODE.oneOf(SERVE, ACQUIRE, KEEP),
            INTERNAL,
            SERVE,
            "Whether the cost serves, acquires or keeps customers");
    public static final Field DRIVER_CODE = T.required(
            "driver_code",
            Domain.CODE.oneOf(ORDERS, CONTACTS, SECONDS, VISITS),
            INTERNAL,
            "What drives the cost: orders, contacts, seconds of handling or visits");
    public static final Field COST_AMOUNT =
            T.required("cost_amount", Domain.AMOUNT, INTERNAL, "Cost of the month in the ledger");
    public static final Field CAPACITY_COUNT = T.optional(
            "capacity_count",
            Domain.COUNT,
            INTERNAL,
            "Units of the driver that could have been handled; absent: as many as were");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.rule(
                    "month_date: NOT_FIRST",
                    "a month is named by its first day",
                    dayofmonth(MONTH_DATE.col()).notEqual(lit(1)))
            .build();

    private ActivityCost() {}
}
