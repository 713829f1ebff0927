package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.ActivityCost;
import org.apache.spark.sql.Column;

/** Ledger cost shared out by driver: with the unused part it adds up to the ledger, to the cent. */
public final class FctCostToServe {
    /** Driver of an activity that has a time equation. */
    public static final String TIME = "time";

    private static final Domain UNITS = Domain.COUNT.in("units of the driver");

    private static final TableBuilder T = Table.named("fct_cost_to_serve", Layer.CORE)
            .grain("one row per customer, activity and month")
            .meaning(
                    "What each customer cost to serve, by activity; what no customer caused stands under Not applicable.");

    public static final Field CUSTOMER_KEY = T.key(
            "customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, or Not applicable for capacity that was not used");
    public static final Field ACTIVITY_CODE = T.key("activity_code", Domain.CODE, INTERNAL, "Activity in the ledger");
    public static final Field MONTH_DATE = T.key("month_date", Domain.DATE, INTERNAL, "First day of the month");
    public static final Field GOAL_CODE =
            T.required("goal_code", Domain.CODE, INTERNAL, "Whether the cost serves, acquires or keeps customers");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Acquisition channel that the cost buys customers of");
    public static final Field DRIVER_CODE = T.required(
            "driver_code",
            Domain.CODE.oneOf(
                    ActivityCost.ORDERS, ActivityCost.CONTACTS, ActivityCost.SECONDS, ActivityCost.VISITS, TIME),
            INTERNAL,
            "What drives the cost; time: seconds by the time equation of the activity");
    public static final Field DRIVER_COUNT =
            T.required("driver_count", UNITS, INTERNAL, "Units of the driver that the customer used");
    public static final Field CAPACITY_COUNT = T.optional(
            "capacity_count",
            UNITS.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Practical capacity of the activity in the month; where more was used, the rate falls to what was used");
    public static final Field COST_AMOUNT =
            T.required("cost_amount", Domain.AMOUNT, INTERNAL, "Share of the ledger cost");

    public static final Table TABLE = T.build();

    private FctCostToServe() {}

    /** Whether the cost was caused by serving somebody: it neither acquires nor keeps, and is no capacity left unused. */
    public static Column served() {
        return GOAL_CODE
                .col()
                .equalTo(ActivityCost.SERVE)
                .and(CUSTOMER_KEY.col().notEqual(Special.NOT_APPLICABLE.key()));
    }
}
