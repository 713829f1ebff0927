package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.linkage.model.random.Draws;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.types.StructType;

/** Feedback: most of it after a contact that solved nothing; part of it leads to an improvement. */
final class Feedbacks {
    static final DemoTable TABLE = new DemoTable(
            "feedback",
            "marketing",
            List.of("feedback_no"),
            new StructType()
                    .add("feedback_no", StringType)
                    .add("customer_no", LongType)
                    .add("given_at", TimestampType)
                    .add("kind", StringType)
                    .add("theme", StringType)
                    .add("unit_no", StringType)
                    .add("channel", StringType)
                    .add("sentiment", DoubleType)
                    .add("severity", IntegerType)
                    .add("cost", createDecimalType(12, 2))
                    .add("gone_wrong", BooleanType)
                    .add("heard_at", TimestampType)
                    .add("improvement_no", StringType),
            world -> world.plan().customers(),
            Feedbacks::make);

    private static final List<String> STAGES = List.of("given", "heard", "planned", "carried-out", "told");
    private static final int THEME = List.of(TABLE.columns().fieldNames()).indexOf("theme");
    private static final int HEARD_AT = List.of(TABLE.columns().fieldNames()).indexOf("heard_at");
    private static final int IMPROVEMENT = List.of(TABLE.columns().fieldNames()).indexOf("improvement_no");

    static final double AFTER_UNSOLVED_SHARE = 0.4;
    static final double AFTER_SOLVED_SHARE = 0.05;
    static final double HEARD_SHARE = 0.7;
    private static final double IMPROVED_SHARE = 0.3;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("heard before it was given", "heard_at", Instant.EPOCH, "heard_at: BEFORE_GIVEN"),
            Fault.refused("score off the scale", "sentiment", 7.0, "sentiment_score: RANGE"),
            Fault.refused("no number at all", "sentiment", Double.NaN, "sentiment_score: NUMBER_FORMAT"),
            Fault.refused("score off the scale", "severity", 9, "severity_score: RANGE"),
            Fault.refused("word of no list", "kind", "rumour", "kind_code: RANGE"),
            Fault.refused("negative cost", "cost", new BigDecimal("-1.00"), "cost_amount: RANGE"));

    private Feedbacks() {}

    private static void make(World world, long customer, Sink sink) {
        given(world, customer, (contact, day, draws) -> {
            String number = "F" + Customers.number(customer) + "-" + (contact.order() + 1);
            sink.row(row(world, customer, number, contact, day, draws));
        });
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> {
                    Draws draws = world.draws("feedback-odd", customer, fault);
                    String number = "FX" + Customers.number(customer) + "-" + fault;
                    Contacts.Contact contact =
                            new Contacts.Contact(0, 0, world.staff().home(customer), -1, false);
                    return row(
                            world,
                            customer,
                            number,
                            contact,
                            draws.below(world.plan().days()),
                            draws);
                },
                sink);
    }

    /** Counts the feedback of a customer by the stages that it reached by the last day, each with its theme. */
    static void stages(World world, long customer, BiConsumer<String, String> reached) {
        given(world, customer, (contact, day, draws) -> {
            Object[] row = row(world, customer, "", contact, day, draws);
            String theme = (String) row[THEME];
            reached.accept(STAGES.get(0), theme);
            Instant end = world.plan().day(world.lastDay() + 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (row[HEARD_AT] instanceof Instant heard && heard.isBefore(end)) {
                reached.accept(STAGES.get(1), theme);
                int further = row[IMPROVEMENT] == null
                        ? 0
                        : Improvements.stagesReached(world, contact.unit().index(), day);
                STAGES.subList(2, 2 + further).forEach(stage -> reached.accept(stage, theme));
            }
        });
    }

    @FunctionalInterface
    private interface Given {
        void of(Contacts.Contact contact, int day, Draws draws);
    }

    private static void given(World world, long customer, Given given) {
        for (Contacts.Contact contact : Contacts.of(world, customer, world.life(customer))) {
            Draws draws = world.draws("feedback", customer, contact.order());
            double share = contact.solved() ? AFTER_SOLVED_SHARE : AFTER_UNSOLVED_SHARE;
            int day = contact.day() + draws.below(4);
            if (draws.happens(share) && day <= world.lastDay()) {
                given.of(contact, day, draws);
            }
        }
    }

    private static Object[] row(
            World world, long customer, String number, Contacts.Contact contact, int day, Draws draws) {
        boolean wrong = !contact.solved();
        boolean heard = draws.happens(HEARD_SHARE);
        boolean improved = heard && draws.happens(IMPROVED_SHARE);
        Instant given = world.plan().day(day).atTime(9, draws.below(60)).toInstant(ZoneOffset.UTC);
        int wait = 1 + draws.below(10);
        return new Object[] {
            number,
            Customers.number(customer),
            given,
            wrong ? draws.oneOf("complaint", "complaint", "review") : draws.oneOf("idea", "review", "question"),
            draws.oneOf(Improvements.THEMES),
            contact.unit().number(),
            draws.oneOf("e-mail", "phone", "social"),
            Math.max(-1, Math.min(1, (wrong ? -0.6 : 0.5) + 0.1 * draws.normal())),
            wrong ? 1 + draws.below(5) : null,
            wrong ? BigDecimal.valueOf(500 + draws.below(4_000), 2) : null,
            wrong,
            heard ? given.plusSeconds(wait * 86_400L) : null,
            improved ? Improvements.number(contact.unit().index(), day) : null
        };
    }
}
