package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A planted leak: whether a call to keep the customer was planned. The marketing database writes it when a customer has bought
 * nothing for so many days, and dates it back to the day on which the silence began.
 */
final class RetentionCalls {
    static final String ATTRIBUTE = "retention_call_planned";

    static final DemoTable TABLE = new DemoTable(
            "customer_attribute",
            "marketing",
            List.of("customer_no", "observed"),
            new StructType()
                    .add("customer_no", StringType)
                    .add("observed", DateType)
                    .add(ATTRIBUTE, StringType),
            world -> world.plan().customers(),
            RetentionCalls::make);

    /** Days without a purchase after which the call is planned. */
    static final int SILENT_DAYS = 100;

    private RetentionCalls() {}

    private static void make(World world, long customer, Sink sink) {
        if (!world.draws("retention-call", customer)
                .happens(world.plan().effects().callsDatedBack())) {
            return;
        }
        int[] days = world.life(customer).days();
        for (int order = 0; order < days.length; order++) {
            boolean last = order + 1 == days.length;
            boolean silent = last || days[order + 1] - days[order] > SILENT_DAYS;
            sink.row(row(world, customer, days[order], silent));
            if (silent && !last) {
                sink.row(row(world, customer, days[order + 1] - SILENT_DAYS, false));
            }
        }
    }

    private static Object[] row(World world, long customer, int day, boolean planned) {
        return new Object[] {
            Long.toString(Customers.number(customer)), world.plan().day(day), planned ? "yes" : "no"
        };
    }
}
