package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.ZoneOffset;
import org.apache.spark.sql.types.StructType;

/** Customers in campaigns: some treated, some held back; being treated raises the chance of a response by segment. */
final class CampaignContacts {
    static final DemoTable TABLE = new DemoTable(
            "campaign_contact",
            new StructType()
                    .add("campaign", StringType)
                    .add("customer_no", LongType)
                    .add("contacted_at", TimestampType)
                    .add("group_name", StringType)
                    .add("probability", DoubleType)
                    .add("channel", StringType)
                    .add("responded", BooleanType),
            world -> world.plan().customers(),
            CampaignContacts::make);

    static final double RESPONSE_SHARE = 0.05;
    static final double TREATED_SHARE = 0.8;
    static final double FAULTY_SHARE = 0.002;
    private static final double CHOSEN_SHARE = 0.4;
    private static final double IMPOSSIBLE = 1.5;

    private CampaignContacts() {}

    /** How much a treatment adds to the probability of a response. */
    static double uplift(String segment) {
        return switch (segment) {
            case "enterprise" -> 0.02;
            case "small-business" -> 0.08;
            default -> 0.04;
        };
    }

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        double uplift = uplift(Customers.segment(world, customer, life));
        for (int campaign = 0; campaign < Campaigns.count(world); campaign++) {
            Draws draws = world.draws("campaign", customer, campaign);
            int day = campaign * Campaigns.EVERY_DAYS + draws.below(Campaigns.RUN_DAYS);
            if (life.firstDay() < day && day < world.plan().days() && draws.happens(CHOSEN_SHARE)) {
                boolean treated = draws.happens(TREATED_SHARE);
                boolean responds = draws.happens(RESPONSE_SHARE + (treated ? uplift : 0));
                boolean faulty = draws.happens(FAULTY_SHARE);
                sink.row(
                        Campaigns.code(campaign),
                        Customers.number(customer),
                        world.plan().day(day).atTime(10, draws.below(60)).toInstant(ZoneOffset.UTC),
                        treated ? "treated" : "control",
                        faulty ? IMPOSSIBLE : TREATED_SHARE,
                        draws.oneOf("e-mail", "post"),
                        responds);
                if (faulty) {
                    sink.dirty("probability above 1");
                }
            }
        }
    }
}
