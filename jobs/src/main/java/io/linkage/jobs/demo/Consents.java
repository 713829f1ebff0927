package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Consent events; of a few customers two that contradict each other, of which the refusal stands. */
final class Consents {
    static final DemoTable TABLE = new DemoTable(
            "consent",
            new StructType()
                    .add("customer_no", LongType)
                    .add("purpose", StringType)
                    .add("decided_at", TimestampType)
                    .add("decision", StringType),
            world -> world.plan().customers(),
            Consents::make);

    static final double DENIED_SHARE = 0.15;
    static final double REVOKED_SHARE = 0.05;
    static final double CONTRADICTING_SHARE = 0.005;
    static final double FAULTY_SHARE = 0.001;

    private Consents() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        for (String purpose : List.of("e-mail", "profiling")) {
            Draws draws = world.draws("consent-" + purpose, customer);
            boolean denied = draws.happens(DENIED_SHARE);
            decide(world, customer, purpose, life.firstDay(), denied ? "denied" : "granted", sink);
            if (!denied && draws.happens(CONTRADICTING_SHARE)) {
                decide(world, customer, purpose, life.firstDay(), "denied", sink);
            }
            int later = life.firstDay() + 1 + draws.below(300);
            if (!denied && draws.happens(REVOKED_SHARE) && later < world.plan().days()) {
                decide(world, customer, purpose, later, "revoked", sink);
            }
            if (draws.happens(FAULTY_SHARE)) {
                decide(world, customer, purpose, life.firstDay(), "perhaps", sink);
                sink.dirty("unknown decision");
            }
        }
    }

    private static void decide(World world, long customer, String purpose, int day, String decision, Sink sink) {
        Instant moment = world.plan().day(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        sink.row(Customers.number(customer), purpose, moment, decision);
    }
}
