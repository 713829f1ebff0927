package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.linkage.model.random.Draws;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** Customer records of the marketing database; of a few customers two. */
final class Customers {
    static final String SMALL_BUSINESS = "small-business";
    static final String ENTERPRISE = "enterprise";
    static final String PRIVATE = "private";

    static final DemoTable TABLE = new DemoTable(
            "customer",
            "marketing",
            List.of("customer_no"),
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

    /** Of all customers, those with a second record under another number. */
    static final double DOUBLE_SHARE = 0.005;

    /** Of all customers, those whose record was made some time before they first bought. */
    static final double PROSPECT_FIRST_SHARE = 0.3;
    /** Up to so many days before. */
    static final int PROSPECT_DAYS = 240;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("date before 1900", "birth_date", LocalDate.of(1853, 1, 1), "birth_date: RANGE"),
            Fault.refused("word of no list", "customer_type", "robot", "customer_type_code: RANGE"),
            Fault.contradicted("city", "Maastricht"));

    private static final String[] CHANNELS = {"search", "social", "referral", "partner", "store"};

    private Customers() {}

    static long number(long customer) {
        return 100_000 + customer;
    }

    /** The number of a second record of the customer: beyond those of the first records. */
    static long secondNumber(World world, long customer) {
        return number(world.plan().customers() + customer);
    }

    static boolean isTwice(World world, long customer) {
        return world.draws("customer-twice", customer).happens(DOUBLE_SHARE);
    }

    static boolean isOrganisation(World world, long customer) {
        return isOrganisation(world, customer, Traits.of(world.plan(), customer));
    }

    static boolean isOrganisation(World world, long customer, Traits traits) {
        return !segment(world, customer, traits).equals(PRIVATE);
    }

    static String segment(World world, long customer) {
        return segment(world, customer, Traits.of(world.plan(), customer));
    }

    /**
     * The segment follows from what an order of the customer is worth, with noise: the segments differ, while the
     * customers as a whole keep exactly the planted processes.
     */
    private static String segment(World world, long customer, Traits traits) {
        double noise = 0.4 * world.draws("segment", customer).normal();
        double size = StrictMath.log(
                        traits.orderMean(world.plan()) / world.plan().spend().mean())
                + noise;
        return size > 0.55 ? ENTERPRISE : size > 0.05 ? SMALL_BUSINESS : PRIVATE;
    }

    private static void make(World world, long customer, Sink sink) {
        Person person = Person.of(world, customer, world.lastDay());
        Draws draws = world.draws("customer-record", customer);
        LocalDate seen = firstSeen(world, customer);
        int change = LifeEvents.of(world, customer).lastChange(world.lastDay());
        Instant changed = (change < 0 || world.plan().day(change).isBefore(seen)
                        ? seen
                        : world.plan().day(change))
                .atTime(draws.below(24), draws.below(60))
                .toInstant(ZoneOffset.UTC);
        sink.row(row(world, customer, number(customer), person, person.name(), changed));
        if (isTwice(world, customer)) {
            String shouted = person.name().toUpperCase(Locale.ROOT);
            sink.row(row(world, customer, secondNumber(world, customer), person, shouted, changed));
        }
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> row(world, customer, oddNumber(world, customer, fault), person, person.name(), changed),
                sink);
    }

    /** Beyond those of the second records. */
    private static long oddNumber(World world, long customer, int fault) {
        return number((2L + fault) * world.plan().customers() + customer);
    }

    /** First day on which the marketing database knew the customer: of some long before they bought. */
    static LocalDate firstSeen(World world, long customer) {
        Draws prospect = world.draws("prospect-first", customer);
        int waited = prospect.happens(PROSPECT_FIRST_SHARE) ? prospect.below(PROSPECT_DAYS) : 0;
        int earlier = waited + world.draws("first-seen", customer).below(5);
        return world.plan().day(Math.max(0, Traits.of(world.plan(), customer).firstDay() - earlier));
    }

    private static Object[] row(World world, long customer, long number, Person person, String name, Instant changed) {
        Person.Address address = person.address();
        return new Object[] {
            number,
            name,
            person.email(),
            person.phone(),
            address.street() + " " + address.house(),
            address.postalCode(),
            address.city(),
            address.country(),
            person.birthDate(),
            person.type(),
            segment(world, customer),
            world.draws("acquisition", customer).oneOf(CHANNELS),
            firstSeen(world, customer),
            changed
        };
    }
}
