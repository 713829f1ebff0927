package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Campaigns of the marketing database: one each quarter, their goals in turn. */
final class Campaigns {
    static final DemoTable TABLE = new DemoTable(
            "campaign",
            "marketing",
            List.of("campaign"),
            new StructType()
                    .add("campaign", StringType)
                    .add("name", StringType)
                    .add("goal", StringType)
                    .add("started", DateType)
                    .add("ended", DateType)
                    .add("cost", createDecimalType(12, 2)),
            world -> count(world),
            Campaigns::make);

    static final int EVERY_DAYS = 91;
    static final int RUN_DAYS = 28;
    private static final String[] GOALS = {"keep", "grow", "win-back", "acquire"};
    private static final double COST_A_CUSTOMER = 0.8;

    private Campaigns() {}

    static int count(World world) {
        return Math.max(1, (world.plan().days() - RUN_DAYS) / EVERY_DAYS + 1);
    }

    static String code(int campaign) {
        return String.format("CMP-%02d", campaign + 1);
    }

    private static void make(World world, long number, Sink sink) {
        int campaign = (int) number;
        LocalDate first = world.plan().day(campaign * EVERY_DAYS);
        String goal = GOALS[campaign % GOALS.length];
        BigDecimal cost = BigDecimal.valueOf(COST_A_CUSTOMER * world.plan().customers());
        sink.row(code(campaign), "Campaign to " + goal, goal, first, first.plusDays(RUN_DAYS - 1L), cost);
    }
}
