package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.linkage.model.random.Draws;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Consent events; of a few customers two that contradict each other, of which the refusal stands. */
final class Consents {
    static final DemoTable TABLE = new DemoTable(
            "consent",
            "marketing",
            List.of("customer_no", "purpose", "decided_at", "decision"),
            new StructType()
                    .add("customer_no", StringType)
                    .add("purpose", StringType)
                    .add("decided_at", TimestampType)
                    .add("decision", StringType),
            world -> world.plan().customers(),
            Consents::make);

    static final double DENIED_SHARE = 0.15;
    static final double REVOKED_SHARE = 0.05;
    static final double CONTRADICTING_SHARE = 0.005;
    /** Of the decisions of customers with a shop account, those taken there. */
    static final double IN_SHOP_SHARE = 0.5;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("word of no list", "decision", "perhaps", "decision_code: RANGE"),
            Fault.refused("no purpose", "purpose", null, "purpose_code: MISSING"),
            Fault.refused("no date", "decided_at", null, "decided_at: MISSING"));

    private Consents() {}

    private static void make(World world, long customer, Sink sink) {
        int first = Traits.of(world.plan(), customer).firstDay();
        for (String purpose : List.of("e-mail", "profiling")) {
            Draws draws = world.draws("consent-" + purpose, customer);
            boolean denied = draws.happens(DENIED_SHARE);
            decide(world, customer, purpose, first, denied ? "denied" : "granted", sink);
            if (!denied && draws.happens(CONTRADICTING_SHARE)) {
                decide(world, customer, purpose, first, "denied", sink);
            }
            int later = first + 1 + draws.below(300);
            if (!denied && draws.happens(REVOKED_SHARE) && later <= world.lastDay()) {
                decide(world, customer, purpose, later, "revoked", sink);
            }
        }
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> row(world, Long.toString(Customers.number(customer)), "test-" + fault, first, "granted"),
                sink);
    }

    private static void decide(World world, long customer, String purpose, int day, String decision, Sink sink) {
        Draws draws = world.draws("consent-where", customer, purpose.hashCode(), day);
        sink.row(row(world, ShopAccount.named(world, customer, day, IN_SHOP_SHARE, draws), purpose, day, decision));
    }

    private static Object[] row(World world, String customer, String purpose, int day, String decision) {
        Instant moment = world.plan().day(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Object[] {customer, purpose, moment, decision};
    }
}
