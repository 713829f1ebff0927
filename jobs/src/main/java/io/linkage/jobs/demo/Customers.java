package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.types.StructType;

/** Customer records of the marketing database; addresses are of the kind that nobody has. */
final class Customers {
    static final DemoTable TABLE = new DemoTable(
            "customer",
            new StructType()
                    .add("customer_no", LongType)
                    .add("full_name", StringType)
                    .add("email", StringType)
                    .add("phone", StringType)
                    .add("street", StringType)
                    .add("postal_code", StringType)
                    .add("city", StringType)
                    .add("country", StringType)
                    .add("birth_date", DateType)
                    .add("customer_type", StringType)
                    .add("segment", StringType)
                    .add("acquisition_channel", StringType)
                    .add("first_seen", DateType)
                    .add("changed_at", TimestampType),
            world -> world.plan().customers(),
            Customers::make);

    static final double FAULTY_SHARE = 0.001;

    private static final String[] FIRST_NAMES = {
        "Anna", "Bram", "Clara", "Daan", "Elif", "Femke", "Guus", "Hanna", "Ivo", "Jasmijn", "Karim", "Lotte", "Mees",
        "Nora", "Omar", "Pieter", "Quinten", "Roos", "Sanne", "Thijs", "Uma", "Vera", "Willem", "Yara", "Zoë"
    };
    private static final String[] LAST_NAMES = {
        "Bakker", "Brouwer", "Çelik", "de Boer", "de Vries", "Dijkstra", "Hendriks", "Jansen", "Koster", "Meijer",
        "Mulder", "Müller", "O'Brien", "Peters", "Prins", "Smit", "van den Berg", "van Dijk", "Visser", "Willems"
    };
    private static final String[] CITIES = {"Amsterdam", "Utrecht", "Rotterdam", "Eindhoven", "Groningen", "Zwolle"};
    private static final String[] STREETS = {"Dorpsstraat", "Kerklaan", "Molenweg", "Stationsplein", "Parkzicht"};
    private static final String[] CHANNELS = {"search", "social", "referral", "partner", "store"};

    private Customers() {}

    static long number(long customer) {
        return 100_000 + customer;
    }

    /**
     * The segment follows from what an order of the customer is worth, with noise: the segments differ, while the
     * customers as a whole keep exactly the planted processes.
     */
    static String segment(World world, long customer, Life life) {
        double noise = 0.4 * world.draws("segment", customer).normal();
        double size = StrictMath.log(life.orderMean() / world.plan().spend().mean()) + noise;
        return size > 0.55 ? "enterprise" : size > 0.05 ? "small-business" : "private";
    }

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        Draws draws = world.draws("customer", customer);
        String segment = segment(world, customer, life);
        boolean person = segment.equals("private");
        String last = draws.oneOf(LAST_NAMES);
        String name = person ? draws.oneOf(FIRST_NAMES) + " " + last : last + draws.oneOf(" B.V.", " & Co.", " N.V.");
        LocalDate seen = world.plan().day(Math.max(0, life.firstDay() - draws.below(5)));
        boolean faulty = draws.happens(FAULTY_SHARE);
        sink.row(
                number(customer),
                name,
                "customer" + number(customer) + "@example." + draws.oneOf("com", "net", "org"),
                String.format("+44 1632 960%03d", draws.below(1000)),
                draws.oneOf(STREETS) + " " + (1 + draws.below(300)),
                String.format("%04d XX", 1000 + draws.below(9000)),
                draws.oneOf(CITIES),
                draws.happens(0.9) ? "NL" : draws.oneOf("BE", "DE"),
                faulty
                        ? LocalDate.of(1853, 1, 1)
                        : person ? LocalDate.of(1940, 1, 1).plusDays(draws.below(24_000)) : null,
                person ? "person" : "organisation",
                segment,
                draws.oneOf(CHANNELS),
                seen,
                seen.atTime(draws.below(24), draws.below(60)).toInstant(ZoneOffset.UTC));
        if (faulty) {
            sink.dirty("birth date before 1900");
        }
    }
}
