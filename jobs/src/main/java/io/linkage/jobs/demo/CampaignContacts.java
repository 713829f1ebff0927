package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.linkage.model.random.Draws;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Customers in campaigns: some treated, some held back; being treated raises the chance of a response by segment. */
final class CampaignContacts {
    static final DemoTable TABLE = new DemoTable(
            "campaign_contact",
            "marketing",
            List.of("campaign", "customer_no"),
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
    private static final double CHOSEN_SHARE = 0.4;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("probability above 1", "probability", 1.5, "treatment_probability: RANGE"),
            Fault.refused("no number at all", "probability", Double.NaN, "treatment_probability: NUMBER_FORMAT"),
            Fault.refused("word of no list", "group_name", "both", "group_code: RANGE"),
            Fault.contradicted("responded", true));

    private CampaignContacts() {}

    private static void make(World world, long customer, Sink sink) {
        int first = Traits.of(world.plan(), customer).firstDay();
        double uplift = world.plan().effects().uplift(Customers.segment(world, customer));
        for (int campaign = 0; campaign < Campaigns.count(world); campaign++) {
            Draws draws = world.draws("campaign", customer, campaign);
            int day = campaign * Campaigns.EVERY_DAYS + draws.below(Campaigns.RUN_DAYS);
            if (first < day && day <= world.lastDay() && draws.happens(CHOSEN_SHARE)) {
                boolean treated = draws.happens(TREATED_SHARE);
                boolean responds = draws.happens(RESPONSE_SHARE + (treated ? uplift : 0));
                sink.row(row(world, Campaigns.code(campaign), customer, day, treated, responds, draws));
            }
        }
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> {
                    Draws draws = world.draws("campaign-odd", customer, fault);
                    return row(
                            world,
                            "CMP-X" + fault,
                            customer,
                            draws.below(world.plan().days()),
                            true,
                            false,
                            draws);
                },
                sink);
    }

    private static Object[] row(
            World world, String campaign, long customer, int day, boolean treated, boolean responds, Draws draws) {
        return new Object[] {
            campaign,
            Customers.number(customer),
            world.plan().day(day).atTime(10, draws.below(60)).toInstant(ZoneOffset.UTC),
            treated ? "treated" : "control",
            TREATED_SHARE,
            draws.oneOf("e-mail", "post"),
            responds
        };
    }
}
